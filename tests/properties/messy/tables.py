"""Mess in the geometry of tables that a person sees through: spans, empty cells, more rows and columns."""

from collections.abc import Iterator
from functools import partial
from itertools import groupby

from .page import Cell, Dice, Page, Table


EXTRA_ROWS = (
    "其他主动公开文件", "注：以上为本级数据", "其中：网上申请", "合计", "", "（八）补充说明", "备注"
)  # fmt: skip
REMARKS = ("", "无", "含下属单位", "3", "\xa0", "12件")
SPREAD = frozenset({"band", "head", "value", "total"})
_FILLERS = ("", "\xa0", "31", "0", "7")


def slivers(page: Page, dice: Dice) -> None:
    """Columns of one pixel: the edges between cells do not stand below each other."""
    for table in dice.some(page.tables):
        table.uneven = True
        for edge in dice.some(range(1, table.columns))[::-1]:
            _shift_edges(table, edge, dice)


def _shift_edges(table: Table, edge: int, dice: Dice) -> None:
    """A sliver at an edge: what stood at the edge, begins or ends left of the sliver or right of it."""
    begins = [cell for cell in table.cells if cell.column == edge]
    ends = [cell for cell in table.cells if cell.column + cell.width == edge]
    table.open_column(edge)
    side: dict[int, bool] = {}
    for group in _touching([*begins, *ends], table.heads):
        left = dice.one((True, False))
        side |= {id(cell): left for cell in group}
    for cell in begins:
        if side[id(cell)]:
            cell.column, cell.width = cell.column - 1, cell.width + 1
    for cell in ends:
        cell.width += not side[id(cell)]


def _touching(cells: list[Cell], heads: int) -> Iterator[list[Cell]]:
    """The cells at an edge in groups that share rows; rows of heads keep their edges together."""
    group: list[Cell] = []
    end = heads
    for cell in sorted(cells, key=lambda cell: cell.row):
        if group and cell.row >= end:
            yield group
            group = []
        group.append(cell)
        end = max(end, cell.row + cell.height)
    if group:
        yield group


def empty_rows(page: Page, dice: Dice) -> None:
    """Rows without anything, with cells or without."""
    for table in dice.some(page.tables):
        for at in dice.some(range(table.rows + 1))[::-1]:
            table.open_row(at)
            if dice.one((True, False)):
                table.cells += [Cell(at, column, 1, 1, "", "value", extra=True) for column in table.free(at)]


def empty_ends(page: Page, dice: Dice) -> None:
    """Empty cells behind the last one of a row."""
    for table in dice.some(page.tables):
        for row in dice.some(range(table.rows)):
            last = max((cell.column + cell.width for cell in table.row(row)), default=None)
            if last == table.columns:
                table.cells.append(Cell(row, last, 1, 1, dice.one(("", "\xa0")), "value", extra=True))


def sized_columns(page: Page, dice: Dice) -> None:
    """The row without height that Word puts below a table whose columns do not stand below each other."""
    for table in page.tables:
        row = table.rows
        table.cells += [Cell(row, column, 1, 1, "", "value", extra=True) for column in range(table.columns)]


def missing_ends(page: Page, dice: Dice) -> None:
    """Blank cells at the end of a row are not there."""
    for table in [table for table in page.tables if not table.uneven]:
        for row in dice.some(range(table.rows)):
            while (cells := table.row(row)) and cells[-1].path and not cells[-1].words.strip():
                table.cells.remove(cells[-1])


def long_spans(page: Page, dice: Dice) -> None:
    """Spans that reach below the last row."""
    for table in dice.some(page.tables):
        for cell in dice.some([cell for cell in table.cells if cell.row + cell.height == table.rows]):
            cell.height += dice.number(1, 9)


def unmerged(page: Page, dice: Dice) -> None:
    """Cells that were merged over rows: their words stand in the first row, and below it is nothing."""
    for table in dice.some(page.tables):
        for cell in dice.some([cell for cell in table.cells if cell.height > 1]):
            rows = range(cell.row + 1, cell.row + cell.height)
            table.cells += [Cell(row, cell.column, 1, cell.width, "", cell.role, extra=True) for row in rows]
            cell.height = 1


def spread(page: Page, dice: Dice) -> None:
    """Heads and values merged over columns: their words stand in the first column, and behind is nothing."""
    for table in dice.some([table for table in page.tables if table.part != "disputes"]):
        wide = [cell for cell in table.cells if cell.width > 1 and cell.role in SPREAD and not cell.extra]
        for cell in dice.some(wide):
            columns = range(cell.column + 1, cell.column + cell.width)
            table.cells += [Cell(cell.row, at, cell.height, 1, "", cell.role, extra=True) for at in columns]
            cell.width = 1


