"""Sheets of a workbook: their order says nothing, so a table's own labels say which part it is.

A sheet may hold several tables below each other, with titles, headings and notes between them. Words alone
in their row, which no table has as a label, are a paragraph; the rows between such lines are a table.
"""

from collections.abc import Iterator, Sequence

from attrs import define, evolve, field, frozen

from disclosure_report.blocks import Block, Box, Grid, Paragraph, Place, Remark
from disclosure_report.layout.recognise.folding import fold
from disclosure_report.layout.recognise.grids import Texts
from disclosure_report.layout.recognise.labels import labels_of
from disclosure_report.layout.recognise.numbers import is_value_like
from disclosure_report.layout.recognise.owners import owner_of
from disclosure_report.model.parts import TABLE_PARTS
from disclosure_report.model.registry import tables_of


_MOST_BOXES = 50_000  # of a table that is made rectangular


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
        for boxes, is_line in _pieces(visible, texts, {slot for _, slot in grid.names}):
            piece = _grid(grid, boxes, texts)
            owner = None if is_line else owner_of(Texts.of(piece))
            if owner:
                self.tables.setdefault(owner.name, []).append(piece)
            else:  # words alone in their row may be text of the report; a row of a table is none
                (self.blocks if is_line and not self.has_text else self.left_over).extend(_lines(piece))


def sheets_of(blocks: Sequence[Block], *, has_text: bool) -> Sheets:
    """The grids of sheets taken out of the run of blocks; all else stays in its order."""
    found = Sheets(has_text)
    for block in blocks:
        if isinstance(block, Grid) and block.place and block.place.sheet is not None:
            found.take(block)
        else:
            found.blocks.append(block)
    return found


def _grid(sheet: Grid, boxes: Sequence[Box], texts: Sequence[str]) -> Grid:
    """A piece of a sheet, with its own values."""
    values = tuple(texts[box.content] if isinstance(box.content, int) else box.content for box in boxes)
    numbered = tuple(evolve(box, content=number) for number, box in enumerate(boxes))
    return Grid(evolve(sheet.shape, boxes=numbered), values, place=sheet.place)


def _pieces(boxes: Sequence[Box], texts: Sequence[str], named: set[int]) -> Iterator[tuple[list[Box], bool]]:
    """Runs of rows, and whether they are words alone in a row. A named cell counts as saying something."""
    saying = {box for box in boxes if texts[int(box.content)].strip() or box.content in named}
    rows: dict[int, list[Box]] = {}
    for box in boxes:
        rows.setdefault(box.row, []).append(box)
    run: list[Box] = []
    for row in sorted(rows):
        said = [box for box in rows[row] if box in saying]
        if len(said) == 1 and _is_line(texts[int(said[0].content)]):
            if run:
                yield _rectangular(run, saying), False
            yield said, True
            run = []
        else:
            run += rows[row]
    if run:
        yield _rectangular(run, saying), False


def _is_line(text: str) -> bool:
    folded = fold(text)
    return not is_value_like(text) and not any(
        labels_of(compiled).knows(folded) for part in TABLE_PARTS for compiled in tables_of(part.name)
    )


def _rectangular(boxes: list[Box], saying: set[Box]) -> list[Box]:
    """The boxes with an empty one in each gap of the rows and columns in which something stands."""
    said = [box for box in boxes if box in saying]
    rows = {row for box in said for row in range(box.row, box.row + box.rowspan)}
    columns = {column for box in said for column in range(box.column, box.column + box.colspan)}
    taken: dict[tuple[int, int], Box] = {
        (row, column): box
        for box in boxes
        for row in range(box.row, box.row + box.rowspan)
        for column in range(box.column, box.column + box.colspan)
    }
    if len(rows) * len(columns) > _MOST_BOXES:
        return said
    kept = {
        (box.row, box.column): box
        for row in rows
        for column in columns
        for box in [taken.get((row, column)) or Box(row, column, 1, 1, "", "value")]
    }
    return [kept[cell] for cell in sorted(kept)]


def _lines(piece: Grid) -> Iterator[Block]:
    """What is no table: its rows as lines."""
    rows: dict[int, list[Box]] = {}
    for box in piece.shape.boxes:
        rows.setdefault(box.row, []).append(box)
    place = piece.place or Place()
    for row, boxes in rows.items():
        texts = [piece.values[box.content] for box in boxes if isinstance(box.content, int)]
        words = " | ".join(str(text).strip() for text in texts if str(text).strip())
        if words:
            yield Paragraph(words, place=evolve(place, row=row + 1, column=boxes[0].column + 1))
