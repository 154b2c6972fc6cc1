"""The declarations, compiled: each table is a tree whose leaves are the cells, numbered in the form's order.

Everything else derives from this: paths, relations, labels to read and to print, names in a workbook,
the JSON schema, the reference pages. Compiled once for each table class, at first use.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import Any, cast

from attrs import field, frozen

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
        """The table that holds *values*, given in the form's order."""
        return _build(self.cls, iter(values))


def _build(cls: type, values: Iterator[Value]) -> Any:
    children = {
        name: next(values) if declaration.kind else _build(node, values)
        for name, node, declaration in declarations(cls)
    }
    return cls(**children)


@lru_cache(maxsize=None)
def table(part: str, cls: type) -> Table:
    """Compile a class of declarations that stands as *part* of a report."""
    fields: list[Field] = []
    root = Node("", Declaration(part), _children(cls, part, "", (), None, fields))
    names = [f.path.removeprefix(part + ".") for f in fields]
    values = cast("Callable[[Any], tuple[Value, ...]]", attrgetter(*names))
    return Table(part, cls, getattr(cls, "form", None), vars(cls)["facts"], root, tuple(fields), values)


def _children(
    cls: type, part: str, prefix: str, groups: tuple[str, ...], basis: str | None, fields: list[Field]
) -> tuple[Node, ...]:
    return tuple(
        _node(node, part, prefix + name, groups, declaration, declaration.basis or basis, fields)
        for name, node, declaration in declarations(cls)
    )


def _node(
    cls: type, part: str, path: str, groups: tuple[str, ...], said: Declaration, basis: str | None,
    fields: list[Field],
) -> Node:  # fmt: skip
    above = (said.section and said.section.label, said.under)
    groups = (*groups, *(label for label in above if label))
    if said.kind is None:
        total = said.sums is not None
        start = len(fields)
        children = _children(cls, part, path + ".", (*groups, said.label), basis, fields)
        if total:
            fields[start:] = [_as_total(f) for f in fields[start:]]
        return Node(path, said, children)
    fields.append(
        Field(f"{part}.{path}", said.label, groups, said.unit or "", said.kind, said.sums is not None, basis)
    )
    return Node(path, said, slot=len(fields) - 1)


def _as_total(f: Field) -> Field:
    return Field(f.path, f.label, f.groups, f.unit, f.kind, is_total=True, basis=f.basis)
