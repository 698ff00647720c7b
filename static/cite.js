// Optional: a button that copies a citation. Without it the text can be selected as it stands.
(function () {
  "use strict";
  if (!navigator.clipboard) return;
  document.querySelectorAll(".citation").forEach(function (text) {
    var line = document.createElement("p");
    var button = document.createElement("button");
    var said = document.createElement("span");
    button.type = "button";
    button.className = "copy";
    button.textContent = say("Copy");
    button.setAttribute("aria-label", say("Copy the %(name)s", { name: text.dataset.name || say("citation") }));
    said.className = "copied";
    said.setAttribute("role", "status");
    line.append(button, said);
    text.after(line);
    button.addEventListener("click", function () {
      navigator.clipboard.writeText(text.textContent).then(
        function () { said.textContent = say("Copied"); },
        function () { said.textContent = say("Not copied: select the text instead"); }
      );
    });
  });
})();
