"""Where the six parts stand: the run of headings that comes in the form's order and has most below it.

Numbers that start again inside part one, a table of contents, and headings that come twice are told apart by
their order and by what stands below them, never by a search for "五、".
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import chain, islice, pairwise
from typing import Any, TypeAlias

from attrs import define, evolve, field, frozen

from disclosure_report.blocks import Block, Grid, Heading, Paragraph, Place
from disclosure_report.errors import SeveralReportsError
from disclosure_report.layout.compose import PART_LEVEL
from disclosure_report.layout.recognise.folding import fold
from disclosure_report.layout.recognise.grids import Texts
from disclosure_report.layout.recognise.headings import (
    CLOSE,
    EXACT,
    LONGEST_HEADING,
    heading_of,
    is_first_line,
    is_numbered,
    split_heading,
)
from disclosure_report.layout.recognise.labels import labels_of
from disclosure_report.layout.recognise.owners import records_met
from disclosure_report.layout.recognise.titles import MOST_LINES, Title, title_of
from disclosure_report.model.parts import PARTS, Part
from disclosure_report.model.registry import tables_of


_MOST_COMPARED = 1000  # lines that open with a part's number; a report has some ten
_ORDER = {part.name: number for number, part in enumerate(PARTS)}
_MOST = 20  # lines that count; a table has as many, a table of contents fewer
# What counts when one of several runs is chosen: that a heading stands there, how sure it is, what is below.
_HEADING, _LIKENESS, _CONTENT = 1000, 100, 10


@frozen(eq=False)
class Stand:
    """One place where a part may stand: its heading, how sure that is, and the blocks below it."""

    part: Part
    heading: Heading | Paragraph
    likeness: int
    blocks: tuple[Block, ...]

    @cached_property
    def weight(self) -> int:
        """How much of the part stands there, up to a little more than a table of contents has."""
        if not self.part.is_table:
            return min(sum(has_words(block) for block in self.blocks), _MOST)
        names = [labels_of(compiled) for compiled in tables_of(self.part.name)]
        lines = [fold(block.text) for block in self.blocks if not isinstance(block, Grid)]
        is_text = any(labels.knows(folded) for labels in names for folded in lines if folded)
        grids = (block for block in self.blocks if isinstance(block, Grid))
        is_table = any(records_met(self.part, Texts.of(grid)) for grid in grids)
        return max(min(sum(map(bool, lines)), _MOST) * is_text, _MOST * is_table)

    @property
    def words(self) -> tuple[Any, ...]:
        """All that stands there."""
        return tuple(b.values if isinstance(b, Grid) else b.text for b in self.blocks if has_words(b))

    @property
    def score(self) -> int:
        """What a run gains by this place."""
        return _HEADING + _LIKENESS * self.likeness + _CONTENT * self.weight


@define
class Outline:
    """A document sorted by its parts: what stands before them, the blocks of each, and what is in neither.

    *counts* says how often a part's heading stands; *close* are the parts whose heading has other words.
    """

    front: list[Block] = field(factory=list)
    sections: dict[str, list[Block]] = field(factory=dict)
    headings: dict[str, Heading | Paragraph] = field(factory=dict)
    others: list[Block] = field(factory=list)
    counts: dict[str, int] = field(factory=dict)
    close: list[Part] = field(factory=list)
    is_marked: bool = False


def has_words(block: Block) -> bool:
    """Whether anything stands in a block."""
    return isinstance(block, Grid) or bool(block.text.strip())


def outline_of(blocks: Sequence[Block], name: str, *, is_ours: bool) -> Outline:
    """The blocks sorted by part; in a file of ours a paragraph is no heading, whatever it says.

    Raises:
        SeveralReportsError: a table, or more than one part, stands in two places.
    """
    marked = _marked(blocks, is_ours=is_ours)
    blocks = blocks if marked else _unrun(blocks)
    front, places = _places(blocks, marked or _starts(blocks))
    _refuse_two(places, name)
    found = Outline(list(front), is_marked=bool(marked))
    _assign(found, places, _chosen(places))
    if not marked:
        _find_first(found)
    return found


Head: TypeAlias = tuple[str | None, int | None]
_Start: TypeAlias = tuple[int, Heading | Paragraph, Part, int]


def _starts(blocks: Sequence[Block]) -> list[_Start]:
    """Every block that may be the heading of a part, without a table of contents."""
    starts: list[_Start] = []
    compared = 0
    for number, block in enumerate(blocks):
        if isinstance(block, Grid) or len(block.text) > LONGEST_HEADING:
            continue
        compared += is_numbered(block.text)
        if found := heading_of(block.text, closely=compared <= _MOST_COMPARED):
            starts.append((number, block, found.part, found.likeness))
    return _without_contents(blocks, starts)


def _unrun(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with a heading that runs into its text as two."""
    found: list[Block] = []
    for block in blocks:
        if isinstance(block, Grid):
            found.append(block)
            continue
        heading, rest = split_heading(block.text)
        found += [evolve(block, text=heading), evolve(block, text=rest)] if rest else [block]
    return found


