"""How many files look in a terminal: a line each, and what they come to."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from attrs import frozen
from rich.cells import cell_len, set_cell_size
from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.table import Table
from rich.text import Text

from disclosure_report.cli.loading import Loaded, one_line
from disclosure_report.cli.words import say
from disclosure_report.model.findings import SEVERITIES, Finding, Language


FIGURES = ("read", "filled", "blank", "doubtful")
_LEAST = 12  # columns that a name keeps where there is little room


@frozen
class FileLine:
    """What a line tells of a file; little, because there may be thousands."""

    name: str
    is_report: bool
    agency: str | None
    year: int | None
    figures: Mapping[str, int]


def line_of(loaded: Loaded, findings: Iterable[Finding]) -> FileLine:
    """The line of a file that was read; the figures of what is no report mean nothing."""
    report, is_report = loaded.reading.report, loaded.reading.is_report
    counts = Counter[str](finding.severity for finding in findings)
    figures = loaded.figures if is_report else {}
    figures |= {each: counts[each] for each in SEVERITIES}
    return FileLine(loaded.name, is_report, report.agency, report.year, figures)


def show_files(console: Console, lines: Sequence[FileLine], files: int, lang: Language) -> None:
    """A line for each file that was read, then how many of all files there were of each sort."""
    if lines:
        console.print(_table(lines, lang))
    reports = sum(line.is_report for line in lines)
    counts = {"reports": reports, "others": len(lines) - reports, "unread": files - len(lines)}
    if files:
        console.print(say("files", lang, files=files, **counts))


def _table(lines: Sequence[FileLine], lang: Language) -> Table:
    filled = any(line.figures.get("filled") for line in lines)
    figures = [name for name in (*FIGURES, *SEVERITIES) if filled or name != "filled"]
    table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0))
    for column in ("file", "agency"):
        table.add_column(say(f"column {column}", lang))
    for column in ("year", *figures):
        table.add_column(say(f"column {column}", lang), justify="right", no_wrap=True)
    for line in lines:
        agency = (line.agency or "") if line.is_report else say("is no report", lang)
        numbers = (line.year, *map(line.figures.get, figures))
        table.add_row(Name(line.name), Name(agency), *("" if it is None else str(it) for it in numbers))
    return table


@frozen
class Name:
    """A name that loses its middle where there is no room: what tells files apart stands at the ends."""

    name: str

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        width = cell_len(one_line(self.name))
        return Measurement(min(width, _LEAST), width)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield Text(_shortened(one_line(self.name), options.max_width), no_wrap=True)


def _shortened(text: str, width: int) -> str:
    if cell_len(text) <= width:
        return text
    end = (width - 1) // 2
    begins, ends = set_cell_size(text, width - 1 - end), set_cell_size(text[::-1], end)[::-1]
    return f"{begins.rstrip()}…{ends.lstrip()}"
