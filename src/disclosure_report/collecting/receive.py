"""The files that came in, sorted by office: whose each is, what counts, what is to be said of it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve, frozen

from disclosure_report.across.rules import UNKNOWN
from disclosure_report.checks.received import MISSING, NOT_READ, OF_ANOTHER_YEAR, RECEIVED
from disclosure_report.collecting.attempt import File
from disclosure_report.collecting.joining import Filed, Joined, join
from disclosure_report.collecting.merging import Sent
from disclosure_report.collecting.office import Office
from disclosure_report.collecting.reasons import kind_of, reason_of
from disclosure_report.collecting.roster import Roster
from disclosure_report.collecting.whose import Owners
from disclosure_report.errors import InvalidValueError
from disclosure_report.layout.recognise.reading import Reading
from disclosure_report.model.findings import Finding
from disclosure_report.model.report import Report, problem_of_year


@frozen
class Received:
    """What came in from one office.

    *joined* has the one reading of all its files that count, None where none does. *files* are all that are
    listed under it, those that count first.
    """

    office: Office
    joined: Joined | None
    findings: tuple[Filed, ...]
    files: tuple[str, ...] = ()

    @property
    def reading(self) -> Reading | None:
        """The one reading of its files."""
        return self.joined.reading if self.joined else None


@frozen
class Sorted:
    """What came in, by office in the order of the roster.

    *others* are findings on files of no office; *unread* are the files that could not be read.
    """

    year: int | None
    offices: tuple[Received, ...]
    others: tuple[Filed, ...]
    unread: tuple[str, ...] = ()

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
    """One file under the office whose it is; a reading only where it counts."""

    file: str
    office: Office | None
    reading: Reading | None = None
    findings: tuple[Finding, ...] = ()
    is_read: bool = True

    @property
    def filed(self) -> tuple[Filed, ...]:
        return tuple(Filed(self.file, finding) for finding in self.findings)


def receive(roster: Roster, files: Iterable[File], year: int | None = None) -> Sorted:
    """Sort what came in; `disclosure_report.collect` says how.

    Raises:
        InvalidValueError: what is no roster or no pair of a name and what was read; a year that no report can
            have, or none is given and the files do not tell one.
    """
    if not isinstance(roster, Roster):
        raise InvalidValueError("roster", f"takes a Roster, not {type(roster).__name__}")
    problem = None if year is None else problem_of_year(year)
    if problem:
        raise InvalidValueError("year", problem)
    owners = Owners(roster)
    listed = [_listed(owners, file, got) for file, got in _pairs(files)]
    known = _usual_year(listed) if year is None else year
    by_office: dict[Office | None, list[_Listed]] = {}
    for each in (_of_year(each, known) for each in listed):
        by_office.setdefault(each.office, []).append(each)
    return Sorted(
        known,
        tuple(_received(office, by_office.get(office, ()), known) for office in roster.offices),
        tuple(filed for each in by_office.get(None, ()) for filed in each.filed),
        tuple(each.file for each in listed if not each.is_read),
    )


def _pairs(files: Iterable[File]) -> Iterator[File]:
    """The pairs; what is none is named by its number."""
    if not isinstance(files, Iterable):
        raise InvalidValueError("files", f"takes pairs of a name and a reading, not {type(files).__name__}")
    for number, pair in enumerate(files):
        match pair:
            case (str(), Reading() | Exception()):
                yield pair
            case _:
                problem = f"takes a name with what read gave, or its error, not {pair!r:.60}"
                raise InvalidValueError(f"files[{number}]", problem)


def _usual_year(listed: Iterable[_Listed]) -> int | None:
    """The year of most reports that count."""
    years = Counter(each.reading.report.year for each in listed if each.reading)
    counts = {year: count for year, count in years.items() if year is not None}
    match sorted(year for year, count in counts.items() if count == max(counts.values())):
        case []:
            return None
        case [year]:
            return year
        case several:
            told = " as of ".join(map(str, several))
            raise InvalidValueError("year", f"is to be given: as many files are of {told}")


def _listed(owners: Owners, file: str, got: Reading | Exception) -> _Listed:
    if isinstance(got, Exception):
        details = (("kind", kind_of(got)), ("reason", reason_of(got)))
        unread = (Finding(NOT_READ, details=details),)
        return _Listed(file, owners.of_file(file), findings=unread, is_read=False)
    if not got.is_report:
        return _Listed(file, owners.of_file(file), findings=got.findings[:1])
    owner = owners.of_report(got.report, file)
    place = got.place_of("title")
    found = tuple(evolve(finding, place=place) for finding in owner.findings)
    return _Listed(file, owner.office, got if owner.counts else None, found)


def _of_year(listed: _Listed, year: int | None) -> _Listed:
    """A report of another year does not count."""
    if listed.reading is None or listed.reading.report.year in (None, year):
        return listed
    years = (("found", str(listed.reading.report.year)), ("year", str(year)))
    finding = Finding(OF_ANOTHER_YEAR, ("year",), listed.reading.place_of("title"), details=years)
    return evolve(listed, reading=None, findings=(*listed.findings, finding))


def _received(office: Office, listed: Sequence[_Listed], year: int | None) -> Received:
    sent = [Sent(each.file, each.reading) for each in listed if each.reading]
    filed = tuple(filed for each in listed for filed in each.filed)
    others = [each.file for each in listed if each.reading is None]
    if sent:
        joined = join(sent)
        known = _known(joined, office, year)
        return Received(office, known, (*filed, *joined.findings), (*joined.files, *others))
    missing = Filed(None, Finding(MISSING, ("agency",), details=(("agency", office.agency),)))
    return Received(office, None, filed if listed else (missing,), tuple(others))


def _known(joined: Joined, office: Office, year: int | None) -> Joined:
    """With what the roster knows and the files do not say: an organ's own words stay as they are."""
    report = joined.reading.report
    known = {"agency": office.agency, "agency_id": office.agency_id, "year": year}
    told = {name: value for name, value in known.items() if getattr(report, name) is None}
    return evolve(joined, reading=evolve(joined.reading, report=report.replace(**told)))
