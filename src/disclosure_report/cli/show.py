"""How a reading, a report and findings look in a terminal. Colour is never the only mark."""

from collections import Counter
from collections.abc import Container, Iterable
from textwrap import indent

from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from disclosure_report.checks.pages import Page
from disclosure_report.cli.loading import Loaded
from disclosure_report.cli.words import say
from disclosure_report.layout.recognise.reading import Reading, Summary
from disclosure_report.model.findings import SEVERITIES, Finding, Language, Revision
from disclosure_report.model.forms import Form
from disclosure_report.model.report import Report
from disclosure_report.relations.evaluate import evaluate


_COLOURS = {"error": "red", "warning": "yellow", "hint": "cyan"}


def show_findings(console: Console, findings: Iterable[Finding], lang: Language) -> None:
    """A table of findings and their counts."""
    found = list(findings)
    if not found:
        console.print(say("no findings", lang))
        return
    table = Table(box=None, pad_edge=False)
    for column in ("severity", "code", "place"):
        table.add_column(say(column, lang), no_wrap=True)
    table.add_column(say("finding", lang), overflow="fold")
    for finding in found:
        severity = f"[{_COLOURS[finding.severity]}]{say(finding.severity, lang)}[/]"
        place = escape(finding.place.text(lang)) if finding.place else ""
        table.add_row(severity, finding.code, place, escape(finding.text(lang)))
    console.print(table)
    counts = Counter(finding.severity for finding in found)
    console.print(say("counts", lang, **{severity: counts[severity] for severity in SEVERITIES}))


def show_cells(console: Console, reading: Reading, lang: Language) -> None:
    """Every cell with its value and source."""
    table = Table(box=None, pad_edge=False)
    table.add_column(say("labels", lang), overflow="fold")
    table.add_column(say("value", lang), justify="right", no_wrap=True)
    table.add_column(say("place", lang), no_wrap=True)
    table.add_column(say("source", lang), overflow="fold")
    for compiled, instance in reading.report.tables():
        for said, value in zip(compiled.fields, compiled.values(instance), strict=True):
            source = reading.sources[said.path]
            why = say(source.absent, lang) if source.absent else ""
            text = source.text if source.text is not None else ""
            place = source.place.text(lang) if source.place else ""
            shown = "" if value is None else str(value)
            table.add_row(
                escape(" / ".join(said.labels)),
                shown,
                escape(place),
                escape(" ".join(filter(None, (text, why)))),
            )
    console.print(table)


def show_loaded(console: Console, loaded: Loaded, findings: Iterable[Finding], lang: Language) -> None:
    """What was read, what was filled in, and *findings*."""
    show_summary(console, loaded.summary, lang)
    if loaded.revision:
        show_revision(console, loaded.revision, lang)
    show_findings(console, findings, lang)


def show_summary(console: Console, summary: Summary, lang: Language) -> None:
    """Cells read, blank, doubtful."""
    figures = {name: getattr(summary, name) for name in ("cells", "read", "blank", "doubtful")}
    console.print(say("cells", lang, **figures))


def show_revision(console: Console, revision: Revision, lang: Language) -> None:
    """How many blanks were filled, and why."""
    codes = Counter(change.rule.code for change in revision.changes)
    declared = codes.pop("C103", 0)
    blank = sum(value is None for value in revision.report.cells().values())
    proved = sum(codes.values())
    console.print(say("proved", lang, proved=proved, declared=declared, blank=blank))


def show_relations(console: Console, report: Report, lang: Language) -> None:
    """How many relations hold."""
    statuses = Counter(evaluation.status for evaluation in evaluate(report))
    counts = {status: statuses[status] for status in ("satisfied", "violated", "undetermined")}
    console.print(say("relations", lang, total=sum(statuses.values()), **counts))


def show_pages(console: Console, pages: Iterable[Page], lang: Language, *, in_full: Container[str]) -> None:
    """Manual pages: a line each, those of *in_full* whole."""
    for page in pages:
        rule, title = page.rule, escape(page.titles[lang])
        severity = f"[{_COLOURS[rule.severity]}]{say(rule.severity, lang)}[/]"
        some = [] if len(rule.forms) == len(Form) else [str(form.value) for form in rule.forms]
        forms = f"  {say('forms', lang, forms='、'.join(some))}" if some else ""
        console.print(f"{rule.code}  {severity}  {title}{forms}")
        if rule.code in in_full:
            for heading, text in page.lines(lang):
                console.print(f"\n[bold]{escape(heading)}[/]\n")
                # Not wrapped, so that an example can be copied.
                console.print(Text(indent(text, "  ")), soft_wrap=True)
            console.print()
