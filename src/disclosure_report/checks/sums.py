"""Findings on the printed relations."""

from collections.abc import Callable, Iterator, Sequence

from disclosure_report.blocks import Place, Value
from disclosure_report.checks.catalogue import BALANCE, CASE_TOTAL, CATALOGUE, OUTCOME_TOTAL, ROW_TOTAL
from disclosure_report.checks.subject import Subject
from disclosure_report.model.findings import Finding, Suggestion
from disclosure_report.model.tree import Table
from disclosure_report.relations.compile import Equation, equations
from disclosure_report.relations.evaluate import Evaluation, evaluations, is_violated, side
from disclosure_report.relations.locate import explanations


SUM_RULES = (ROW_TOTAL, OUTCOME_TOTAL, BALANCE, CASE_TOTAL)


def check_sums(subject: Subject) -> Iterator[Finding]:
    """One finding for each relation that is violated.

    It has a suggestion where there is only one explanation for all broken relations that hang together.
    """
    for compiled, values in subject.tables:
        if is_violated(compiled, values):
            yield from _broken(compiled, values, subject.place_of)


def _broken(
    compiled: Table, values: Sequence[Value], place_of: Callable[[str], Place | None]
) -> Iterator[Finding]:
    only = {
        equation: tuple(found)
        for broken, found in explanations(compiled, values)
        if len(found) == 1 and found[0].changes
        for equation in broken
    }
    for equation, evaluation in zip(equations(compiled), evaluations(compiled, values), strict=True):
        if evaluation.status == "violated":
            place = place_of(equation.relation.right[0])
            yield _finding(equation, evaluation, values, place, only.get(equation, ()))


def _finding(
    equation: Equation,
    evaluation: Evaluation,
    values: Sequence[Value],
    place: Place | None,
    suggestions: tuple[Suggestion, ...],
) -> Finding:
    relation = evaluation.relation
    border = len(relation.left)
    details = (
        ("label", relation.label),
        ("left", _terms(relation.terms[:border], equation.left, values)),
        ("right", _terms(relation.terms[border:], equation.right, values)),
        ("difference", evaluation.difference or 0),
        ("sentence", relation.sentence),
    )
    return Finding(
        CATALOGUE[relation.code],
        relation.paths,
        place,
        expected=evaluation.left,
        found=evaluation.right,
        difference=evaluation.difference,
        details=details,
        suggestions=suggestions,
    )


def _terms(labels: tuple[str, ...], slots: tuple[int, ...], values: Sequence[Value]) -> str:
    """Each cell with its value, and their sum; zeros are left out beside others, a blank is shown as □."""
    terms = list(zip(labels, (values[slot] for slot in slots), strict=True))
    telling = [(label, value) for label, value in terms if value != 0] or terms
    words = " + ".join(f"{label} {'□' if value is None else value}" for label, value in telling)
    if len(terms) == 1:
        return words
    known, blanks = side(slots, values)
    return f"{words} {'≥' if blanks else '='} {known}"
