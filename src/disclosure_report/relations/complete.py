"""Blanks that prove themselves, and zeros that the caller declares.

Two proofs, both from the printed relations and from "no count is negative": a relation with one unknown
gives it; where the known addends already reach the total, every blank addend is 0. A proof that would break
another relation is not applied but written down.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from attrs import define, evolve, field

from disclosure_report.blocks import Value
from disclosure_report.model.findings import Change, Detail, Finding, Revision, Rule
from disclosure_report.model.report import Report
from disclosure_report.model.tree import Table
from disclosure_report.model.values import PROBLEM
from disclosure_report.relations.compile import Equation, equations
from disclosure_report.relations.evaluate import judge, side


PROVED_BY_DIFFERENCE = Rule(
    "C101", "hint", "由勾稽关系推出：{label}，{sentence}", "proved by a relation: {label}, {sentence}"
)
PROVED_BY_REACHED_TOTAL = Rule(
    "C102",
    "hint",
    "已填各项之和已等于合计，其余各项只能为0：{label}，{sentence}",
    "what is known already reaches the total, so the rest is 0: {label}, {sentence}",
)
DECLAREDZERO = Rule("C103", "hint", "按使用者声明，空白填0", "the caller declares that blanks are 0")
NOT_PROVED = Rule(
    "C201",
    "warning",
    "{label}：按勾稽关系应填{value}，但这个数为负、过长，或与其他勾稽关系矛盾，未填",
    "{label}: a relation gives {value}, but that is negative, too long, or breaks another relation; "
    "left blank",
)
NOTZERO = Rule(
    "C202",
    "warning",
    "{label}：空白不能都是0，否则勾稽关系不成立，未填",
    "{label}: the blanks cannot all be 0 without breaking the relation; left blank",
)

RULES = (PROVED_BY_DIFFERENCE, PROVED_BY_REACHED_TOTAL, DECLAREDZERO, NOT_PROVED, NOTZERO)

ZERO: dict[str, Value] = {"count": 0, "signed": 0, "amount": Decimal(0)}


def complete(report: Report, *, zeros: bool = False) -> Revision:
    """Fill the blanks that the relations prove; with *zeros*, then 0 in the other blanks, totals last.

    Nothing that is there is touched. Zeros are never set where they would break a relation.

    >>> report = Report.blank("悦来镇", 2021)
    >>> case = "disputes.reconsideration."
    >>> report = report.replace({case + "upheld": 2, case + "total": 2})
    >>> [(change.path.rpartition(".")[2], change.after) for change in complete(report).changes]
    [('corrected', 0), ('other_result', 0), ('pending', 0)]
    """
    works = [_Work(compiled, list(compiled.values(instance))) for compiled, instance in report.tables()]
    for work in works:
        work.prove()
        while zeros and work.declare_zeros():
            pass  # zeros may prove what lets others be zero
    changes = tuple(change for work in works for change in work.changes)
    filled = {
        change.path: work.values[work.table.index[change.path]] for work in works for change in work.changes
    }
    findings = tuple(
        evolve(finding, paths=left)
        for work in works
        for finding in work.findings.values()
        for left in [tuple(path for path in finding.paths if path not in filled)]
        if left
    )
    return Revision(report.replace(filled), changes, findings)


@define
class _Work:
    """One table under completion."""

    table: Table
    values: list[Value]
    changes: list[Change] = field(factory=list)
    findings: dict[object, Finding] = field(factory=dict)

    @property
    def equations(self) -> tuple[Equation, ...]:
        """The equations of the table."""
        return equations(self.table)

    def prove(self) -> None:
        """Apply proofs until nothing new follows."""
        proved = True
        while proved:
            proved = False
            for equation in self.equations:
                for slot, value, rule in _proofs(equation, self.values):
                    proved = self._fill(equation, slot, value, rule) or proved

    def _fill(self, equation: Equation, slot: int, value: int, rule: Rule) -> bool:
        if PROBLEM["count"](value) or self._breaks(slot, value):
            self._note(NOT_PROVED, equation, (slot,), ("value", value))
            return False
        self._set(slot, value, rule, equation)
        return True

    def _breaks(self, slot: int, value: int) -> bool:
        trial = [*self.values]
        trial[slot] = value
        return any(
            judge(equation, trial).status == "violated" and judge(equation, self.values).status != "violated"
            for equation in self.equations
            if slot in equation.slots
        )

    def _set(self, slot: int, value: Value, rule: Rule, equation: Equation | None) -> None:
        said = equation.relation if equation else None
        details = (("label", said.label), ("sentence", said.sentence)) if said else ()
        self.changes.append(Change(self.table.fields[slot].path, None, value, rule, details))
        self.values[slot] = value

    def _note(
        self, rule: Rule, equation: Equation, slots: Sequence[int], *details: tuple[str, Detail]
    ) -> None:
        paths = tuple(self.table.fields[slot].path for slot in slots)
        said = (("label", equation.relation.label), *details)
        self.findings[rule, paths, said] = Finding(rule, paths, details=said)

    def declare_zeros(self) -> bool:
        """Zeros in the blanks that are no totals, unless a relation then breaks; then what follows.

        It says whether there were any.
        """
        blanks = [n for n, value in enumerate(self.values) if value is None]
        chosen = {n for n in blanks if not self.table.fields[n].is_total}
        while bad := next(self._broken_by_zeros(chosen), None):
            spoiled = self._behind(bad, chosen)
            self._note(NOTZERO, bad, sorted(spoiled))
            chosen -= spoiled
        for n in sorted(chosen):
            self._set(n, ZERO[self.table.fields[n].kind], DECLAREDZERO, None)
        self.prove()
        return bool(chosen)

    def _broken_by_zeros(self, chosen: set[int]) -> Iterator[Equation]:
        """The equations that break when these blanks are 0 and all that then follows is filled in."""
        trial: list[Value] = [0 if n in chosen else value for n, value in enumerate(self.values)]
        spread(self.equations, trial, self.table)
        for equation in self.equations:
            newly = judge(equation, trial).status == "violated"
            if newly and judge(equation, self.values).status != "violated" and self._behind(equation, chosen):
                yield equation

    def _behind(self, equation: Equation, chosen: set[int]) -> set[int]:
        """The chosen blanks that an equation depends on: its own, and those behind its blank totals."""
        found: set[int] = set()
        waiting, seen = [equation], {id(equation)}
        while waiting:
            slots = set(waiting.pop().slots)
            found |= slots & chosen
            totals = {n for n in slots if self.values[n] is None and self.table.fields[n].is_total}
            below = [e for e in self.equations if totals & {*e.slots} and id(e) not in seen]
            seen |= {id(each) for each in below}
            waiting += below
        return found


def _proofs(equation: Equation, values: Sequence[Value]) -> Iterator[tuple[int, int, Rule]]:
    (left, left_blanks), (right, right_blanks) = side(equation.left, values), side(equation.right, values)
    if len(left_blanks) + len(right_blanks) == 1:
        for slot in left_blanks:
            yield slot, right - left, PROVED_BY_DIFFERENCE
        for slot in right_blanks:
            yield slot, left - right, PROVED_BY_DIFFERENCE
    elif left == right and not (left_blanks and right_blanks):
        for slot in left_blanks + right_blanks:
            yield slot, 0, PROVED_BY_REACHED_TOTAL


def spread(all_equations: Sequence[Equation], values: list[Value], compiled: Table) -> None:
    """Set each blank total to the sum that its addends give, in place, until nothing new follows."""
    changed = True
    while changed:
        changed = False
        for equation in all_equations:
            for slot, value, _ in _proofs(equation, values):
                if compiled.fields[slot].is_total and not PROBLEM["count"](value):
                    values[slot] = value
                    changed = True
