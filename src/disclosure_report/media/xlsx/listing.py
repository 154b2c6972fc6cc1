"""A plain list as a workbook: heads that stay in sight, a filter, room for every line, choices to fill in."""

import io
import re
import zipfile
from collections.abc import Callable, Sequence
from datetime import datetime, time
from decimal import Decimal
from typing import Any, NamedTuple, TypeAlias

from attrs import frozen

from disclosure_report.blocks import letters
from disclosure_report.errors import InvalidValueError
from disclosure_report.media.package import pack, part
from disclosure_report.media.xlsx.styles import height, lines_of


Item: TypeAlias = str | int | Decimal | None
MOST_ROWS, MOST_COLUMNS = 1_048_575, 16_384  # of a sheet, below its heads
_LONGEST = 32_767  # characters of a cell
_WIDEST = 300  # half-width characters that can still be read when they are fitted on one page
_CORE = "docProps/core.xml"
_WHEN = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_NEVER = b"1980-01-01T00:00:00Z"  # the same list gives the same bytes
_ROW = "list"
_HEAD_FILL, _OPEN_FILL = "FFE7E6E6", "FFFFF8DC"


@frozen
class Column:
    """A column of a list: its head, its width in half-width characters, what may be chosen in it.

    An *open* column is there to be filled in.
    """

    head: str
    width: float
    choices: tuple[str, ...] = ()
    open: bool = False


@frozen
class ListSheet:
    """One sheet: its name, its columns, its rows; the first *beside* columns stay in sight."""

    title: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Item]]
    beside: int = 0


def write_lists(sheets: Sequence[ListSheet]) -> bytes:
    """The bytes of a workbook; a text is a text, whatever it begins with.

    Raises:
        InvalidValueError: more rows or columns than a sheet can hold.
    """
    import openpyxl

    book = openpyxl.Workbook()
    book._sheets.clear()  # type: ignore[attr-defined]  # noqa: SLF001  it begins with a sheet of its own
    for given in sheets:
        for name, items, most in (("rows", given.rows, MOST_ROWS), ("columns", given.columns, MOST_COLUMNS)):
            if len(items) > most:
                raise InvalidValueError(name, f"a sheet holds {most} {name}, not {len(items)}")
        sheet = book.create_sheet(given.title)
        _add_heads(sheet, given.columns)
        add_row = _rows_of(sheet, given.columns)
        for number, row in enumerate(given.rows, start=2):
            add_row(number, row)
        _set_up(sheet, given)
    buffer = io.BytesIO()
    book.save(buffer)
    return _repacked(buffer.getvalue())


class ListRead(NamedTuple):
    """What stands in a sheet of such a workbook: its name, its heads, and its rows as text."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    has_notes: bool


def read_lists(data: bytes) -> tuple[ListRead, ...]:
    """The sheets of such a workbook; a formula is the text that was typed.

    Raises:
        InvalidValueError: it is no workbook.
    """
    import openpyxl

    try:
        book = openpyxl.load_workbook(io.BytesIO(data))
        return tuple(_read(sheet) for sheet in book.worksheets)
    except Exception as error:  # a file of anybody: openpyxl raises what it likes
        raise InvalidValueError("data", f"is no workbook: {error}") from error


def _read(sheet: Any) -> ListRead:
    lines = [tuple(_typed(cell.value) for cell in line) for line in sheet.iter_rows()]
    has_notes = any(cell.comment for line in sheet.iter_rows() for cell in line)
    heads, *rows = lines or [()]
    return ListRead(sheet.title, heads, tuple(row for row in rows if any(row)), has_notes)


def _typed(value: Any) -> str:
    """What somebody typed: a day without its midnight."""
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    return "" if value is None else str(value)


def _add_heads(sheet: Any, columns: Sequence[Column]) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill

    for number, column in enumerate(columns, start=1):
        cell = sheet.cell(1, number)
        _set_text(cell, column.head)
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor=_OPEN_FILL if column.open else _HEAD_FILL)
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        cell.border = _border()
        sheet.column_dimensions[letters(number)].width = column.width
    most = max((lines_of(column.head, column.width) for column in columns), default=1)
    if most > 1:
        sheet.row_dimensions[1].height = height(most)


def _set_text(cell: Any, text: str) -> None:
    """A text is a text, also one that begins with "="."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    cell.value = ILLEGAL_CHARACTERS_RE.sub("\N{REPLACEMENT CHARACTER}", text)[:_LONGEST]
    cell.data_type = "s"


def _border() -> Any:
    from openpyxl.styles import Border, Side

    line = Side(style="thin")
    return Border(left=line, right=line, top=line, bottom=line)


def _rows_of(sheet: Any, columns: Sequence[Column]) -> Callable[[int, Sequence[Item]], None]:
    """What adds a row; its look has a name, as a look of each cell's own is dear."""
    from openpyxl.styles import Alignment, NamedStyle
    from openpyxl.styles.fonts import DEFAULT_FONT

    if _ROW not in sheet.parent.named_styles:
        alignment = Alignment(vertical="center", wrap_text=True)
        look = NamedStyle(_ROW, font=DEFAULT_FONT, border=_border(), alignment=alignment)
        sheet.parent.add_named_style(look)

    def add(number: int, row: Sequence[Item]) -> None:
        lines = 1
        for place, (column, item) in enumerate(zip(columns, row, strict=True), start=1):
            cell = sheet.cell(number, place)
            cell.style = _ROW
            if isinstance(item, str):
                _set_text(cell, item)
                lines = max(lines, lines_of(cell.value, column.width))
            else:
                cell.value = item
        sheet.row_dimensions[number].height = height(lines)

    return add


def _set_up(sheet: Any, given: ListSheet) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation

    columns, last = given.columns, len(given.rows) + 1
    sheet.freeze_panes = f"{letters(given.beside + 1)}2"
    sheet.auto_filter.ref = f"A1:{letters(len(columns))}{last}"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    if given.beside:
        sheet.print_title_cols = f"A:{letters(given.beside)}"
    if sum(column.width for column in columns) <= _WIDEST:
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.oddFooter.center.text = "&P / &N"
    for number, column in enumerate(columns, start=1):
        if column.choices and last > 1:
            said = DataValidation(type="list", formula1=f'"{",".join(column.choices)}"', allow_blank=True)
            said.add(f"{letters(number)}2:{letters(number)}{last}")
            sheet.add_data_validation(said)


def _repacked(data: bytes) -> bytes:
    """The package without the time at which it was made."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        contents = {name: package.read(name) for name in package.namelist()}
    contents[_CORE] = _WHEN.sub(_NEVER, contents[_CORE])
    return pack(part(name, content) for name, content in contents.items())
