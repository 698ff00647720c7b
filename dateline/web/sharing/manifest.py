"""What a phone needs to know to keep the site among its own: its name, colours and icons."""

import json

from dateline.model import Timeline
from dateline.web import urls


def text(timeline: Timeline) -> str:
    """The content of site.webmanifest; addresses in it count from where it lies, the root."""
    data = {
        "name": timeline.title or "A timeline",
        "description": timeline.description,
        "lang": timeline.language,
        "start_url": urls.HOME,
        "scope": "./",
        "display": "browser",
        "background_color": "#fbfaf6",
        "theme_color": "#fbfaf6",
        "icons": [
            {"src": "static/icon.svg", "type": "image/svg+xml", "sizes": "any"},
            {"src": "static/icon.png", "type": "image/png", "sizes": "180x180"},
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
