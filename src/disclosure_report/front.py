"""The front door: what users import."""

import os
from collections.abc import Iterable
from pathlib import PurePath
from typing import Any, NamedTuple, get_args

from attrs import evolve

from disclosure_report.blocks import Value
from disclosure_report.checks.baseline import Baseline
from disclosure_report.checks.catalogue import DIFFERENT_AGENCY, DIFFERENT_YEAR
from disclosure_report.checks.choice import Choice
from disclosure_report.checks.run import run_checks
from disclosure_report.checks.side_by_side import Comparison
from disclosure_report.checks.subject import KINDS, AgencyKind, Subject
from disclosure_report.errors import DamagedFileError, InvalidJSONError, InvalidValueError, UnknownMediumError
from disclosure_report.layout.comparison import compose_comparison
from disclosure_report.layout.compose import compose
from disclosure_report.layout.recognise.reading import Origin, Reading
from disclosure_report.layout.recognise.reading import Source as CellSource
from disclosure_report.layout.recognise.run import recognise
from disclosure_report.layout.remarks import comments_on
from disclosure_report.media.files import Source, Target, digest_of, is_file_at, name_of, path_of, put, take
from disclosure_report.media.registry import (
    Medium,
    check_options,
    medium_to_mark,
    medium_to_read,
    medium_to_write,
    read_manuscript,
    with_comments,
    write_manuscript,
)
from disclosure_report.model.as_json import from_json, to_json
from disclosure_report.model.findings import Detail, Finding, Language, Rule
from disclosure_report.model.forms import Form
from disclosure_report.model.report import Report


class Row(NamedTuple):
    """One cell as a tidy row, ready for a table or a database."""

    agency: str | None
    year: int | None
    form: int | None
    path: str
    group: str
    labels: str
    value: Value
    text: str | None
    place: str | None


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


def to_bytes(report: Report | Comparison, medium: str, **options: Any) -> bytes:
    """The report as a file of *medium*: ``"docx"``, ``"xlsx"``, ``"html"`` or ``"json"``.

    What `compare` gives becomes a ``"docx"``, and nothing else.

    Options of docx: *profile*, the name of a look (``"gbt9704"`` or ``"plain"``); *template*, a Word file
    (path, bytes or binary file) with one paragraph ``{{report}}``, where the report is placed. Options of
    xlsx: *fillable*, for a form to fill in, where totals are formulas; with it *previous*, last year's
    report, whose numbers are shown beside the cells that go on from them.

    Raises:
        UnknownMediumError: the medium is none that can be written.
        InvalidValueError: an unknown option or profile, or a template without its mark.
        DamagedFileError: a template that is no Word document.
    """
    if not isinstance(report, Report | Comparison):
        raise InvalidValueError("report", f"takes a Report, not {type(report).__name__}")
    found = medium_to_write(f"<{medium}>", medium)
    check_options(found, options)
    if isinstance(report, Comparison):
        return _comparison_bytes(report, found, options)
    if found.name == "json":
        return to_json(report).encode()
    previous = options.pop("previous", None)
    if previous is not None and not (isinstance(previous, Report | Reading) and options.get("fillable")):
        raise InvalidValueError("previous", "takes last year's report, together with fillable=True")
    manuscript = compose(report, previous.report if isinstance(previous, Reading) else previous)
    return write_manuscript(found, manuscript, options)


def _comparison_bytes(comparison: Comparison, medium: Medium, options: dict[str, Any]) -> bytes:
    if medium.name != "docx":
        raise UnknownMediumError(f"<{medium.name}>", "a comparison is written as docx alone")
    return write_manuscript(medium, compose_comparison(comparison), options)


def write(report: Report | Comparison, target: Target, medium: str | None = None, **options: Any) -> None:
    """Write the report to a path or a binary file; the medium is told by the suffix unless it is given.

    A file on disk is replaced whole or not at all. The options are those of `to_bytes`.

    Raises:
        UnknownMediumError: the medium is none that can be written.
        OSError: the target cannot be written.
    """
    found = medium_to_write(name_of(target), medium)
    put(to_bytes(report, found.name, **options), target)


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
    held = _held("report", report)
    last = None if previous is None else _held("previous", previous)
    _refuse_other_year(held, last)
    if isinstance(report, Reading):
        found = run_checks(Subject(held, report.place_of, last, kind), choice, report.findings)
    else:
        found = run_checks(Subject(held, previous=last, kind=kind), choice)
    if baseline is None:
        return found
    known = Baseline.read(take(baseline), name_of(baseline))
    return tuple(finding for finding in found if not known.knows(finding, held))


