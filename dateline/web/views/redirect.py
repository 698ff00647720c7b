"""A page at an address that has moved: where to go on."""

from dataclasses import dataclass

from dateline.web.views.parts import Link


@dataclass(frozen=True, slots=True)
class Redirect:
    heading: str
    link: Link
