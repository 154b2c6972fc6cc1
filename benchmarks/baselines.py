"""What people do today: a straightforward python-docx script, and a docxtpl template."""

import io
from typing import Any

import docx

import disclosure_report as dr
from disclosure_report.blocks import Grid, Heading
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
