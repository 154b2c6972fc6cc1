"""The printed geometry of the three tables: each drawn by one short piece, labels from the declarations.

Column widths are millimetres of a text block 156 mm wide; a medium scales them.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import groupby

from disclosure_report.blocks import Box, Input, Role, Shape, Sum
from disclosure_report.model.forms import Form
from disclosure_report.model.tree import Node, Table
from disclosure_report.relations.compile import equations


LABEL_WIDTHS = (8.0, 16.0, 33.0)
VALUE_WIDTHS_PROACTIVE = (60.0, 32.0, 32.0, 32.0)
VALUE_WIDTH_APPLICATIONS = 99.0 / 7
VALUE_WIDTH_DISPUTES = 156.0 / 15


@cache
def shape_of(compiled: Table) -> Shape:
    """The constant shape of a table: the same object for every report."""
    columns, header_rows, boxes = DRAWINGS[compiled.part](compiled)
    boxes = sorted(boxes, key=lambda box: (box.row, box.column))
    return Shape(
        compiled.facts.title,
        columns,
        max(box.row + box.rowspan for box in boxes),
        header_rows,
        tuple(boxes),
        tuple(Input(f.path, f.kind, f"{' / '.join(f.labels)}（{f.unit}）") for f in compiled.fields),
        tuple(
            Sum(e.left, e.right, f"{e.relation.label}：{e.relation.sentence}") for e in equations(compiled)
        ),
        compiled.form.notice if compiled.form else "、".join(form.notice for form in Form),
    )


_Drawing = tuple[tuple[float, ...], int, list[Box]]


def _proactive(compiled: Table) -> _Drawing:
    """Four columns: a band for each item of Article 20, a head, its rows; the last cell takes the rest."""
    boxes: list[Box] = []
    row = 0
    width = len(VALUE_WIDTHS_PROACTIVE)
    for section, lines in groupby(compiled.lines, key=lambda line: line.declaration.section):
        members = first, *_ = list(lines)
        heads = [cell.declaration.label for cell in first.children]
        boxes.append(Box(row, 0, 1, width, section.label if section else "", "band"))
        boxes += _stretched(row + 1, (compiled.facts.row_head, *heads), ("head", "head"), width)
        row += 2
        for line in members:
            boxes += _stretched(row, (line.declaration.label, *line.slots), ("label", "value"), width)
            row += 1
    return VALUE_WIDTHS_PROACTIVE, 0, boxes


def _stretched(
    row: int, contents: Sequence[str | int], roles: tuple[Role, Role], width: int
) -> Iterator[Box]:
    last = len(contents) - 1
    for column, content in enumerate(contents):
        span = width - column if column == last else 1
        yield Box(row, column, 1, span, content, roles[min(column, 1)])


def _applications(compiled: Table) -> _Drawing:
    """Labels in as many columns as groups nest, one value column for each kind of applicant."""
    depth = len(LABEL_WIDTHS)
    first, *_ = compiled.lines
    cells = first.children
    facts = compiled.facts
    corner = facts.balance.sentence if facts.balance else ""
    header_rows = 3
    boxes = [
        Box(0, 0, header_rows, depth, corner, "corner"),
        Box(0, depth, 1, len(cells), facts.band, "band"),
        *heads(cells, 1, depth),
    ]
    row = header_rows
    for node in compiled.root.children:
        boxes += _tree(node, row, 0, depth)
        row += len(list(node.lines()))
    return (*LABEL_WIDTHS, *[VALUE_WIDTH_APPLICATIONS] * len(cells)), header_rows, boxes


def _tree(node: Node, row: int, level: int, depth: int) -> Iterator[Box]:
    label = node.declaration.label
    if node.is_line:
        yield Box(row, level, 1, depth - level, label, "label")
        for number, cell in enumerate(node.children):
            role: Role = "total" if cell.declaration.sums or node.declaration.sums else "value"
            yield Box(row, depth + number, 1, 1, node.slots[number], role)
        return
    yield Box(row, level, len(list(node.lines())), 1, label, "group", vertical=level == 0)
    for child in node.children:
        yield from _tree(child, row, level + 1, depth)
        row += len(list(child.lines()))


def heads(nodes: Sequence[Node], row: int, column: int) -> Iterator[Box]:
    """Two rows of heads: one that stands under a common head has one row, every other has both."""
    for under, members in groupby(nodes, key=lambda node: node.declaration.under):
        group = list(members)
        if under:
            yield Box(row, column, 1, len(group), under, "head")
        for number, node in enumerate(group):
            top = row + 1 if under else row
            yield Box(top, column + number, row + 2 - top, 1, node.declaration.label, "head")
        column += len(group)


def _disputes(compiled: Table) -> _Drawing:
    """One row of values; blocks beside each other, those of one kind of case under a common head."""
    header_rows = 3
    boxes: list[Box] = []
    column = 0
    for under, members in groupby(compiled.lines, key=lambda line: line.declaration.under):
        blocks = list(members)
        if under:
            boxes.append(Box(0, column, 1, sum(len(block.slots) for block in blocks), under, "head"))
        for block in blocks:
            top = 1 if under else 0
            boxes.append(Box(top, column, 1, len(block.slots), block.declaration.label, "head"))
            for number, cell in enumerate(block.children):
                role: Role = "total" if cell.declaration.sums else "value"
                label = cell.declaration.label
                boxes.append(Box(top + 1, column + number, header_rows - top - 1, 1, label, "head"))
                boxes.append(Box(header_rows, column + number, 1, 1, block.slots[number], role))
            column += len(block.slots)
    return (VALUE_WIDTH_DISPUTES,) * column, header_rows, boxes


DRAWINGS: dict[str, Callable[[Table], _Drawing]] = {
    "proactive_disclosure": _proactive,
    "applications": _applications,
    "disputes": _disputes,
}
