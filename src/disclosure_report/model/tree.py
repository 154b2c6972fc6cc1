"""The declarations, compiled: each table is a tree whose leaves are the cells, numbered in the form's order.

Everything else derives from this: paths, relations, labels to read and to print, names in a workbook,
the JSON schema, the reference pages. Compiled once for each table class, at first use.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from operator import attrgetter
from typing import Any

from attrs import define, evolve, field, frozen

from disclosure_report.blocks import Kind, Value
from disclosure_report.model.declare import Declaration, Facts, declarations
from disclosure_report.model.forms import Form


@frozen
class Field:
    """One cell of a form: its path, what the form prints, its unit and legal basis."""

    path: str
    label: str
    groups: tuple[str, ...]
    unit: str
    kind: Kind
    is_total: bool
    basis: str | None

    @property
    def labels(self) -> tuple[str, ...]:
        """All printed labels, outermost first."""
        return (*self.groups, self.label)


@frozen
class Node:
    """A node of a table: a group of rows, a row (its children are cells) or a cell (it has a slot)."""

    path: str
    declaration: Declaration
    children: tuple["Node", ...] = ()
    slot: int | None = None

    @property
    def is_line(self) -> bool:
        """Whether this is a row of cells."""
        return any(child.slot is not None for child in self.children)

    @property
    def slots(self) -> tuple[int, ...]:
        """The numbers of the cells directly under this row."""
        return tuple(child.slot for child in self.children if child.slot is not None)

    def lines(self) -> Iterator["Node"]:
        """The rows of cells at or under this node, in the form's order."""
        if self.is_line:
            yield self
        else:
            for child in self.children:
                yield from child.lines()

    def groups(self) -> Iterator["Node"]:
        """This node and the groups of rows under it."""
        if not self.is_line:
            yield self
            for child in self.children:
                yield from child.groups()


@frozen(eq=False)
class Table:
    """A table class, compiled; *values* and *build* go between an instance and its flat tuple of cells."""

    part: str
    cls: type
    form: Form | None
    facts: Facts
    root: Node
    lines: tuple[Node, ...]
    fields: tuple[Field, ...]
    index: dict[str, int]
    values: Callable[[Any], tuple[Value, ...]]

    def line(self, path: str) -> Node:
        """The row with this path inside the table."""
        return next(line for line in self.lines if line.path == path)

    def build(self, values: Sequence[Value]) -> Any:
        """The table that holds *values*, one for each field, in the form's order."""
        return _build(self.cls, iter(values))


def _build(cls: type, values: Iterator[Value]) -> Any:
    leaves, nodes = _below(cls)
    cells = zip(leaves, values)  # noqa: B905  the values go on in the next row
    return cls(**dict(cells), **{name: _build(node, values) for name, node in nodes.items()})


@cache
def _below(cls: type) -> tuple[tuple[str, ...], dict[str, type]]:
    """The names of the cells that a class declares, and the classes of the nodes."""
    said = declarations(cls)
    leaves = tuple(name for name, _, each in said if each.kind)
    return leaves, {name: node for name, node, each in said if each.kind is None}


@cache
def table(part: str, cls: type) -> Table:
    """Compile a class of declarations that stands as *part* of a report."""
    growing = _Growing(part)
    root = Node("", Declaration(part), growing.children(cls, "", (), None))
    lines = tuple(root.lines())
    index = {said.path: slot for slot, said in enumerate(growing.fields)}
    values = attrgetter(*(cell.path for line in lines for cell in line.children))
    facts, form = vars(cls)["facts"], getattr(cls, "form", None)
    return Table(part, cls, form, facts, root, lines, tuple(growing.fields), index, values)


@define
class _Growing:
    """The tree of a part while it grows: the cells met so far."""

    part: str
    fields: list[Field] = field(factory=list)

    def children(
        self, cls: type, prefix: str, groups: tuple[str, ...], basis: str | None
    ) -> tuple[Node, ...]:
        """The nodes that a class declares; *groups* and *basis* come from above."""
        return tuple(
            self._node(cls_below, prefix + name, said, groups, said.basis or basis)
            for name, cls_below, said in declarations(cls)
        )

    def _node(
        self, cls: type, path: str, said: Declaration, groups: tuple[str, ...], basis: str | None
    ) -> Node:
        above = (said.section and said.section.label, said.under)
        groups = (*groups, *(label for label in above if label))
        is_total = said.sums is not None
        if said.kind is not None:
            full = f"{self.part}.{path}"
            self.fields.append(Field(full, said.label, groups, said.unit or "", said.kind, is_total, basis))
            return Node(path, said, slot=len(self.fields) - 1)
        first = len(self.fields)
        children = self.children(cls, path + ".", (*groups, said.label), basis)
        if is_total:
            self.fields[first:] = [evolve(cell, is_total=True) for cell in self.fields[first:]]
        return Node(path, said, children)
