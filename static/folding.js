// How the search compares words. The same steps as dateline/web/search/folding.py, which says why; a test compares them.
const folding = (function () {
  "use strict";
  const MARKS = /[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc]/;
  const APOSTROPHES = "'’‘`´ʻʼ";
  const HYPHENS = "-\u2010\u2011\u05be";
  const PLAIN = new Map(Object.entries({
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i", "ς": "σ",
    "ی": "ي", "ى": "ي", "ک": "ك",
  }));
  const letters = new Map();

  function plain(part) {
    if (MARKS.test(part)) return "";
    if (/[\p{L}\p{N}\p{M}]/u.test(part)) return PLAIN.get(part) || part;
    return /\p{Cf}/u.test(part) ? "" : " ";
  }

  function letter(char) {
    if (APOSTROPHES.includes(char)) return "'";
    if (HYPHENS.includes(char)) return "-";
    if (".,".includes(char)) return char;
    return Array.from(char.normalize("NFKD").toLowerCase(), plain).join("");
  }

  function remembered(char) {
    if (!letters.has(char)) letters.set(char, letter(char));
    return letters.get(char);
  }

  function fold(text) {
    return Array.from(text, remembered).join("")
      .replace(/\b(?:[a-z]\.)+[a-z]\b\.?/g, (found) => found.replace(/\./g, ""))
      .replace(/'s\b/g, "").replace(/'/g, "")
      .replace(/([0-9]),(?=[0-9]{3}\b)/g, "$1")
      .replace(/([a-z])-[ei](?=[- ]|$)/g, "$1i");
  }

  function parts(folded) {
    return folded.split(/[-., ]+/).filter(Boolean);
  }

  function words(text) {
    return parts(fold(text));
  }

  function pairs(folded) {
    return Array.from(folded.matchAll(/(?:^|[ .,])([a-z]{2,})-([a-z]{2,})(?=[ .,]|$)/g), ([, first, last]) => [first, last]);
  }

  // The two words of each hyphen: "cease-fire" -> [cease, fire].
  function compounds(text) {
    return pairs(fold(text));
  }

  function terms(text) {
    const folded = fold(text);
    return parts(folded).concat(pairs(folded).map(([first, last]) => first + last));
  }

  return { words, terms, compounds };
})();
