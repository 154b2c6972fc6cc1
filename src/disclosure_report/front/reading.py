"""From a file to a reading."""

from attrs import evolve

from disclosure_report.checks.catalogue import DIFFERENT_AGENCY, DIFFERENT_YEAR
from disclosure_report.errors import DamagedFileError, InvalidJSONError
from disclosure_report.layout.recognise.reading import Origin, Reading
from disclosure_report.layout.recognise.reading import Source as CellSource
from disclosure_report.layout.recognise.run import recognise
from disclosure_report.media.files import Source, digest_of, name_of, path_of, take
from disclosure_report.media.registry import Medium, medium_to_read, read_manuscript
from disclosure_report.model.as_json import from_json
from disclosure_report.model.findings import Detail, Finding, Rule
from disclosure_report.model.forms import Form
from disclosure_report.model.report import Report


def read(
    source: Source,
    medium: str | None = None,
    *,
    agency: str | None = None,
    year: int | None = None,
    encoding: str | None = None,
) -> Reading:
    """Read a published report.

    *source* is a path, bytes or a binary file; the medium is told by suffix, then by content. What the
    caller knows of agency and year wins, and a difference to the page is a finding. Strange content is no
    error: it gives findings, and a cell that is not certain stays blank.

    >>> page = "悦来镇2021年政府信息公开工作年度报告\\n\\n一、总体情况\\n\\n全年公开信息405条。"
    >>> reading = read(page.encode(), "text")
    >>> reading.report.agency, reading.report.year, reading.report.overview.text
    ('悦来镇', 2021, '全年公开信息405条。')

    Raises:
        InvalidValueError: the source, agency or year is no such thing.
        UnreadableError: the file is empty, damaged, too large, of no known medium, or holds two reports.
        OSError: the path cannot be opened.
    """
    if agency is not None or year is not None:
        Report.blank(agency, year, Form.Y2021)  # refuses an agency or year that no report can have
    data = take(source)
    name = name_of(source)
    found = medium_to_read(name, medium, data)
    if found.name == "json":
        reading = _read_json(data, name, agency, year)
    else:
        manuscript = read_manuscript(found, data, name, encoding)
        reading = recognise(manuscript, name, agency=agency, year=year)
    return evolve(reading, origin=_origin(found, source, data))


def _origin(medium: Medium, source: Source, data: bytes) -> Origin:
    """How to come by the file again, only where it can be marked; a path does without the bytes."""
    name, path = name_of(source), path_of(source) if medium.marks else None
    if path is None:
        return Origin(medium.name, name, data=data if medium.marks else None)
    return Origin(medium.name, name, digest_of(data), path)


def _read_json(data: bytes, name: str, agency: str | None, year: int | None) -> Reading:
    try:
        report = from_json(data.decode("utf-8-sig"))
    except (InvalidJSONError, UnicodeDecodeError) as error:
        raise DamagedFileError(name, str(error)) from error
    findings = [*_difference(DIFFERENT_AGENCY, report.agency, agency)]
    findings += _difference(DIFFERENT_YEAR, report.year, year)
    report = report.replace(
        agency=report.agency if agency is None else agency, year=report.year if year is None else year
    )
    sources = {
        path: CellSource(absent="blank") if value is None else CellSource(str(value))
        for path, value in report.cells().items()
    }
    return Reading(report, sources, tuple(findings))


def _difference(rule: Rule, found: Detail | None, given: Detail | None) -> list[Finding]:
    if found is None or given is None or found == given:
        return []
    return [Finding(rule, details=(("found", found), ("given", given)))]
