"""The demonstration: a bundled page is read, its blanks are proved, zeros are declared, files are written."""

from importlib.resources import files
from pathlib import Path

from rich.console import Console

from disclosure_report.cli.show import show_findings, show_relations, show_revision, show_summary
from disclosure_report.cli.words import say
from disclosure_report.front import check, read, write
from disclosure_report.model.findings import Language
from disclosure_report.relations.complete import complete


PAGE = "demo.txt"
TARGETS = ("report.docx", "report.xlsx", "report.json")


def run_demo(console: Console, lang: Language, folder: Path) -> None:
    """Show the three steps, and write the report into *folder*."""
    console.rule(say("step read", lang), align="left")
    page = files("disclosure_report.cli").joinpath(PAGE)
    console.print(say("read", lang, name=PAGE))
    reading = read(page.read_bytes(), "text")
    show_summary(console, reading.summary, lang)
    show_findings(console, (*reading.findings, *check(reading)), lang)
    show_relations(console, reading.report, lang)

    console.rule(say("step prove", lang), align="left")
    proved = complete(reading.report)
    show_revision(console, proved, lang)
    show_relations(console, proved.report, lang)

    console.rule(say("step zero", lang), align="left")
    declared = complete(reading.report, zeros=True)
    show_revision(console, declared, lang)
    show_relations(console, declared.report, lang)
    show_findings(console, check(declared.report), lang)

    folder.mkdir(exist_ok=True)
    for name in TARGETS:
        write(declared.report, folder / name)
        console.print(say("wrote", lang, name=folder / name), soft_wrap=True)
