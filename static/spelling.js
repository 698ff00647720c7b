// Which terms of the index a word of a query stands for: itself, its other forms, what it begins, what it is a slip for.
const spelling = (function () {
  "use strict";
  const FORM = 0.8, BEGINNING = 0.6, SLIP = 0.3; // what a match counts beside the word itself

  // English plurals and the like (Harman 1991, the S stemmer): attacks, attack; parties, party.
  function stem(word) {
    if (word.length < 4 || !word.endsWith("s") || /(?:ss|us)$/.test(word)) return word;
    return word.endsWith("ies") ? word.slice(0, -3) + "y" : word.slice(0, -1);
  }

  // Letters to insert, drop, change or swap (Damerau 1964); more than `most` comes back as `most` + 1.
  function edits(one, other, most) {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    let before = [], row = Array.from({ length: other.length + 1 }, (_, at) => at);
    for (let i = 1; i <= one.length; i++) {
      const last = row;
      row = [i];
      for (let j = 1; j <= other.length; j++) {
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (one[i - 1] !== other[j - 1]));
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      if (Math.min(...row) > most) return most + 1;
      before = last;
    }
    return Math.min(row[other.length], most + 1);
  }

  function allowedEdits(length) {
    return length < 4 ? 0 : length < 8 ? 1 : 2;
  }

  // [number of the term, what a match counts] of each form; the `last` word of a query may be the beginning of one.
  function forms(terms, word, last) {
    const found = [];
    const root = stem(word);
    terms.forEach(function (term, number) {
      if (term[0] !== word[0]) return;
      if (term === word) found.push([number, 1]);
      else if (stem(term) === root) found.push([number, FORM]);
      else if (last && word.length > 1 && term.startsWith(word)) found.push([number, BEGINNING]);
    });
    return found;
  }

  // The same of what the word may be a slip for. A number is none for another.
  function slips(terms, word) {
    const found = [];
    if (/[0-9]/.test(word)) return found;
    terms.forEach(function (term, number) {
      const most = allowedEdits(Math.min(word.length, term.length));
      const distance = most ? edits(word, term, most) : 1;
      if (distance <= most) found.push([number, SLIP / distance]);
    });
    return found;
  }

  return { edits, forms, slips };
})();
