"""Tidy rows of many files, as CSV and JSON.

Every row is written as soon as its file is read, to files beside the targets, whose names they take at the
end. So thousands of files need little more memory than one, and a target that cannot be written is told at
once. In JSON the rows come before the files for the same reason.
"""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from decimal import Decimal
from typing import Any, BinaryIO, Protocol

from disclosure_report.cli.entries import Entry, entry_of, plain
from disclosure_report.cli.loading import Loaded, Unread
from disclosure_report.front import Row, rows
from disclosure_report.layout.recognise.reading import Reading
from disclosure_report.media.files import staged
from disclosure_report.model.findings import Finding, Language


COLUMNS = ("file", *Row._fields, "absent", "findings")
# A program for sheets takes a text that begins so for a formula; the wide ones come from Chinese keyboards.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
NOT_IN_UTF8 = "backslashreplace"  # for names of files that are no text; in JSON this reads back

TidyRow = tuple[Any, ...]


def tidy_rows(
    reading: Reading, findings: Iterable[Finding], file_of: Callable[[str], str | None]
) -> Iterator[TidyRow]:
    """One row a cell. *absent* tells what the source lacked, also where the blank was then filled in.

    *file_of* gives the file in which a cell stood.
    """
    codes = _codes(findings)
    for row in rows(reading):
        absent = reading.sources[row.path].absent
        yield (file_of(row.path), *row, absent, " ".join(codes.get(row.path, ())))


def _codes(findings: Iterable[Finding]) -> Mapping[str, dict[str, None]]:
    """The codes of the findings that name a cell, each once, in their order."""
    found: dict[str, dict[str, None]] = {}
    for finding in findings:
        for path in finding.paths:
            found.setdefault(path, {})[finding.code] = None
    return found


class _Sink(Protocol):
    def __init__(self, file: BinaryIO) -> None: ...
    def take(self, entry: Entry, found: Sequence[TidyRow], /) -> None: ...
    def end(self) -> None: ...


class Csv:
    """Rows alone, in UTF-8 with a mark at its beginning, by which Excel knows it."""

    def __init__(self, file: BinaryIO) -> None:
        """Begin with the heads."""
        self._text = io.TextIOWrapper(file, encoding="utf-8-sig", errors=NOT_IN_UTF8, newline="")
        self._writer = csv.writer(self._text)
        self._writer.writerow(COLUMNS)

    def take(self, _: Entry, found: Iterable[TidyRow], /) -> None:
        """Add rows."""
        self._writer.writerows(map(_cell, row) for row in found)

    def end(self) -> None:
        """All rows have been taken."""
        self._text.detach()


def _cell(value: Any) -> Any:
    """Numbers as they are; a text that Excel would take for a formula gets an apostrophe before it."""
    if isinstance(value, str) and value.startswith(FORMULA_STARTS):
        return f"'{value}"
    return plain(value) if isinstance(value, Decimal) else value


class _Json:
    """An object: first the rows, one a line, then the files; these are kept as text until then."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._entries: list[bytes] = []
        self._before = b'{"rows": [\n'

    def take(self, entry: Entry, found: Sequence[TidyRow], /) -> None:
        self._entries.append(_json(entry))
        for row in found:
            self._file.write(self._before + _json(dict(zip(COLUMNS, row, strict=True))))
            self._before = b",\n"

    def end(self) -> None:
        self._file.write(b'\n],\n"files": [\n' + b",\n".join(self._entries) + b"\n]}\n")


_ENCODER = json.JSONEncoder(ensure_ascii=False, default=plain)


def _json(given: Entry) -> bytes:
    return _ENCODER.encode(given).encode(errors=NOT_IN_UTF8)


_SINKS: Mapping[str, type[_Sink]] = {"csv": Csv, "json": _Json}


class Tidy:
    """Takes files one after another; what is no report has no rows."""

    def __init__(self, sinks: Sequence[_Sink], lang: Language) -> None:
        self._sinks = sinks
        self._lang: Language = lang
        self.reports = 0

    def add(self, outcome: Loaded | Unread) -> None:
        """A file that was read, or could not be."""
        is_report = isinstance(outcome, Loaded) and outcome.reading.is_report
        self.reports += is_report
        if not self._sinks:
            return
        findings = outcome.findings if isinstance(outcome, Loaded) else ()
        entry = entry_of(outcome, findings, self._lang)
        found: tuple[TidyRow, ...] = ()
        if isinstance(outcome, Loaded) and is_report:
            found = tuple(tidy_rows(outcome.reading, findings, lambda _: outcome.name))
        for sink in self._sinks:
            sink.take(entry, found)

    def end(self) -> None:
        """All files have been taken; where none was a report, nothing is written."""
        for sink in self._sinks:
            sink.end()
        if not self.reports:
            raise _NothingReadError


class _NothingReadError(Exception):
    pass


@contextmanager
def tidy_files(targets: Mapping[str, str], lang: Language) -> Iterator[Tidy]:
    """Write files, ``{"csv": path, "json": path}`` or fewer, whole or not at all.

    Raises:
        OSError: one cannot be written.
    """
    with suppress(_NothingReadError), staged(tuple(targets.values())) as files:
        tidy = Tidy([_SINKS[name](file) for name, file in zip(targets, files, strict=True)], lang)
        yield tidy
        tidy.end()
