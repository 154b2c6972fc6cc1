"""What is looked at, in the order of the form."""

from collections.abc import Callable

from disclosure_report.blocks import Place
from disclosure_report.checks.blanks import check_blanks
from disclosure_report.checks.sums import check_sums
from disclosure_report.model.findings import Finding
from disclosure_report.model.report import Report


TABLE_CHECKS = (check_blanks, check_sums)


def run_checks(report: Report, place_of: Callable[[str], Place | None]) -> tuple[Finding, ...]:
    """All findings on a report; *place_of* gives the place of a cell where one is known."""
    return tuple(
        finding
        for compiled, instance in report.tables()
        for values in [compiled.values(instance)]
        for look in TABLE_CHECKS
        for finding in look(compiled, values, place_of)
    )
