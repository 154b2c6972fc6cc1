"""The tables of a document by their parts: below their headings, or wherever their labels put them."""

from collections.abc import Iterator, Sequence

from attrs import define, field

from disclosure_report.blocks import Block, Grid
from disclosure_report.layout.recognise.found import Line
from disclosure_report.layout.recognise.grids import Texts
from disclosure_report.layout.recognise.owners import goes_on, is_at_home, is_whole, owner_of
from disclosure_report.layout.recognise.parts import Outline
from disclosure_report.model.parts import TABLE_PARTS, Part


@define
class Pieces:
    """What there is of one table: lines and grids.

    *rest* are grids below the heading that are not its own; *strayed* says that its own stood elsewhere.
    """

    lines: list[Line] = field(factory=list)
    grids: list[Texts] = field(factory=list)
    rest: list[Block] = field(factory=list)
    strayed: bool = False


def gather(outline: Outline, sheets: dict[str, list[Grid]]) -> dict[str, Pieces]:
    """The pieces of each table; a grid that found its table is taken out of the place where it stood."""
    found = {part.name: _at_home(part, outline.sections.get(part.name, ())) for part in TABLE_PARTS}
    for part, grids in sheets.items():
        found[part].grids += map(Texts.of, grids)
    for blocks in _elsewhere(outline, found):
        for block in [each for each in blocks if isinstance(each, Grid)]:
            grid = Texts.of(block)
            owner = owner_of(grid)
            if owner and _adopt(owner, grid, found[owner.name]):
                blocks[:] = [each for each in blocks if each is not block]
    return found


def _at_home(part: Part, blocks: Sequence[Block]) -> Pieces:
    pieces = Pieces()
    for block in blocks:
        if not isinstance(block, Grid):
            pieces.lines.append(block)
        elif is_at_home(part, grid := Texts.of(block)):
            pieces.grids.append(grid)
        else:
            pieces.rest.append(block)
    return pieces


def _elsewhere(outline: Outline, found: dict[str, Pieces]) -> Iterator[list[Block]]:
    """Every run of blocks of the document in which a table may have strayed; before its title stands none."""
    yield outline.front
    yield from (pieces.rest for pieces in found.values())
    yield from (blocks for part, blocks in outline.sections.items() if part not in found)


def _adopt(part: Part, grid: Texts, home: Pieces) -> bool:
    """A table that strayed is taken where its part has none, or another piece of it; a second one is not."""
    is_second = is_whole(part, grid) and any(is_whole(part, other) for other in home.grids)
    if (is_second or (home.grids and not home.strayed)) and not goes_on(part, grid, home.grids):
        return False
    home.grids.append(grid)
    home.grids.sort(key=lambda each: each.place.order)
    home.strayed = True
    return True
