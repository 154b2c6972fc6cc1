"""The command `read`: one file in full, of many a line each; rows of all of them as CSV and JSON."""

from collections.abc import Mapping, Sequence
from itertools import chain

import click

from disclosure_report.cli.gather import gather, is_folder, key_of
from disclosure_report.cli.lines import FileLine, line_of, show_files
from disclosure_report.cli.loading import (
    FAILED,
    Loaded,
    Unread,
    complain,
    failing,
    load,
    progress,
    reason,
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
    _refuse(names, settings, targets)
    if len(names) == 1 and not is_folder(names[0]):
        return _read_one(names[0], settings, targets)
    return _read_many(names, settings, targets)


def _refuse(names: Sequence[str], settings: Settings, targets: Targets) -> None:
    """No file is overwritten that was named to be read."""
    taken = {key_of(name) for name in names}
    for target in targets.values():
        if target == "-":
            raise click.UsageError(say("no stream", settings.lang))
        if key_of(target) in taken:
            raise click.UsageError(say("taken", settings.lang, name=target))
        taken.add(key_of(target))


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
        for outcome in chain(unread, (_attempt(file, settings) for file in each)):
            tidy.add(outcome)
            if isinstance(outcome, Unread):
                complain(f"{outcome.name}: {outcome.reason}")
                codes.append(FAILED)
            else:
                lines.append(line_of(outcome))
                codes.append(outcome.verdict(outcome.findings, settings.threshold))
    show_files(terminal(fit=False), lines, len(files), settings.lang)
    _show_targets(targets, tidy, settings.lang)
    return max(codes)


def _attempt(file: str, settings: Settings) -> Loaded | Unread:
    """Whatever is wrong with one file never stops the others."""
    try:
        return load(file, settings)
    except Exception as error:  # noqa: BLE001  also what nobody foresaw; its line names the class of the error
        return Unread(file, reason(error))


def _show_targets(targets: Targets, tidy: Tidy, lang: Language) -> None:
    for target in targets.values():
        if tidy.reports:
            terminal().print(say("wrote", lang, name=target), markup=False, soft_wrap=True)
        else:
            complain(say("no rows", lang, name=target))
