"""Where the six parts stand: a heading is a whole line with its number and words, never a search for 五、."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from attrs import field, frozen

from disclosure_report.blocks import Block, Grid, Heading, Paragraph
from disclosure_report.errors import SeveralReportsError
from disclosure_report.layout.compose import PART_LEVEL
from disclosure_report.layout.recognise.folding import fold
from disclosure_report.layout.recognise.titles import Title, title_of
from disclosure_report.model.parts import PARTS, Part


_LONGEST_HEADING = 60
_MUCH = 20  # a table has more lines than this, a table of contents fewer


@frozen
class Section:
    """One place where a part stands: its heading's block number, and the blocks below it."""

    part: Part
    heading: Heading | Paragraph
    blocks: tuple[Block, ...]
    weight: int = field(init=False)

    @weight.default
    def _weight(self) -> int:
        """How much stands there."""
        return sum(_MUCH + 1 if isinstance(each, Grid) else bool(each.text.strip()) for each in self.blocks)

    @property
    def is_marked(self) -> bool:
        """Whether the heading is marked as one."""
        return _is_marked(self.heading)

    def titles(self) -> list[Title]:
        """The titles of reports that stand among the lines of this part."""
        if self.is_marked:
            return []
        lines = (block.text for block in self.blocks if not isinstance(block, Grid))
        return [title for title in map(title_of, lines) if title]


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
    starts = _without_contents(blocks, [each for each in starts if _is_marked(each[1])] or starts)
    ends = [*(number for number, _, _ in starts), len(blocks)][1:]
    sections = [
        Section(part, heading, tuple(blocks[start + 1 : end]))
        for (start, heading, part), end in zip(starts, ends, strict=True)
    ]
    first = starts[0][0] if starts else len(blocks)
    return tuple(blocks[:first]), sections


_Start = tuple[int, Heading | Paragraph, Part]


def _without_contents(blocks: Sequence[Block], starts: list[_Start]) -> list[_Start]:
    """The headings without a table of contents: a run with nothing between them, all of which come again."""
    last = {part.name: number for number, (_, _, part) in enumerate(starts)}
    kept: list[_Start] = []
    in_contents = False
    for number, (start, heading, part) in enumerate(starts):
        following = starts[number + 1][0] if number + 1 < len(starts) else len(blocks)
        empty = not any(has_words(block) for block in blocks[start + 1 : following])
        in_contents = last[part.name] > number and (empty or in_contents)
        if not in_contents:
            kept.append((start, heading, part))
    return kept


def has_words(block: Block) -> bool:
    """Whether anything stands in a block."""
    return isinstance(block, Grid) or bool(block.text.strip())


def _is_marked(block: Block) -> bool:
    return isinstance(block, Heading) and block.level == PART_LEVEL


def choose(
    name: str, sections: Sequence[Section], title: tuple[str | None, int | None] | None
) -> dict[str, tuple[Section, int]]:
    """For each part the place with most content, with how often its heading stands.

    Raises:
        SeveralReportsError: a table, or more than one part, stands in two places, or another report's title
            stands between the parts: two reports must never be mixed into one.
    """
    chosen: dict[str, tuple[Section, int]] = {}
    counts = {part.name: sum(p.weight > 0 for p in places) for part, places in _by_part(sections)}
    twice = [part for part, count in counts.items() if count > 1]
    if len(twice) > 1:
        raise SeveralReportsError(name, f"the parts {' and '.join(twice[:2])} stand in it more than once")
    titles = {(t.agency, t.year) for section in sections[:-1] for t in section.titles()}
    if len(titles | ({title} if title else set())) > 1:
        raise SeveralReportsError(name, "titles of different reports stand between its parts")
    for part, places in _by_part(sections):
        tables = [place for place in places if place.weight > _MUCH]
        if part.is_table and len(tables) > 1:
            raise SeveralReportsError(name, f"the part {part.name} stands in it {len(tables)} times")
        chosen[part.name] = (max(places, key=lambda place: place.weight), len(places))
    return chosen


def _by_part(sections: Sequence[Section]) -> Iterator[tuple[Part, list[Section]]]:
    for part in PARTS:
        places = [section for section in sections if section.part == part]
        if places:
            yield part, places
