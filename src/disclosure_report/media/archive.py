"""Zip packages from outside: bounded, never unpacked to disk, XML without entities or outer references."""

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

from disclosure_report.errors import DamagedFileError, FileTooLargeError


T = TypeVar("T")

MAX_ENTRIES = 2000
MAX_PART = 16 * 1024 * 1024
MAX_UNPACKED = 64 * 1024 * 1024
_ENCRYPTED = 0x1
_LOCAL = struct.Struct("<4s22x2H")  # a local head: its sign, then the lengths of name and extra field
_MOST = 0xFFFFFFFF  # bytes that an entry can have without an extension of the format
# What a module of the standard library raises when it meets damage.
_DAMAGE = (
    *(KeyError, ValueError, EOFError, OSError, RuntimeError, NotImplementedError),
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError),
)
_OLE = b"\xd0\xcf\x11\xe0"


class Packed(NamedTuple):
    """An entry as it lies in its package: how it is packed, checksum and size of what it unpacks to."""

    stored: bytes
    method: int
    checksum: int
    size: int


class Package:
    """An Office package; each part is read within limits, and all of them together."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        self._data = data
        self._unpacked = 0
        if data.startswith(_OLE):
            raise DamagedFileError(name, "is encrypted, or an old binary document under another name")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise DamagedFileError(name, f"is a damaged package: {error}") from error
        entries = self._zip.infolist()
        if len(entries) > MAX_ENTRIES:
            raise FileTooLargeError(name, f"has {len(entries)} entries; at most {MAX_ENTRIES} are read")
        if any(entry.flag_bits & _ENCRYPTED for entry in entries):
            raise DamagedFileError(name, "is encrypted")

    def names(self) -> list[str]:
        """The names of all parts; a folder is none."""
        return [name for name in dict.fromkeys(self._zip.namelist()) if not name.endswith("/")]

    def __contains__(self, part: str) -> bool:
        return part in self._zip.NameToInfo

    def read(self, part: str) -> bytes:
        """The bytes of a part; what its entry declares is not believed.

        Raises:
            FileTooLargeError: over 16 MiB, or over 64 MiB with all that was read before.
            DamagedFileError: missing, cut off, or with a wrong checksum.
        """
        try:
            with self._zip.open(part) as file:
                data = file.read(MAX_PART + 1)
        except _DAMAGE as error:
            raise DamagedFileError(self.name, f"its part {part} cannot be read: {error}") from error
        self._unpacked += len(data)
        for size, limit, what in (
            (len(data), MAX_PART, f"its part {part} is"),
            (self._unpacked, MAX_UNPACKED, "is"),
        ):
            if size > limit:
                raise FileTooLargeError(
                    self.name, f"{what} larger than {limit // 2**20} MiB unpacked, the most that is read"
                )
        return data

    def packed(self, part: str) -> Packed:
        """The bytes of a part as they lie there, to be copied: nothing is unpacked, so no limit is met.

        Raises:
            DamagedFileError: its head is not where the package says, or its bytes are cut off.
            FileTooLargeError: its size needs an extension of the format.
        """
        entry = self._zip.getinfo(part)
        if entry.file_size > _MOST:
            raise FileTooLargeError(self.name, f"its part {part} says that it has {entry.file_size} bytes")
        start = entry.header_offset
        head = self._data[start : start + _LOCAL.size] if start >= 0 else b""
        if len(head) < _LOCAL.size or not head.startswith(b"PK\x03\x04"):
            raise DamagedFileError(self.name, f"its part {part} is not where the package says")
        _, name, extra = _LOCAL.unpack(head)
        start += len(head) + name + extra
        stored = self._data[start : start + entry.compress_size]
        if len(stored) != entry.compress_size:
            raise DamagedFileError(self.name, f"its part {part} is cut off")
        return Packed(stored, entry.compress_type, entry.CRC, entry.file_size)

    def xml(self, part: str) -> Any:
        """The root element of a part.

        Raises:
            DamagedFileError: no XML, or with a document type, which Office never writes.
        """
        return self.derived(part, root_of)

    def derived(self, part: str, derive: Callable[[bytes], T]) -> T:
        """What *derive* makes of the bytes of a part by means of `root_of`.

        Raises:
            DamagedFileError: as `xml` does.
            FileTooLargeError: *derive* met a limit.
        """
        try:
            return derive(self.read(part))
        except NoXMLError as error:
            raise DamagedFileError(self.name, f"its part {part} {error}") from error
        except LimitError as error:
            raise FileTooLargeError(self.name, f"its part {part} {error}") from error


class NoXMLError(Exception):
    """What is wrong with bytes that should be XML."""


class LimitError(Exception):
    """Which limit a part is over; `Package.derived` names the file."""


def root_of(data: bytes) -> Any:
    """The root element of a part's bytes, without comments; within `Package.derived`."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True,
        remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise NoXMLError(f"is no XML: {error.msg}") from error
    if root.getroottree().docinfo.doctype:
        raise NoXMLError("has a document type, which is refused")
    return root
