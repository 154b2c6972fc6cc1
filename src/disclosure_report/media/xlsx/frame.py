"""Every part of a workbook that does not depend on the report: built once for its plan by openpyxl.

openpyxl makes each sheet with its merges, widths, names, inputs and printing; only the rows, the title in the
header and the hints are the report's own.
"""

import io
import re
import zipfile
from functools import lru_cache
from itertools import count
from typing import Any

from attrs import frozen

from disclosure_report.blocks import Shape
from disclosure_report.media.grids import Segments, cut
from disclosure_report.media.package import Part, part
from disclosure_report.media.properties import (
    HEAD as XML_HEAD,
)
from disclosure_report.media.properties import (
    OWN_NAMES,
    app_part,
    content_types,
    package_relationships,
)
from disclosure_report.media.xlsx.addresses import address, quoted
from disclosure_report.media.xlsx.cells import escaped
from disclosure_report.media.xlsx.inputs import HINT, add_inputs
from disclosure_report.media.xlsx.plan import CHECK_WIDTHS, GUIDE_WIDTHS, TEXT_WIDTHS, Plan
from disclosure_report.media.xlsx.styles import (
    HEAD,
    LINE,
    MARK,
    NUMBER,
    OPEN_HEAD,
    OPEN_LINE,
    TITLE,
    Key,
    column_widths,
    dress,
    key_of,
)
from disclosure_report.media.xlsx.words import ANCHORS, CHECKS, DETAIL, GUIDE, TEXT


WORKBOOK, _RELATIONS, _STRINGS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_HEADER = "\ue000"  # stands for the title in the header of a page, while openpyxl makes the sheet
_NUMBERED = re.compile("&#([0-9]{4,6});")  # openpyxl writes Chinese so, five times as long
_GAPS = re.compile(f"[{_HEADER}{HINT}]")
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


@frozen
class Sheet:
    """A sheet around its rows: its part, what stands before and behind, with gaps for hints and the title."""

    name: str
    head: bytes
    tail: Segments


@frozen
class Frame:
    """The constant parts, deflated; the sheets in their order; numbers of styles and of constant texts."""

    plan: Plan
    parts: tuple[Part, ...]
    sheets: tuple[Sheet, ...]
    styles: dict[Key, int]
    words: dict[str, int]


@lru_cache(maxsize=16)
def frame_of(plan: Plan) -> Frame:
    """The frame of a workbook."""
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    styles: dict[Key, int] = {}
    _add_guide(book, plan)
    for shape in plan.shapes:
        _add_grid(book, shape, plan, styles)
    _add_plain(book, TEXT, TEXT_WIDTHS, heads=0)
    _add_plain(book, CHECKS, CHECK_WIDTHS, heads=plan.first_relation - 1)
    book[CHECKS].merge_cells(None, 1, 1, 1, len(CHECK_WIDTHS))
    for number, key in enumerate((HEAD, LINE, OPEN_HEAD, OPEN_LINE, NUMBER, MARK, TITLE), start=1):
        cell = book[TEXT].cell(1, number)
        dress(cell, key, fillable=plan.fillable)
        styles[key] = cell.style_id
    for shape in plan.shapes:
        _protect(book[shape.title], plan)
    _protect(book[CHECKS], plan)
    _protect(book[GUIDE], plan)
    buffer = io.BytesIO()
    book.save(buffer)
    parts, sheets = _taken_apart(buffer.getvalue(), len(book.worksheets), plan.words)
    return Frame(plan, parts, sheets, styles, {words: number for number, words in enumerate(plan.words)})


def _add_guide(book: Any, plan: Plan) -> None:
    sheet = _add_plain(book, GUIDE, GUIDE_WIDTHS, heads=None)
    for row, (_, (_, second)) in enumerate(plan.guide(["x"] * len(plan.details)), start=1):
        if not second:
            sheet.merge_cells(None, row, 1, row, len(GUIDE_WIDTHS))
    for row, detail in enumerate(plan.details, start=plan.first_detail):
        _name(book, DETAIL + detail.name, GUIDE, row, 1)


def _add_plain(book: Any, title: str, widths: tuple[int, ...], heads: int | None) -> Any:
    """A sheet without a grid; *heads* is the row that every page repeats."""
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet(title)
    for number, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    _set_print(sheet, pages=0)
    if heads is not None:
        sheet.print_title_rows = f"{heads + 1}:{heads + 1}"
    _name(book, ANCHORS[title], title, 0, 0)
    return sheet


