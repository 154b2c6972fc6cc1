"""Bytes in and out: bounded reading, and writing that leaves no half file."""

import errno
import os
import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, TypeAlias

from attrs import frozen

from disclosure_report.errors import (
    DamagedFileError,
    DisclosureReportError,
    FileTooLargeError,
    InvalidValueError,
)


Source: TypeAlias = str | os.PathLike[str] | bytes | BinaryIO
Target: TypeAlias = str | os.PathLike[str] | BinaryIO

MAX_BYTES = 64 * 1024 * 1024


def name_of(source: Source | Target) -> str:
    """The name that messages use: the path, or what the binary file calls itself."""
    if isinstance(source, bytes | bytearray | memoryview):
        return "<bytes>"
    if isinstance(source, str | os.PathLike):
        return os.fsdecode(source)
    name = getattr(source, "name", None)
    return name if isinstance(name, str) else "<file>"


def take(source: Source) -> bytes:
    """All bytes of a path, bytes or a binary file.

    Raises:
        FileTooLargeError: over 64 MiB.
        DamagedFileError: empty.
        InvalidValueError: none of these.
        OSError: the path cannot be opened.
    """
    name = name_of(source)
    data: object = None
    if isinstance(source, bytes | bytearray | memoryview):
        data = bytes(source[: MAX_BYTES + 1])
    elif isinstance(source, str | os.PathLike):
        with _possible("source"), Path(name).open("rb") as file:
            data = _read(file)
    elif hasattr(source, "read"):
        with _possible("source"):
            data = _read(source)
    if not isinstance(data, bytes):
        raise InvalidValueError("source", f"takes a path, bytes or binary file, not {type(source).__name__}")
    if len(data) > MAX_BYTES:
        raise FileTooLargeError(name, f"is larger than {MAX_BYTES // 2**20} MiB, the most that is read")
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise DamagedFileError(name, "is empty")
    return data


def path_of(source: Source | Target) -> str | None:
    """The whole path of an ordinary file, which can be read again; None for all else, also for a pipe."""
    if isinstance(source, str | os.PathLike) and os.path.isfile(source):  # noqa: PTH113  raises for no name
        return str(Path(os.fsdecode(source)).resolve())
    return None


def digest_of(data: bytes) -> bytes:
    """What tells whether a file is still the same."""
    import hashlib

    return hashlib.sha256(data).digest()


def is_file_at(target: Target, path: str | None) -> bool:
    """Whether a target is the file with this path, by whatever name; a binary file may say its own."""
    name = target if isinstance(target, str | os.PathLike) else getattr(target, "name", None)
    if path is None or not isinstance(name, str | os.PathLike):
        return False
    with suppress(OSError, ValueError):
        # It is written where its real path leads, also through a folder that is not there.
        return os.path.realpath(name) == os.path.realpath(path) or Path(os.fsdecode(name)).samefile(path)
    return False


def _read(file: BinaryIO) -> object:
    """All bytes of a file, up to the limit; a file may give fewer at a time than were asked for."""
    pieces: list[bytes] = []
    left = MAX_BYTES + 1
    while left > 0:
        piece = file.read(left)
        if not isinstance(piece, bytes):
            return piece
        if not piece:
            break
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)


@contextmanager
def _possible(name: str) -> Iterator[None]:
    """What a path or file of the caller cannot be is the caller's error: closed, for text, with a null."""
    try:
        yield
    except DisclosureReportError:
        raise
    except (ValueError, TypeError) as error:
        raise InvalidValueError(name, f"cannot be used: {error}") from error


def _write(data: bytes, file: BinaryIO) -> None:
    """All bytes; a file may take fewer at a time than it was given."""
    view = memoryview(data)
    while view:
        taken = file.write(bytes(view))
        if taken is None:
            return  # a file that does not say how much it took, took all
        if taken <= 0:
            raise OSError(errno.EIO, "the file takes no more bytes")
        view = view[taken:]


def put(data: bytes, target: Target) -> None:
    """Write to a binary file, or to a path: through a file beside it that then takes its name."""
    put_all([(data, target)])


def put_all(files: Sequence[tuple[bytes, Target]]) -> None:
    """Write several files; those with a path take their names only when all have been written.

    Raises:
        InvalidValueError: a target is neither a path nor a binary file.
        OSError: one cannot be written; it names the target.
    """
    for _, target in files:
        if not isinstance(target, str | os.PathLike) and not hasattr(target, "write"):
            raise InvalidValueError("target", f"takes a path or binary file, not {type(target).__name__}")
    paths = [target for _, target in files if isinstance(target, str | os.PathLike)]
    with staged(paths) as beside:
        opened = iter(beside)
        for data, target in files:
            if isinstance(target, str | os.PathLike):
                next(opened).write(data)
            else:
                with _possible("target"):
                    _write(data, target)


@contextmanager
def staged(targets: Sequence[str | os.PathLike[str]]) -> Iterator[tuple[BinaryIO, ...]]:
    """A file for each target, to be written piece by piece; all take their names when the block ends well.

    An error inside the block leaves every target as it was, and no other file.

    Raises:
        InvalidValueError: a target is no path.
        OSError: one cannot be written; it names the target, and is raised before the block begins.
    """
    opened: list[_Beside] = []
    try:
        for target in targets:
            with _possible("target"):
                opened.append(_beside(target))
        yield tuple(each.file for each in opened)
        for each in opened:
            each.close()
        for each in opened:
            each.temporary.replace(each.path)
    except BaseException:
        for each in opened:
            each.drop()
        raise


@frozen
class _Beside:
    """A file beside its target (behind a link: beside what it points to), whose name it takes at the end."""

    file: BinaryIO
    temporary: Path
    path: Path

    def close(self) -> None:
        with _naming(self.path):
            self.file.close()
        with suppress(FileNotFoundError):
            self.temporary.chmod(self.path.stat().st_mode & 0o777)  # those of the file that is replaced

    def drop(self) -> None:
        with suppress(OSError):
            self.file.close()
        with suppress(OSError):
            self.temporary.unlink()


def _beside(target: str | os.PathLike[str]) -> _Beside:
    path = Path(os.path.realpath(target))
    with _naming(target):
        _can_be_replaced(path)
        temporary = path.with_name(f".{path.name[:40]}.{secrets.token_hex(8)}")
        file = temporary.open("xb")  # with the permissions of a new file
    return _Beside(file, temporary, path)


def _can_be_replaced(path: Path) -> None:
    """A folder cannot; a device, such as /dev/null, would lose its place to a file."""
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if path.exists() and not path.is_file():
        raise OSError(errno.EINVAL, "is no ordinary file")


@contextmanager
def _naming(target: str | os.PathLike[str]) -> Iterator[None]:
    """An error of the system names the target, not the file beside it."""
    try:
        yield
    except OSError as error:
        raise type(error)(error.errno, error.strerror, os.fsdecode(target)) from error
