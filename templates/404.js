// "…/events/001-a41b91fb.html" -> "…/events/fb.html#001-a41b91fb": dateline/web/urls.py cuts an id in the same way.
(function () {
  const found = /^(.*\/events\/)([^\/]*[^\/]{2})\.html$/.exec(location.pathname);
  const id = found && found[2];
  if (id && id.length > 2) location.replace(found[1] + id.slice(-2).replace(/[^0-9a-f]/g, "0") + ".html#" + id);
})();
