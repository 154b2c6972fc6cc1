"""The commands. Exit codes: 0 nothing at or above the threshold, 1 findings, 2 unreadable or wrong usage."""

import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, Literal, NoReturn, TypeAlias, TypeVar

import click
from attrs import evolve, frozen
from rich.console import Console
from rich.markup import escape
from rich.progress import track

from disclosure_report.cli.demo import run_demo
from disclosure_report.cli.show import show_cells, show_findings, show_revision, show_summary
from disclosure_report.cli.words import say
from disclosure_report.errors import DisclosureReportError, InvalidValueError
from disclosure_report.front import check as check_report
from disclosure_report.front import read as read_report
from disclosure_report.front import to_bytes
from disclosure_report.layout.recognise.reading import Reading
from disclosure_report.media.files import put, put_all
from disclosure_report.media.registry import medium_to_write
from disclosure_report.model.findings import SEVERITIES, Finding, Language, Revision
from disclosure_report.model.forms import Form
from disclosure_report.model.report import Report
from disclosure_report.relations.complete import complete
from disclosure_report.relations.years import carried


FINDINGS, FAILED = 1, 2
FILLED_IN = "xlsx"  # the medium of a form to fill in
FORMS = [str(form.value) for form in Form]
Blanks: TypeAlias = Literal["keep", "prove", "zero"]
F = TypeVar("F", bound=Callable[..., Any])

_OPTIONS = (
    click.option(
        "--blanks",
        type=click.Choice(["keep", "prove", "zero"]),
        default="keep",
        show_default=True,
        help="Blank cells: as read; filled where relations prove them; then 0 in the others.",
    ),
    click.option("--agency", help="The administrative organ, where you know it."),
    click.option("--year", type=int, help="The year, where you know it."),
    click.option("--medium", help="What kind of file is read, where suffix and content do not tell."),
    click.option("--encoding", help="The encoding of a text page, where you know it."),
    click.option(
        "--threshold",
        type=click.Choice([*SEVERITIES, "never"]),
        default="warning",
        show_default=True,
        help="Exit with 1 when a finding is at least this grave.",
    ),
    click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", show_default=True),
)


@frozen
class Settings:
    """The options that every command has that reads a file."""

    blanks: Blanks
    agency: str | None
    year: int | None
    medium: str | None
    encoding: str | None
    threshold: str
    lang: Language


@frozen
class Loaded:
    """A file that was read, its blanks treated as asked."""

    reading: Reading
    revision: Revision | None


def _reads(command: F) -> F:
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="disclosure-report")
def commands() -> None:
    """Read, check and write the annual report on open government information (政府信息公开工作年度报告)."""


@commands.command()
@click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", show_default=True)
def demo(lang: Language) -> None:
    """Read the bundled page, prove its blanks, declare zeros, write Word, Excel and JSON."""
    try:
        run_demo(_console(), lang, Path("disclosure-report-demo"))
    except OSError as error:
        _fail(error)


@commands.command()
@click.argument("file")
@_reads
def read(file: str, **options: Any) -> None:
    """Show every cell of FILE with its source, and all findings."""
    settings = Settings(**options)
    loaded = _load(file, settings)
    console = _console()
    show_cells(console, loaded.reading, settings.lang)
    findings = _shown(console, loaded, loaded.reading.findings, settings)
    sys.exit(_verdict(findings, settings.threshold) if loaded.reading.is_report else FAILED)


@commands.command()
@click.argument("files", nargs=-1, required=True)
@_reads
def check(files: Sequence[str], **options: Any) -> None:
    """Check FILES: what reading doubts, what is blank, which relations do not hold."""
    settings = Settings(**options)
    console = _console()
    verdicts = [_check_one(console, file, settings) for file in _progress(files)]
    sys.exit(max(verdicts))


@commands.command()
@click.argument("source", metavar="IN")
@click.argument("targets", metavar="OUT...", nargs=-1, required=True)
@_reads
def convert(source: str, targets: Sequence[str], **options: Any) -> None:
    """Read IN and write each OUT; its suffix says what it is. Nothing is written unless all can be made."""
    settings = Settings(**options)
    media = _media(targets)
    loaded = _load(source, settings)
    console = _console()
    if not loaded.reading.is_report:
        show_findings(console, loaded.reading.findings, settings.lang)
        click.echo(say("no report", settings.lang, name=source), err=True)
        sys.exit(FAILED)
    findings = _shown(console, loaded, _all_findings(loaded), settings)
    try:
        made = [to_bytes(loaded.reading.report, medium) for medium in media]
        put_all(list(zip(made, targets, strict=True)))
        for target in targets:
            console.print(say("wrote", settings.lang, name=target), highlight=False, markup=False)
    except (DisclosureReportError, OSError) as error:
        _fail(error)
    sys.exit(_verdict(findings, settings.threshold))


