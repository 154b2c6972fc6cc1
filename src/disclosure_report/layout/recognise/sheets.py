"""Sheets of a workbook: their order says nothing, so a table's own labels say which part it is.

A sheet may hold several tables below each other, with titles, headings and notes between them.
"""

from collections.abc import Sequence

from attrs import define, field, frozen

from disclosure_report.blocks import Block, Box, Grid, Place, Remark
from disclosure_report.layout.recognise.cutting import (
    has_parts,
    lines_of,
    opened,
    piece_of,
    pieces_of,
    rectangular,
    saying,
)
from disclosure_report.layout.recognise.grids import Texts
from disclosure_report.layout.recognise.owners import owner_of


@frozen
class Named:
    """A cell that has a name: what stands in it, and where."""

    text: str
    place: Place


@define
class Sheets:
    """What the sheets of a workbook hold: tables by part, names, what is strange, and all other blocks.

    *has_text* says that the text of the report has a sheet of its own, so that other words are none of it.
    """

    has_text: bool
    left_over: list[Block] = field(factory=list)
    blocks: list[Block] = field(factory=list)
    tables: dict[str, list[Grid]] = field(factory=dict)
    names: dict[str, Named] = field(factory=dict)
    remarks: dict[Place, tuple[Remark, ...]] = field(factory=dict)

    def take(self, grid: Grid) -> None:
        """One sheet."""
        place = grid.place or Place()
        texts = [str(value) for value in grid.values]
        visible: list[Box] = []
        places: dict[int, Place] = {}
        for box in grid.shape.boxes:
            slot = int(box.content)
            where = Place(sheet=place.sheet, row=box.row + 1, column=box.column + 1)
            places[slot] = where
            if grid.remarks[slot]:
                self.remarks[where] = grid.remarks[slot]
            if "covered" not in grid.remarks[slot]:
                visible.append(box)
        for name, slot in grid.names:
            self.names[name] = Named(texts[slot], places[slot])
        said = saying(visible, texts, {slot for _, slot in grid.names})
        for boxes, is_line in pieces_of(visible, texts, said):
            piece = piece_of(grid, boxes if is_line else rectangular(boxes, said), texts)
            owner = None if is_line else owner_of(Texts.of(piece))
            if owner:
                self.tables.setdefault(owner.name, []).append(piece)
            else:  # words alone in their row may be text of the report; a row of a table is none
                (self.blocks if is_line and not self.has_text else self.left_over).extend(lines_of(piece))


def sheets_of(blocks: Sequence[Block], *, has_text: bool) -> Sheets:
    """The grids of sheets taken out of the run of blocks; all else stays in its order.

    A table of a page that holds the report, as one saved from a sheet does, is cut like a sheet.
    """
    found = Sheets(has_text)
    for block in blocks:
        if isinstance(block, Grid) and block.place and block.place.sheet is not None:
            found.take(block)
        elif isinstance(block, Grid) and has_parts(block):
            found.blocks += opened(block)
        else:
            found.blocks.append(block)
    return found
