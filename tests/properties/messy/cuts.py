"""Mess that moves tables or takes from them: cut over pages, out of place, with spans that cover values."""

from itertools import pairwise

from attrs import evolve

from .page import Cell, Dice, Line, Page, Table


FEET = ("— 4 —", "3", "续表")
SUB_ROWS = ("行政检查", "行政确认", "行政给付")


def cut_with_heads(page: Page, dice: Dice) -> None:
    """A table cut where the paper's page ends; its heads stand in both pieces."""
    _cut(page, dice, heads=True)


def cut_without_heads(page: Page, dice: Dice) -> None:
    """A table cut where the paper's page ends; the second piece goes on without heads."""
    _cut(page, dice, heads=False)


def _is_in_order(page: Page, table: Table) -> bool:
    paths = [cell.path for row in range(table.rows) for cell in table.row(row) if cell.path]
    return paths == [path for path in page.fields if path in paths]


def _cut(page: Page, dice: Dice, *, heads: bool) -> None:
    for table in dice.some([table for table in page.tables if heads or _is_in_order(page, table)]):
        rows = [row for row in range(table.heads + 1, table.rows) if _is_row_of_values(table, row)]
        if rows:
            at = page.blocks.index(table)
            first, second = _halves(table, dice.one(rows), dice, heads=heads)
            between = [Line(dice.one(FEET), "extra", table.part)] * dice.number(0, 1)
            page.blocks[at : at + 1] = [first, *between, second]


def _is_row_of_values(table: Table, row: int) -> bool:
    return any(cell.path for cell in table.row(row))


def _halves(table: Table, cut: int, dice: Dice, *, heads: bool) -> tuple[Table, Table]:
    """Both pieces; a label that reaches over the cut stands in both, is torn, or stands in the first."""
    first, second, repeated = [], [], []
    for cell in table.cells:
        if cell.row >= cut:
            second.append(cell)
        elif cell.row + cell.height > cut:
            beyond = cell.row + cell.height - cut
            upper, lower = dice.one(_ways(cell.words))
            second.append(evolve(cell, row=cut, height=beyond, words=lower, extra=not lower))
            first.append(evolve(cell, height=cell.height - beyond, words=upper))
        else:
            first.append(cell)
    if heads:
        repeated = [evolve(cell) for cell in table.cells if cell.row < table.heads]
        repeated += _section_heads(table, cut)
    shift = _closed_up(repeated) - cut
    for cell in second:
        cell.row += shift
    return evolve(table, cells=first), evolve(table, cells=[*repeated, *second])


def _ways(words: str) -> list[tuple[str, str]]:
    middle = len(words) // 2
    return [(words, words), (words[:middle], words[middle:]), (words, "")]


def _section_heads(table: Table, cut: int) -> list[Cell]:
    """In part two the heads of the item that goes on; none, where a new item begins at the cut."""
    if table.heads:
        return []
    heads = {cell.row for cell in table.cells if cell.role == "head" and cell.row < cut}
    return [evolve(cell) for cell in table.cells if cell.row == max(heads)]


def _closed_up(cells: list[Cell]) -> int:
    """Move rows up to the first; gives how many there are."""
    top = min((cell.row for cell in cells), default=0)
    for cell in cells:
        cell.row -= top
    return max((cell.row + cell.height for cell in cells), default=0)


def other_order(page: Page, dice: Dice) -> None:
    """Tables stand below each other's headings."""
    places = [number for number, block in enumerate(page.blocks) if isinstance(block, Table)]
    mixed = dice.random.sample(page.tables, len(places))
    for place, table in zip(places, mixed, strict=True):
        page.blocks[place] = table


def before_heading(page: Page, dice: Dice) -> None:
    """A table stands before the heading of its part."""
    moved = dice.some(page.tables)
    for number, (line, table) in [*enumerate(pairwise(page.blocks))]:
        if isinstance(line, Line) and table in moved:
            page.blocks[number : number + 2] = [table, line]


def all_at_the_end(page: Page, dice: Dice) -> None:
    """The headings stand without tables, which follow after the last part."""
    page.blocks.sort(key=lambda block: isinstance(block, Table))


