"""From a workbook to a manuscript: each sheet is a grid, with the names of its cells and what is strange.

In a workbook of ours the sheet of words becomes headings and paragraphs, the guide gives the details, and
the sheet of checks says nothing of its own.
"""

from collections.abc import Iterator
from functools import partial

from disclosure_report.blocks import (
    Block,
    Box,
    Detail,
    Grid,
    Heading,
    Manuscript,
    Paragraph,
    Place,
    Properties,
    Remark,
    Shape,
)
from disclosure_report.media.archive import Package
from disclosure_report.media.properties import read_details
from disclosure_report.media.xlsx.book import Book, book_of
from disclosure_report.media.xlsx.sheet import Cells, Content, cells_of
from disclosure_report.media.xlsx.words import (
    ANCHORS,
    CHECKS,
    CONTINUED,
    COUNT_HEADS,
    DETAIL,
    GUIDE,
    GUIDE_TITLE,
    TEXT,
    TEXT_HEADS,
)


_LEVELS = {"1": 1, "2": 2, "3": 3}


def read(data: bytes, name: str, _: str | None = None) -> Manuscript:
    """The blocks of a workbook, sheet by sheet, and its details."""
    package = Package(data, name)
    book = book_of(package)
    sheets = {
        sheet.name: package.derived(sheet.part, partial(cells_of, sheet=sheet, book=book))
        for sheet in book.sheets
    }
    own = _own(book, sheets)
    blocks: list[Block] = []
    for title, cells in sheets.items():
        match own.get(title):
            case None:
                blocks.append(_grid(title, cells, book))
            case kind if kind == TEXT:
                blocks += _text(title, cells)
            case _:
                continue
    shown = tuple(_details(book, sheets))
    return Manuscript(tuple(blocks), Properties(details=shown or read_details(package), shown=bool(shown)))


def _own(book: Book, sheets: dict[str, Cells]) -> dict[str, str]:
    """The sheets of ours that are no grids: by the name of a cell, else by title and heads."""
    found = {book.names[name][0]: kind for kind, name in ANCHORS.items() if name in book.names}
    first_rows: dict[str, dict[tuple[int, int], tuple[str, ...]]] = {
        GUIDE: {(0, 0): tuple(GUIDE_TITLE.values())},
        TEXT: {(0, column): (word,) for column, word in enumerate(TEXT_HEADS)},
        CHECKS: {(1, column): (word,) for column, word in enumerate(COUNT_HEADS)},
    }
    for kind, expected in first_rows.items():
        contents = sheets[kind].contents if kind in sheets else {}
        if all(cell in contents and contents[cell].text in words for cell, words in expected.items()):
            found.setdefault(kind, kind)
    return found


def _details(book: Book, sheets: dict[str, Cells]) -> Iterator[Detail]:
    for name, (sheet, cell) in book.names.items():
        if name.startswith(DETAIL) and sheet in sheets:
            content = sheets[sheet].contents.get(cell, Content())
            yield Detail(name.removeprefix(DETAIL), content.text)


def _text(title: str, cells: Cells) -> Iterator[Block]:
    """The rows of the sheet of words, without its heads."""
    rows: dict[int, dict[int, str]] = {}
    for (row, column), content in sorted(cells.contents.items()):
        rows.setdefault(row, {})[column] = content.text
    pieces: list[tuple[str, str, Place]] = []
    for row, texts in rows.items():
        level, words = texts.pop(0, "").strip(), texts.pop(1, "")
        place = Place(sheet=title, row=row + 1, column=2)
        if (level, words) == TEXT_HEADS:
            continue
        if level == CONTINUED and pieces:
            before, earlier, where = pieces.pop()
            pieces.append((before, earlier + words, where))
        elif level in _LEVELS:
            pieces.append((level, words, place))
        else:  # what is no level, and what stands beside the words, is text
            pieces += [("", text, place) for text in (level, words, *texts.values())]
    for level, text, place in pieces:
        if text.strip():
            yield Heading(_LEVELS[level], text, place=place) if level else Paragraph(text, place=place)


def _grid(title: str, cells: Cells, book: Book) -> Grid:
    """A sheet as a grid, all its cells slots, also one that a merge covers and that says something."""
    named = [(name, cell) for name, (sheet, cell) in book.names.items() if sheet == title]
    cells_with_names = {cell for _, cell in named}
    covered = cells.covered()
    boxes: list[Box] = []
    values: list[str] = []
    remarks: list[tuple[Remark, ...]] = []
    for cell in sorted({*cells.contents, *cells.spans, *cells_with_names}):
        content = cells.contents.get(cell, Content())
        if cell in covered:
            if not content.text and cell not in cells_with_names:
                continue
            content = Content(content.text, (*content.remarks, "covered"))
        height, width = cells.spans.get(cell, (1, 1))
        boxes.append(Box(*cell, height, width, len(values), "value"))
        values.append(content.text)
        remarks.append(content.remarks)
    slots = {(box.row, box.column): slot for slot, box in enumerate(boxes)}
    rows = max((box.row + box.rowspan for box in boxes), default=0)
    columns = max((box.column + box.colspan for box in boxes), default=0)
    return Grid(
        Shape(title, (1.0,) * columns, rows, 0, tuple(boxes)),
        tuple(values),
        names=tuple((name, slots[cell]) for name, cell in named),
        remarks=tuple(remarks),
        place=Place(sheet=title),
    )
