"""The declarations, compiled: each table is a tree whose leaves are the cells, numbered in the form's order.

Everything else derives from this: paths, relations, labels to read and to print, names in a workbook,
the JSON schema, the reference pages. Compiled once for each table class, at first use.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from operator import attrgetter
from typing import Any, cast

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
    fields: tuple[Field, ...]
    values: Callable[[Any], tuple[Value, ...]]
    lines: tuple[Node, ...] = field(init=False)
    index: dict[str, int] = field(init=False)

    @lines.default
    def _lines(self) -> tuple[Node, ...]:
        return tuple(self.root.lines())

    @index.default
    def _index(self) -> dict[str, int]:
        return {f.path: number for number, f in enumerate(self.fields)}

    def line(self, path: str) -> Node:
        """The row with this path inside the table."""
        return next(line for line in self.lines if line.path == path)

    def build(self, values: Sequence[Value]) -> Any:
        """The table that holds *values*, one for each field, in the form's order."""
        return _build(self.cls, iter(values))


def _build(cls: type, values: Iterator[Value]) -> Any:
    names, nodes = _below(cls)
    if nodes:
        return cls(**{name: _build(node, values) for name, node in zip(names, nodes, strict=True)})
    return cls(**dict(zip(names, values)))  # noqa: B905  the values go on in the next row


@cache
def _below(cls: type) -> tuple[tuple[str, ...], tuple[type, ...]]:
    """The names of a class's fields, and their classes; a class of cells has none."""
    said = declarations(cls)
    return tuple(name for name, _, _ in said), tuple(node for _, node, each in said if not each.kind)


@cache
def table(part: str, cls: type) -> Table:
    """Compile a class of declarations that stands as *part* of a report."""
    growing = _Growing(part)
    root = Node("", Declaration(part), growing.children(cls, "", (), None))
    facts = vars(cls)["facts"]
    return Table(part, cls, getattr(cls, "form", None), facts, root, tuple(growing.fields), _flat(root))


def _flat(root: Node) -> Callable[[Any], tuple[Value, ...]]:
    """What takes the cells of an instance out, in the form's order: its rows, then the cells of each."""
    lines = tuple(root.lines())
    rows = _getter([line.path for line in lines])
    cells = [_getter([cell.path.removeprefix(line.path + ".") for cell in line.children]) for line in lines]

    def values(instance: Any) -> tuple[Value, ...]:
        found: list[Value] = []
        for get, row in zip(cells, rows(instance), strict=True):
            found += get(row)
        return tuple(found)

    return values


def _getter(names: Sequence[str]) -> Callable[[Any], tuple[Any, ...]]:
    """What takes these attributes out, as a tuple also where there is one."""
    get = attrgetter(*names)
    return cast("Callable[[Any], tuple[Any, ...]]", get) if len(names) > 1 else lambda held: (get(held),)


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
