"""Where the six parts stand: a heading is a whole line with its number and words, never a search for 五、."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from attrs import frozen

from disclosure_report.blocks import Block, Grid, Heading, Paragraph
from disclosure_report.errors import SeveralReportsError
from disclosure_report.layout.compose import PART_LEVEL
from disclosure_report.layout.recognise.folding import fold
from disclosure_report.model.parts import PARTS, Part


_LONGEST_HEADING = 60
_MUCH = 20  # a table has more lines than this, a table of contents fewer


@frozen
class Section:
    """One place where a part stands: its heading's block number, and the blocks below it."""

    part: Part
    heading: Heading | Paragraph
    blocks: tuple[Block, ...]

    @property
    def is_marked(self) -> bool:
        """Whether the heading is marked as one."""
        return _is_marked(self.heading)

    @property
    def weight(self) -> int:
        """How much stands there."""
        return sum(
            _MUCH + 1 if isinstance(block, Grid) else bool(block.text.strip()) for block in self.blocks
        )


@lru_cache(maxsize=1)
def _headings() -> dict[str, Part]:
    return {
        fold(part.numeral + words): part for part in PARTS for words in (*part.headings.values(), *part.also)
    }


def part_of(text: str) -> Part | None:
    """The part whose heading this line is.

    >>> part_of("二、主动公开政府信息情况 ").name
    'proactive_disclosure'
    >>> part_of("十五、存在的主要问题及改进情况") is part_of("二、主动公开") is None
    True
    """
    return _headings().get(fold(text)) if len(text) <= _LONGEST_HEADING else None


def split(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], list[Section]]:
    """The blocks before the first part, and every place where a part stands, in their order.

    Where headings are marked as such, a paragraph is no heading, whatever it says.
    """
    starts = [
        (number, block, part)
        for number, block in enumerate(blocks)
        if not isinstance(block, Grid) and (part := part_of(block.text))
    ]
    starts = [each for each in starts if _is_marked(each[1])] or starts
    ends = [*(number for number, _, _ in starts), len(blocks)][1:]
    sections = [
        Section(part, heading, tuple(blocks[start + 1 : end]))
        for (start, heading, part), end in zip(starts, ends, strict=True)
    ]
    first = starts[0][0] if starts else len(blocks)
    return tuple(blocks[:first]), sections


def _is_marked(block: Block) -> bool:
    return isinstance(block, Heading) and block.level == PART_LEVEL


def choose(name: str, sections: Sequence[Section]) -> dict[str, tuple[Section, int]]:
    """For each part the place with most content, with how often its heading stands.

    Raises:
        SeveralReportsError: a table stands in two places: two reports must never be mixed into one.
    """
    chosen: dict[str, tuple[Section, int]] = {}
    for part, places in _by_part(sections):
        full = [place for place in places if place.weight > _MUCH]
        if part.is_table and len(full) > 1:
            raise SeveralReportsError(name, f"the part {part.name} stands in it {len(full)} times")
        chosen[part.name] = (max(places, key=lambda place: place.weight), len(places))
    return chosen


def _by_part(sections: Sequence[Section]) -> Iterator[tuple[Part, list[Section]]]:
    for part in PARTS:
        places = [section for section in sections if section.part == part]
        if places:
            yield part, places
