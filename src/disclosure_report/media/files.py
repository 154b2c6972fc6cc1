"""Bytes in and out: bounded reading, and writing that leaves no half file."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, TypeAlias

from disclosure_report.errors import DamagedFileError, FileTooLargeError


Source: TypeAlias = str | os.PathLike[str] | bytes | BinaryIO
Target: TypeAlias = str | os.PathLike[str] | BinaryIO

MAX_BYTES = 64 * 1024 * 1024


def name_of(source: Source | Target) -> str:
    """The name that messages use: the path, or what the binary file calls itself."""
    if isinstance(source, bytes):
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
        OSError: the path cannot be opened.
    """
    name = name_of(source)
    if isinstance(source, bytes):
        data = source[: MAX_BYTES + 1]
    elif isinstance(source, str | os.PathLike):
        with Path(source).open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    else:
        data = source.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise FileTooLargeError(name, f"is larger than {MAX_BYTES // 2**20} MiB, the most that is read")
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise DamagedFileError(name, "is empty")
    return data


def put(data: bytes, target: Target) -> None:
    """Write to a binary file, or to a path: through a file beside it that then takes its name."""
    if not isinstance(target, str | os.PathLike):
        target.write(data)
        return
    path = Path(target)
    handle, temporary = tempfile.mkstemp(prefix=f".{path.name[:40]}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(temporary).chmod(_mode(path))
        Path(temporary).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(temporary).unlink()
        raise


def _mode(path: Path) -> int:
    """The permissions of the file that is replaced, or those of a new file."""
    with suppress(OSError):
        return path.stat().st_mode & 0o777
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask
