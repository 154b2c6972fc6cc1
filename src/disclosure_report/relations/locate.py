"""Where an error is: the decoder of the table, group by group.

Rows and columns of table three overlap, so a single wrong cell breaks a pattern of relations that no other
single cell breaks. Every explanation by one cell is tried, then every one by a count that carries its error
into its own total; all that are left are given, and none is preferred.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import cast

from attrs import frozen

from disclosure_report.blocks import Value
from disclosure_report.model.findings import Detail, Rule, Suggestion
from disclosure_report.model.report import Report
from disclosure_report.model.tree import Table
from disclosure_report.model.values import PROBLEM
from disclosure_report.relations.compile import Equation, equations
from disclosure_report.relations.evaluate import Evaluation, evaluations, is_violated, judge


ONE_CELL = Rule(
    "L101",
    "hint",
    "{label}由{before}改为{after}，则{count}条不成立的勾稽关系全部成立",
    "{label}: {after} instead of {before} mends all broken relations ({count})",
)
TWO_CELLS = Rule(
    "L102",
    "hint",
    "{label}由{before}改为{after}，合计（{total}）由{total_before}改为{total_after}，则{count}条不成立的勾稽关系全部成立",
    "{label}: {after} instead of {before}, and its total ({total}): {total_after} instead of {total_before}, "
    "mend all broken relations ({count})",
)
NO_EXPLANATION = Rule(
    "L201",
    "hint",
    "{count}条勾稽关系不成立（{first}），改一格、或改一格及其合计，都不能全部成立",
    "broken relations: {count} ({first}); no single cell, and no cell with its total, mends them all",
)
TOO_MANY = Rule(
    "L202",
    "hint",
    "{count}条勾稽关系不成立（{first}），另有{ways}种改法，不一一列出",
    "broken relations: {count} ({first}); {ways} explanations are not listed, for they are too many",
)
BLANK_CELLS = Rule(
    "L203",
    "hint",
    "{count}条勾稽关系不成立（{first}），其中有空白，不推算哪一格有误",
    "broken relations: {count} ({first}); they have blanks, so no cell is worked out",
)

RULES = (ONE_CELL, TWO_CELLS, NO_EXPLANATION, TOO_MANY, BLANK_CELLS)

MOST = 60  # explanations that are listed; where nothing is blank there are 21 at most
_NAMES = ("label", "before", "after", "total", "total_before", "total_after")


def locate(report: Report) -> tuple[Suggestion, ...]:
    """For each group of broken relations every explanation by one cell, then by a count and its own total.

    A group is what hangs together by cells: part three, and each block of part four. Where a group has no
    explanation, too many, or blanks that hide it, a suggestion without changes says so.

    >>> report = Report.blank("悦来镇", 2021)
    >>> names = ("upheld", "corrected", "other_result", "pending", "total")
    >>> cells = {f"disputes.reconsideration.{name}": n for name, n in zip(names, (3, 0, 0, 0, 4))}
    >>> [suggestion.changes for suggestion in locate(report.replace(cells))][0]
    (('disputes.reconsideration.upheld', 4),)
    >>> len(locate(report.replace(cells)))
    5
    """
    return tuple(
        suggestion
        for compiled, instance in report.tables()
        for values in [compiled.values(instance)]
        if is_violated(compiled, values)
        for _, found in explanations(compiled, values)
        for suggestion in found
    )


def explanations(
    compiled: Table, values: Sequence[Value]
) -> Iterator[tuple[list[Equation], list[Suggestion]]]:
    """The broken equations of each group of a table, with the suggestions for them."""
    judged = {each.relation: each for each in evaluations(compiled, values)}
    for group in groups(compiled):
        found = [(each, judged[each.relation]) for each in group.equations]
        broken = [(each, evaluation) for each, evaluation in found if evaluation.status == "violated"]
        if broken:
            search = _Search(compiled, values, group, broken)
            yield [each for each, _ in broken], [*search.suggestions()]


@frozen
class Pattern:
    """Cells that may carry the same error, and how often the error counts in each equation.

    *weights* has the equations in which it counts: 1 on the right side, -1 on the left. An equation that has
    a cell and its total keeps its balance, and is none of them; no other has two of the cells.
    """

    cells: tuple[int, ...]
    weights: dict[Equation, int]


@frozen
class Group:
    """Equations that hang together, and the patterns of errors in them: single cells first."""

    equations: tuple[Equation, ...]
    patterns: tuple[Pattern, ...]


@cache
def groups(compiled: Table) -> tuple[Group, ...]:
    """The groups of a table, in the order of their last equations."""
    found: list[list[Equation]] = []
    for equation in equations(compiled):
        joined = [each for each in found if any(not {*equation.slots}.isdisjoint(e.slots) for e in each)]
        found = [each for each in found if each not in joined]
        found.append([*(e for each in joined for e in each), equation])
    return tuple(_group(each) for each in found)


def _group(parts: Sequence[Equation]) -> Group:
    singles = sorted({(slot,) for each in parts for slot in each.slots})
    totals = [each for each in parts if len(each.right) == 1]
    pairs = sorted({(slot, *each.right) for each in totals for slot in each.left})
    return Group(tuple(parts), tuple(_pattern(cells, parts) for cells in (*singles, *pairs)))


def _pattern(cells: tuple[int, ...], parts: Sequence[Equation]) -> Pattern:
    weights = {each: sum((n in each.right) - (n in each.left) for n in cells) for each in parts}
    return Pattern(cells, {each: weight for each, weight in weights.items() if weight})


@frozen
class _Search:
    """The search in one group: its broken equations, and the values of the table."""

    table: Table
    values: Sequence[Value]
    group: Group
    broken: Sequence[tuple[Equation, Evaluation]]

    def suggestions(self) -> Iterator[Suggestion]:
        """The explanations, fewest cells first; or why there are none."""
        whole = {
            each: cast("int", evaluation.difference)
            for each, evaluation in self.broken
            if all(self.values[slot] is not None for slot in each.slots)
        }
        found = [*self._explained(whole)]
        singles = [each for each in found if len(each[0]) == 1]
        listed = next((some for some in (found, singles) if len(some) <= MOST), [])
        yield from (self._suggestion(cells, error) for cells, error in listed)
        if not whole:
            yield self._without(BLANK_CELLS)
        elif not found:
            yield self._without(NO_EXPLANATION)
        elif len(listed) < len(found):
            yield self._without(TOO_MANY, ways=len(found) - len(listed))

    def _explained(self, differences: Mapping[Equation, int]) -> Iterator[tuple[tuple[int, ...], int]]:
        """The cells that mend all, and by how much; none with a cell that does it alone."""
        alone: set[int] = set()
        for pattern in self.group.patterns:
            error = self._error(pattern, differences) if alone.isdisjoint(pattern.cells) else 0
            if error:
                yield pattern.cells, error
                alone |= {*pattern.cells} if len(pattern.cells) == 1 else set()

    def _error(self, pattern: Pattern, differences: Mapping[Equation, int]) -> int:
        """By how much to change each cell, so that all broken equations hold and none breaks; 0 for never."""
        if not differences.keys() <= pattern.weights.keys():
            return 0
        errors = {-difference * pattern.weights[equation] for equation, difference in differences.items()}
        if len(errors) != 1:
            return 0
        [error] = errors
        moved = {slot: self._moved(slot, error) for slot in pattern.cells}
        if any(self.values[slot] is None or PROBLEM["count"](value) for slot, value in moved.items()):
            return 0
        trial = [*self.values]
        for slot, value in moved.items():
            trial[slot] = value
        looked_at = {*pattern.weights, *(each for each, _ in self.broken)}
        return 0 if any(judge(each, trial).status == "violated" for each in looked_at) else error

    def _moved(self, slot: int, error: int) -> int:
        return int(self.values[slot] or 0) + error

    def _suggestion(self, cells: tuple[int, ...], error: int) -> Suggestion:
        fields = self.table.fields
        texts = [
            text
            for slot in cells
            for text in (" / ".join(fields[slot].labels), self._moved(slot, 0), self._moved(slot, error))
        ]
        details: list[tuple[str, Detail]] = [("count", len(self.broken)), *zip(_NAMES, texts, strict=False)]
        changes = tuple((fields[slot].path, self._moved(slot, error)) for slot in cells)
        return Suggestion(changes, self._labels, ONE_CELL if len(cells) == 1 else TWO_CELLS, tuple(details))

    def _without(self, rule: Rule, **details: int) -> Suggestion:
        said: tuple[tuple[str, Detail], ...] = (("count", len(self.broken)), ("first", self._labels[0]))
        return Suggestion((), self._labels, rule, (*said, *details.items()))

    @property
    def _labels(self) -> tuple[str, ...]:
        return tuple(each.relation.label for each, _ in self.broken)
