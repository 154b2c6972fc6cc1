"""Equations between cells, compiled from the declarations to slot numbers of a table's flat tuple.

A total is declared with the row or column that holds it, a balance with the table; nothing is listed here.
"""

from collections.abc import Iterator
from functools import lru_cache

from attrs import frozen

from disclosure_report.model.declare import Sums
from disclosure_report.model.tree import Node, Table


@frozen
class Relation:
    """An equation (勾稽关系): the cells of *left* add up to the cells of *right*.

    *label* names the row and column as printed; *sentence* is what the form says.
    """

    code: str
    label: str
    left: tuple[str, ...]
    right: tuple[str, ...]
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


@lru_cache(maxsize=None)
def equations(compiled: Table) -> tuple[Equation, ...]:
    """The relations of one table, in the order of the form."""
    return (*_line_totals(compiled), *_group_totals(compiled), *_balances(compiled))


def _line_totals(compiled: Table) -> Iterator[Equation]:
    for line in compiled.lines:
        for number, cell in enumerate(line.children):
            if cell.declaration.sums is not None:
                addends = line.slots[:number]
                yield _equation(compiled, cell.declaration.sums, _row(line), addends, (line.slots[number],))


def _group_totals(compiled: Table) -> Iterator[Equation]:
    for group in compiled.root.groups():
        for number, total in enumerate(group.children):
            if total.declaration.sums is not None:
                above = [line for child in group.children[:number] for line in child.lines()]
                for column, slot in enumerate(total.slots):
                    addends = tuple(line.slots[column] for line in above)
                    label = f"{_row(total)} · {_column(total, column)}"
                    yield _equation(compiled, total.declaration.sums, label, addends, (slot,))


def _balances(compiled: Table) -> Iterator[Equation]:
    balance = compiled.facts.balance
    if balance is None:
        return
    left = [compiled.line(path) for path in balance.left]
    right = [compiled.line(path) for path in balance.right]
    for column in range(len(left[0].slots)):
        yield _equation(
            compiled,
            Sums(balance.code, balance.sentence),
            _column(left[0], column),
            tuple(line.slots[column] for line in left),
            tuple(line.slots[column] for line in right),
        )


def _equation(
    compiled: Table, sums: Sums, label: str, left: tuple[int, ...], right: tuple[int, ...]
) -> Equation:
    paths = [f.path for f in compiled.fields]
    relation = Relation(
        sums.code, label, tuple(paths[s] for s in left), tuple(paths[s] for s in right), sums.sentence
    )
    return Equation(relation, left, right)


def _row(line: Node) -> str:
    return line.declaration.label


def _column(line: Node, number: int) -> str:
    said = line.children[number].declaration
    return f"{said.under}·{said.label}" if said.under else said.label
