// Loads the page anew once the site is built anew. The pages' policy lets them ask this server for scripts and
// pictures alone, and is left as it will be published: so the question is a script, which the server answers when it has
// something new to show, or after some seconds with nothing.
(function () {
  "use strict";
  const shown = new URL(document.currentScript.src).searchParams.get("shown");
  let asking = false;

  // A page that nobody sees asks nothing: a browser opens no more than a few connections to one server.
  function ask() {
    if (asking || document.hidden) return;
    asking = true;
    const question = document.createElement("script");
    const askAgain = (pause) => {
      question.remove();
      setTimeout(() => {
        asking = false;
        ask();
      }, pause);
    };
    question.addEventListener("load", () => askAgain(100));
    question.addEventListener("error", () => askAgain(1000)); // The server has ended, and may be back.
    question.src = "/.dateline/changed.js?shown=" + encodeURIComponent(shown);
    document.head.append(question);
  }

  // Not before the page is there: it would take the question for a part of itself that is still to come.
  if (document.readyState === "complete") ask();
  else addEventListener("load", ask);
  document.addEventListener("visibilitychange", ask);
})();
