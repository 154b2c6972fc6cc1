"""The places where a part may stand: its heading, how sure that is, and the blocks below it."""

from collections.abc import Sequence
from functools import cached_property
from itertools import chain, pairwise
from typing import Any, TypeAlias

from attrs import evolve, frozen

from disclosure_report.blocks import Block, Grid, Heading, Paragraph
from disclosure_report.layout.compose import PART_LEVEL
from disclosure_report.layout.recognise.folding import fold
from disclosure_report.layout.recognise.grids import Texts
from disclosure_report.layout.recognise.headings import (
    LONGEST_HEADING,
    heading_of,
    is_numbered,
    split_heading,
)
from disclosure_report.layout.recognise.labels import labels_of
from disclosure_report.layout.recognise.lines.pipes import cells_of
from disclosure_report.layout.recognise.lines.running import headings_in
from disclosure_report.layout.recognise.owners import records_met
from disclosure_report.layout.recognise.titles import title_of
from disclosure_report.model.parts import PARTS, Part
from disclosure_report.model.registry import tables_of


_ALL = {part.name for part in PARTS}
ENOUGH = 20  # lines that count; a table has as many, a table of contents fewer
_MOST_COMPARED = 1000  # lines that open with a part's number; a report has some ten


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
            return min(sum(has_words(block) for block in self.blocks), ENOUGH)
        names = [labels_of(compiled) for compiled in tables_of(self.part.name)]
        words = [block for block in self.blocks if not isinstance(block, Grid)]
        lines = [fold(cell.line.text) for cell in cells_of(words).cells]
        is_text = any(labels.knows(folded) for labels in names for folded in lines)
        grids = (block for block in self.blocks if isinstance(block, Grid))
        is_table = any(records_met(self.part, Texts.of(grid)) for grid in grids)
        return max(min(sum(map(bool, lines)), ENOUGH) * is_text, ENOUGH * is_table)

    @property
    def words(self) -> tuple[Any, ...]:
        """All that stands there."""
        return tuple(b.values if isinstance(b, Grid) else b.text for b in self.blocks if has_words(b))


def stands_of(blocks: Sequence[Block], *, is_ours: bool) -> tuple[Sequence[Block], list[Stand], bool]:
    """What stands before the first heading, the places, and whether the document marks its headings."""
    marked = _marked(blocks, is_ours=is_ours)
    blocks = blocks if marked else _unrun(blocks)
    return (*_places(blocks, marked or _starts(blocks)), bool(marked))


def has_words(block: Block) -> bool:
    """Whether anything stands in a block."""
    return isinstance(block, Grid) or bool(block.text.strip())


_Start: TypeAlias = tuple[int, Heading | Paragraph, Part, int]


def _starts(blocks: Sequence[Block]) -> list[_Start]:
    """Every block that may be the heading of a part, without a table of contents."""
    starts: list[_Start] = []
    compared = 0
    for number, block in enumerate(blocks):
        if isinstance(block, Grid):
            continue
        compared += is_numbered(block.text)
        if found := heading_of(block.text, closely=compared <= _MOST_COMPARED):
            starts.append((number, block, found.part, found.likeness))
    return _without_contents(blocks, starts)


def _unrun(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with a heading that runs into its text as two."""
    found: list[Block] = []
    for block in chain.from_iterable(map(_apart, blocks)):
        if isinstance(block, Grid):
            found.append(block)
            continue
        heading, rest = split_heading(block.text)
        found += [evolve(block, text=text) for text in (heading, rest)] if rest else [block]
    return found


def _apart(block: Block) -> list[Block]:
    """A line that holds a document as one for each heading, with what stands behind it."""
    if isinstance(block, Grid) or len(block.text) <= LONGEST_HEADING:
        return [block]
    spans = headings_in(block.text)
    if not spans:
        return [block]
    places = [0, *chain.from_iterable(spans), len(block.text)]
    texts = (block.text[start:end].strip() for start, end in pairwise(places))
    return [evolve(block, text=text) for text in texts if text]


def _marked(blocks: Sequence[Block], *, is_ours: bool) -> list[_Start]:
    """The headings that are marked as such, where a file marks those of all parts."""
    starts: list[_Start] = [
        (number, block, found.part, found.likeness)
        for number, block in enumerate(blocks)
        if isinstance(block, Heading) and block.level == PART_LEVEL and (found := heading_of(block.text))
    ]
    return starts if is_ours or {part.name for _, _, part, _ in starts} == _ALL else []


def _without_contents(blocks: Sequence[Block], starts: list[_Start]) -> list[_Start]:
    """The headings without a table of contents: a run with nothing between them, all of which come again."""
    last = {part.name: number for number, (_, _, part, _) in enumerate(starts)}
    kept: list[_Start] = []
    in_contents = False
    ends = [*(start[0] for start in starts), len(blocks)]
    for number, start in enumerate(starts):
        empty = not any(has_words(block) for block in blocks[start[0] + 1 : ends[number + 1]])
        in_contents = last[start[2].name] > number and (empty or in_contents)
        if not in_contents:
            kept.append(start)
    return kept


def _places(blocks: Sequence[Block], starts: Sequence[_Start]) -> tuple[Sequence[Block], list[Stand]]:
    """What stands before the first heading, and the places; a table's heading printed again goes on."""
    ends = [*(start[0] for start in starts), len(blocks)]
    runs: list[list[Stand]] = []
    for number, (start, heading, part, likeness) in enumerate(starts):
        place = Stand(part, heading, likeness, tuple(blocks[start + 1 : ends[number + 1]]))
        if part.is_table and runs and _goes_on(runs[-1][-1], place):
            runs[-1].append(place)
        else:
            runs.append([place])
    return blocks[: ends[0]], [_joined(run) for run in runs]


def _joined(run: Sequence[Stand]) -> Stand:
    """One place of those whose heading is the same, printed again."""
    first = next(iter(run))
    return Stand(first.part, first.heading, first.likeness, tuple(chain.from_iterable(s.blocks for s in run)))


def _goes_on(before: Stand, place: Stand) -> bool:
    """Whether a table's heading is printed again where the page ends, and not by another report."""
    if before.part is not place.part or not (before.weight and place.weight):
        return False
    return not any(not isinstance(block, Grid) and title_of(block.text) for block in before.blocks)
