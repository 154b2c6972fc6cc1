"""What is said of each office: what sorting and reading said, what checks say, what its own children say."""

from collections.abc import Iterator, Mapping

from attrs import evolve, frozen

from disclosure_report.across.aggregate import Aggregate
from disclosure_report.across.levels import lacking
from disclosure_report.across.reconcile import Reconciliation
from disclosure_report.checks.baseline import Baseline
from disclosure_report.checks.choice import Choice
from disclosure_report.collecting.joining import Filed
from disclosure_report.collecting.receive import Received
from disclosure_report.collecting.roster import Roster
from disclosure_report.front import check
from disclosure_report.model.findings import Finding
from disclosure_report.model.report import Report


_OF_SUMS = "A1"  # what is said of the sum of an office's children is said of the total


@frozen
class Wanted:
    """Which findings are told."""

    choice: Choice
    baseline: Baseline

    def tells(self, finding: Finding, report: Report | None) -> bool:
        """Whether a finding on a report is told."""
        known = report is not None and self.baseline.knows(finding, report)
        return finding.code in self.choice and not known

    def told(self, total: Aggregate) -> Aggregate:
        """A sum with the findings on it that are told."""
        return evolve(
            total, findings=tuple(each for each in total.findings if self.tells(each, total.report))
        )

    def checked(
        self,
        received: Received,
        roster: Roster,
        last: Report | None,
        reconciliations: Mapping[str, Reconciliation],
        reports: Mapping[str, Report],
    ) -> Received:
        """With what checks say of its report, and what its report says against those below it."""
        name = received.office.agency
        missing = [child for child in roster.below(name) if child not in reports]
        said = [*received.findings, *_check(received, last)]
        said += _against(received, reconciliations.get(name), missing)
        report = received.reading.report if received.reading else None
        return evolve(received, findings=tuple(each for each in said if self.tells(each.finding, report)))


def _check(received: Received, last: Report | None) -> Iterator[Filed]:
    """What reading has said of the joined files is not said again."""
    joined = received.joined
    if joined is not None:
        told = tuple(filed.finding for filed in received.findings)
        found = check(evolve(joined.reading, findings=told), last, kind=received.office.kind)
        yield from (Filed(joined.file_of(finding), finding) for finding in found)


def _against(
    received: Received, reconciliation: Reconciliation | None, missing: list[str]
) -> Iterator[Filed]:
    """While a child is missing, a difference accuses nobody: that it is missing is all that is known."""
    if received.joined is None:
        return
    if missing:
        yield Filed(received.joined.file_of(lacking(missing)), lacking(missing))
    elif reconciliation is not None:
        for finding in reconciliation.findings:
            if not finding.code.startswith(_OF_SUMS):
                yield Filed(received.joined.file_of(finding), finding)
