"""The files that came in, sorted by office: whose each is, what counts, what is to be said of it."""

from collections import Counter
from collections.abc import Iterable, Sequence

from attrs import evolve, frozen

from disclosure_report.across.rules import UNKNOWN
from disclosure_report.checks.received import MISSING, NOT_READ, OF_ANOTHER_YEAR, RECEIVED
from disclosure_report.collecting.attempt import File
from disclosure_report.collecting.joining import Filed, Joined, join
from disclosure_report.collecting.merging import Sent
from disclosure_report.collecting.reasons import kind_of, reason_of
from disclosure_report.collecting.roster import Office, Roster
from disclosure_report.collecting.whose import Owners
from disclosure_report.errors import InvalidValueError
from disclosure_report.layout.recognise.reading import Reading
from disclosure_report.model.findings import Finding
from disclosure_report.model.report import Report, problem_of_year


@frozen
class Received:
    """What came in from one office: *joined* has the one reading of all its files, None where none counts."""

    office: Office
    joined: Joined | None
    findings: tuple[Filed, ...]

    @property
    def reading(self) -> Reading | None:
        """The one reading of its files."""
        return self.joined.reading if self.joined else None


@frozen
class Sorted:
    """What came in, by office in the order of the roster; *others* are findings on files of no office."""

    year: int | None
    offices: tuple[Received, ...]
    others: tuple[Filed, ...]

    @property
    def reports(self) -> dict[str, Report]:
        """What counts, by the names of the roster: pages write names of their own."""
        return {
            each.office.agency: each.reading.report.replace(
                agency=each.office.agency, agency_id=each.office.agency_id
            )
            for each in self.offices
            if each.reading
        }

    @property
    def doubts(self) -> tuple[tuple[str, Finding], ...]:
        """What is said of whose the files are and what counts, each with the name of the file or office."""
        listed = [(each.office.agency, filed) for each in self.offices for filed in each.findings]
        return tuple(
            (filed.file or name, filed.finding)
            for name, filed in (*listed, *((UNKNOWN, filed) for filed in self.others))
            if filed.finding.rule in RECEIVED and filed.finding.rule is not MISSING
        )


@frozen
class _Listed:
    """One file under the office whose it is."""

    office: Office | None
    counting: Sent | None = None
    filed: Filed | None = None


def receive(roster: Roster, files: Iterable[File], year: int | None = None) -> Sorted:
    """Sort what came in; `disclosure_report.collect` says how.

    Raises:
        InvalidValueError: a year that no report can have, or none is given and the files do not tell one.
    """
    given = tuple(files)
    known = _usual_year(given) if year is None else year
    problem = None if known is None else problem_of_year(known)
    if problem:
        raise InvalidValueError("year", problem)
    owners = Owners(roster)
    listed = [_listed(owners, file, got, known) for file, got in given]
    by_office: dict[Office | None, list[_Listed]] = {}
    for each in listed:
        by_office.setdefault(each.office, []).append(each)
    return Sorted(
        known,
        tuple(_received(office, by_office.get(office, ()), known) for office in roster.offices),
        tuple(each.filed for each in by_office.get(None, ()) if each.filed),
    )


def _usual_year(files: Sequence[File]) -> int | None:
    """The year of most reports."""
    counts = Counter(got.report.year for _, got in files if isinstance(got, Reading) and got.report.year)
    match sorted(year for year, count in counts.items() if count == max(counts.values())):
        case []:
            return None
        case [year]:
            return year
        case years:
            told = " as of ".join(map(str, years))
            raise InvalidValueError("year", f"is to be given: as many files are of {told}")


def _listed(owners: Owners, file: str, got: Reading | Exception, year: int | None) -> _Listed:
    if isinstance(got, Exception):
        details = (("kind", kind_of(got)), ("reason", reason_of(got)))
        return _Listed(owners.of_file(file), filed=Filed(file, Finding(NOT_READ, details=details)))
    if not isinstance(got, Reading):
        raise InvalidValueError(file, f"takes what read gave, or its error, not {type(got).__name__}")
    if not got.is_report:
        return _Listed(owners.of_file(file), filed=Filed(file, got.findings[0]))
    owner = owners.of_report(got.report, file)
    filed = Filed(file, evolve(owner.finding, place=got.place_of("title"))) if owner.finding else None
    if owner.office is None or not owner.counts:
        return _Listed(owner.office, filed=filed)
    if got.report.year not in (None, year):
        years = (("found", str(got.report.year)), ("year", str(year)))
        finding = Finding(OF_ANOTHER_YEAR, ("year",), got.place_of("title"), details=years)
        return _Listed(owner.office, filed=Filed(file, finding))
    return _Listed(owner.office, Sent(file, got), filed)


def _received(office: Office, listed: Sequence[_Listed], year: int | None) -> Received:
    sent = [each.counting for each in listed if each.counting]
    filed = [each.filed for each in listed if each.filed]
    if not sent:
        missing = Filed(None, Finding(MISSING, ("agency",), details=(("agency", office.agency),)))
        return Received(office, None, tuple(filed or [missing]))
    joined = join(sent)
    return Received(office, _known(joined, office, year), (*filed, *joined.findings))


def _known(joined: Joined, office: Office, year: int | None) -> Joined:
    """With what the roster knows and the files do not say: an organ's own words stay as they are."""
    report = joined.reading.report
    known = {"agency": office.agency, "agency_id": office.agency_id, "year": year}
    told = {name: value for name, value in known.items() if getattr(report, name) is None}
    return evolve(joined, reading=evolve(joined.reading, report=report.replace(**told)))
