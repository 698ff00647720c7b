"""Lines above an article that say only of which kind it is: "Obituary", "PROFILE:", "The Interview"."""

import re

LABELS = (
    "Court report|Leading article|Published|Updated|Posted|Breaking|Exclusive|Analysis|Opinion|Video|Watch|Live|"
    "Photos?|Read|Update|Factbox|Explainer|Note|Source|By|Date|Profile|Obituary|Interview|Editorial|Leader|Letters?|"
    "Comment|Sketch|Review|Correction|Diary|Timeline|Timetable|Background|Feature|Report|Newsmaker|Q|A|Headline|"
    "Title|Section|Special|Column"
)
LABEL = re.compile(rf"\W*(?:the )?(?:{LABELS})s?(?: of the (?:day|week))?\W*", re.IGNORECASE)


def is_label(text: str) -> bool:
    return LABEL.fullmatch(text) is not None