def copied_labels(page: Page, dice: Dice) -> None:
    """Labels that were merged stand in each cell."""
    for table in dice.some(page.tables):
        for cell in dice.some(
            [cell for cell in table.cells if cell.height * cell.width > 1 and cell.is_label]
        ):
            table.cells += [
                Cell(row, column, 1, 1, cell.words, cell.role)
                for row in range(cell.row, cell.row + cell.height)
                for column in range(cell.column, cell.column + cell.width)
                if (row, column) != (cell.row, cell.column)
            ]
            cell.height = cell.width = 1


def extra_rows(page: Page, dice: Dice) -> None:
    """Rows that the form does not have, below rows of values; a note or more values stand in them."""
    for table in dice.some([table for table in page.tables if table.part != "disputes"]):
        rows = [cell.row for cell in table.cells if cell.role == "label" and cell.height == 1]
        for row in dice.some(sorted(set(rows)))[::-1]:
            _add_row(table, row, dice)


def _add_row(table: Table, above: int, dice: Dice) -> None:
    cells = [cell for cell in table.row(above) if cell.role != "group"]
    table.open_row(above + 1)
    words = dice.one(EXTRA_ROWS)
    for cell in cells:
        filler = dice.one(_FILLERS) if cell.path and not words.startswith("注") else ""
        said = words if cell.role == "label" else filler
        table.cells.append(Cell(above + 1, cell.column, 1, cell.width, said, "value", extra=True))
    for column in table.free(above + 1):  # where a group ends with the row above
        table.cells.append(Cell(above + 1, column, 1, 1, "", "value", extra=True))


def remarks(page: Page, dice: Dice) -> None:
    """One more column at the end: 备注."""
    for table in dice.some(page.tables):
        at = table.columns
        for row in range(table.rows):
            if row < table.heads or not table.row(row):
                continue
            band = next((cell for cell in table.row(row) if cell.role == "band"), None)
            if band:
                band.width += 1
            else:
                words = "备注" if any(cell.role == "head" for cell in table.row(row)) else dice.one(REMARKS)
                table.cells.append(Cell(row, at, 1, 1, words, "value", extra=True))
        if table.heads:
            table.cells.append(Cell(0, at, table.heads, 1, "备注", "head", extra=True))


def row_numbers(page: Page, dice: Dice) -> None:
    """One more column at the beginning: 序号."""
    for table in dice.some([table for table in page.tables if table.part != "disputes"]):
        table.open_column(0)
        counting = 0
        for row in range(table.heads, table.rows):
            cells = table.row(row)
            if [cell.role for cell in cells] == ["band"]:
                cells[0].column, cells[0].width = 0, cells[0].width + 1
                continue
            is_head = any(cell.role == "head" for cell in cells)
            counting += not is_head
            words = "序号" if is_head else str(counting)
            table.cells.append(Cell(row, 0, 1, 1, words, "value", extra=True))
        if table.heads:
            table.cells.append(Cell(0, 0, table.heads, 1, "序号", "head", extra=True))


def column_order(page: Page, dice: Dice) -> None:
    """Columns, each below its head, in another order than the form's."""
    for table in dice.some(page.tables):
        if table.part == "applications":
            _total_first(table)
        elif table.part == "proactive_disclosure":
            for _, rows in groupby(range(table.rows), partial(_band_above, table)):
                _swap(table, [*rows][1:])


def _band_above(table: Table, row: int) -> int:
    return max(cell.row for cell in table.cells if cell.role == "band" and cell.row <= row)


def _swap(table: Table, rows: list[int]) -> None:
    """The first two columns behind the label change places, where both are one wide."""
    columns = [[cell for cell in table.cells if cell.row in rows and cell.column == at] for at in (1, 2)]
    if all(columns) and all(cell.width == 1 for each in columns for cell in each):
        for cell in columns[0]:
            cell.column = 2
        for cell in columns[1]:
            cell.column = 1


def _total_first(table: Table) -> None:
    """The total stands before the columns that it adds up."""
    labels = max(cell.column + cell.width for cell in table.cells if cell.role in {"label", "corner"})
    last = table.columns - 1
    for cell in table.cells:
        if cell.column == last:
            cell.column = labels
        elif cell.column >= labels and cell.role != "band":
            cell.column += 1
