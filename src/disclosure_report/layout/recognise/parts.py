"""Where the six parts stand: the run of headings that comes in the form's order and has most below it.

Numbers that start again inside part one, a table of contents, and headings that come twice are told apart by
their order and by what stands below them, never by a search for "五、".
"""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from attrs import define, field

from disclosure_report.blocks import Block, Grid, Heading, Paragraph
from disclosure_report.layout.recognise.headings import CLOSE, EXACT, heading_of, is_first_line
from disclosure_report.layout.recognise.stands import Stand, has_words
from disclosure_report.model.parts import PARTS, Part


_ORDER = {part.name: number for number, part in enumerate(PARTS)}
# What counts when one of several runs is chosen: a heading, and how sure it is, as so many lines below it.
_HEADING, _LIKENESS = 100, 10


@define
class Outline:
    """A document sorted by its parts: what stands before them, the blocks of each, and what is in neither.

    *before* is what stands before the title, *front* what stands between it and the parts. *counts* says how
    often a part's heading stands; *close* are the parts whose heading has other words, *moved* those that
    stand out of the form's order.
    """

    is_marked: bool
    before: list[Block] = field(factory=list)
    front: list[Block] = field(factory=list)
    sections: dict[str, list[Block]] = field(factory=dict)
    headings: dict[str, Heading | Paragraph] = field(factory=dict)
    others: list[Block] = field(factory=list)
    counts: Counter[str] = field(factory=Counter)
    close: list[Part] = field(factory=list)
    moved: list[Part] = field(factory=list)


def outline_of(front: Sequence[Block], places: Sequence[Stand], *, is_marked: bool) -> Outline:
    """What stands before the parts, and the places where they may stand, sorted by part."""
    found = Outline(is_marked, front=list(front))
    chosen = _chosen(places)
    moved = _moved(front, places, chosen)
    found.moved = [place.part for place in moved]
    _assign(found, places, [*chosen, *moved])
    if not is_marked:
        _find_first(found)
    return found


def _chosen(places: Sequence[Stand]) -> list[Stand]:
    """The run of places in the form's order that gains most; of equal ones the last."""
    if all(_ORDER[a.part.name] < _ORDER[b.part.name] for a, b in pairwise(places)):
        return list(places)  # most documents: nothing to choose
    best: dict[Part, tuple[Stand, ...]] = {}  # that ends at each part

    def best_of(parts: Sequence[Part]) -> tuple[Stand, ...]:
        return max((best[part] for part in parts if part in best), key=_gain, default=())

    for place in places:
        run = (*best_of(PARTS[: _ORDER[place.part.name]]), place)
        best[place.part] = max(run, best.get(place.part, ()), key=_gain)
    return list(best_of(PARTS))


def _moved(front: Sequence[Block], places: Sequence[Stand], chosen: Sequence[Stand]) -> list[Stand]:
    """Parts that stand out of order: with their own number and words, something below, and nowhere else."""
    known = {place.part.name for place in chosen}
    others = [
        place
        for place, before in zip(places, [front, *(each.blocks for each in places)], strict=False)
        if place.part.name not in known
        and place.likeness == EXACT
        and place.weight
        and not _is_listed(place, before)
    ]
    names = [place.part.name for place in others]
    return [place for place in others if names.count(place.part.name) == 1]


def _is_listed(place: Stand, before: Sequence[Block]) -> bool:
    """Whether a heading stands among those of a table of contents, as one that does not come again."""
    near = [*[block for block in before if has_words(block)][-1:], *place.blocks]
    found = (heading_of(block.text, closely=False) for block in near if not isinstance(block, Grid))
    return any(match is not None and match.likeness == EXACT for match in found)


def _gain(run: Sequence[Stand]) -> int:
    """What a run gains: by each heading, by how sure it is, by what is below."""
    return sum(_HEADING + _LIKENESS * place.likeness + place.weight for place in run)


def _assign(found: Outline, places: Sequence[Stand], chosen: Sequence[Stand]) -> None:
    """Each place to the part that it is, or in whose middle it stands."""
    into: list[Block] = found.front
    current: Part | None = None
    for place in places:
        exact = place.likeness == EXACT
        found.counts[place.part.name] += exact
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
    first, *_ = PARTS
    if first.name in found.sections or not found.sections:
        return
    for number, block in enumerate(found.front):
        if not isinstance(block, Grid) and is_first_line(block.text):
            found.sections = {first.name: found.front[number + 1 :], **found.sections}
            found.headings[first.name] = block
            found.close.append(first)
            found.front = found.front[:number]
            return
