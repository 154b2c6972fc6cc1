"""Equations between cells, compiled from the declarations to slot numbers of a table's flat tuple.

A total is declared with the row or column that holds it, a balance with the table; nothing is listed here.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import TypeAlias, cast

from attrs import frozen

from disclosure_report.blocks import Value
from disclosure_report.model.declare import Sums
from disclosure_report.model.tree import Node, Table


Adder: TypeAlias = Callable[[Sequence[Value]], tuple[tuple[int, ...], tuple[int, ...]]]
_Side: TypeAlias = list[tuple[Node, Node]]


@frozen
class Relation:
    """An equation (勾稽关系): the cells of *left* add up to the cells of *right*.

    *label* names the row or column as printed, *terms* each cell within it; *sentence* is what the form says.
    """

    code: str
    label: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    terms: tuple[str, ...]
    sentence: str

    @property
    def paths(self) -> tuple[str, ...]:
        """All cells of the equation."""
        return self.left + self.right


@frozen
class Equation:
    """A relation with the slot numbers of its cells."""

    relation: Relation
    left: tuple[int, ...]
    right: tuple[int, ...]

    @property
    def slots(self) -> tuple[int, ...]:
        """All slots of the equation."""
        return self.left + self.right


@cache
def equations(compiled: Table) -> tuple[Equation, ...]:
    """The relations of one table, in the order of the form."""
    return (*_line_totals(compiled), *_group_totals(compiled), *_balances(compiled))


@cache
def sums(compiled: Table) -> Adder:
    """What adds up the left sides and the right sides of all equations of a table; a blank is a TypeError.

    It is made as text, so that 340 additions cost no call each; the text holds slot numbers alone.
    A side begins with 0, so that a blank that stands alone on it is no sum, either.

    >>> from disclosure_report.model.common import Disputes
    >>> from disclosure_report.model.tree import table
    >>> sums(table("disputes", Disputes))(range(15))
    ((6, 26, 46), (4, 9, 14))
    """
    sides = ([each.left for each in equations(compiled)], [each.right for each in equations(compiled)])
    added = (
        ", ".join("0" + "".join(f" + cells[{slot}]" for slot in slots) for slots in side) for side in sides
    )
    text = f"lambda cells: ({', '.join(f'({terms},)' if terms else '()' for terms in added)})"
    made: Adder = eval(text, {})  # noqa: S307  our own text
    return made


def _line_totals(compiled: Table) -> Iterator[Equation]:
    for line in compiled.lines:
        for number, total in enumerate(line.children):
            if total.declaration.sums is not None:
                addends = [(cell, cell) for cell in line.children[:number]]
                label = line.declaration.label
                yield _equation(compiled, total.declaration.sums, label, addends, [(total, total)])


def _group_totals(compiled: Table) -> Iterator[Equation]:
    for group in compiled.root.groups():
        for number, total in enumerate(group.children):
            if total.declaration.sums is not None:
                above = [line for child in group.children[:number] for line in child.lines()]
                yield from _by_column(compiled, total.declaration.sums, above, [total])


def _balances(compiled: Table) -> Iterator[Equation]:
    balance = compiled.facts.balance
    if balance is not None:
        left = [compiled.line(path) for path in balance.left]
        right = [compiled.line(path) for path in balance.right]
        yield from _by_column(compiled, Sums(balance.code, balance.sentence), left, right)


def _by_column(compiled: Table, sums: Sums, left: list[Node], right: list[Node]) -> Iterator[Equation]:
    row, *others = right
    for number, cell in enumerate(row.children):
        said = cell.declaration
        column = f"{said.under}·{said.label}" if said.under else said.label
        label = column if others else f"{row.declaration.label} {column}"
        sides = [[(line.children[number], line) for line in lines] for lines in (left, right)]
        yield _equation(compiled, sums, label, *sides)


def _equation(compiled: Table, sums: Sums, label: str, left: _Side, right: _Side) -> Equation:
    """Each term is a cell and the node whose printed label tells it from the other terms."""
    slots, other_slots = (tuple(cast("int", cell.slot) for cell, _ in terms) for terms in (left, right))
    paths, other_paths = (tuple(compiled.fields[slot].path for slot in each) for each in (slots, other_slots))
    labels = tuple(node.declaration.label for _, node in (*left, *right))
    return Equation(Relation(sums.code, label, paths, other_paths, labels, sums.sentence), slots, other_slots)
