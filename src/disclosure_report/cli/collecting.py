"""The command `collect`: the files of a folder by a roster, one list of findings, the reports, the total."""

import errno
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, get_args

import click

from disclosure_report.cli.gather import every_file, is_folder, is_ordinary, key_of
from disclosure_report.cli.loading import FAILED, complain, failing, progress, terminal, verdict
from disclosure_report.cli.office_lists import findings_book, parts_book, rows_csv
from disclosure_report.cli.office_table import show_offices
from disclosure_report.cli.outputs import Make, Output, write_outputs
from disclosure_report.cli.telling import is_wrong, tell_doubts, tell_outputs, tell_roster
from disclosure_report.cli.words import say
from disclosure_report.collecting import Collection, Roster, attempt, collect
from disclosure_report.collecting.attempt import File
from disclosure_report.front import to_bytes
from disclosure_report.model.findings import Language
from disclosure_report.model.report import Report


# The journal of a folder of results in each language, by which it is known.
RESULTS: dict[Language, str] = {lang: f".disclosure-report-results-{lang}" for lang in get_args(Language)}


def collect_files(  # noqa: PLR0913  one word for each option
    roster: str,
    folder: str,
    target: str,
    *,
    previous: str | None,
    threshold: str,
    lang: Language,
    **wanted: Any,
) -> int:
    """Collect what lies in *folder*, show it, write it into the folder *target*; gives the exit code.

    Raises:
        UsageError: the results would lie among the files that are read.
    """
    reports = Path(target, say("out reports", lang))
    if key_of(folder) == key_of(target) or _lies_in(folder, reports):
        raise click.UsageError(say("same folder", lang, name=folder))
    with failing():
        known = Roster.read(roster)
        files, unread = read_folder(folder, lang, without=[roster, target, *([previous] if previous else [])])
        last, unread_before = read_folder(previous, lang) if previous else ([], 0)
        found = collect(known, files, previous=last, **wanted)
    tell_roster(known, roster, lang)
    tell_doubts(found.before, lang)
    show_offices(terminal(fit=False), found, len(files), lang)
    spared = [say("out findings", lang)]  # somebody may have written in it
    removes = found.total is not None  # where nothing counts, a word or a folder may be wrong
    with failing():
        outputs = _outputs(found, lang)
        outcomes = write_outputs(Path(target), outputs, RESULTS[lang], removes=removes, spared=spared)
        well = tell_outputs(outcomes, target, lang)
    if is_wrong(known) or unread or unread_before or found.unread or not well:
        return FAILED
    return verdict((*known.findings, *found.findings), threshold)


def read_folder(folder: str, lang: Language, without: Sequence[str] = ()) -> tuple[list[File], int]:
    """What was read of each file in a folder, by its name there, and how many folders cannot be read.

    The files and folders of *without* are not read, and no results of an earlier run, which is told.

    Raises:
        OSError: it is no folder.
    """
    if not is_folder(folder):
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), folder)
    apart = set(map(key_of, without))
    names, unread = every_file(
        folder,
        lang,
        lambda path: is_ordinary(path) and key_of(path) not in apart,
        lambda place: key_of(place) in apart or _is_result(place, lang),
    )
    for each in unread:
        complain(f"{each.name}: {each.reason}")
    with progress(names) as each_name:
        return [(_within(folder, name), attempt(name)[1]) for name in each_name], len(unread)


def _is_result(place: str, lang: Language) -> bool:
    is_so = any(Path(place, name).exists() for name in RESULTS.values())
    if is_so:
        complain(say("left out", lang, name=place))
    return is_so


def _lies_in(folder: str, other: Path) -> bool:
    """Whether a folder is another, or lies in it."""
    return (key_of(folder) + os.sep).startswith(key_of(other) + os.sep)


def _within(folder: str, name: str) -> str:
    return Path(name).relative_to(folder).as_posix()


def _outputs(found: Collection, lang: Language) -> Iterator[Output]:
    """What is written; each is made when its turn comes, so that no more than one is held."""
    yield Output(say("out findings", lang), lambda there: findings_book(found, there, lang), merges=True)
    yield Output(say("out rows", lang), lambda _: rows_csv(found))
    total = found.total
    if total is not None:
        name = say("out total", lang)
        yield Output(f"{name}.docx", _making(total.report))
        yield Output(f"{name}.xlsx", _making(total.report, "xlsx"))
        yield Output(say("out parts", lang), lambda _: parts_book(total, lang))
    yield from _reports(found, say("out reports", lang))


def _reports(found: Collection, folder: str) -> Iterable[Output]:
    for office in found.offices:
        if office.reading is not None:
            yield Output(f"{folder}/{office.office.file}.docx", _making(office.reading.report))


def _making(report: Report, medium: str = "docx") -> Make:
    return lambda _: to_bytes(report, medium)
