"""Which round each mention is, and of which talks: the conflict file's tracks, else what the texts themselves say."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.model import Conflict, Name, Round, RoundMention, Span, Track
from dateline.rounds import series
from dateline.rounds.series import RoundCandidate, key, told_apart


def link(
    candidates: Mapping[str, Sequence[RoundCandidate]],
    texts: Mapping[str, str],
    names: Mapping[str, Sequence[Name]],
    conflict: Conflict,
) -> tuple[dict[str, tuple[RoundMention, ...]], tuple[Round, ...]]:
    """Each article's round mentions with their ids, and the archive's rounds, sorted by track and number.

    `names` are the linked names of each article. Only a numbered mention gets an id: the track's and the number,
    `us-taliban-7`; `talks-7` where the conflict file has no such track, `technical-talks-7` where the texts tell such
    talks from others. Rounds that only the conflict file numbers come with `stated` False.
    """
    mentions: dict[str, tuple[RoundMention, ...]] = {}
    apart = told_apart(list(candidates.values()))
    rounds = {round_.id: replace(round_, stated=False) for round_ in conflict.rounds}
    of_series: dict[str, Round] = {}
    conferences = series.conferences(list(candidates.values()))
    for article in sorted(candidates):
        if not candidates[article]:
            mentions[article] = ()
            continue
        linked = []
        named = _Named(names.get(article, ()))
        here: dict[int, Round] = {}
        of_sentence: dict[Span, Track | None] = {}
        for one in candidates[article]:
            found = None
            if one.number and one.title not in conferences:
                if one.sentence not in of_sentence:
                    of_sentence[one.sentence] = _track(one.sentence, texts[article], named, conflict.tracks)
                track = of_sentence[one.sentence]
                taken_up = here.get(one.number) if one.text.lower().startswith(("the ", "this ")) else None
                own = track is None and (one.title or key(one.series) in apart)
                if own and not (one.around and taken_up):
                    found = _of_series(one, apart.get(key(one.series), one.series))
                    of_series[found.id] = found
                else:
                    found = taken_up or _round(one.number, track, rounds)
                    here[one.number] = rounds[found.id] = found
            linked.append(RoundMention(one.span, one.text, one.number if found else None, found.id if found else None))
        mentions[article] = tuple(linked)
    return mentions, tuple(sorted((of_series | rounds).values(), key=lambda r: (r.track, r.number or 0, r.id)))


def _round(number: int, track: Track | None, rounds: Mapping[str, Round]) -> Round:
    """The round of this number, the conflict file's if it has it; stated, since a text gives its number."""
    name = track.id if track else ""
    for known in rounds.values():
        if known.number == number and known.track == name:
            return replace(known, stated=True)
    title = f"{track.name}, round {number}" if track else f"Talks, round {number}"
    return Round(f"{name or 'talks'}-{number}", title, name, number, None, track.venue if track else None, True)


def _of_series(one: RoundCandidate, talks: str) -> Round:
    """A round of talks with a name of their own, and no track of the conflict file's."""
    name = f"{talks[:1].upper()}{talks[1:]}, round {one.number}"
    return Round(f"{key(talks)}-{one.number}", one.title or name, "", one.number, None, None, True)


class _Named:
    """Whom and what one article names: in all, and in a part of it."""

    def __init__(self, names: Sequence[Name]) -> None:
        self._names = sorted(names, key=lambda name: name.span.start)
        self._starts = [name.span.start for name in self._names]
        self.ids = {name.id for name in names}

    def within(self, span: Span) -> set[str | None]:
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return {name.id for name in self._names[first:last]}


def _track(span: Span, text: str, named: _Named, tracks: Sequence[Track]) -> Track | None:
    """The track that the sentence at `span` names, or whose parties it or the article names; None where two fit."""
    sentence, near = text[span.start : span.end].casefold(), named.within(span)
    scored = sorted(((_fit(track, sentence, near, named.ids), track.id) for track in tracks), reverse=True)
    if not scored or scored[0][0] == 0 or (len(scored) > 1 and scored[1][0] == scored[0][0]):
        return None
    return next(track for track in tracks if track.id == scored[0][1])


def _fit(track: Track, sentence: str, near: set[str | None], around: set[str | None]) -> int:
    """How well a track fits: 8 by name, 4 by its parties in the sentence, 2 in the article, 1 more for the venue."""
    named = any(form.casefold() in sentence for form in (track.name, *track.aliases))
    parties = set(track.parties)
    here, there = bool(parties) and parties <= near, bool(parties) and parties <= around
    if not (named or here or there):
        return 0
    venue = track.venue in around or bool(track.venue and track.venue.casefold() in sentence)
    return 8 * named + 4 * here + 2 * there + venue
