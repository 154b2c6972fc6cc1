"""Tables whose structure is broken: what is read stands where its heads say, or is in doubt."""

from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

import disclosure_report as dr
from disclosure_report.blocks import Grid, Value
from disclosure_report.layout.compose import compose


class Cell(NamedTuple):
    """A cell of a page."""

    text: str
    height: int = 1
    width: int = 1


def numbered(year: int) -> dr.Report:
    """A report with another number in each cell."""
    report = dr.Report.blank("青溪镇", year)
    kinds = {said.path: said.kind for sheet in dr.Form for said in dr.fields(sheet)}
    counts = (path for path in report.cells() if kinds[path] == "count")
    values: dict[str, Value] = {path: number for number, path in enumerate(counts, start=1000)}
    return report.replace(values)


REPORTS = {year: numbered(year) for year in (2019, 2021)}


def rows_of(grid: Grid) -> list[list[Cell]]:
    """The rows of a table as a page has them."""
    rows: list[list[Cell]] = [[] for _ in range(grid.shape.rows)]
    for box in sorted(grid.shape.boxes, key=lambda each: (each.row, each.column)):
        value = grid.values[box.content] if isinstance(box.content, int) else box.content
        rows[box.row].append(Cell("" if value is None else str(value), box.rowspan, box.colspan))
    return rows


def break_one(rows: list[list[Cell]], data: st.DataObject) -> None:
    """Break a table at one place."""
    filled = [number for number, row in enumerate(rows) if row]
    row = rows[data.draw(st.sampled_from(filled))]
    at = data.draw(st.integers(0, len(row) - 1))
    cell = row[at]
    match data.draw(
        st.sampled_from(["drop", "insert", "blank", "wider", "narrower", "higher", "lower", "row"])
    ):
        case "drop":
            del row[at]
        case "insert":
            row.insert(at, Cell("77"))
        case "blank":
            row.insert(at, Cell(""))
        case "wider":
            row[at] = cell._replace(width=cell.width + 1)
        case "narrower":
            row[at] = cell._replace(width=max(cell.width - 1, 1))
        case "higher":
            row[at] = cell._replace(height=cell.height + 1)
        case "lower":
            row[at] = cell._replace(height=max(cell.height - 1, 1))
        case _:
            rows.remove(row)


def page(report: dr.Report, broken: dict[int, list[list[Cell]]]) -> bytes:
    """The page, with these tables instead of its own."""
    pieces: list[str] = []
    for number, block in enumerate(compose(report).blocks):
        if not isinstance(block, Grid):
            pieces.append(f"<p>{block.text}</p>")
            continue
        pieces.append("<table>")
        for row in broken.get(number) or rows_of(block):
            cells = (f"<td rowspan={c.height} colspan={c.width}>{c.text}</td>" for c in row)
            pieces.append(f"<tr>{''.join(cells)}</tr>")
        pieces.append("</table>")
    return "".join(pieces).encode()


@settings(max_examples=200)
@given(st.sampled_from([2019, 2021]), st.data())
def test_no_number_stands_at_another_cell_without_a_finding(year: int, data: st.DataObject) -> None:
    report = REPORTS[year]
    grids = {n: rows_of(b) for n, b in enumerate(compose(report).blocks) if isinstance(b, Grid)}
    which = data.draw(st.sampled_from(sorted(grids)))
    break_one(grids[which], data)
    reading = dr.read(page(report, {which: grids[which]}), "html")
    doubted = {path for finding in reading.findings for path in finding.paths}
    got, wanted = reading.report.cells(), report.cells()
    wrong = {
        path: (value, wanted.get(path))
        for path, value in got.items()
        if value is not None and value != wanted.get(path) and path not in doubted
    }
    assert wrong == {}
    lost = {path for path, value in wanted.items() if value is not None and got.get(path) is None}
    assert lost <= doubted | (set(wanted) - set(got))
