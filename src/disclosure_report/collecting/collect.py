"""From the files of many offices to their reports, one list of findings, one total."""

from collections.abc import Iterable, Mapping
from typing import Literal, TypeAlias, get_args

from attrs import evolve, field, frozen

from disclosure_report.across.aggregate import Aggregate
from disclosure_report.across.reconcile import Reconciliation
from disclosure_report.across.rules import listed
from disclosure_report.checks.baseline import Baseline
from disclosure_report.checks.choice import Choice
from disclosure_report.checks.received import TOTAL_LACKS
from disclosure_report.collecting.attempt import File
from disclosure_report.collecting.checked import Wanted
from disclosure_report.collecting.joining import Filed
from disclosure_report.collecting.receive import Received, Sorted, receive
from disclosure_report.collecting.roster import Roster
from disclosure_report.errors import InvalidValueError
from disclosure_report.front import aggregate, reconcile_levels
from disclosure_report.media.files import Source, name_of, take
from disclosure_report.model.findings import Finding
from disclosure_report.model.report import Report
from disclosure_report.relations.complete import complete


Blanks: TypeAlias = Literal["keep", "prove", "zero"]
BLANKS: tuple[Blanks, ...] = get_args(Blanks)


@frozen
class Collection:
    """What came in, and what it comes to.

    *offices* are those of the roster in its order, each with the one reading of its files and all findings on
    it. *others* are findings on files of no office, *unread* the files that could not be read. *total* is the
    sum of the offices that have none below them; None where nothing counts. *reconciliations* are by the name
    of each office that has others below it and whose own report came in. *before* is what came in of last
    year, where it was asked for.
    """

    year: int | None
    offices: tuple[Received, ...]
    others: tuple[Filed, ...]
    total: Aggregate | None = field(repr=False)
    reconciliations: Mapping[str, Reconciliation] = field(factory=dict, repr=False, hash=False)
    before: Sorted | None = field(default=None, repr=False)
    unread: tuple[str, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings: those of each office, those on files of no office, those on the total."""
        filed = (*(each for office in self.offices for each in office.findings), *self.others)
        return (*(each.finding for each in filed), *(self.total.findings if self.total else ()))


def collect(  # noqa: PLR0913  one word for each thing that a caller may know
    roster: Roster,
    files: Iterable[File],
    *,
    year: int | None = None,
    previous: Iterable[File] = (),
    agency: str | None = None,
    blanks: Blanks = "keep",
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    baseline: Source | None = None,
) -> Collection:
    """Sort the files of many offices by the roster, check each office's report, add all of them up.

    *files* are pairs, as `attempt` gives them: the name of each, and what `read` gave of it, or the error
    that it raised. A file's office is told by the organ that its report names and the identifier in it, else
    by its own name and those of its folders; what these contradict, or what is of another year, does not
    count and is a finding (A301 to A317). Several files of one office are joined: numbers from one, text from
    the other. A cell in which they differ is blank.

    *year* is that of most reports that count unless it is given. *previous* are last year's files, in pairs
    as *files*. *agency* is the organ of the total; where it is not given, the one at the top of the roster.
    *blanks* are kept, filled where relations prove them (``"prove"``), or then declared 0 (``"zero"``); a
    table in which files differ is kept. *select*, *ignore* and *baseline* are those of `check`.

    >>> from disclosure_report.collecting import Roster
    >>> import disclosure_report as dr
    >>> roster = Roster.parse("agency,parent\\n青溪镇,云岭县\\n悦来镇,云岭县\\n")
    >>> report = dr.complete(dr.Report.blank("青溪镇", 2025), zeros=True).report
    >>> found = collect(roster, [("a.docx", dr.read(dr.to_bytes(report, "docx")))], select=["A"])
    >>> [(each.office.agency, [filed.finding.code for filed in each.findings]) for each in found.offices]
    [('青溪镇', []), ('悦来镇', ['A301'])]
    >>> found.total.report.full_title
    '云岭县2025年政府信息公开工作年度报告'

    Raises:
        InvalidValueError: a year, code or word that is none, or the files do not tell the year.
        DamagedFileError: a baseline that is none.
    """
    if blanks not in BLANKS:
        raise InvalidValueError("blanks", f"is one of {', '.join(BLANKS)}, not {blanks!r:.60}")
    known = Baseline() if baseline is None else Baseline.read(take(baseline), name_of(baseline))
    wanted = Wanted(Choice.of(select, ignore), known)
    received = receive(roster, files, year)
    received = evolve(received, offices=tuple(_filled(each, blanks) for each in received.offices))
    before = _before(roster, previous, received.year)
    last, reports = before.reports if before else {}, received.reports
    found = reconcile_levels(reports, roster.parents, previous=last)
    offices = tuple(
        wanted.checked(each, roster, last.get(each.office.agency), found, reports)
        for each in received.offices
    )
    total = _total(roster, reports, agency, received.year)
    return Collection(
        received.year,
        offices,
        tuple(each for each in received.others if wanted.tells(each.finding, None)),
        total and wanted.told(total),
        found,
        before,
        received.unread,
    )


def _before(roster: Roster, previous: Iterable[File], year: int | None) -> Sorted | None:
    """Last year's reports."""
    if not isinstance(previous, Iterable):
        raise InvalidValueError("previous", f"takes pairs as files does, not {type(previous).__name__}")
    given = tuple(previous)
    return receive(roster, given, None if year is None else year - 1) if given else None


def _filled(received: Received, blanks: Blanks) -> Received:
    """With blanks filled in as asked; what files say differently is not settled by a declaration."""
    joined = received.joined
    if joined is None or blanks == "keep":
        return received
    report = joined.reading.report
    revision = complete(report, zeros=blanks == "zero")
    kept = {part: getattr(report, part) for part in joined.uncertain}
    joined = evolve(joined, reading=evolve(joined.reading, report=revision.report.replace(**kept)))
    said = tuple(
        Filed(joined.file_of(finding), finding)
        for finding in revision.findings
        if finding.paths[0].partition(".")[0] not in kept
    )
    return evolve(received, joined=joined, findings=(*received.findings, *said))


def _total(
    roster: Roster, reports: Mapping[str, Report], agency: str | None, year: int | None
) -> Aggregate | None:
    """The sum of the offices that have none below them, with those that it lacks."""
    names = [office.agency for office in roster.leaves]
    there = [reports[name] for name in names if name in reports]
    if not there:
        return None
    total = aggregate(there, agency=agency or roster.top, year=year)
    lacking = [name for name in names if name not in reports]
    if not lacking:
        return total
    details = (("count", len(lacking)), ("names", listed(lacking)))
    return evolve(total, findings=(Finding(TOTAL_LACKS, ("agency",), details=details), *total.findings))
