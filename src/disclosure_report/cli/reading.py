"""The command `read`: one file in full, of many a line each; rows of all of them as CSV and JSON."""

from collections.abc import Mapping, Sequence
from itertools import chain

from disclosure_report.cli.gather import gather, is_folder, refuse
from disclosure_report.cli.lines import FileLine, line_of, show_files
from disclosure_report.cli.loading import (
    FAILED,
    Unread,
    attempt,
    complain,
    failing,
    load,
    progress,
    tell_written,
    terminal,
)
from disclosure_report.cli.options import Settings
from disclosure_report.cli.show import show_cells, show_loaded
from disclosure_report.cli.tidy import Tidy, tidy_files
from disclosure_report.cli.words import say
from disclosure_report.model.findings import Language


Targets = Mapping[str, str]  # "csv" or "json": the file to write


def read_files(names: Sequence[str], settings: Settings, targets: Targets) -> int:
    """Read what *names* name, write it, show it; gives the exit code.

    Raises:
        UsageError: a target would hold both, or is itself read.
    """
    refuse(targets, settings.lang, without=names)
    if len(names) == 1 and not is_folder(names[0]):
        return _read_one(names[0], settings, targets)
    return _read_many(names, settings, targets)


def _read_one(file: str, settings: Settings, targets: Targets) -> int:
    with failing(), tidy_files(targets, settings.lang) as tidy:
        loaded = load(file, settings)
        tidy.add(loaded)
    console = terminal()
    show_cells(console, loaded.reading, settings.lang)
    show_loaded(console, loaded, loaded.findings, settings.lang)
    _show_targets(targets, tidy, settings.lang)
    return loaded.verdict(loaded.findings, settings.threshold)


def _read_many(names: Sequence[str], settings: Settings, targets: Targets) -> int:
    """Only a line of each file is kept, so that thousands take little memory."""
    files, unread = gather(names, settings.lang, without=targets.values())
    lines: list[FileLine] = []
    codes: list[int] = []
    with failing(), tidy_files(targets, settings.lang) as tidy, progress(files) as each:
        for outcome in chain(unread, (attempt(file, settings) for file in each)):
            tidy.add(outcome)
            if isinstance(outcome, Unread):
                complain(f"{outcome.name}: {outcome.reason}")
                codes.append(FAILED)
            else:
                lines.append(line_of(outcome, outcome.findings))
                codes.append(outcome.verdict(outcome.findings, settings.threshold))
    show_files(terminal(fit=False), lines, len(files), settings.lang)
    _show_targets(targets, tidy, settings.lang)
    return max(codes)


def _show_targets(targets: Targets, tidy: Tidy, lang: Language) -> None:
    for target in targets.values():
        if tidy.reports:
            tell_written(target, lang)
        else:
            complain(say("no rows", lang, name=target))
