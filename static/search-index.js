// The search index: loads its parts as they are needed and finds what fits a query. Knows nothing of the page.
// dateline/web/search/inverted.py says how the parts are written.
const searchIndex = (function () {
  "use strict";
  const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
  const VALUE = new Map(Array.from(DIGITS, (digit, value) => [digit, value]));
  const EXPANDED = 50; // terms at most that the beginning of a word, or a misspelling, stands for
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

  // Reads digits, and numbers of them: five bits a digit, the lowest first; the sixth says that more follow.
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

  function documentsOf(index, candidates) {
    return candidates.reduce((total, [number]) => total + index.frequency[number], 0);
  }

  function commonest(index, candidates) {
    const order = ([a, x], [b, y]) => y - x || index.frequency[b] - index.frequency[a] || a - b;
    return candidates.sort(order).slice(0, EXPANDED);
  }

  // What a word is looked for by, also as part of a `compound`: "cease-fire" is written "ceasefire" as well. Only a word
  // that stands nowhere is taken for a slip.
  function candidates(index, word, compound, last) {
    const right = [word, compound].filter(Boolean).flatMap((one) => spelling.forms(index.terms, one, last));
    const found = commonest(index, right.length ? right : spelling.slips(index.terms, word));
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

  // What fits the query, best first: documents with all its words, then those with any. `terms` are those of the index
  // that were looked for, `slips` the words that stand nowhere, each with what was looked for instead.
  async function find(query) {
    const index = await (opened = opened || open());
    const said = [...new Set(folding.words(query))];
    const telling = said.filter((word) => !index.stop.has(word));
    const words = telling.length ? telling : said;
    const compounds = new Map(folding.compounds(query).flatMap(([a, b]) => [[a, a + b], [b, a + b]]));
    const matched = words.map((word, at) => candidates(index, word, compounds.get(word), at === words.length - 1));
    const totals = new Map();
    for (const { found } of matched) {
      for (const [document, weight] of await weigh(index, found)) {
        const [count, total] = totals.get(document) || [0, 0];
        totals.set(document, [count + 1, total + weight]);
      }
    }
    const ranked = [...totals].sort(([a, [m, x]], [b, [n, y]]) => n - m || y - x || a - b);
    const meant = ({ found }) => found.map(([number]) => index.terms[number]);
    return {
      documents: ranked.map(([document]) => document),
      complete: ranked.filter(([, [count]]) => count === words.length).length,
      terms: new Set(matched.flatMap(meant)),
      slips: matched.flatMap((one, at) => (one.slip ? [[words[at], meant(one)]] : [])),
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
