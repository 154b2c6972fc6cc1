"""From a workbook to a manuscript: each sheet is a grid, with the names of its cells and what is strange.

In a workbook of ours the sheet of words becomes headings and paragraphs, the guide gives the details, and
the sheet of checks says nothing of its own.
"""

from collections.abc import Iterator
from functools import partial

from disclosure_report.blocks import (
    OBJECT,
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
from disclosure_report.media.xlsx.plan import CHECK_WIDTHS, GUIDE_WIDTHS
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
_SHIFTS = 4  # columns that somebody may have inserted before the first
_COLUMNS = {GUIDE: len(GUIDE_WIDTHS), CHECKS: len(CHECK_WIDTHS)}


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
    around: list[Block] = []
    for title, cells in sheets.items():
        match own.get(title):
            case None:
                blocks.append(_grid(title, cells, book))
            case kind if kind == TEXT:
                for block, is_text in _text(title, cells):
                    (blocks if is_text else around).append(block)
            case kind:
                around += _beside(title, cells, _COLUMNS[kind])
    shown = tuple(_details(book, sheets))
    properties = Properties(details=shown or read_details(package), shown=bool(shown))
    return Manuscript(tuple(blocks), properties, tuple(around))


def _own(book: Book, sheets: dict[str, Cells]) -> dict[str, str]:
    """The sheets of ours that are no grids: by the name of a cell, else by title and heads."""
    found = {book.names[name][0]: kind for kind, name in ANCHORS.items() if name in book.names}
    first_rows: dict[str, dict[tuple[int, int], tuple[str, ...]]] = {
        GUIDE: {(0, 0): tuple(GUIDE_TITLE.values())},
        TEXT: {(0, column): (word,) for column, word in enumerate(TEXT_HEADS)},
        CHECKS: {(1, column): (word,) for column, word in enumerate(COUNT_HEADS)},
    }
    for title, cells in sheets.items():
        for kind, expected in first_rows.items():
            if kind not in found.values() and any(
                _begins(cells, expected, shift) for shift in range(_SHIFTS)
            ):
                found.setdefault(title, kind)
    return found


def _begins(cells: Cells, expected: dict[tuple[int, int], tuple[str, ...]], shift: int) -> bool:
    """Whether a sheet begins with these words, after so many columns."""
    return all(
        cells.contents.get((row, column + shift), Content()).text in words
        for (row, column), words in expected.items()
    )


def _details(book: Book, sheets: dict[str, Cells]) -> Iterator[Detail]:
    for name, (sheet, cell) in book.names.items():
        if name.startswith(DETAIL) and sheet in sheets:
            content = sheets[sheet].contents.get(cell, Content())
            yield Detail(name.removeprefix(DETAIL), content.text)


def _beside(title: str, cells: Cells, columns: int) -> Iterator[Block]:
    """What somebody wrote beside a sheet of ours that has so many columns."""
    for (row, column), content in sorted(cells.contents.items()):
        if column >= columns and content.text.strip():
            yield Paragraph(content.text, place=Place(sheet=title, row=row + 1, column=column + 1))


def _text(title: str, cells: Cells) -> Iterator[tuple[Block, bool]]:
    """The rows of the sheet of words, without its heads; what stands beside is no text."""
    rows: dict[int, dict[int, str]] = {}
    for (row, column), content in sorted(cells.contents.items()):
        rows.setdefault(row, {})[column] = OBJECT if "no result" in content.remarks else content.text
    first = next((c for row in rows.values() for c in row if (row[c], row.get(c + 1)) == TEXT_HEADS), 0)
    pieces: list[tuple[str, list[str], Place]] = []
    for row, texts in rows.items():
        level, words = texts.pop(first, "").strip(), texts.pop(first + 1, "")
        places = {column: Place(sheet=title, row=row + 1, column=column + 1) for column in (*texts, first)}
        strange = [(column, text) for column, text in texts.items() if text.strip()]
        if (level, words) == TEXT_HEADS:
            level, words = "", ""
        elif level == CONTINUED and pieces:
            pieces[-1][1].append(words)
            level, words = "", ""
        elif level not in _LEVELS and level:
            strange.append((first, level))
            level = ""
        yield from ((Paragraph(text, place=places[column]), False) for column, text in strange)
        if words.strip():
            pieces.append((level, [words], Place(sheet=title, row=row + 1, column=first + 2)))
    for level, parts, place in pieces:
        text = "".join(parts)
        yield (Heading(_LEVELS[level], text, place=place) if level else Paragraph(text, place=place)), True


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
