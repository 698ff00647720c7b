// The search page: reads the query from the address and lists what fits. All text is set as text, never as markup.
(function () {
  "use strict";
  const PAGE = 20;
  const SNIPPET = 220; // characters shown of a passage, and how many of them before the first word found
  const BEFORE = 70;
  const LISTED = 3; // words said of those that were looked for instead of one
  const WORD = /[\p{L}\p{N}\p{M}\p{Cf}'’‘ʻʼ.,-]+/gu;
  const results = document.getElementById("results");
  const status = document.querySelector(".found");
  const asked = new URLSearchParams(location.search);
  const query = (asked.get("q") || "").trim().slice(0, 200);
  const page = Math.max(1, parseInt(asked.get("page"), 10) || 1);

  function element(name, properties, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  }

  // The words of `text` that are in `terms`: [start, end].
  function hits(text, terms) {
    return Array.from(text.matchAll(WORD))
      .filter((word) => folding.terms(word[0]).some((term) => terms.has(term)))
      .map((word) => [word.index, word.index + word[0].replace(/[.,]+$/, "").length]);
  }

  function marked(text, found, start, end) {
    const nodes = [];
    let at = start;
    for (const [from, to] of found) {
      if (from < at || to > end) continue;
      nodes.push(text.slice(at, from), element("mark", { textContent: text.slice(from, to) }));
      at = to;
    }
    nodes.push(text.slice(at, end));
    return nodes;
  }

  function whole(text, terms) {
    return marked(text, hits(text, terms), 0, text.length);
  }

  function different(text, found) {
    return new Set(found.flatMap(([from, to]) => folding.words(text.slice(from, to)))).size;
  }

  // The passage that holds most of the words, cut around the first of them.
  function snippet(passages, terms) {
    let best = { text: passages[0] || "", found: [], words: 0 };
    for (const text of passages) {
      const found = hits(text, terms);
      const words = different(text, found);
      if (words > best.words) best = { text, found, words };
    }
    const { text, found } = best;
    const hit = found.length ? found[0][0] : 0;
    const start = hit > BEFORE ? Math.min(hit, text.indexOf(" ", hit - BEFORE) + 1) : 0;
    const blank = text.length > start + SNIPPET ? text.lastIndexOf(" ", start + SNIPPET) : text.length;
    const end = blank > start ? blank : text.length;
    return [start ? "… " : "", ...marked(text, found, start, end), end < text.length ? " …" : ""];
  }

  function item(one, terms) {
    const made = element("li", {},
      element("h2", { dir: "auto" }, element("a", { href: one.href }, ...whole(one.title, terms))),
      element("p", { className: "small" },
        element("bdi", {}, ...whole(one.kind, terms)), one.date ? " · " : "", ...whole(one.date, terms)));
    if (one.passages.length) {
      made.append(element("p", { className: "snippet", dir: "auto" }, ...snippet(one.passages, terms)));
    }
    return made;
  }

  function listed(words) {
    const list = words.slice(0, LISTED).map((word) => say("“%(quote)s”", { quote: word })).join(say(", "));
    return words.length > LISTED ? say("%(list)s and others", { list }) : list;
  }

  function told(found) {
    const all = found.documents.length;
    const some = all - found.complete;
    const slips = found.slips.map(([word, meant]) => " " + say("Nothing has “%(word)s”; looked for %(others)s instead.", { word, others: listed(meant) }));
    if (!some) return many("%(n)s result.", "%(n)s results.", all) + slips.join("");
    const both = found.complete
      ? many("%(n)s result with all words, then %(some)s with some of them.", "%(n)s results with all words, then %(some)s with some of them.", found.complete, { some })
      : say("Nothing has all words; %(some)s with some of them.", { some });
    return both + slips.join("");
  }

  // Links to the results before and after those shown, each with an address of its own.
  function turning(shown, last) {
    const links = [[shown - 1, say("Previous results")], [shown + 1, say("More results")]]
      .filter(([number]) => number >= 1 && number <= last)
      .map(([number, text]) => element("a", { href: "?" + new URLSearchParams({ q: query, page: number }) }, text));
    return links.length ? [element("p", { className: "turning" }, ...links)] : [];
  }

  async function list(found) {
    const last = Math.ceil(found.documents.length / PAGE);
    const shown = Math.min(page, last);
    const first = (shown - 1) * PAGE;
    const here = await Promise.all(found.documents.slice(first, first + PAGE).map(searchIndex.shown));
    const items = here.map((one) => item(one, found.terms));
    results.replaceChildren(
      element("ol", { className: "articles results", start: first + 1 }, ...items), ...turning(shown, last));
    status.textContent = told(found);
  }

  function nothing() {
    const tips = [say("Use fewer words, or only one."), say("Give only the beginning of the last word."), say("Try another spelling of a name.")];
    const list = element("ul", {}, ...tips.map((tip) => element("li", { textContent: tip })));
    results.replaceChildren(list, advice().lastElementChild);
    status.textContent = say("Nothing found for “%(query)s”.", { query });
  }

  function advice() {
    return document.getElementById("advice").content.cloneNode(true);
  }

  async function search() {
    try {
      const found = await searchIndex.find(query);
      if (found.documents.length) await list(found); else nothing();
    } catch (failed) {
      results.replaceChildren(advice());
      status.textContent = say("The search index could not be loaded. Is the folder “search” beside this page?");
    }
  }

  document.querySelector("main [name=q]").value = query;
  results.replaceChildren(advice());
  if (query) {
    document.title = say("“%(quote)s”", { quote: query }) + " – " + document.title;
    search();
  }
})();
