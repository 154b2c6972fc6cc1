"""One small deterministic zip writer for Word and Excel: sorted entries, fixed dates, same bytes each time.

Parts that never change are deflated once and copied raw after that.
"""

import struct
import zlib
from collections.abc import Iterable
from operator import attrgetter

from attrs import frozen


LEVEL = 6
_WINDOWS = range(9, 16)  # bits of the window that zlib can take
_LOOKAHEAD = 262  # bytes of its window that zlib keeps to itself
_DATE = (1 << 5) | 1  # 1980-01-01, the first day that the format can write
_VERSION, _STORED, _DEFLATED, _UTF8 = 20, 0, 8, 0x800
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5HL")
_OFFSET = struct.Struct("<L")
_END = struct.Struct("<4s4H2LH")


@frozen
class Part:
    """One entry of a package, deflated, with its heads: the local one, the central one up to its offset."""

    name: str
    local: bytes
    central: bytes
    deflated: bytes


def part(name: str, content: str | bytes, level: int = LEVEL) -> Part:
    """Deflate one entry; *level* is zlib's, 0 keeps it as it is."""
    data = content.encode() if isinstance(content, str) else content
    deflated = _deflated(data, level) if level else data
    return packed(name, deflated, _DEFLATED if level else _STORED, zlib.crc32(data), len(data))


def packed(name: str, stored: bytes, method: int, checksum: int, size: int) -> Part:
    """One entry whose bytes are packed already; *checksum* and *size* are of what they unpack to."""
    raw = name.encode()
    flags = 0 if name.isascii() else _UTF8
    said = (_VERSION, flags, method, 0, _DATE, checksum, len(stored), size, len(raw), 0)
    local = _LOCAL.pack(b"PK\x03\x04", *said) + raw
    return Part(name, local, _CENTRAL.pack(b"PK\x01\x02", _VERSION, *said, 0, 0, 0, 0), stored)


def _deflated(data: bytes, level: int) -> bytes:
    # Room beyond the data is only slower to set up. A negative window writes no head.
    bits = min(max((len(data) + _LOOKAHEAD).bit_length(), _WINDOWS[0]), _WINDOWS[-1])
    deflating = zlib.compressobj(level, zlib.DEFLATED, -bits, bits - _WINDOWS[-1] + zlib.DEF_MEM_LEVEL)
    return deflating.compress(data) + deflating.flush()


def pack(parts: Iterable[Part]) -> bytes:
    """The bytes of a zip file that holds these entries, in the order of their names."""
    local, central, offset = [], [], 0
    for each in sorted(parts, key=attrgetter("name")):
        local += [each.local, each.deflated]
        central += [each.central, _OFFSET.pack(offset), each.name.encode()]
        offset += len(each.local) + len(each.deflated)
    directory = b"".join(central)
    entries = len(central) // 3
    end = _END.pack(b"PK\x05\x06", 0, 0, entries, entries, len(directory), offset, 0)
    return b"".join([*local, directory, end])
