"""The command `blank`: one form to fill in, or one for each office of a roster."""

from collections.abc import Iterator
from pathlib import Path

import click

from disclosure_report.cli.collecting import read_folder
from disclosure_report.cli.loading import FAILED, complain, failing, tell_written, terminal
from disclosure_report.cli.outputs import Make, Output, write_outputs
from disclosure_report.cli.telling import is_wrong, tell_doubts, tell_outputs, tell_roster
from disclosure_report.cli.words import say
from disclosure_report.collecting import Office, Roster, receive
from disclosure_report.errors import InvalidValueError
from disclosure_report.front import read, to_bytes
from disclosure_report.media.files import put
from disclosure_report.media.registry import medium_to_write
from disclosure_report.model.findings import Language
from disclosure_report.model.forms import Form
from disclosure_report.model.report import Report
from disclosure_report.relations.years import carried


FORMS = ".disclosure-report-forms"  # the journal of a folder of forms
FILLED_IN = "xlsx"  # the medium of a form to fill in


def write_form(  # noqa: PLR0913  one word for each option
    target: str,
    previous: str | None,
    lang: Language,
    *,
    agency: str | None,
    year: int | None,
    form: Form | None,
) -> int:
    """Write one form; gives the exit code."""
    with failing():
        if medium_to_write(target, None).name != FILLED_IN:
            raise InvalidValueError(target, f"a form to fill in is a file of {FILLED_IN}")
        reading = read(previous) if previous else None
        if reading is not None and not reading.is_report:
            complain(say("no report", lang, name=previous))
            return FAILED
        last = reading.report if reading else None
        put(_form(_blank(last, agency, year, form), last), target)
    tell_written(target, lang)
    return 0


def _blank(last: Report | None, agency: str | None, year: int | None, form: Form | None) -> Report:
    """A blank report, of the organ and for the year after last year's report where nothing else is said."""
    if last is not None:
        agency = agency or last.agency
        year = year or (last.year and last.year + 1)
    return Report.blank(agency, year, form)


def _form(report: Report, last: Report | None) -> bytes:
    filled = report.replace(carried(last)) if last is not None else report
    return to_bytes(filled, FILLED_IN, fillable=True, previous=last)


def write_forms(  # noqa: PLR0913  one word for each option
    roster: str, folder: str, previous: str | None, lang: Language, *, year: int, form: Form | None
) -> int:
    """Write a form for each office of a roster into a folder; gives the exit code."""
    with failing():
        Report.blank(None, year, form)  # refuses a year of which no form is known
        known = Roster.read(roster)
        files, unread = read_folder(previous, lang) if previous else ([], 0)
        before = receive(known, files, year - 1) if previous else None
    tell_roster(known, roster, lang)
    tell_doubts(before, lang)
    last = before.reports if before else {}
    with failing():
        outputs = _forms(known.offices, last, year, form)
        well = tell_outputs(write_outputs(Path(folder), outputs, FORMS), folder, lang)
    terminal().print(say("blank forms", lang, forms=len(known.offices), carried=len(last)))
    return FAILED if is_wrong(known) or unread or not well else 0


def _forms(
    offices: tuple[Office, ...], last: dict[str, Report], year: int, form: Form | None
) -> Iterator[Output]:
    for office in offices:
        report = Report.blank(office.agency, year, form).replace(agency_id=office.agency_id)
        before = last.get(office.agency)
        yield Output(f"{office.file}.{FILLED_IN}", _making(report, before))


def _making(report: Report, last: Report | None) -> Make:
    return lambda _: _form(report, last)


def forms_wanted(names: tuple[str, ...], lang: Language) -> bool:
    """Whether a roster and a folder are named, not one form.

    Raises:
        UsageError: neither.
    """
    if len(names) not in (1, 2):
        raise click.UsageError(say("form or forms", lang))
    return len(names) > 1
