"""The tables of a comparison: a line for each number, with this year, last year, difference and percentage.

Column widths are millimetres of a text block 156 mm wide. Numbers stand in slots, so that years with the same
forms share their shapes.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from attrs import define, field, frozen

from disclosure_report.blocks import Box, Grid, Shape, Value
from disclosure_report.checks.side_by_side import ComparedCell
from disclosure_report.layout.shapes import heads
from disclosure_report.model.report import Report
from disclosure_report.model.tree import Field, Node, Table


NOTHING, BLANK, MINUS = "—", "□", "\u2212"
_COUNTED = "件"  # the unit that needs no words
_FIGURES = 4
_BY_CELL = (34.0, 38.0, *[21.0] * _FIGURES)
_BY_ROW = (8.0, 25.0, 43.0, *[20.0] * _FIGURES)
_BY_APPLICANT = (30.0, 14.0, *[16.0] * 7)
_ONLY = (64.0, 56.0, 36.0)
_Cells = Mapping[str, ComparedCell]


@frozen
class Years:
    """What the two years are called."""

    this: str = "本年"
    last: str = "上年"

    @classmethod
    def of(cls, this: Report, last: Report) -> "Years":
        """By their numbers where both are known."""
        if this.year is None or last.year is None:
            return cls()
        return cls(f"{this.year}年", f"{last.year}年")

    @property
    def heads(self) -> tuple[str, str, str, str]:
        """What stands above or beside the four figures of a cell."""
        return self.this, self.last, "增减", "增减%"


def number(value: Value) -> str:
    """A value as it is printed; a blank has a sign of its own.

    >>> number(0), number(None)
    ('0', '□')
    """
    return BLANK if value is None else format(value, "f" if not isinstance(value, int) else "d")


def added(path: str, cells: Sequence[ComparedCell]) -> ComparedCell:
    """The sum of several counts in each year; one that is blank leaves it blank.

    >>> added("", [ComparedCell("", 3, 4), ComparedCell("", 2, None)])
    ComparedCell(path='', this=5, last=None)
    """
    return ComparedCell(path, _sum([cell.this for cell in cells]), _sum([cell.last for cell in cells]))


def _sum(values: Sequence[Value]) -> int | None:
    known = [int(value) for value in values if value is not None]
    return sum(known) if len(known) == len(values) else None


def figures(cell: ComparedCell) -> tuple[str, str, str, str]:
    """This year, last year, difference and percentage; a blank leaves the difference blank.

    >>> figures(ComparedCell("", 3, 4)), figures(ComparedCell("", 3, None))
    (('3', '4', '−1', '−25.0%'), ('3', '□', '□', '□'))
    """
    known, difference, percentage = (number(cell.this), number(cell.last)), cell.difference, cell.percentage
    if difference is None:
        return *known, BLANK, BLANK
    if not difference:
        return *known, NOTHING, NOTHING
    sign = "+" if difference > 0 else MINUS
    return *known, sign + size(difference), NOTHING if percentage is None else f"{sign}{size(percentage)}%"


def size(value: Value) -> str:
    """A value without its sign; `abs` would round a long amount."""
    return number(value).lstrip("-")


@define
class _Drawing:
    """A table while it is drawn: its boxes, and the texts of its slots."""

    title: str
    columns: tuple[float, ...]
    header_rows: int = 1
    boxes: list[Box] = field(factory=list)
    texts: list[str] = field(factory=list)

    @property
    def row(self) -> int:
        """The first row that is free in the last column."""
        width = len(self.columns)
        return max((b.row + b.rowspan for b in self.boxes if b.column + b.colspan == width), default=0)

    def head(self, labels: Sequence[str], first: int = 1) -> None:
        """A row of heads; the first spans as many columns as *first*."""
        self.boxes.append(Box(0, 0, 1, first, labels[0], "head"))
        self.boxes += [Box(0, at, 1, 1, label, "head") for at, label in enumerate(labels[1:], first)]

    def values(self, row: int, column: int, texts: Sequence[str]) -> None:
        """Texts beside each other, each in a slot."""
        for at, text in enumerate(texts, column):
            self.boxes.append(Box(row, at, 1, 1, len(self.texts), "value"))
            self.texts.append(text)

    def grid(self) -> Grid:
        boxes = tuple(sorted(self.boxes, key=lambda box: (box.row, box.column)))
        shape = Shape(self.title, self.columns, self.row, self.header_rows, boxes, together=True)
        return Grid(shape, tuple(self.texts))


def by_cell(title: str, compiled: Table, cells: _Cells, years: Years) -> Grid:
    """Parts two and four: a line for each number, in the bands of the form where it has such."""
    drawing = _Drawing(title, _BY_CELL)
    drawing.head(("项目", *years.heads), first=2)
    for section, lines in groupby(_shared(compiled, cells), key=lambda line: line.declaration.section):
        if section:
            drawing.boxes.append(Box(drawing.row, 0, 1, len(_BY_CELL), section.label, "band"))
        for line in lines:
            there = [said for said in _fields(compiled, line) if said.path in cells]
            drawing.boxes.append(Box(drawing.row, 0, len(there), 1, _name_of(line), "label"))
            for said in there:
                row = drawing.row
                drawing.boxes.append(Box(row, 1, 1, 1, _with_unit(said), "label"))
                drawing.values(row, 2, figures(cells[said.path]))
    return drawing.grid()


def by_row(title: str, compiled: Table, cells: _Cells, years: Years) -> Grid:
    """Part three: the total of each row, its labels nested as in the form."""
    depth = len(_BY_ROW) - _FIGURES
    drawing = _Drawing(title, _BY_ROW)
    drawing.head(("项目", *years.heads), first=depth)
    for node in compiled.root.children:
        _draw_rows(drawing, compiled, cells, node, (0, depth))
    return drawing.grid()


def _draw_rows(drawing: _Drawing, compiled: Table, cells: _Cells, node: Node, place: tuple[int, int]) -> None:
    """The rows at or under a node; *place* is its column and that of the values."""
    level, depth = place
    rows = [line for line in node.lines() if _total(compiled, line).path in cells]
    if not rows:
        return
    row, label = drawing.row, node.declaration.label
    if node.is_line:
        drawing.boxes.append(Box(row, level, 1, depth - level, label, "label"))
        drawing.values(row, depth, figures(cells[_total(compiled, node).path]))
        return
    drawing.boxes.append(Box(row, level, len(rows), 1, label, "group", vertical=level == 0))
    for child in node.children:
        _draw_rows(drawing, compiled, cells, child, (level + 1, depth))


def by_applicant(title: str, compiled: Table, cells: _Cells, years: Years) -> Grid:
    """Part three: the rows that its balance names, for each kind of applicant."""
    drawing = _Drawing(title, _BY_APPLICANT, header_rows=2)
    drawing.boxes += [Box(0, 0, 2, 2, "项目", "head"), *heads(compiled.lines[0].children, 0, 2)]
    balance = compiled.facts.balance
    for path in (*balance.left, *balance.right) if balance else ():
        line, row = compiled.line(path), drawing.row
        said = _fields(compiled, line)
        drawing.boxes.append(Box(row, 0, _FIGURES, 1, "".join(said[0].groups[-2:]), "label"))
        columns = zip(*(figures(cells[each.path]) for each in said), strict=True)
        for at, (label, texts) in enumerate(zip(years.heads, columns, strict=True), row):
            drawing.boxes.append(Box(at, 1, 1, 1, label, "head"))
            drawing.values(at, 2, texts)
    return drawing.grid()


def only_one(title: str, report: Report, paths: Sequence[str]) -> Grid:
    """Numbers that only one year's form has; of a row of part three, its total."""
    drawing = _Drawing(title, _ONLY)
    drawing.head(("项目", "内容", "数量"))
    there = set(paths)
    for compiled, instance in report.tables():
        values = compiled.values(instance)
        for line in compiled.lines:
            said = [each for each in _told(compiled, line) if each.path in there]
            if said:
                label = " ".join(said[0].groups[1:])
                drawing.boxes.append(Box(drawing.row, 0, len(said), 1, label, "label"))
            for each in said:
                row = drawing.row
                drawing.boxes.append(Box(row, 1, 1, 1, _with_unit(each), "label"))
                drawing.values(row, 2, (number(values[compiled.index[each.path]]),))
    return drawing.grid()


def _told(compiled: Table, line: Node) -> tuple[Field, ...]:
    """The cells of a row, or its total alone where the table has a column for each applicant."""
    return (_total(compiled, line),) if compiled.facts.band else _fields(compiled, line)


def _shared(compiled: Table, cells: _Cells) -> Iterator[Node]:
    return (line for line in compiled.lines if any(each.path in cells for each in _fields(compiled, line)))


def _fields(compiled: Table, line: Node) -> tuple[Field, ...]:
    return tuple(compiled.fields[slot] for slot in line.slots)


def _total(compiled: Table, line: Node) -> Field:
    return _fields(compiled, line)[-1]


def _name_of(line: Node) -> str:
    under, label = line.declaration.under, line.declaration.label
    return f"{under}（{label}）" if under else label


def _with_unit(said: Field) -> str:
    """The label of a number, with its unit unless that is 件 or stands there already."""
    told = said.unit == _COUNTED or said.unit in said.label
    return said.label if told else f"{said.label}（单位：{said.unit}）"
