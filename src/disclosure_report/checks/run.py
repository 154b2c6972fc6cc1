"""What is looked at, and in which order it is told."""

from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple, TypeAlias

from disclosure_report.checks.blanks import BLANK_RULES, check_blanks
from disclosure_report.checks.choice import EVERYTHING, Choice
from disclosure_report.checks.organ import ORGAN_RULES, check_organ
from disclosure_report.checks.parts import PART_RULES, check_parts
from disclosure_report.checks.pollution.check import check_pollution
from disclosure_report.checks.pollution.rules import POLLUTION_RULES
from disclosure_report.checks.statements.rules import WORD_RULES
from disclosure_report.checks.subject import Subject
from disclosure_report.checks.sums import SUM_RULES, check_sums
from disclosure_report.checks.titles import TITLE_RULES, check_titles
from disclosure_report.checks.years import YEAR_RULES, check_years
from disclosure_report.model.findings import Finding, Rule
from disclosure_report.model.parts import PARTS


class Check(NamedTuple):
    """One thing that is looked at: the codes that it may raise, and what looks."""

    rules: tuple[Rule, ...]
    look: Callable[[Subject], Iterator[Finding]]


def _statements(subject: Subject) -> Iterator[Finding]:
    """Late: what reads sentences has many words, and whoever only reads and writes reports needs none."""
    from disclosure_report.checks.statements.check import check_statements

    return check_statements(subject)


CHECKS = (
    Check(TITLE_RULES, check_titles),
    Check(PART_RULES, check_parts),
    Check(BLANK_RULES, check_blanks),
    Check(SUM_RULES, check_sums),
    Check(WORD_RULES, _statements),
    Check(YEAR_RULES, check_years),
    Check(ORGAN_RULES, check_organ),
    Check(POLLUTION_RULES, check_pollution),
)
# Details of the document stand before its parts.
_ORDER = {name: number for number, name in enumerate(("preamble", *(part.name for part in PARTS)), 1)}
Told: TypeAlias = Collection[Finding]


def run_checks(subject: Subject, choice: Choice = EVERYTHING, told: Told = ()) -> tuple[Finding, ...]:
    """All findings of the codes that are chosen, in the order of the form.

    *told* is what reading has found: what it said need not be said again.
    """
    found = [
        finding
        for check in CHECKS
        if any(rule.code in choice for rule in check.rules)
        for finding in check.look(subject)
        if finding.code in choice and not _is_told(finding, told)
    ]
    return tuple(sorted(found, key=_position))


def _position(finding: Finding) -> int:
    path = finding.paths[0] if finding.paths else ""
    return _ORDER.get(path.partition(".")[0].partition("[")[0], 0)


def _is_told(finding: Finding, told: Told) -> bool:
    part = dict(finding.details).get("part")
    return any(
        other.code in finding.rule.told_by and dict(other.details).get("part") == part for other in told
    )
