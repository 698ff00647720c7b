"""Maps, drawn on this machine from the package's own outlines: from degrees on the globe to paths of an SVG."""
