// The search index: loads its parts as they are needed and finds what fits a query. Knows nothing of the page.
// dateline/web/inverted.py says how the parts are written.
const searchIndex = (function () {
  "use strict";
  const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
  const VALUE = new Map(Array.from(DIGITS, (digit, value) => [digit, value]));
  const EXPANDED = 50; // terms at most that the beginning of a word, or a misspelling, stands for
  const FORM = 0.8, BEGINNING = 0.6, MISSPELT = 0.3; // what a match counts beside the word itself
  const parts = new Map();
  const loading = new Map();
  let opened;

  function register(name, part) {
    parts.set(name, part);
  }

  // A page on the disk may fetch nothing, but it may hold scripts.
  function load(name) {
    if (!loading.has(name)) loading.set(name, new Promise(function (done, failed) {
      const script = document.createElement("script");
      script.src = "search/" + name + ".js";
      script.onload = () => (parts.has(name) ? done(parts.get(name)) : failed(new Error(name)));
      script.onerror = () => failed(new Error(name));
      document.head.append(script);
    }));
    return loading.get(name);
  }

  // Calls back with each number: five bits a digit, the lowest first; the sixth says that more follow.
  function reader(written) {
    let at = 0;
    return {
      more: () => at < written.length,
      digit: () => VALUE.get(written[at++]),
      number() {
        let value = 0, unit = 1, digit = this.digit();
        for (; digit > 31; digit = this.digit(), unit *= 32) value += (digit - 32) * unit;
        return value + digit * unit;
      },
    };
  }

  async function open() {
    const part = await load("terms");
    const terms = part.terms ? part.terms.split(" ") : [];
    const frequencies = reader(part.frequencies);
    return {
      size: part.documents,
      stop: new Set(part.stop.split(" ")),
      terms,
      frequency: Array.from(terms, () => frequencies.number()),
      postings: part.postings,
      shown: part.shown,
    };
  }

  // The shard that holds a row, and the row's place in it.
  function shardOf(row, starts) {
    let low = 0, high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (starts[middle] <= row) low = middle; else high = middle - 1;
    }
    return [low, row - starts[low]];
  }

  // English plurals and the like (Harman 1991): attacks, attack; parties, party.
  function stem(word) {
    if (word.length < 4 || !word.endsWith("s") || /(?:ss|us)$/.test(word)) return word;
    return word.endsWith("ies") ? word.slice(0, -3) + "y" : word.slice(0, -1);
  }

  function allowedEdits(length) {
    return length < 4 ? 0 : length < 8 ? 1 : 2;
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

  // What a word stands for: [number of the term, what a match counts]. `last` may be the beginning of a word.
  function spelt(index, word, last) {
    const found = [];
    index.terms.forEach(function (term, number) {
      if (term === word) found.push([number, 1]);
      else if (stem(term) === stem(word)) found.push([number, FORM]);
      else if (last && word.length > 1 && term.startsWith(word)) found.push([number, BEGINNING]);
    });
    return found;
  }

  // The terms that a word may be a slip for, which stands nowhere. A number is no slip for another.
  function misspelt(index, word) {
    const found = [];
    if (/[0-9]/.test(word)) return found;
    index.terms.forEach(function (term, number) {
      const most = allowedEdits(Math.min(word.length, term.length));
      const distance = most ? edits(word, term, most) : 1;
      if (distance <= most) found.push([number, MISSPELT / distance]);
    });
    return found;
  }

  function documentsOf(index, candidates) {
    return candidates.reduce((total, [number]) => total + index.frequency[number], 0);
  }

  function commonest(index, candidates) {
    const order = ([a, x], [b, y]) => y - x || index.frequency[b] - index.frequency[a] || a - b;
    return candidates.sort(order).slice(0, EXPANDED);
  }

  function candidates(index, word, last) {
    const right = spelt(index, word, last);
    const found = commonest(index, right.length ? right : misspelt(index, word));
    return { found, slip: !right.length && found.length > 0 };
  }

  // document -> what the word says of it. A word that few documents hold says more (BM25's idf).
  async function weigh(index, found) {
    const weights = new Map();
    const inAll = Math.min(index.size, documentsOf(index, found));
    const rarity = Math.log(1 + (index.size - inAll + 0.5) / (inAll + 0.5));
    const lists = await Promise.all(found.map(async function ([number, share]) {
      const [shard, at] = shardOf(number, index.postings);
      return [(await load("postings-" + shard)).split(" ")[at], share];
    }));
    for (const [list, share] of lists) {
      const read = reader(list);
      for (let document = -1; read.more();) {
        document += read.number() + 1;
        const weight = rarity * share * read.digit();
        if (weight > (weights.get(document) || 0)) weights.set(document, weight);
      }
    }
    return weights;
  }

  // What fits the query, best first: documents with all its words, then those with any. Says in `terms` which terms
  // of the index were looked for, in `slips` what was taken for another word's misspelling.
  async function find(query) {
    const index = await (opened = opened || open());
    const said = [...new Set(folding.words(query))];
    const telling = said.filter((word) => !index.stop.has(word));
    const words = telling.length ? telling : said;
    const matched = words.map((word, at) => candidates(index, word, at === words.length - 1));
    const totals = new Map();
    for (const { found } of matched) {
      for (const [document, weight] of await weigh(index, found)) {
        const [count, total] = totals.get(document) || [0, 0];
        totals.set(document, [count + 1, total + weight]);
      }
    }
    const ranked = [...totals].sort(([a, [m, x]], [b, [n, y]]) => n - m || y - x || a - b);
    return {
      words,
      documents: ranked.map(([document]) => document),
      complete: ranked.filter(([, [count]]) => count === words.length).length,
      terms: new Set(matched.flatMap(({ found }) => found.map(([number]) => index.terms[number]))),
      slips: matched.flatMap(({ found, slip }, at) => (slip ? [[words[at], index.terms[found[0][0]]]] : [])),
    };
  }

  // A document as the page shows it.
  async function shown(document) {
    const index = await opened;
    const [shard, at] = shardOf(document, index.shown);
    const [title, href, kind, date, passages] = (await load("shown-" + shard))[at];
    return { title, href, kind, date, passages };
  }

  return { register, find, shown };
})();
