"""Readable case files: a page, what is read from it, what is left over, which doubts are written down.

A case lists the findings that it is about, with their lines; findings on rows that the short page does not
have (R303, R312), on parts (R201) and tables (R202) that it leaves out count only where it lists them.
"""

import io
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path
from typing import Any, NamedTuple

import docx
import openpyxl
import pytest

import disclosure_report as dr
from disclosure_report.blocks import Grid
from disclosure_report.model.prose import Prose


FOLDER = Path(__file__).parent.parent.parent / "cases"
CASES = sorted((FOLDER / "text").glob("*.txt"))
DRAWN = sorted((FOLDER / "tables").glob("*.txt"))
UNLISTED = {"R201", "R202", "R303", "R312"}
BY_PLACE = {"R206"}  # the order of sheets says nothing, so no table is out of its place


def _sections(path: Path) -> dict[str, list[str]]:
    sections: dict[str, list[str]] = {}
    name = "about"
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("=== "):
            name = line.removeprefix("=== ")
        else:
            sections.setdefault(name, []).append(line)
    return sections


def _shown(report: dr.Report, name: str) -> str:
    value: Any = report
    if name in report.cells():
        value = report[name]
    else:
        for step in name.split("."):
            value = getattr(value, step)
    if isinstance(value, Prose):
        return " / ".join(block.text for block in value)
    if isinstance(value, dr.Form):
        return str(value.value)
    return "" if value is None else str(value)


@pytest.mark.parametrize("path", CASES, ids=lambda path: str(path.stem))
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_case(path: Path, line_end: str, encoding: str) -> None:
    sections = _sections(path)
    page = line_end.join(sections["page"])
    reading = dr.read(page.encode(encoding), "text")
    expected = {
        name: value.strip() for name, _, value in (line.partition(":") for line in sections["report"])
    }
    assert {name: _shown(reading.report, name) for name in expected} == expected
    listed = sections.get("findings", [])
    found = [
        f"{finding.code} {finding.place.text('en')}" if finding.place else finding.code
        for finding in reading.findings
        if finding.code not in UNLISTED or finding.code in listed
    ]
    unlisted = {line for line in listed if line in UNLISTED}
    assert [line for line in found if line.split()[0] not in unlisted] == [
        line for line in listed if line not in unlisted
    ]
    assert unlisted <= {finding.code for finding in reading.findings}
    if "left over" in sections:
        left_over = [block.text for block in reading.left_over if not isinstance(block, Grid)]
        assert left_over == sections["left over"]


class Cell(NamedTuple):
    """A cell of a drawn table, with its spans."""

    row: int
    column: int
    height: int
    width: int
    text: str


def _drawn(lines: list[str]) -> Iterator[str | list[Cell]]:
    """The lines of a drawn page: text, or tables whose rows begin with a bar.

    ``<`` goes on with the cell to the left and ``^`` with the one above; ``⏎`` breaks a line in a cell.
    """
    rows: list[list[str]] = []
    for line in [*lines, ""]:
        if line.startswith("|"):
            rows.append([cell.strip().replace("⏎", "\n") for cell in line.strip("|").split("|")])
            continue
        if rows:
            yield list(_cells(rows))
            rows = []
        if line:
            yield line


def _cells(rows: list[list[str]]) -> Iterator[Cell]:
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            if text in {"<", "^"}:
                continue
            width, height = 1, 1
            while column + width < len(texts) and texts[column + width] == "<":
                width += 1
            while row + height < len(rows) and rows[row + height][column : column + 1] == ["^"]:
                height += 1
            yield Cell(row, column, height, width, text)


def _as_html(lines: list[str]) -> bytes:
    page = ["<html><body><div>"]
    for block in _drawn(lines):
        if isinstance(block, str):
            page.append(f"<p>{escape(block)}</p>")
            continue
        page.append("<table>")
        for row in range(max(cell.row for cell in block) + 1):
            page.append("<tr>")
            for cell in (each for each in block if each.row == row):
                text = escape(cell.text).replace("\n", "<br>")
                page.append(f"<td rowspan={cell.height} colspan={cell.width}>{text}</td>")
            page.append("</tr>")
        page.append("</table>")
    return "".join([*page, "</div></body></html>"]).encode()


def _as_docx(lines: list[str]) -> bytes:
    document = docx.Document()
    for block in _drawn(lines):
        if isinstance(block, str):
            document.add_paragraph(block)
            continue
        rows = max(cell.row + cell.height for cell in block)
        columns = max(cell.column + cell.width for cell in block)
        table = document.add_table(rows, columns)
        for cell in block:
            corner = table.cell(cell.row, cell.column)
            corner.merge(
                table.cell(cell.row + cell.height - 1, cell.column + cell.width - 1)
            ).text = cell.text
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _as_xlsx(lines: list[str]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    row = 1
    for block in _drawn(lines):
        for cell in [Cell(0, 0, 1, 1, block)] if isinstance(block, str) else block:
            text = cell.text
            place = sheet.cell(row + cell.row, cell.column + 1)
            place.value = int(text) if text.isdecimal() and text.isascii() else text or None
            if cell.width * cell.height > 1:
                sheet.merge_cells(
                    start_row=row + cell.row,
                    start_column=cell.column + 1,
                    end_row=row + cell.row + cell.height - 1,
                    end_column=cell.column + cell.width,
                )
        row += 1 if isinstance(block, str) else max(cell.row + cell.height for cell in block)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


MEDIA: dict[str, Callable[[list[str]], bytes]] = {"html": _as_html, "docx": _as_docx, "xlsx": _as_xlsx}


@pytest.mark.parametrize("medium", MEDIA)
@pytest.mark.parametrize("path", DRAWN, ids=lambda path: str(path.stem))
def test_drawn_case(path: Path, medium: str) -> None:
    """A page with tables is read alike from a web page, a Word document and a sheet."""
    sections = _sections(path)
    page = MEDIA[medium](sections["page"])
    if "error" in sections:
        with pytest.raises(dr.DisclosureReportError, match=sections["error"][0]):
            dr.read(page, medium)
        return
    reading = dr.read(page, medium)
    expected = {
        name: value.strip() for name, _, value in (line.partition(":") for line in sections["report"])
    }
    assert {name: _shown(reading.report, name) for name in expected} == expected
    unlisted = UNLISTED | {"R504"}  # a number kept as text, in a sheet alone
    findings = [line for line in sections.get("findings", []) if medium != "xlsx" or line[:4] not in BY_PLACE]
    listed = {line.split()[0] for line in findings}
    assert {finding.code for finding in reading.findings} - (unlisted - listed) == listed
    for line in findings:
        code, *paths = line.split()
        named = {each for finding in reading.findings if finding.code == code for each in finding.paths}
        assert set(paths) <= named
    words = {_words(block) for block in reading.left_over}
    assert all(any(line in each for each in words) for line in sections.get("left over", []))


def _words(block: Any) -> str:
    if isinstance(block, Grid):
        return " | ".join(str(value) for value in block.values)
    return str(block.text)