def _add_grid(book: Any, shape: Shape, plan: Plan, styles: dict[Key, int]) -> None:
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet(shape.title)
    for number, width in enumerate(column_widths(shape), start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    for box in shape.boxes:
        row, column = box.row + 1, box.column + 1
        cell = sheet.cell(row, column)
        key = key_of(box, shape, fillable=plan.fillable)
        dress(cell, key, fillable=plan.fillable)
        styles[key] = cell.style_id
        if box.rowspan * box.colspan > 1:
            sheet.merge_cells(None, row, column, box.row + box.rowspan, box.column + box.colspan)
        if isinstance(box.content, int):
            _name(book, shape.inputs[box.content].name, shape.title, box.row, box.column)
    _set_print(sheet, pages=1)
    sheet.page_setup.orientation = "landscape" if len(shape.columns) > shape.rows else "portrait"
    if shape.header_rows and shape.rows > shape.header_rows + 1:
        sheet.print_title_rows = f"1:{shape.header_rows}"
    if plan.fillable:
        add_inputs(sheet, shape)


def _name(book: Any, name: str, sheet: str, row: int, column: int) -> None:
    from openpyxl.workbook.defined_name import DefinedName

    where = f"{quoted(sheet)}!{address(row, column, absolute=True)}"
    book.defined_names[name] = DefinedName(name, attr_text=where)


def _set_print(sheet: Any, *, pages: int) -> None:
    """A4, as wide as one page, and as many pages long (0: as many as it takes); the title in the header."""
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, pages
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_options.horizontalCentered = True
    sheet.oddHeader.center.text = _HEADER
    sheet.oddFooter.center.text = "&P / &N"


def _protect(sheet: Any, plan: Plan) -> None:
    """Locked without a password: against slips, not against people. Widths and heights may be changed."""
    if plan.fillable:
        sheet.protection.sheet = True
        sheet.protection.formatColumns = sheet.protection.formatRows = False


def _taken_apart(
    data: bytes, sheets: int, words: tuple[str, ...]
) -> tuple[tuple[Part, ...], tuple[Sheet, ...]]:
    """The constant parts, and each sheet cut at its rows."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = [f"xl/worksheets/sheet{number}.xml" for number in range(1, sheets + 1)]
        cut_sheets = tuple(_around_rows(name, package.read(name).decode()) for name in names)
        kept = [name for name in package.namelist() if name not in OWN_NAMES and name not in names]
        contents = {name: package.read(name) for name in kept}
    contents[_RELATIONS] = _with_strings(contents[_RELATIONS])
    contents[_STRINGS] = _strings(words).encode()
    parts = [part(name, content) for name, content in contents.items()]
    overrides = {
        f"/{name}": _CONTENT_TYPES[name.rpartition("/")[2].removesuffix(".xml").rstrip("0123456789")]
        for name in (*contents, *names)
        if not name.endswith(".rels")
    }
    own = (content_types(_DEFAULTS, overrides), package_relationships(WORKBOOK), app_part())
    return (*parts, *own), cut_sheets


def _with_strings(relations: bytes) -> bytes:
    """Openpyxl keeps texts in their cells; those that every workbook has are kept once."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
    end = "</Relationships>"
    said = f'<Relationship Id="rIdStrings" Type="{kind}" Target="sharedStrings.xml"/>'
    return relations.decode().replace(end, said + end).encode()


def _strings(words: tuple[str, ...]) -> str:
    items = "".join(f'<si><t xml:space="preserve">{escaped(text)}</t></si>' for text in words)
    return f'{XML_HEAD}<sst xmlns="{_MAIN}" uniqueCount="{len(words)}">{items}</sst>'


def _around_rows(name: str, xml: str) -> Sheet:
    head, _, rest = _NUMBERED.sub(lambda found: chr(int(found[1])), xml).partition("<sheetData")
    tail = rest.partition("</sheetData>")[2] or rest.partition("/>")[2]
    return Sheet(name, f"{head}<sheetData>".encode(), cut(_gaps(f"</sheetData>{tail}")))


def _gaps(tail: str) -> Any:
    """The tail cut at its gaps: the title is slot 0, the hints come after it in their order."""
    hints = count(1)
    before = 0
    for gap in _GAPS.finditer(tail):
        yield tail[before : gap.start()]
        yield 0 if gap[0] == _HEADER else next(hints)
        before = gap.end()
    yield tail[before:]
