"""A table that holds more than a table, cut into lines and tables.

Words alone in their row, which no table has as a label, are a line; the rows between such lines are a table.
"""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from attrs import evolve

from disclosure_report.blocks import Block, Box, Grid, Paragraph, Place
from disclosure_report.layout.recognise.folding import fold
from disclosure_report.layout.recognise.headings import EXACT, NUMERALS, heading_of
from disclosure_report.layout.recognise.labels import labels_of
from disclosure_report.layout.recognise.numbers import is_value_like
from disclosure_report.model.parts import TABLE_PARTS
from disclosure_report.model.registry import tables_of


_MOST_BOXES = 50_000  # of a table that is made rectangular


def has_parts(grid: Grid) -> bool:
    """Whether the headings of two parts open cells of a table: then it holds the report."""
    numbered = [text for text in grid.values if isinstance(text, str) and text[:1] in NUMERALS]
    found = [heading_of(text.partition("\n")[0], closely=False) for text in numbered]
    return len({match.part.name for match in found if match and match.likeness == EXACT}) > 1


def opened(grid: Grid) -> Iterator[Block]:
    """The lines and tables that a table holds, in their order."""
    texts = [str(value) for value in grid.values]
    said = saying(grid.shape.boxes, texts)
    for boxes, is_line in pieces_of(grid.shape.boxes, texts, said):
        piece = piece_of(grid, boxes, texts)
        if is_line:
            for block in lines_of(piece):
                yield from (evolve(block, text=line) for line in block.text.split("\n") if line.strip())
        elif not said.isdisjoint(boxes):
            yield piece


def piece_of(sheet: Grid, boxes: Sequence[Box], texts: Sequence[str]) -> Grid:
    """A piece of a table, with its own values."""
    values = tuple(texts[box.content] if isinstance(box.content, int) else box.content for box in boxes)
    numbered = tuple(evolve(box, content=number) for number, box in enumerate(boxes))
    return Grid(evolve(sheet.shape, boxes=numbered), values, place=sheet.place, within=sheet.within)


def saying(boxes: Iterable[Box], texts: Sequence[str], named: AbstractSet[int] = frozenset()) -> set[Box]:
    """The boxes in which something stands; one that has a name counts."""
    return {box for box in boxes if texts[int(box.content)].strip() or box.content in named}


def pieces_of(
    boxes: Sequence[Box], texts: Sequence[str], said: AbstractSet[Box]
) -> Iterator[tuple[list[Box], bool]]:
    """Runs of rows, and whether they are words alone in a row; *said* are the boxes that say something."""
    run: list[Box] = []
    for _, row in sorted(_rows_of(boxes).items()):
        in_row = [box for box in row if box in said]
        if len(in_row) == 1 and _is_line(*(texts[int(box.content)] for box in in_row)):
            if run:
                yield run, False
            yield in_row, True
            run = []
        else:
            run += row
    if run:
        yield run, False


def _rows_of(boxes: Iterable[Box]) -> dict[int, list[Box]]:
    rows: dict[int, list[Box]] = {}
    for box in boxes:
        rows.setdefault(box.row, []).append(box)
    return rows


def _is_line(text: str) -> bool:
    folded = fold(text)
    return not is_value_like(text) and not any(
        labels_of(compiled).knows(folded) for part in TABLE_PARTS for compiled in tables_of(part.name)
    )


def rectangular(boxes: list[Box], said_in: AbstractSet[Box]) -> list[Box]:
    """The boxes with an empty one in each gap of the rows and columns in which something stands."""
    said = [box for box in boxes if box in said_in]
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


def lines_of(piece: Grid) -> Iterator[Paragraph]:
    """What is no table: its rows as lines."""
    place = piece.place or Place()
    for row, boxes in _rows_of(piece.shape.boxes).items():
        texts = [piece.values[box.content] for box in boxes if isinstance(box.content, int)]
        words = " | ".join(str(text).strip() for text in texts if str(text).strip())
        if words:
            yield Paragraph(
                words, place=evolve(place, row=row + 1, column=boxes[0].column + 1), within=piece.within
            )
