"""A file is read as the options say; what cannot be read has a reason."""

import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from attrs import evolve, frozen
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

from disclosure_report.cli.options import Settings
from disclosure_report.cli.words import say
from disclosure_report.collecting.reasons import reason_of
from disclosure_report.errors import DisclosureReportError, UnreadableError
from disclosure_report.front import read
from disclosure_report.layout.recognise.reading import Reading, Summary
from disclosure_report.model.findings import SEVERITIES, Finding, Language, Revision
from disclosure_report.relations.complete import complete


FINDINGS, FAILED = 1, 2
_ENDLESS = 100_000
_ERRORS = Console(stderr=True)  # one for all, for the sake of the progress bar
_BAR = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


@frozen
class Unread:
    """A file or folder that cannot be read, and why."""

    name: str
    reason: str


@frozen
class Loaded:
    """A file that was read, its blanks treated as asked; *summary* tells what was read before that."""

    name: str
    reading: Reading
    summary: Summary
    revision: Revision | None = None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What reading, and then filling in, had to say."""
        return (*self.reading.findings, *(self.revision.findings if self.revision else ()))

    @property
    def figures(self) -> dict[str, int]:
        """How many cells were read, filled in, left blank (together all cells), and are in doubt."""
        blank = self.reading.summary.blank
        return {
            "cells": self.summary.cells,
            "read": self.summary.read,
            "filled": self.summary.blank - blank,
            "blank": blank,
            "doubtful": self.summary.doubtful,
        }

    def verdict(self, findings: Iterable[Finding], threshold: str) -> int:
        """The exit code: what is no report fails, else the gravest of *findings* decides."""
        return verdict(findings, threshold) if self.reading.is_report else FAILED


def verdict(findings: Iterable[Finding], threshold: str) -> int:
    """The exit code: the gravest of *findings* decides."""
    grave = () if threshold == "never" else SEVERITIES[: SEVERITIES.index(threshold) + 1]
    return FINDINGS if any(finding.severity in grave for finding in findings) else 0


def load(file: str, settings: Settings) -> Loaded:
    """Read a file.

    Raises:
        DisclosureReportError: it cannot be read.
        OSError: it cannot be opened.
    """
    reading = read(
        file, settings.medium, agency=settings.agency, year=settings.year, encoding=settings.encoding
    )
    if settings.blanks == "keep" or not reading.is_report:
        return Loaded(file, reading, reading.summary)
    revision = complete(reading.report, zeros=settings.blanks == "zero")
    return Loaded(file, evolve(reading, report=revision.report), reading.summary, revision)


def attempt(file: str, settings: Settings) -> Loaded | Unread:
    """Whatever is wrong with one file never stops the others."""
    try:
        return load(file, settings)
    except Exception as error:  # noqa: BLE001  also what nobody foresaw; its line names the class of the error
        return Unread(file, reason_of(error))


@contextmanager
def progress(files: Sequence[str], *, shown: bool = False) -> Iterator[Iterable[str]]:
    """The files, with a progress bar on the error stream when there are several and somebody looks.

    Where something is *shown* of each file in the terminal, that tells how far things are.
    """
    seen = sys.stderr.isatty() and not (shown and sys.stdout.isatty())
    with Progress(*_BAR, console=_ERRORS, transient=True, disable=len(files) <= 1 or not seen) as bar:
        yield bar.track(files)


def complain(text: str) -> None:
    """One line on the error stream, above a progress bar where there is one."""
    _ERRORS.print(one_line(text), markup=False, emoji=False, highlight=False, soft_wrap=True)


def terminal(*, fit: bool = True) -> Console:
    """Where results are shown. Lines for other programs (not *fit*) are not cut where nobody looks."""
    looked_at = sys.stdout.isatty() or "COLUMNS" in os.environ
    return Console(highlight=False, emoji=False, width=None if fit or looked_at else _ENDLESS)


def tell_written(name: str, lang: Language) -> None:
    """That a file was written."""
    terminal().print(say("wrote", lang, name=one_line(name)), markup=False, soft_wrap=True)


def one_line(text: str) -> str:
    """Names of files may hold line ends, codes for terminals and what is no text; what is shown does not."""
    return _CONTROLS.sub(" ", text).encode(errors="replace").decode()


def message(error: Exception) -> str:
    """What to say of an error that ends a command: the name of its file, where it has one, and the reason."""
    name = error.name if isinstance(error, UnreadableError) else getattr(error, "filename", None)
    return f"{name}: {reason_of(error)}" if name else reason_of(error)


@contextmanager
def failing() -> Iterator[None]:
    """An error inside the block ends the command with its message."""
    try:
        yield
    except (DisclosureReportError, OSError) as error:
        complain(message(error))
        sys.exit(FAILED)
