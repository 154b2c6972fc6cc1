"""A report as a page under construction: lines and tables, as the notices print them, before they get messy.

Words may hold marks that become mark-up when the page is rendered, so that a word can be torn anywhere.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Literal, TypeAlias, TypeVar

from attrs import define, field, frozen

from disclosure_report.blocks import Box, Grid, Heading, Value
from disclosure_report.layout.compose import PART_LEVEL, TITLE_LEVEL, compose
from disclosure_report.model.parts import PARTS
from disclosure_report.model.report import Report
from disclosure_report.model.tree import Field


T = TypeVar("T")
LineRole: TypeAlias = Literal["title", "heading", "prose", "extra"]

# Marks inside words: a line break, a new paragraph, the seam between two spans.
BREAK, SPLIT, SEAM = "\ue000", "\ue001", "\ue002"
_UNMARKED = str.maketrans("", "", BREAK + SPLIT + SEAM)


def unmarked(words: str) -> str:
    """The words without marks."""
    return words.translate(_UNMARKED)


@frozen
class Dice:
    """Chance that a seed decides: the same mess makes the same page. *share* is how much of a page is hit."""

    random: random.Random
    share: float

    def some(self, items: Sequence[T]) -> list[T]:
        """The items that are hit: at least one, where there are any."""
        hit = [item for item in items if self.random.random() < self.share]
        return hit or ([self.random.choice(items)] if items else [])

    def one(self, items: Sequence[T]) -> T:
        """One of the items."""
        return self.random.choice(items)

    def number(self, least: int, most: int) -> int:
        """A whole number from *least* to *most*."""
        return self.random.randint(least, most)

    def spots(self, words: str, most: int) -> list[int]:
        """Places inside words, the last first, so that inserting at one does not move the others."""
        inner = range(1, len(words))
        return sorted(self.random.sample(inner, min(len(inner), self.number(1, most))), reverse=True)


@define(eq=False)
class Cell:
    """A cell of a table. *path* names the report's cell that stands in it; *extra* is not the form's."""

    row: int
    column: int
    height: int
    width: int
    words: str
    role: str
    path: str | None = None
    extra: bool = False

    @property
    def is_label(self) -> bool:
        """Whether the form's own words stand in it."""
        return not self.extra and self.path is None and bool(unmarked(self.words).strip())


@define(eq=False)
class Line:
    """A paragraph, the title, or the heading of a part."""

    words: str
    role: LineRole
    part: str = ""
    tag: str = "p"


@define(eq=False)
class Table:
    """A table of a part; its first *heads* rows are heads.

    *groups* are the rows at which a group of rows begins, *hidden* those with cells that nobody sees.
    *uneven* says that its edges do not stand below each other: only a whole row tells which value is which.
    """

    part: str
    cells: list[Cell]
    heads: int
    groups: dict[int, str] = field(factory=dict)
    hidden: list[int] = field(factory=list)
    uneven: bool = False

    @property
    def rows(self) -> int:
        """How many rows it has."""
        return max((cell.row for cell in self.cells), default=-1) + 1

    @property
    def columns(self) -> int:
        """How many columns it has."""
        return max((cell.column + cell.width for cell in self.cells), default=0)

    def row(self, number: int) -> list[Cell]:
        """The cells that begin in a row, from left to right."""
        return sorted((cell for cell in self.cells if cell.row == number), key=lambda cell: cell.column)

    def crosses(self, row: int) -> bool:
        """Whether a cell reaches from above into a row."""
        return any(cell.row < row < cell.row + cell.height for cell in self.cells)

    def open_row(self, at: int, height: int = 1) -> None:
        """Make room for rows; cells that reach over the place grow."""
        for cell in self.cells:
            if cell.row >= at:
                cell.row += height
            elif cell.row + cell.height > at:
                cell.height += height

    def open_column(self, at: int, width: int = 1) -> None:
        """Make room for columns; cells that reach over the place grow."""
        for cell in self.cells:
            if cell.column >= at:
                cell.column += width
            elif cell.column + cell.width > at:
                cell.width += width

    def free(self, row: int) -> list[int]:
        """The columns of a row that no cell covers."""
        taken = {
            column
            for cell in self.cells
            if cell.row <= row < cell.row + cell.height
            for column in range(cell.column, cell.column + cell.width)
        }
        return [column for column in range(self.columns) if column not in taken]


@define
class Look:
    """How tags are written."""

    upper: bool = False
    unclosed: bool = False
    unquoted: bool = False
    indented: bool = False
    word: bool = False
    cell: str = "td"
    form: bool = False


@define(eq=False)
class Page:
    """A page under construction.

    *before* and *behind* is mark-up around the report that is the site's; *wraps* are pairs around both.
    """

    report: Report
    blocks: list[Line | Table]
    before: list[str] = field(factory=list)
    inside: list[str] = field(factory=list)
    behind: list[str] = field(factory=list)
    wraps: list[tuple[str, str]] = field(factory=list)
    head: list[str] = field(factory=list)
    look: Look = field(factory=Look)
    encoding: str = "utf-8"
    charset: str = "utf-8"
    bom: bytes = b""
    line_end: str = "\n"

    @property
    def tables(self) -> list[Table]:
        """The tables in their order."""
        return [block for block in self.blocks if isinstance(block, Table)]

    def lines(self, *roles: LineRole) -> list[Line]:
        """The lines of these roles."""
        return [block for block in self.blocks if isinstance(block, Line) and block.role in roles]

    def labels(self) -> list[Cell]:
        """Every cell with words of the form."""
        return [cell for table in self.tables for cell in table.cells if cell.is_label]

    def values(self) -> list[Cell]:
        """Every cell that stands for a cell of the report."""
        return [cell for table in self.tables for cell in table.cells if cell.path]

    def field_of(self, cell: Cell) -> Field:
        """What the form says of a value's cell."""
        return self.fields[cell.path or ""]

    @property
    def fields(self) -> dict[str, Field]:
        """The fields of the report's tables by path."""
        return {said.path: said for compiled, _ in self.report.tables() for said in compiled.fields}


Change: TypeAlias = Callable[[Page, Dice], None]


def plain(report: Report) -> Page:
    """The page of a report without any mess."""
    return Page(report, list(_blocks(report)))


def _blocks(report: Report) -> Iterator[Line | Table]:
    part = ""
    ahead = iter(PARTS)
    for block in compose(report).blocks:
        if isinstance(block, Grid):
            yield Table(part, [_cell(block, box) for box in block.shape.boxes], block.shape.header_rows)
        elif isinstance(block, Heading) and block.level == PART_LEVEL:
            part = next(ahead).name
            yield Line(block.text, "heading", part)
        else:
            is_title = isinstance(block, Heading) and block.level == TITLE_LEVEL
            yield Line(block.text, "title" if is_title else "prose", part)


def _cell(grid: Grid, box: Box) -> Cell:
    content: Any = box.content
    place = (box.row, box.column, box.rowspan, box.colspan)
    if isinstance(content, str):
        return Cell(*place, content, box.role)
    return Cell(*place, shown(grid.values[content]), box.role, grid.shape.inputs[content].name)


def shown(value: Value | str) -> str:
    """A value as a page shows it."""
    return "" if value is None else format(value, "f") if not isinstance(value, int | str) else str(value)
