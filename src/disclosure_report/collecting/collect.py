"""From the files of many offices to their reports, one list of findings, one total."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, TypeAlias, get_args

from attrs import evolve, field, frozen

from disclosure_report.across.aggregate import Aggregate
from disclosure_report.across.reconcile import Reconciliation
from disclosure_report.checks.baseline import Baseline
from disclosure_report.checks.choice import Choice
from disclosure_report.collecting.attempt import File
from disclosure_report.collecting.joining import Filed, Joined
from disclosure_report.collecting.receive import Received, Sorted, receive
from disclosure_report.collecting.roster import Roster
from disclosure_report.errors import InvalidValueError
from disclosure_report.front import aggregate, check, reconcile_levels
from disclosure_report.media.files import Source, name_of, take
from disclosure_report.model.findings import Finding
from disclosure_report.model.report import Report
from disclosure_report.relations.complete import complete


Blanks: TypeAlias = Literal["keep", "prove", "zero"]
BLANKS: tuple[Blanks, ...] = get_args(Blanks)
# Of a parent's report against its children: what is said of a sum is said of the total, and who sent nothing
# is listed by name.
_ELSEWHERE = ("A1", "A209")


@frozen
class Collection:
    """What came in, and what it comes to.

    *offices* are those of the roster in its order, each with the one reading of its files and all findings on
    it. *others* are findings on files of no office. *total* is the sum of the offices that have none below
    them; None where nothing counts. *reconciliations* are by the name of each office that has others below
    it and whose own report came in. *before* is what came in of last year, where it was asked for.
    """

    year: int | None
    offices: tuple[Received, ...]
    others: tuple[Filed, ...]
    total: Aggregate | None = field(repr=False)
    reconciliations: Mapping[str, Reconciliation] = field(factory=dict, repr=False, hash=False)
    before: Sorted | None = field(default=None, repr=False)

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

    *files* are pairs: the name of each, and what `read` gave of it, or the error that it raised. A file's
    office is told by the identifier in it, the organ that its report names, its own name and those of its
    folders; what these contradict, or what is of another year, does not count and is a finding (A301 to
    A311). Several files of one office are joined: numbers from one, text from the other. A cell in which they
    differ is blank.

    *year* is that of most reports unless it is given. *previous* are last year's files, in pairs as *files*.
    *agency* is the organ of the total; where it is not given, the one at the top of the roster. *blanks* are
    kept, filled where relations prove them (``"prove"``), or then declared 0 (``"zero"``). *select*,
    *ignore* and *baseline* are those of `check`.

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
    wanted = _Wanted(Choice.of(select, ignore), known)
    received = receive(roster, files, year)
    received = evolve(received, offices=tuple(_filled(each, blanks) for each in received.offices))
    before = _before(roster, tuple(previous), received.year)
    last = before.reports if before else {}
    reports = received.reports
    leaves = [reports[office.agency] for office in roster.leaves if office.agency in reports]
    total = aggregate(leaves, agency=agency or roster.top, year=received.year) if leaves else None
    found = reconcile_levels(reports, roster.parents, previous=last)
    offices = tuple(
        wanted.checked(each, last.get(each.office.agency), found.get(each.office.agency))
        for each in received.offices
    )
    others = tuple(each for each in received.others if each.finding.code in wanted.choice)
    return Collection(received.year, offices, others, total, found, before)


def _before(roster: Roster, previous: tuple[File, ...], year: int | None) -> Sorted | None:
    """Last year's reports."""
    return receive(roster, previous, None if year is None else year - 1) if previous else None


def _filled(received: Received, blanks: Blanks) -> Received:
    if received.joined is None or blanks == "keep":
        return received
    revision = complete(received.joined.reading.report, zeros=blanks == "zero")
    reading = evolve(received.joined.reading, report=revision.report)
    joined = evolve(received.joined, reading=reading)
    said = tuple(Filed(joined.file_of(finding), finding) for finding in revision.findings)
    return evolve(received, joined=joined, findings=(*received.findings, *said))


@frozen
class _Wanted:
    """Which findings are told."""

    choice: Choice
    baseline: Baseline

    def checked(
        self, received: Received, last: Report | None, reconciliation: Reconciliation | None
    ) -> Received:
        """With what checks say of its report, and what its report says against those below it."""
        said = [*received.findings, *_check(received, last), *_against(received, reconciliation)]
        return evolve(received, findings=tuple(each for each in said if self._is_told(each, received.joined)))

    def _is_told(self, filed: Filed, joined: Joined | None) -> bool:
        known = joined is not None and self.baseline.knows(filed.finding, joined.reading.report)
        return filed.finding.code in self.choice and not known


def _check(received: Received, last: Report | None) -> Iterator[Filed]:
    """What reading has said of the joined files is not said again."""
    joined = received.joined
    if joined is not None:
        told = tuple(filed.finding for filed in received.findings)
        found = check(evolve(joined.reading, findings=told), last, kind=received.office.kind)
        yield from (Filed(joined.file_of(finding), finding) for finding in found)


def _against(received: Received, reconciliation: Reconciliation | None) -> Iterator[Filed]:
    if reconciliation is not None and received.joined is not None:
        for finding in reconciliation.findings:
            if not finding.code.startswith(_ELSEWHERE):
                yield Filed(received.joined.file_of(finding), finding)
