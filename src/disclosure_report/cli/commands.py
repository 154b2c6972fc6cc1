"""The commands. Exit codes: 0 nothing at or above the threshold, 1 findings, 2 unreadable or wrong usage."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from disclosure_report.checks.catalogue import CATALOGUE
from disclosure_report.checks.pages import page_of
from disclosure_report.checks.subject import KINDS
from disclosure_report.cli.blanks import forms_wanted, write_form, write_forms
from disclosure_report.cli.checking import Wanted, all_findings, check_files, codes_of, refuse_inputs
from disclosure_report.cli.collecting import collect_files
from disclosure_report.cli.comparing import compare_files
from disclosure_report.cli.demo import run_demo
from disclosure_report.cli.gather import is_folder, refuse
from disclosure_report.cli.loading import FAILED, complain, failing, load, tell_written, terminal
from disclosure_report.cli.options import BLANKS_HELP, Settings, language, reads, threshold
from disclosure_report.cli.reading import read_files
from disclosure_report.cli.show import show_findings, show_loaded, show_pages
from disclosure_report.cli.words import say
from disclosure_report.collecting.collect import BLANKS
from disclosure_report.front import to_bytes
from disclosure_report.media.files import put_all
from disclosure_report.media.registry import medium_to_write
from disclosure_report.model.findings import Language
from disclosure_report.model.forms import Form


# What `check` writes: the option that names each file.
_TARGETS = {"json": "json", "xlsx": "xlsx", "baseline": "write_baseline", "marked": "marked"}
FORMS = [str(form.value) for form in Form]


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="disclosure-report")
def commands() -> None:
    """Read, check and write the annual report on open government information (政府信息公开工作年度报告)."""


@commands.command()
@language
def demo(lang: Language) -> None:
    """Read the bundled page, prove its blanks, declare zeros, write Word, Excel and JSON."""
    with failing():
        run_demo(terminal(), lang, Path("disclosure-report-demo"))


@commands.command()
@click.argument("names", metavar="FILE|FOLDER...", nargs=-1, required=True)
@click.option("--csv", metavar="OUT", help="Write a row for each cell of all files, for Excel.")
@click.option("--json", metavar="OUT", help="Write the same rows, and what is to be said of each file.")
@reads
def read(names: Sequence[str], csv: str | None, json: str | None, **options: Any) -> None:
    """Show FILE in full; of many files, or a FOLDER, a line each.

    In full: every cell with its source, and all findings. In a folder all files are read whose suffix tells
    that they can be, also in the folders in it; hidden ones are left out.
    """
    given = {"csv": csv, "json": json}
    targets = {name: target for name, target in given.items() if target is not None}
    sys.exit(read_files(names, Settings(**options), targets))


@commands.command()
@click.argument("files", metavar="FILE|FOLDER...", nargs=-1, required=True)
@click.option("--select", metavar="CODE", multiple=True, help="Only these codes, or those that begin so.")
@click.option("--ignore", metavar="CODE", multiple=True, help="Without these codes, or those that begin so.")
@click.option("--baseline", metavar="FILE", help="Findings that may stand, each with its reason (TOML).")
@click.option("--write-baseline", metavar="OUT", help="Write a baseline; the reasons are yours to fill in.")
@click.option("--previous", metavar="FILE", help="Last year's report, to compare with.")
@click.option("--kind", type=click.Choice(KINDS), help="The kind of the organ; it has a deadline.")
@click.option("--json", metavar="OUT", help="Write the findings for a program.")
@click.option("--xlsx", metavar="OUT", help="Write the findings as a list to work through.")
@click.option("--marked", metavar="OUT", help="Write a copy of the one FILE (docx, xlsx) with comments.")
@reads
def check(files: Sequence[str], **options: Any) -> None:
    """Say what an editor would send back in each FILE or FOLDER.

    In a folder all files are looked at that can be read. Exit codes: 0 nothing at or above the threshold,
    1 findings, 2 a file that cannot be read.
    """
    wanted = {name: options.pop(name) for name in ("select", "ignore", "baseline", "previous", "kind")}
    given = {name: options.pop(option) for name, option in _TARGETS.items()}
    targets = {name: target for name, target in given.items() if target is not None}
    settings = Settings(**options)
    for option, value in (("--previous", wanted["previous"]), ("--marked", given["marked"])):
        if value is not None and (len(files) > 1 or is_folder(files[0])):
            raise click.UsageError(say("one file", settings.lang, option=option))
    refuse_inputs(targets, wanted, settings.lang)
    with failing():
        asked = Wanted.of(**wanted)
        code = check_files(files, settings, asked, targets)
    sys.exit(code)


@commands.command()
@click.argument("codes", metavar="[CODE...]", nargs=-1)
@language
def explain(codes: Sequence[str], lang: Language) -> None:
    """Say what the CODE of a finding means and what to do; the beginning of codes lists them."""
    found = [code for code in CATALOGUE if not codes or code.startswith(tuple(map(str.upper, codes)))]
    strange = [given for given in codes if not any(code.startswith(given.upper()) for code in found)]
    if strange:
        complain(say("no such code", lang, codes=", ".join(strange)))
        sys.exit(FAILED)
    show_pages(terminal(), [page_of(code) for code in found], lang, in_full={*map(str.upper, codes)})


@commands.command()
@click.argument("source", metavar="IN")
@click.argument("targets", metavar="OUT...", nargs=-1, required=True)
@reads
def convert(source: str, targets: Sequence[str], **options: Any) -> None:
    """Read IN and write each OUT; its suffix says what it is. Nothing is written unless all can be made."""
    settings = Settings(**options)
    refuse(dict(enumerate(targets)), settings.lang, without=[source])
    with failing():
        media = [medium_to_write(target, None).name for target in targets]
        loaded = load(source, settings)
    console = terminal()
    if not loaded.reading.is_report:
        show_findings(console, loaded.reading.findings, settings.lang)
        complain(say("no report", settings.lang, name=source))
        sys.exit(FAILED)
    findings = all_findings(loaded)
    show_loaded(console, loaded, findings, settings.lang)
    with failing():
        made = [to_bytes(loaded.reading.report, medium) for medium in media]
        put_all(list(zip(made, targets, strict=True)))
        for target in targets:
            tell_written(target, settings.lang)
    sys.exit(loaded.verdict(findings, settings.threshold))


@commands.command()
@click.argument("names", metavar="OUT | ROSTER FOLDER", nargs=-1, required=True)
@click.option("--agency", help="The administrative organ; it may be filled in later.")
@click.option("--year", type=int, help="The year of the report; by default the year after --previous.")
@click.option("--form", type=click.Choice(FORMS), help="The form; by default that of the year.")
@click.option("--previous", metavar="FILE", help="Last year's report; with a roster, the folder of them.")
@language
def blank(
    names: tuple[str, ...], previous: str | None, year: int | None, lang: Language, **given: Any
) -> None:
    """Write OUT, an Excel form to fill in that checks itself; or one for each line of ROSTER, into FOLDER.

    What last year's report carries over is filled in. ROSTER is a CSV file with the columns agency,
    agency_id, kind, file, parent, of which the first must be there.
    """
    agency, form = given["agency"], Form(int(given["form"])) if given["form"] else None
    refuse({"blank": names[-1]}, lang, without=[*names[:-1], *filter(None, [previous])])
    if not forms_wanted(names, lang):
        sys.exit(write_form(names[0], previous, lang, agency=agency, year=year, form=form))
    if agency is not None:
        raise click.UsageError(say("with roster", lang, option="--agency"))
    if year is None:
        raise click.UsageError(say("year of roster", lang))
    sys.exit(write_forms(names[0], names[1], previous, lang, year=year, form=form))


@commands.command(name="collect")
@click.argument("roster", metavar="ROSTER")
@click.argument("folder", metavar="FOLDER")
@click.option("--output", "-o", "target", metavar="OUT", required=True, help="The folder of the results.")
@click.option("--year", type=int, help="The year of the reports; by default that of most.")
@click.option("--previous", metavar="FOLDER", help="Last year's reports, to compare with.")
@click.option("--agency", help="The organ of the total; by default the one at the top of the roster.")
@click.option("--blanks", type=click.Choice(BLANKS), default="keep", show_default=True, help=BLANKS_HELP)
@click.option("--select", metavar="CODE", multiple=True, help="Only these codes, or those that begin so.")
@click.option("--ignore", metavar="CODE", multiple=True, help="Without these codes, or those that begin so.")
@click.option("--baseline", metavar="FILE", help="Findings that may stand, each with its reason (TOML).")
@threshold
@language
def collect_command(roster: str, folder: str, target: str, **options: Any) -> None:
    """Read what the offices of ROSTER sent, all files in FOLDER; write lists, reports and the total into OUT.

    Running it again writes what has changed and leaves alone what was changed by hand. Exit codes: 0 nothing
    at or above the threshold, 1 findings, 2 something cannot be read or written.
    """
    for name in ("select", "ignore"):
        options[name] = codes_of(options[name])
    sys.exit(collect_files(roster, folder, target, **options))


@commands.command()
@click.argument("this", metavar="THIS")
@click.argument("last", metavar="LAST")
@click.option("--output", "-o", "target", metavar="OUT", required=True, help="The Word document (docx).")
@click.option("--chart", is_flag=True, help="With a chart of the applications; takes the extra [charts].")
@threshold
@language
def compare(this: str, last: str, target: str, **options: Any) -> None:
    """Write OUT, a Word document that sets THIS year's report beside LAST year's.

    Exit codes: 0 nothing between the years at or above the threshold, 1 findings, 2 nothing was written. The
    document is in Chinese.
    """
    sys.exit(compare_files(this, last, target, **options))
