"""Where the six parts stand: the run of headings that comes in the form's order and has most below it.

Numbers that start again inside part one, a table of contents, and headings that come twice are told apart by
their order and by what stands below them, never by a search for "五、".
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import define, field

from disclosure_report.blocks import Block, Grid, Heading, Paragraph
from disclosure_report.layout.recognise.headings import CLOSE, EXACT, is_first_line
from disclosure_report.layout.recognise.stands import Stand
from disclosure_report.model.parts import PARTS, Part


_ORDER = {part.name: number for number, part in enumerate(PARTS)}
# What counts when one of several runs is chosen: that a heading stands there, how sure it is, what is below.
_HEADING, _LIKENESS, _CONTENT = 1000, 100, 10


@define
class Outline:
    """A document sorted by its parts: what stands before them, the blocks of each, and what is in neither.

    *before* is what stands before the title, *front* what stands between it and the parts. *counts* says how
    often a part's heading stands; *close* are the parts whose heading has other words, *moved* those that
    stand out of the form's order.
    """

    before: list[Block] = field(factory=list)
    front: list[Block] = field(factory=list)
    sections: dict[str, list[Block]] = field(factory=dict)
    headings: dict[str, Heading | Paragraph] = field(factory=dict)
    others: list[Block] = field(factory=list)
    counts: dict[str, int] = field(factory=dict)
    close: list[Part] = field(factory=list)
    moved: list[Part] = field(factory=list)
    is_marked: bool = False


def outline_of(front: Sequence[Block], places: Sequence[Stand], *, is_marked: bool) -> Outline:
    """What stands before the parts, and the places where they may stand, sorted by part."""
    found = Outline(front=list(front), is_marked=is_marked)
    chosen = _chosen(places)
    moved = _moved(places, chosen)
    found.moved = [place.part for place in moved]
    _assign(found, places, [*chosen, *moved])
    if not is_marked:
        _find_first(found)
    return found


def _chosen(places: Sequence[Stand]) -> list[Stand]:
    """The run of places in the form's order that gains most; of equal ones the last."""
    if all(_ORDER[a.part.name] < _ORDER[b.part.name] for a, b in pairwise(places)):
        return list(places)  # most documents: nothing to choose
    best: list[tuple[int, tuple[Stand, object] | None]] = [(0, None)] * (len(PARTS) + 1)
    for place in places:
        order = _ORDER[place.part.name]
        gained, run = max(best[: order + 1], key=lambda each: each[0])
        if gained + _score(place) >= best[order + 1][0]:
            best[order + 1] = (gained + _score(place), (place, run))
    return list(_unlinked(max(best, key=lambda each: each[0])[1]))[::-1]


def _moved(places: Sequence[Stand], chosen: Sequence[Stand]) -> list[Stand]:
    """Parts that stand out of order: with their own number and words, something below, and nowhere else."""
    known = {place.part.name for place in chosen}
    others = [
        place for place in places if place.part.name not in known and place.likeness == EXACT and place.weight
    ]
    names = [place.part.name for place in others]
    return [place for place in others if names.count(place.part.name) == 1]


def _unlinked(run: object) -> Iterator[Stand]:
    while isinstance(run, tuple):
        place, run = run
        yield place


def _score(place: Stand) -> int:
    """What a run gains by a place."""
    return _HEADING + _LIKENESS * place.likeness + _CONTENT * place.weight


def _assign(found: Outline, places: Sequence[Stand], chosen: Sequence[Stand]) -> None:
    """Each place to the part that it is, or in whose middle it stands."""
    into: list[Block] = found.front
    current: Part | None = None
    for place in places:
        exact = place.likeness == EXACT
        found.counts[place.part.name] = found.counts.get(place.part.name, 0) + exact
        if any(place is each for each in chosen):
            current = place.part
            into = found.sections[current.name] = list(place.blocks)
            found.headings[current.name] = place.heading
            if place.likeness == CLOSE:
                found.close.append(current)
        elif exact and current in {None, place.part}:
            found.others += place.blocks
        else:
            into += (place.heading, *place.blocks)


def _find_first(found: Outline) -> None:
    """Part one under words of its own: the first line before part two that opens with 一、."""
    if PARTS[0].name in found.sections or not found.sections:
        return
    for number, block in enumerate(found.front):
        if not isinstance(block, Grid) and is_first_line(block.text):
            found.sections = {PARTS[0].name: found.front[number + 1 :], **found.sections}
            found.headings[PARTS[0].name] = block
            found.close.append(PARTS[0])
            found.front = found.front[:number]
            return
