"""Every part of a workbook that does not depend on the report: built once for its shapes by openpyxl.

openpyxl makes each sheet with its merges, widths and names; only the rows are the report's own.
"""

import io
import zipfile
from functools import lru_cache
from typing import Any, TypeAlias

from attrs import frozen

from disclosure_report.blocks import Box, Kind, Role, Shape
from disclosure_report.media.package import Part, part
from disclosure_report.media.properties import (
    OWN_NAMES,
    app_part,
    content_types,
    package_relationships,
)


WORKBOOK = "xl/workbook.xml"
TEXT_SHEET = "文字"
TEXT_HEADS = ("层级", "文字")
_TYPES = "application/vnd.openxmlformats-officedocument"
_CONTENT_TYPES = {
    "workbook": f"{_TYPES}.spreadsheetml.sheet.main+xml",
    "sheet": f"{_TYPES}.spreadsheetml.worksheet+xml",
    "styles": f"{_TYPES}.spreadsheetml.styles+xml",
    "sharedStrings": f"{_TYPES}.spreadsheetml.sharedStrings+xml",
    "theme": f"{_TYPES}.theme+xml",
}
_DEFAULTS = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
}
_MM_IN_WIDTH = 1.5  # millimetres of a shape to one unit of a column's width
_VALUE_WIDTH = 9.5  # room for eight digits
TEXT_WIDTHS = (8, 100)
_FONT, _SIZE = "宋体", 11
_NUMBER_FORMATS: dict[Kind, str] = {"count": "0", "signed": "+0;-0;0", "amount": "General"}
_LEFT: frozenset[Role] = frozenset({"corner", "label"})
_BOLD: frozenset[Role] = frozenset({"band", "head"})

# What the style of a cell depends on.
Key: TypeAlias = tuple[Role, Kind | None, bool]
TEXT_KEYS: tuple[Key, Key] = (("head", None, False), ("label", None, False))


@frozen
class Frame:
    """The constant parts, deflated; name, head and tail of each sheet, the text's last; style numbers."""

    parts: tuple[Part, ...]
    sheets: tuple[tuple[str, str, str], ...]
    styles: dict[Key, int]


def key_of(box: Box, shape: Shape) -> Key:
    """What the style of a box depends on."""
    kind = shape.inputs[box.content].kind if isinstance(box.content, int) else None
    return box.role, kind, box.vertical


@lru_cache(maxsize=16)
def frame_of(shapes: tuple[Shape, ...]) -> Frame:
    """The frame of a workbook with one sheet for each shape and one for the text."""
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    styles: dict[Key, int] = {}
    for shape in shapes:
        _add_sheet(book, shape, styles)
    _add_text_sheet(book, styles)
    buffer = io.BytesIO()
    book.save(buffer)
    parts, sheets = _taken_apart(buffer.getvalue(), len(book.worksheets))
    return Frame(parts, sheets, styles)


def _add_sheet(book: Any, shape: Shape, styles: dict[Key, int]) -> None:
    from openpyxl.utils import get_column_letter
    from openpyxl.workbook.defined_name import DefinedName

    sheet = book.create_sheet(shape.title)
    for number, width in enumerate(column_widths(shape), start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    for box in shape.boxes:
        row, column = box.row + 1, box.column + 1
        cell = sheet.cell(row, column)
        key = key_of(box, shape)
        _dress(cell, key)
        styles[key] = cell.style_id
        if box.rowspan * box.colspan > 1:
            sheet.merge_cells(None, row, column, box.row + box.rowspan, box.column + box.colspan)
        if isinstance(box.content, int):
            address = f"'{shape.title}'!${get_column_letter(column)}${row}"
            name = shape.inputs[box.content].name
            book.defined_names[name] = DefinedName(name, attr_text=address)
    _set_print(sheet, pages=1)
    if shape.header_rows and shape.rows > shape.header_rows + 1:
        sheet.print_title_rows = f"1:{shape.header_rows}"


def _add_text_sheet(book: Any, styles: dict[Key, int]) -> None:
    sheet = book.create_sheet(TEXT_SHEET)
    for letter, width in zip("AB", TEXT_WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    for column, key in enumerate(TEXT_KEYS, start=1):
        cell = sheet.cell(1, column)
        _dress(cell, key)
        styles[key] = cell.style_id
    _set_print(sheet, pages=0)


def _dress(cell: Any, key: Key) -> None:
    from openpyxl.styles import Alignment, Border, Font, Side

    role, kind, vertical = key
    line = Side(style="thin")
    cell.font = Font(name=_FONT, size=_SIZE, bold=role in _BOLD)
    cell.border = Border(left=line, right=line, top=line, bottom=line)
    cell.alignment = Alignment(
        horizontal="left" if role in _LEFT else "center",
        vertical="center",
        wrap_text=True,
        text_rotation=255 if vertical else 0,  # letters upright, one below the other
    )
    cell.number_format = _NUMBER_FORMATS[kind] if kind else "@"


def column_widths(shape: Shape) -> tuple[float, ...]:
    """Widths in the program's unit, about one half-width character; a column of values has room for eight."""
    values = {box.column for box in shape.boxes if isinstance(box.content, int)}
    return tuple(
        max(width / _MM_IN_WIDTH, _VALUE_WIDTH if number in values else 0)
        for number, width in enumerate(shape.columns)
    )


def _set_print(sheet: Any, *, pages: int) -> None:
    """A4, as wide as one page, and as many pages long (0: as many as it takes)."""
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, pages
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_options.horizontalCentered = True


def _taken_apart(data: bytes, count: int) -> tuple[tuple[Part, ...], tuple[tuple[str, str, str], ...]]:
    """The constant parts, and each sheet cut at its rows."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = [f"xl/worksheets/sheet{number}.xml" for number in range(1, count + 1)]
        sheets = tuple((name, *_around_rows(package.read(name).decode())) for name in names)
        kept = [name for name in package.namelist() if name not in OWN_NAMES and name not in names]
        parts = [part(name, package.read(name)) for name in kept]
    overrides = {
        f"/{name}": _CONTENT_TYPES[name.rpartition("/")[2].removesuffix(".xml").rstrip("0123456789")]
        for name in (*kept, *names)
        if not name.endswith(".rels")
    }
    return (*parts, content_types(_DEFAULTS, overrides), package_relationships(WORKBOOK), app_part()), sheets


def _around_rows(xml: str) -> tuple[str, str]:
    head, _, rest = xml.partition("<sheetData")
    tail = rest.partition("</sheetData>")[2] or rest.partition("/>")[2]
    return f"{head}<sheetData>", f"</sheetData>{tail}"
