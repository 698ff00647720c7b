// Goes on from a signpost to the event that the address names.
(function () {
  "use strict";
  const here = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const link = here && here.querySelector("a");
  if (link) location.replace(link.href);
})();