def sub_rows(page: Page, dice: Dice) -> None:
    """The services to others are told one by one, in rows of their own with one more column."""
    for cell in [cell for cell in page.labels() if cell.words == "其他对外管理服务事项"]:
        table = next(table for table in page.tables if cell in table.cells)
        values = [each for each in table.row(cell.row) if each.path]
        table.open_row(cell.row + 1)
        table.open_column(cell.column + 1)
        for other in table.cells:
            if other.column + other.width == cell.column + 1 and other is not cell:
                other.width += 1
        cell.width, cell.height = 1, 2
        for row, words in zip((cell.row, cell.row + 1), dice.random.sample(SUB_ROWS, 2), strict=True):
            table.cells.append(Cell(row, cell.column + 1, 1, 1, words, "value", extra=True))
        table.cells += [
            Cell(cell.row + 1, each.column, 1, each.width, str(dice.number(0, 50)), "value", extra=True)
            for each in values
        ]
        for each in values:  # what is said of one of them is not said of all
            each.words, each.path, each.extra = str(dice.number(0, 50)), None, True


def covering_spans(page: Page, dice: Dice) -> None:
    """A label or the head of a column reaches down into the next row and pushes its cells aside."""
    for table in dice.some(page.tables):
        lowest = [cell for cell in table.cells if cell.is_label and cell.row + cell.height == table.heads]
        labels = [cell for cell in table.cells if cell.role in {"label", "group"} or cell in lowest]
        inner = [cell for cell in labels if cell.row + cell.height < table.rows]
        for cell in dice.random.sample(inner, min(len(inner), 1)):
            cell.height += 1


def lost_ends(page: Page, dice: Dice) -> None:
    """The last cells of a row are lost with what stood in them."""
    for table in dice.some(page.tables):
        for row in dice.some(range(table.rows)):
            for _ in range(dice.number(1, 3)):
                if (cells := table.row(row)) and cells[-1].path:
                    table.cells.remove(cells[-1])


def lost_blanks(page: Page, dice: Dice) -> None:
    """Blank cells are not there, wherever they stood, so that the values behind them stand too far left.

    A row with an empty cell of the page's own would look whole.
    """
    for table in dice.some([table for table in page.tables if not table.uneven]):
        rows = [table.row(row) for row in range(table.rows)]
        whole = [row for row in rows if not any(cell.extra and not cell.words.strip() for cell in row)]
        for row in dice.some(whole):
            table.cells[:] = [
                cell for cell in table.cells if cell not in row or not cell.path or cell.words.strip()
            ]


def merged_values(page: Page, dice: Dice) -> None:
    """One number stands in a cell over several columns."""
    for table in dice.some([table for table in page.tables if not table.uneven]):
        for row in dice.some(range(table.rows)):
            values = [cell for cell in table.row(row) if cell.path]
            if len(values) > 1:
                table.cells.append(_merged(values, str(dice.number(0, 99))))
                table.cells[:] = [cell for cell in table.cells if not _is_under(cell, table.cells[-1])]


def _merged(values: list[Cell], words: str) -> Cell:
    first, last = values[0], values[-1]
    return evolve(first, width=last.column + last.width - first.column, words=words, path=None, extra=True)


def _is_under(cell: Cell, merged: Cell) -> bool:
    inside = merged.column <= cell.column < merged.column + merged.width
    return cell is not merged and cell.row == merged.row and inside


def repeated_rows(page: Page, dice: Dice) -> None:
    """A row stands twice, the second time with other numbers."""
    for table in dice.some([table for table in page.tables if table.part != "disputes"]):
        rows = sorted({cell.row for cell in table.cells if cell.path and table.row(cell.row)[-1].path})
        for row in dice.some(rows)[::-1]:
            cells = [cell for cell in table.row(row) if cell.path or cell.role == "label"]
            table.open_row(row + 1)
            for cell in cells:
                words = str(dice.number(0, 9)) if cell.path else cell.words
                table.cells.append(Cell(row + 1, cell.column, 1, cell.width, words, cell.role, extra=True))
            for column in table.free(row + 1):
                table.cells.append(Cell(row + 1, column, 1, 1, "", "value", extra=True))
