// Optional: keeps the filters' state in the address and says how many events are shown. Nothing needs it.
(function () {
  "use strict";
  var inputs = Array.from(document.querySelectorAll(".filter input"));
  var found = document.querySelector(".found");
  if (!inputs.length || !found) return;

  function read() {
    var state = new URLSearchParams(location.search);
    inputs.forEach(function (input) {
      if (state.get(input.name) === input.value) input.checked = true;
    });
  }

  function shown() {
    var chosen = inputs.filter(function (input) {
      return input.checked && input.value !== "all";
    });
    var selector = ".timeline .event" + chosen.map(function (input) { return "." + input.value; }).join("");
    return document.querySelectorAll(selector).length;
  }

  function write() {
    var state = new URLSearchParams();
    inputs.forEach(function (input) {
      if (input.checked && input.value !== "all") state.set(input.name, input.value);
    });
    var query = state.toString();
    try {
      history.replaceState(null, "", (query ? "?" + query : location.pathname) + location.hash);
    } catch (refused) {
      // A browser may refuse this for a page on the disk; the filters work all the same.
    }
  }

  function tell() {
    var total = document.querySelectorAll(".timeline .event").length;
    found.textContent = shown() + " of " + total + " events shown";
  }

  read();
  if (inputs.some(function (input) { return input.checked && input.value !== "all"; })) tell();
  inputs.forEach(function (input) {
    input.addEventListener("change", function () {
      write();
      tell();
    });
  });
})();
