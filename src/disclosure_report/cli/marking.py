"""The option `--marked` of `check`: a copy of the file that was read, with its findings as comments."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

import click

from disclosure_report.cli.gather import is_folder, key_of
from disclosure_report.cli.loading import Loaded, tell_written
from disclosure_report.cli.words import say
from disclosure_report.front import mark
from disclosure_report.model.findings import Finding, Language


F = TypeVar("F", bound=Callable[..., Any])


def marks(command: F) -> F:
    """Give a command the option."""
    option = click.option(
        "--marked", metavar="OUT", help="Write a copy of the one FILE (docx, xlsx) with findings as comments."
    )
    return option(command)


def refuse_marked(files: Sequence[str], marked: str | None, lang: Language) -> None:
    """Refuse what cannot be meant.

    Raises:
        UsageError: there is more than one file, or the copy would be the file itself, or a stream.
    """
    if marked is None:
        return
    if len(files) != 1 or is_folder(files[0]):
        raise click.UsageError(say("one to mark", lang))
    if marked == "-":
        raise click.UsageError(say("no stream", lang))
    if key_of(marked) == key_of(files[0]):
        raise click.UsageError(say("taken", lang, name=marked))


def write_marked(loaded: Loaded, findings: Iterable[Finding], marked: str | None, lang: Language) -> None:
    """Write the copy where one is asked for, and say so.

    Raises:
        DisclosureReportError: the file holds no comments, or *marked* is none of its kind.
        OSError: it cannot be written.
    """
    if marked is not None:
        mark(loaded.reading, findings, marked, lang=lang)
        tell_written(marked, lang)
