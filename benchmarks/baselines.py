"""What people do today: plain scripts with python-docx and openpyxl, a docxtpl template, a rule engine."""

import io
from collections.abc import Callable, Sequence
from typing import Any

import docx
import openpyxl
import rule_engine
from openpyxl.styles import Alignment, Border, Side
from openpyxl.workbook.defined_name import DefinedName

import disclosure_report as dr
from disclosure_report.blocks import Box, Grid, Heading
from disclosure_report.layout.compose import compose


def _text(grid: Grid, content: str | int) -> str:
    if isinstance(content, str):
        return content
    value = grid.values[content]
    return "" if value is None else str(value)


def python_docx(report: dr.Report) -> bytes:
    """Paragraphs, tables, merges and cell texts through python-docx's own API."""
    document = docx.Document()
    for block in compose(report).blocks:
        if isinstance(block, Grid):
            _add_table(document, block)
        elif isinstance(block, Heading):
            document.add_heading(block.text, block.level)
        else:
            document.add_paragraph(block.text)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _add_table(document: Any, grid: Grid) -> None:
    shape = grid.shape
    table = document.add_table(shape.rows, len(shape.columns), style="Table Grid")
    for box in shape.boxes:
        cell = table.cell(box.row, box.column)
        if box.rowspan * box.colspan > 1:
            last = table.cell(box.row + box.rowspan - 1, box.column + box.colspan - 1)
            cell = cell.merge(last)
        cell.text = _text(grid, box.content)


def openpyxl_book(report: dr.Report) -> bytes:
    """The same sheets, cell by cell through openpyxl's own API: styles, merges, names, formulas."""
    book = openpyxl.Workbook()
    manuscript = compose(report)
    guide: Any = book.active
    guide.title = "说明"
    for row, detail in enumerate(manuscript.properties.details, start=1):
        _put_row(guide, row, (detail.label, detail.text))
    checks: list[tuple[str, ...]] = []
    for grid in (block for block in manuscript.blocks if isinstance(block, Grid)):
        checks += _put_grid(book, grid)
    text = book.create_sheet("文字")
    for row, block in enumerate(manuscript.blocks, start=1):
        if not isinstance(block, Grid):
            _put_row(text, row, (block.level if isinstance(block, Heading) else None, block.text))
    sheet = book.create_sheet("勾稽检查")
    for row, (sentence, left, right) in enumerate(checks, start=1):
        _put_row(sheet, row, (sentence, left, right, f"=C{row}-B{row}", f'=IF(D{row}=0,"✓","✗")'))
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


LINE = Side(style="thin")
BORDER = Border(left=LINE, right=LINE, top=LINE, bottom=LINE)
CENTRED = Alignment(horizontal="center", vertical="center", wrap_text=True)


def _put(sheet: Any, row: int, column: int, value: Any) -> Any:
    cell = sheet.cell(row, column, value)
    cell.border, cell.alignment = BORDER, CENTRED
    return cell


def _put_row(sheet: Any, row: int, values: tuple[Any, ...]) -> None:
    for column, value in enumerate(values, start=1):
        _put(sheet, row, column, value)


def _put_grid(book: Any, grid: Grid) -> list[tuple[str, ...]]:
    """A table; the sentence and both sides of each of its relations."""
    shape, where = grid.shape, {}
    sheet = book.create_sheet(shape.title)
    for box in shape.boxes:
        content = grid.values[box.content] if isinstance(box.content, int) else box.content
        cell = _put(sheet, box.row + 1, box.column + 1, content)
        if box.rowspan * box.colspan > 1:
            sheet.merge_cells(None, *_corners(box))
        if isinstance(box.content, int):
            where[box.content] = f"'{shape.title}'!{cell.coordinate}"
            name = shape.inputs[box.content].name
            book.defined_names[name] = DefinedName(name, attr_text=where[box.content])
    return [
        (each.sentence, *("=" + "+".join(where[slot] for slot in slots) for slots in (each.plus, each.minus)))
        for each in shape.sums
    ]


def _corners(box: Box) -> tuple[int, int, int, int]:
    return box.row + 1, box.column + 1, box.row + box.rowspan, box.column + box.colspan


def docxtpl_template(report: dr.Report) -> bytes:
    """A template with a placeholder for each value and each paragraph of this report."""
    document = docx.Document()
    for number, block in enumerate(compose(report).blocks):
        if isinstance(block, Grid):
            shape = block.shape
            table = document.add_table(shape.rows, len(shape.columns), style="Table Grid")
            rows = [row.cells for row in table.rows]
            for box in shape.boxes:
                content = box.content
                text = content if isinstance(content, str) else f"{{{{ g{number}[{content}] }}}}"
                rows[box.row][box.column].text = text
        else:
            document.add_paragraph(f"{{{{ b{number} }}}}")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def docxtpl(template: bytes, report: dr.Report) -> bytes:
    """The template filled."""
    from docxtpl import DocxTemplate

    context: dict[str, Any] = {}
    for number, block in enumerate(compose(report).blocks):
        if isinstance(block, Grid):
            context[f"g{number}"] = ["" if value is None else value for value in block.values]
        else:
            context[f"b{number}"] = block.text
    made = DocxTemplate(io.BytesIO(template))
    made.render(context, autoescape=True)
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def rules(reports: Sequence[dr.Report]) -> Callable[[], object]:
    """The relations as rules of a general engine, compiled before; the numbers lie ready by name."""
    written = [
        " == ".join(" + ".join(map(_name, side)) for side in (each.relation.left, each.relation.right))
        for each in dr.evaluate(reports[0])
    ]
    compiled = [rule_engine.Rule(each) for each in written]
    things = [{_name(path): value for path, value in report.cells().items()} for report in reports]
    return lambda: [each.matches(thing) for thing in things for each in compiled]


def _name(path: str) -> str:
    return path.replace(".", "__")
