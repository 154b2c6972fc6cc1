"""What an editor would send back."""

from collections.abc import Iterable

from disclosure_report.checks.baseline import Baseline
from disclosure_report.checks.choice import Choice
from disclosure_report.checks.run import run_checks
from disclosure_report.checks.subject import KINDS, AgencyKind, Subject
from disclosure_report.errors import InvalidValueError
from disclosure_report.front.held import refuse_other_year, report_of
from disclosure_report.layout.recognise.reading import Reading
from disclosure_report.media.files import Source, name_of, take
from disclosure_report.model.findings import Finding
from disclosure_report.model.report import Report


def check(  # noqa: PLR0913  one word for each thing that a caller may know
    report: Report | Reading,
    previous: Report | Reading | None = None,
    *,
    kind: AgencyKind | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    baseline: Source | None = None,
) -> tuple[Finding, ...]:
    """Everything that an editor would send back, in the order of the form; with places for a reading.

    *previous* is last year's report: then what goes on from year to year is looked at, too. *kind* is the
    kind of the organ, ``"government"`` (of a county or more), ``"department"`` (of one) or ``"township"``:
    deadlines are looked at only where it is given. *select* and *ignore* are codes or their beginnings. What
    a reading has said already is not said again. *baseline* is a TOML file of findings that are known, each
    with the reason for which it may stand; they are left out.

    >>> [finding.code for finding in check(Report.blank("悦来镇", 2021), select=["B1"], ignore=["B103"])]
    ['B101', 'B101', 'B101']

    Raises:
        InvalidValueError: what is no report; a kind or code that does not exist; a *previous* that is not of
            the year before.
        DamagedFileError: a baseline that is none, or has an entry without a reason.
    """
    if kind is not None and kind not in KINDS:
        raise InvalidValueError("kind", f"is one of {', '.join(KINDS)}, not {kind!r:.60}")
    choice = Choice.of(select, ignore)
    held = report_of("report", report)
    last = None if previous is None else report_of("previous", previous)
    if last is not None:
        refuse_other_year("previous", last, held)
    if isinstance(report, Reading):
        found = run_checks(Subject(held, report.place_of, last, kind), choice, report.findings)
    else:
        found = run_checks(Subject(held, previous=last, kind=kind), choice)
    if baseline is None:
        return found
    known = Baseline.read(take(baseline), name_of(baseline))
    return tuple(finding for finding in found if not known.knows(finding, held))
