"""Which files a command line names: a file as it is, a folder as all files in it that can be read."""

import os
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import click

from disclosure_report.cli.loading import Unread
from disclosure_report.cli.words import say
from disclosure_report.collecting.reasons import reason_of
from disclosure_report.media.registry import MEDIA
from disclosure_report.model.findings import Language


SUFFIXES = tuple(suffix for medium in MEDIA if medium.reads for suffix in medium.suffixes)
LEFT_OUT = (".", "~$")  # hidden files, and those that Office keeps beside a document that is open
_OF_SYSTEM = ("thumbs.db", "desktop.ini")  # that Windows keeps in folders


def is_folder(name: str) -> bool:
    """Whether a name is that of a folder; one that no path can have, or that may not be seen, is not."""
    return os.path.isdir(name)  # noqa: PTH112  unlike Path.is_dir, "" is no folder and nothing is raised


def key_of(name: str | Path) -> str:
    """The same for every name of one file."""
    with suppress(ValueError):
        return os.path.normcase(os.path.realpath(name))
    return str(name)


def refuse(targets: Mapping[Any, str], lang: Language, *, without: Iterable[str]) -> None:
    """No file is overwritten that was named to be read, and none is written twice.

    Raises:
        UsageError: a target is one of *without*, stands twice, or is no file.
    """
    taken = {key_of(name) for name in without}
    for target in targets.values():
        if target == "-":
            raise click.UsageError(say("no stream", lang))
        if key_of(target) in taken:
            raise click.UsageError(say("taken", lang, name=target))
        taken.add(key_of(target))


def gather(
    names: Iterable[str], lang: Language, *, without: Iterable[str] = ()
) -> tuple[tuple[str, ...], tuple[Unread, ...]]:
    """The files that *names* name, each once, and what is wrong with folders; none is one of *without*."""
    left_out = {key_of(name) for name in without}
    files: dict[str, str] = {}
    unread: list[Unread] = []
    for name in names:
        found, problems = _in_folder(name, lang, left_out) if is_folder(name) else ([name], [])
        unread += problems
        for file in found:
            files.setdefault(key_of(file), file)
    return tuple(files.values()), tuple(unread)


def _in_folder(folder: str, lang: Language, left_out: set[str]) -> tuple[list[str], list[Unread]]:
    return every_file(folder, lang, lambda path: _readable(path) and key_of(path) not in left_out)


def every_file(
    folder: str,
    lang: Language,
    is_wanted: Callable[[Path], bool],
    is_apart: Callable[[str], bool] = lambda _: False,
) -> tuple[list[str], list[Unread]]:
    """The files in a folder that are wanted, and what is wrong with folders in it.

    Folders of which *is_apart* is true are left out.
    """
    errors: list[OSError] = []
    found = sorted(filter(is_wanted, _walk(folder, errors, is_apart)))
    unread = [Unread(str(error.filename), reason_of(error)) for error in errors]
    if not found and not unread:
        unread.append(Unread(folder, say("nothing in folder", lang, suffixes=" ".join(SUFFIXES))))
    return [str(path) for path in found], unread


def _walk(folder: str, errors: list[OSError], is_apart: Callable[[str], bool]) -> Iterator[Path]:
    """Links to folders are followed, so each folder is entered once: links may lead in a circle."""
    entered: set[str] = set()
    for place, folders, names in os.walk(folder, onerror=errors.append, followlinks=True):
        if key_of(place) in entered or (place != folder and is_apart(place)):
            folders.clear()
            continue
        entered.add(key_of(place))
        folders[:] = sorted(_shown(folders))
        yield from (Path(place, name) for name in _shown(names))


def _shown(names: Sequence[str]) -> list[str]:
    return [name for name in names if not name.startswith(LEFT_OUT) and name.lower() not in _OF_SYSTEM]


def is_ordinary(path: Path) -> bool:
    """No pipe or device. A broken link says so when it is read."""
    with suppress(OSError):
        return stat.S_ISREG(path.stat().st_mode)
    return True


def _readable(path: Path) -> bool:
    """An ordinary file of a kind that is read."""
    return path.suffix.lower() in SUFFIXES and is_ordinary(path)