def _marked(blocks: Sequence[Block], *, is_ours: bool) -> list[_Start]:
    """The headings that are marked as such, where a file marks those of all parts."""
    starts: list[_Start] = [
        (number, block, found.part, found.likeness)
        for number, block in enumerate(blocks)
        if isinstance(block, Heading) and block.level == PART_LEVEL and (found := heading_of(block.text))
    ]
    return starts if is_ours or {part.name for _, _, part, _ in starts} == set(_ORDER) else []


def _without_contents(blocks: Sequence[Block], starts: list[_Start]) -> list[_Start]:
    """The headings without a table of contents: a run with nothing between them, all of which come again."""
    last = {part.name: number for number, (_, _, part, _) in enumerate(starts)}
    kept: list[_Start] = []
    in_contents = False
    for number, start in enumerate(starts):
        following = starts[number + 1][0] if number + 1 < len(starts) else len(blocks)
        empty = not any(has_words(block) for block in blocks[start[0] + 1 : following])
        in_contents = last[start[2].name] > number and (empty or in_contents)
        if not in_contents:
            kept.append(start)
    return kept


def _places(blocks: Sequence[Block], starts: Sequence[_Start]) -> tuple[Sequence[Block], list[Stand]]:
    """What stands before the first heading, and the places; a table's heading printed again goes on."""
    ends = [*(start[0] for start in starts), len(blocks)]
    runs: list[list[Stand]] = []
    for (number, heading, part, likeness), end in zip(starts, ends[1:], strict=True):
        place = Stand(part, heading, likeness, tuple(blocks[number + 1 : end]))
        if part.is_table and runs and _goes_on(runs[-1][-1], place):
            runs[-1].append(place)
        else:
            runs.append([place])
    return blocks[: ends[0]], [_joined(run) for run in runs]


def _joined(run: Sequence[Stand]) -> Stand:
    if len(run) == 1:
        return run[0]
    first = run[0]
    return Stand(first.part, first.heading, first.likeness, tuple(chain.from_iterable(s.blocks for s in run)))


def _goes_on(before: Stand, place: Stand) -> bool:
    """Whether a table's heading is printed again where the page ends, and not by another report."""
    if before.part is not place.part or not (before.weight and place.weight):
        return False
    return not any(not isinstance(block, Grid) and title_of(block.text) for block in before.blocks)


def _chosen(places: Sequence[Stand]) -> list[Stand]:
    """The run of places in the form's order that gains most; of equal ones the last."""
    if all(_ORDER[a.part.name] < _ORDER[b.part.name] for a, b in pairwise(places)):
        return list(places)  # most documents: nothing to choose
    best: list[tuple[int, tuple[Stand, object] | None]] = [(0, None)] * (len(PARTS) + 1)
    for place in places:
        order = _ORDER[place.part.name]
        gained, run = max(best[: order + 1], key=lambda each: each[0])
        if gained + place.score >= best[order + 1][0]:
            best[order + 1] = (gained + place.score, (place, run))
    return list(_unlinked(max(best, key=lambda each: each[0])[1]))[::-1]


def _unlinked(run: object) -> Iterator[Stand]:
    while isinstance(run, tuple):
        place, run = run
        yield place


def _refuse_two(places: Sequence[Stand], name: str) -> None:
    by_part: dict[str, list[Stand]] = {}
    for place in places:
        if place.likeness == EXACT:
            by_part.setdefault(place.part.name, []).append(place)
    twice = {part: full for part, each in by_part.items() if len(full := _different(each)) > 1}
    for part, full in twice.items():
        tables = sum(place.weight >= _MOST for place in full)
        if full[0].part.is_table and tables > 1:
            raise SeveralReportsError(name, f"the part {part} stands in it {tables} times")
    # Numbers may start again inside part one, but then part one itself does not come again.
    if len(twice) > 1 and PARTS[0].name in twice:
        raise SeveralReportsError(name, f"the parts {' and '.join([*twice][:2])} stand in it more than once")


def _different(places: Sequence[Stand]) -> list[Stand]:
    """The places with something in them; of copies, as for a desktop and a telephone, the first."""
    if len(places) == 1:
        return [*places]
    return list({place.words: place for place in places if place.weight}.values())


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


def refuse_other_titles(
    outline: Outline,
    head: Head,
    linked: AbstractSet[Place],
    name: str,
    *,
    is_book: bool,
) -> None:
    """Two reports must never be mixed into one; below the last part a page may name others, a book does not.

    Raises:
        SeveralReportsError: another report's title stands between the parts.
    """
    if outline.is_marked:
        return
    sections = list(outline.sections.values())
    between = chain.from_iterable([*sections, outline.others] if is_book else sections[:-1])
    lines = (each for each in between if not isinstance(each, Grid) and each.place not in linked)
    found = [title_of(line.text) for line in islice(lines, MOST_LINES) if line.text.strip()]
    for before, title, behind in zip([None, *found], found, [*found[1:], None], strict=False):
        # Titles in a row are a list of other reports.
        if title and not before and not behind and _is_other(title, head):
            raise SeveralReportsError(name, "titles of different reports stand between its parts")


def _is_other(title: Title, head: Head) -> bool:
    """Whether a title names another year or another organ than the head of the document."""
    agencies = [each.removesuffix("人民政府") for each in (title.agency, head[0]) if each]
    same = len(agencies) < len(head) or any(a.endswith(b) for a, b in (agencies, agencies[::-1]))
    return (title.year or head[1]) != (head[1] or title.year) or not same
