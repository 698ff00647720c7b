"""Dateline: a folder of raw news articles goes in, a cited timeline website comes out.

Article -> Sentence -> Mention (what the text says, no clock) -> When (against an anchor)
-> Report (one clause's claim, with its quote) -> Event (reports and joins) -> Timeline -> View -> Page.
"""

__version__ = "0.1.0"
