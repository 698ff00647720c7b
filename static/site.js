// The interface's own words, in English or as static/words.js says them. Every other script uses these two.
const { say, many } = (function () {
  "use strict";
  const { said, form } = typeof words === "undefined" ? { said: {}, form: (n) => Number(n !== 1) } : words;
  const written = (value) => (typeof value === "number" ? value.toLocaleString(document.documentElement.lang) : value);
  const fill = (text, values) => text.replace(/%\((\w+)\)s/g, (_, name) => written(values[name]));
  return {
    say: (text, values) => fill((said[text] || [text])[0], values),
    many: (one, more, n, values) => fill((said[one] || [one, more])[form(n)], { n, ...values }),
  };
})();

// Optional: filters that can be combined, their state in the address, and how many events they leave. Nothing needs it.
(function () {
  "use strict";
  const form = document.getElementById("filter");
  if (!form) return;
  const months = Array.from(document.querySelectorAll(".timeline .month"), readMonth);
  const years = Array.from(document.querySelectorAll(".rail li"));
  const total = months.reduce((sum, month) => sum + month.events.length, 0);

  function readMonth(node) {
    const title = node.querySelector("h2"), count = title.querySelector(".count");
    const links = document.querySelectorAll('.rail a[href="#' + CSS.escape(title.id) + '"]');
    return { node, count, said: count.textContent, links, events: Array.from(node.querySelectorAll(".event"), readEvent) };
  }

  // What an event fits, as "name=value"; read when it is first asked for: a page may hold thousands.
  function readEvent(node) {
    let keys;
    return {
      node,
      get keys() {
        if (keys) return keys;
        const [, lane, certainty, show] = node.classList;
        keys = new Set(["lane=" + lane, "certainty=" + certainty, "show=" + show]);
        for (const name of ["actor", "place", "round", "type", "modality"])
          for (const key of (node.dataset[name] || "").split(" ")) keys.add(name + "=" + key);
        return keys;
      },
    };
  }

  // A list of links becomes a choice among the same values; beside them stand the days.
  function makeChoice(list) {
    const label = document.createElement("label"), select = document.createElement("select");
    select.name = list.dataset.filter;
    select.add(new Option(say("Any"), ""));
    for (const value of list.querySelectorAll("[data-value]")) {
      const [name, events] = value.children;
      select.add(new Option(name.textContent + " (" + events.textContent + ")", value.dataset.value));
    }
    label.append(list.querySelector("h3").textContent, select);
    list.replaceWith(label);
  }

  function chosen() {
    return Array.from(new FormData(form)).filter(([, value]) => value && value !== "all");
  }

  function fits(event, choices) {
    return choices.every(([name, value]) => {
      if (name === "from") return event.node.dataset.last >= value;
      if (name === "to") return event.node.dataset.first <= value;
      return event.keys.has(name + "=" + value);
    });
  }

  // What the address leads to. The browser's own :target is not yet set when the page opens.
  function linked() {
    try {
      return document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch (unreadable) {
      return null;
    }
  }

  // An event that a link leads to is shown whatever the choice.
  function show(choices) {
    const target = linked();
    let shown = 0;
    for (const month of months) {
      let left = 0;
      for (const event of month.events) {
        const hidden = event.node !== target && !fits(event, choices);
        if (event.node.hidden !== hidden) event.node.hidden = hidden;
        if (!hidden) left += 1;
      }
      const all = left === month.events.length;
      month.node.hidden = !left;
      month.count.textContent = all ? month.said : say("%(some)s of %(all)s", { some: left, all: month.said });
      for (const link of month.links) link.hidden = !left;
      shown += left;
    }
    for (const year of years) year.hidden = !year.querySelector("a:not([hidden])");
    return shown;
  }

  function apply() {
    const choices = chosen(), shown = show(choices);
    for (const control of form.querySelectorAll("select, [type=date]")) control.classList.toggle("chosen", control.value !== "");
    form.classList.toggle("chosen", choices.length > 0);
    document.querySelector(".timeline").classList.toggle("empty", shown === 0);
    form.querySelector(".found").textContent = choices.length ? many("%(shown)s of %(n)s event shown", "%(shown)s of %(n)s events shown", total, { shown }) : "";
  }

  function write() {
    const query = new URLSearchParams(chosen()).toString();
    try {
      history.replaceState(null, "", (query ? "?" + query : location.pathname) + location.hash);
    } catch (refused) {
      // A browser may refuse this for a page on the disk; the filters work all the same.
    }
  }

  function read() {
    for (const [name, value] of new URLSearchParams(location.search)) {
      const control = form.elements.namedItem(name);
      if (!control || control.id === name) continue; // what has a name, not what has such an id
      if (control.options && !Array.from(control.options).some((one) => one.value === value)) control.add(new Option(value, value));
      control.value = value;
      const folded = value && control.closest && control.closest("details");
      if (folded) folded.open = true;
    }
  }

  function changed() {
    write();
    apply();
  }

  form.querySelectorAll("[data-filter]").forEach(makeChoice);
  const days = form.querySelector("template");
  days.replaceWith(days.content);
  read();
  if (chosen().length) apply();
  form.addEventListener("change", changed);
  form.addEventListener("reset", () => setTimeout(changed)); // the form is emptied after this event
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", () => chosen().length && apply());
})();