@commands.command()
@click.argument("target", metavar="OUT")
@click.option("--agency", help="The administrative organ; it may be filled in later.")
@click.option("--year", type=int, help="The year of the report; by default the year after --previous.")
@click.option("--form", type=click.Choice(FORMS), help="The form; by default that of the year.")
@click.option("--previous", metavar="FILE", help="Last year's report: what it carries over is filled in.")
@click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", show_default=True)
def blank(target: str, previous: str | None, lang: Language, **given: Any) -> None:
    """Write OUT, an Excel form to fill in that checks itself."""
    try:
        if medium_to_write(target, None).name != FILLED_IN:
            raise InvalidValueError(target, f"a form to fill in is a file of {FILLED_IN}")
        last = _last(previous, lang) if previous else None
        report = _blank(last, **given)
        put(to_bytes(report, FILLED_IN, fillable=True, previous=last), target)
    except (DisclosureReportError, OSError) as error:
        _fail(error)
    _console().print(say("wrote", lang, name=target), highlight=False, markup=False)


def _last(previous: str, lang: Language) -> Report:
    reading = read_report(previous)
    if not reading.is_report:
        click.echo(say("no report", lang, name=previous), err=True)
        sys.exit(FAILED)
    return reading.report


def _blank(last: Report | None, agency: str | None, year: int | None, form: str | None) -> Report:
    """A blank report, of the organ and for the year after last year's report where nothing else is said."""
    if last is not None:
        agency = agency or last.agency
        year = year or (last.year and last.year + 1)
    report = Report.blank(agency, year, Form(int(form)) if form else None)
    return report.replace(carried(last)) if last is not None else report


def _media(targets: Sequence[str]) -> list[str]:
    try:
        return [medium_to_write(target, None).name for target in targets]
    except DisclosureReportError as error:
        _fail(error)


def _check_one(console: Console, file: str, settings: Settings) -> int:
    try:
        loaded = _try_load(file, settings)
    except (DisclosureReportError, OSError) as error:
        click.echo(_message(error), err=True)
        return FAILED
    console.rule(escape(file), align="left", characters="—")
    findings = _shown(console, loaded, _all_findings(loaded), settings)
    return _verdict(findings, settings.threshold) if loaded.reading.is_report else FAILED


def _all_findings(loaded: Loaded) -> tuple[Finding, ...]:
    reading = loaded.reading
    return (*reading.findings, *(check_report(reading) if reading.is_report else ()))


def _shown(
    console: Console, loaded: Loaded, findings: tuple[Finding, ...], settings: Settings
) -> tuple[Finding, ...]:
    show_summary(console, loaded.reading, settings.lang)
    if loaded.revision:
        findings += loaded.revision.findings
        show_revision(console, loaded.revision, settings.lang)
    show_findings(console, findings, settings.lang)
    return findings


def _load(file: str, settings: Settings) -> Loaded:
    try:
        return _try_load(file, settings)
    except (DisclosureReportError, OSError) as error:
        _fail(error)


def _try_load(file: str, settings: Settings) -> Loaded:
    reading = read_report(
        file, settings.medium, agency=settings.agency, year=settings.year, encoding=settings.encoding
    )
    if settings.blanks == "keep" or not reading.is_report:
        return Loaded(reading, None)
    revision = complete(reading.report, zeros=settings.blanks == "zero")
    return Loaded(evolve(reading, report=revision.report), revision)


def _verdict(findings: Iterable[Finding], threshold: str) -> int:
    if threshold == "never":
        return 0
    grave = SEVERITIES[: SEVERITIES.index(threshold) + 1]
    return FINDINGS if any(finding.severity in grave for finding in findings) else 0


def _progress(files: Sequence[str]) -> Iterable[str]:
    """The files, with a progress bar on the error stream when there are several."""
    if len(files) == 1:
        return files
    return track(files, description="", console=Console(stderr=True), transient=True)


def _console() -> Console:
    return Console(highlight=False)


def _message(error: Exception) -> str:
    if isinstance(error, OSError) and not isinstance(error, DisclosureReportError):
        return f"{error.filename or ''}: {error.strerror or error}"
    return str(error)


def _fail(error: Exception) -> NoReturn:
    click.echo(_message(error), err=True)
    sys.exit(FAILED)