def _held(name: str, given: Report | Reading) -> Report:
    report = given.report if isinstance(given, Reading) else given
    if not isinstance(report, Report):
        raise InvalidValueError(name, f"takes a report or what read gave, not {type(report).__name__}")
    return report


def _refuse_other_year(report: Report, last: Report | None) -> None:
    if last is not None and report.year and last.year and last.year != report.year - 1:
        raise InvalidValueError("previous", f"is of {last.year}, not of the year before {report.year}")


def mark(reading: Reading, findings: Iterable[Finding], target: Target, *, lang: Language = "zh") -> None:
    """Write the file that was read with a comment at each place that a finding has; all else stays as it was.

    A Word document gets comments, a workbook gets notes: code, sentence, expected, found, suggestions, in
    *lang*. A finding without a place stands at the title. Comments that are there stay. A file that was read
    from a path must still be there, unchanged. The file is replaced whole or not at all; a digital signature
    no longer holds.

    >>> import io
    >>> reading, copy = read(to_bytes(Report.blank("悦来镇", 2021), "docx")), io.BytesIO()
    >>> mark(reading, check(reading), copy)
    >>> read(copy.getvalue()) == reading
    True

    Raises:
        InvalidValueError: the reading is of a medium without comments, or its file has changed; the target is
            the file that was read, or has the suffix of another medium.
        UnreadableError: a part of the file that takes comments is damaged or too large.
        OSError: the file is gone, or the target cannot be written.
    """
    origin = getattr(reading, "origin", None)
    if not isinstance(origin, Origin):
        raise InvalidValueError("reading", f"takes what read gave, not {type(reading).__name__}")
    if lang not in get_args(Language):
        raise InvalidValueError("lang", f"is one of {', '.join(get_args(Language))}, not {lang!r:.60}")
    found = tuple(findings)
    if not all(isinstance(each, Finding) for each in found):
        raise InvalidValueError("findings", "takes findings")
    medium = medium_to_mark(origin.medium)
    _refuse_target(origin, medium, target)
    data = with_comments(medium, _again(origin), origin.name, comments_on(reading, found, lang))
    put(data, target)


def _refuse_target(origin: Origin, medium: Medium, target: Target) -> None:
    name = name_of(target)
    suffix = PurePath(name).suffix.lower()
    if is_file_at(target, origin.path or path_of(origin.name)):
        raise InvalidValueError("target", f"{name} is the file that was read; it is not written over")
    its = {*medium.suffixes, PurePath(origin.path or "").suffix.lower()} - {""}
    if isinstance(target, str | os.PathLike) and suffix not in its:
        raise InvalidValueError("target", f"{name}: the copy is a file of {medium.name}, as what was read")


def _again(origin: Origin) -> bytes:
    """The bytes of the file that was read."""
    if origin.path is None:
        return origin.data or b""
    data = take(origin.path)
    if digest_of(data) != origin.digest:
        raise InvalidValueError("reading", f"{origin.name} has changed since it was read; read it again")
    return data


def rows(report: Report | Reading) -> tuple[Row, ...]:
    """Tidy rows, one a cell, in the order of the form; with the text and place of a reading.

    >>> row = rows(Report.blank("悦来镇", 2021).replace({"proactive_disclosure.rules.issued": 3}))[0]
    >>> row.path, row.labels, row.value
    ('proactive_disclosure.rules.issued', '第二十条第（一）项 / 规章 / 本年制发件数', 3)
    """
    reading = report if isinstance(report, Reading) else None
    held = report.report if isinstance(report, Reading) else report
    nothing = CellSource()
    return tuple(
        Row(
            held.agency,
            held.year,
            compiled.form.value if compiled.form else None,
            said.path,
            compiled.part,
            " / ".join(said.labels),
            value,
            source.text,
            str(source.place) if source.place else None,
        )
        for compiled, instance in held.tables()
        for said, value in zip(compiled.fields, compiled.values(instance), strict=True)
        for source in [reading.sources.get(said.path, nothing) if reading else nothing]
    )


__all__ = ["Form", "Row", "check", "from_json", "mark", "read", "rows", "to_bytes", "to_json", "write"]
