"""Evaluation: is each relation satisfied, violated, or undetermined because of a blank?"""

from collections.abc import Callable, Iterable, Sequence
from functools import cache, partial
from typing import Any, Literal, NamedTuple, TypeAlias

from disclosure_report.blocks import Value
from disclosure_report.model.report import Report
from disclosure_report.model.tree import Table
from disclosure_report.relations.compile import Equation, Relation, equations, sums


Status: TypeAlias = Literal["satisfied", "violated", "undetermined"]


class Evaluation(NamedTuple):
    """One relation looked at in one report.

    *left* and *right* are the sums of the two sides, None where a side has a blank; in a relation that is
    violated in spite of blanks, the side with blanks has the sum of what is known. *difference* is right
    minus left, None while undetermined.
    """

    relation: Relation
    status: Status
    left: int | None
    right: int | None
    difference: int | None


_evaluation: Callable[[Iterable[Any]], Evaluation] = partial(tuple.__new__, Evaluation)


def evaluate(report: Report) -> tuple[Evaluation, ...]:
    """Every relation of the report's three tables, in the order of the form.

    No count is negative, so a relation is violated in spite of blanks when what is known on one side
    already exceeds a complete other side.

    >>> report = Report.blank("悦来镇", 2021)
    >>> len(evaluate(report)), {e.status for e in evaluate(report)}
    (42, {'undetermined'})
    """
    found: list[Evaluation] = []
    for compiled, instance in report.tables():
        found += evaluations(compiled, compiled.values(instance))
    return tuple(found)


def has_violations(report: Report) -> bool:
    """Whether any relation of the report is violated: the question alone, without what `evaluate` tells.

    >>> has_violations(Report.blank("悦来镇", 2021).replace({"disputes.reconsideration.upheld": 1}))
    False
    >>> cells = {"disputes.reconsideration.upheld": 1, "disputes.reconsideration.total": 0}
    >>> has_violations(Report.blank("悦来镇", 2021).replace(cells))
    True
    """
    return any(is_violated(compiled, compiled.values(instance)) for compiled, instance in report.tables())


def is_violated(compiled: Table, values: Sequence[Value]) -> bool:
    """Whether any relation of a table is violated."""
    try:
        left, right = sums(compiled)(values)
    except TypeError:  # a blank
        return any(judge(equation, values).status == "violated" for equation in equations(compiled))
    return left != right


def evaluations(compiled: Table, values: Sequence[Value]) -> list[Evaluation]:
    """Every relation of a table over its flat tuple of cells."""
    try:
        sides = sums(compiled)(values)
    except TypeError:  # a blank
        return [judge(equation, values) for equation in equations(compiled)]
    return [
        _evaluation((relation, "satisfied" if left == right else "violated", left, right, right - left))
        for relation, left, right in zip(_relations(compiled), *sides, strict=True)
    ]


@cache
def _relations(compiled: Table) -> tuple[Relation, ...]:
    return tuple(each.relation for each in equations(compiled))


def judge(equation: Equation, values: Sequence[Value]) -> Evaluation:
    """One equation over a table's flat tuple of cells."""
    left, left_blank = side(equation.left, values)
    right, right_blank = side(equation.right, values)
    if left_blank or right_blank:
        exceeded = (right > left and not left_blank) or (left > right and not right_blank)
        if not exceeded:
            return Evaluation(
                equation.relation,
                "undetermined",
                None if left_blank else left,
                None if right_blank else right,
                None,
            )
    difference = right - left
    return Evaluation(equation.relation, "violated" if difference else "satisfied", left, right, difference)


def side(slots: tuple[int, ...], values: Sequence[Value]) -> tuple[int, tuple[int, ...]]:
    """The sum of the known cells of one side, and the slots of its blanks."""
    total, blanks = 0, []
    for slot in slots:
        value = values[slot]
        if value is None:
            blanks.append(slot)
        else:
            total += int(value)
    return total, tuple(blanks)
