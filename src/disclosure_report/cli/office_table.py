"""How a collection looks in a terminal: a line for each office, then what it comes to."""

from collections import Counter

from rich.console import Console
from rich.table import Table

from disclosure_report.cli.lines import Name
from disclosure_report.cli.loading import complain
from disclosure_report.cli.office_lists import FIGURES, figures_of, files_of, state_of
from disclosure_report.cli.words import say
from disclosure_report.collecting import Collection
from disclosure_report.model.findings import SEVERITIES, Language


def show_offices(console: Console, found: Collection, files: int, lang: Language) -> None:
    """A line for each office, what is to be said of files of no office, how much the total has."""
    table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0))
    for column in ("agency", "state", "files"):
        table.add_column(say(f"column {column}", lang))
    for column in (*FIGURES, *SEVERITIES):
        table.add_column(say(f"column {column}", lang), justify="right", no_wrap=True)
    for office in found.offices:
        figures = figures_of(office)
        numbers = (str(figures.get(name, "")) for name in (*FIGURES, *SEVERITIES))
        names = (Name(office.office.agency), say(state_of(office), lang), Name(files_of(office)))
        table.add_row(*names, *numbers)
    console.print(table)
    for filed in found.others:
        complain(f"{filed.file}: {filed.finding.text(lang)}")
    _show_sums(console, found, files, lang)


def _show_sums(console: Console, found: Collection, files: int, lang: Language) -> None:
    states = Counter(state_of(office) for office in found.offices)
    numbers = {
        "counted": states["counted"],
        "rejected": states["not counted"],
        "missing": states["not sent"],
    }
    year = say("of year", lang, year=found.year) if found.year else say("no year", lang)
    console.print(say("received", lang, year=year, offices=len(found.offices), files=files, **numbers))
    if found.total is not None:
        values = [*found.total.report.cells().values()]
        blank = sum(value is None for value in values)
        console.print(say("total cells", lang, known=len(values) - blank, blank=blank))
