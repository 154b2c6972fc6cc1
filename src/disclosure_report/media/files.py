"""Bytes in and out: bounded reading, and writing that leaves no half file."""

import errno
import os
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, TypeAlias

from disclosure_report.errors import DamagedFileError, FileTooLargeError, InvalidValueError


Source: TypeAlias = str | os.PathLike[str] | bytes | BinaryIO
Target: TypeAlias = str | os.PathLike[str] | BinaryIO

MAX_BYTES = 64 * 1024 * 1024


def name_of(source: Source | Target) -> str:
    """The name that messages use: the path, or what the binary file calls itself."""
    if isinstance(source, bytes | bytearray | memoryview):
        return "<bytes>"
    if isinstance(source, str | os.PathLike):
        return os.fspath(source)
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
        with Path(source).open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    elif hasattr(source, "read"):
        data = source.read(MAX_BYTES + 1)
    if not isinstance(data, bytes):
        raise InvalidValueError("source", f"takes a path, bytes or binary file, not {type(source).__name__}")
    if len(data) > MAX_BYTES:
        raise FileTooLargeError(name, f"is larger than {MAX_BYTES // 2**20} MiB, the most that is read")
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise DamagedFileError(name, "is empty")
    return data


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
    staged: list[tuple[Path, Path]] = []
    try:
        for data, target in files:
            if isinstance(target, str | os.PathLike):
                staged.append(_stage(data, target))
            else:
                target.write(data)
        for temporary, path in staged:
            temporary.replace(path)
    except BaseException:
        for temporary, _ in staged:
            with suppress(OSError):
                temporary.unlink()
        raise


def _stage(data: bytes, target: str | os.PathLike[str]) -> tuple[Path, Path]:
    """The bytes in a file beside the target (behind a link: beside what it points to)."""
    path = Path(os.path.realpath(target))
    try:
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", dir=path.parent)
    except OSError as error:
        raise type(error)(error.errno, error.strerror, os.fspath(target)) from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(_mode(path))
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
    return Path(name), path


def _mode(path: Path) -> int:
    """The permissions of the file that is replaced, or those of a new file."""
    with suppress(OSError):
        return path.stat().st_mode & 0o777
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask
