"""What of a page is the document: the element that holds its headings and tables, and nothing around it."""

from collections.abc import Iterable
from itertools import takewhile

from disclosure_report.blocks import Block, Grid
from disclosure_report.layout.recognise.parts import Outline


_LONG = 40  # a line of so many characters, or one that ends a sentence, is no furniture


def confine(outline: Outline) -> None:
    """Take out of the parts, and from behind the title, what stands outside the element that holds them all.

    Before part one a sentence may stand outside it: sites often print the preamble beside the text.
    """
    around = _around(outline)
    if not around:
        return
    for blocks in (outline.front, *outline.sections.values()):
        is_front = blocks is outline.front
        kept = [each for each in blocks if _is_in(each, around) or (is_front and _is_said(each))]
        stays = set(map(id, kept))
        outline.others += [each for each in blocks if id(each) not in stays]
        blocks[:] = kept


def _around(outline: Outline) -> tuple[int, ...]:
    """The path of the innermost element around all headings and tables; one alone says nothing."""
    paths = [heading.within for heading in outline.headings.values()]
    paths += [each.within for each in _grids(outline)]
    if len(paths) < 2 or not all(paths):  # noqa: PLR2004
        return ()
    levels = map(set, zip(*paths, strict=False))
    return tuple(step for (step,) in takewhile(lambda steps: len(steps) == 1, levels))


def _grids(outline: Outline) -> Iterable[Grid]:
    return (each for blocks in outline.sections.values() for each in blocks if isinstance(each, Grid))


def _is_in(block: Block, around: tuple[int, ...]) -> bool:
    return block.within[: len(around)] == around


def _is_said(block: Block) -> bool:
    return not isinstance(block, Grid) and (len(block.text) >= _LONG or block.text.endswith("。"))
