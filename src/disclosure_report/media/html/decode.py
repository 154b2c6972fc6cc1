"""The text of a page: by byte order mark, as strict UTF-8, as the page declares, or as the caller says."""

import codecs
import re

from disclosure_report.blocks import REPLACED
from disclosure_report.errors import FileTooLargeError
from disclosure_report.media.text.decode import decode


MAX_CHARACTERS = 16 * 1024 * 1024
_DECLARED = re.compile(rb"""<meta[^>]{0,400}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{1,40})""", re.IGNORECASE)
MAX_ATTRIBUTES = 5_000  # of one element; the parser's time grows with their square
_LONG = 16 * 1024  # bytes; a shorter tag has fewer
_QUOTED = re.compile(rb"\"[^\"]*\"|'[^']*'")
_PIECE = 32 * 1024  # bytes decoded at a time: a long text in one piece costs more, to be thrown away
_HEAD = 4096  # bytes in which a page declares its encoding
# Pages that declare one of these are written in its superset.
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030", "x-gbk": "gb18030"}


def decoded(data: bytes, name: str, encoding: str | None) -> bytes:
    """A page in UTF-8, without characters that end a parse.

    Raises:
        DamagedFileError: it is text in none of the encodings tried.
        FileTooLargeError: over 16 million characters.
    """
    if encoding is None and _is_utf8(data):
        return data.removeprefix(codecs.BOM_UTF8)
    text = decode(data, name, encoding, _declared(data))
    if len(text) > MAX_CHARACTERS:
        raise FileTooLargeError(name, f"has more than {MAX_CHARACTERS} characters, the most that are read")
    return text.replace("\0", REPLACED).encode("utf-8", "replace")


def _is_utf8(data: bytes) -> bool:
    """Whether a page needs no change, as most do not."""
    if b"\0" in data or len(data) > MAX_CHARACTERS:
        return False
    check = codecs.getincrementaldecoder("utf-8")().decode
    view = memoryview(data)
    try:
        for start in range(0, len(data), _PIECE):
            check(view[start : start + _PIECE])
        check(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _declared(data: bytes) -> tuple[str, ...]:
    """The encoding that a page declares, where it is one that is known."""
    found = _DECLARED.search(data[:_HEAD])
    label = found[1].decode("ascii").lower() if found else ""
    try:
        return (codecs.lookup(_WIDER.get(label, label)).name,)
    except LookupError:
        return ()


def has_many_attributes(page: bytes) -> bool:
    """Whether an element has more attributes than are read; a long picture in a tag is one."""
    tags = (piece[piece.find(b"<") :] for piece in page.split(b">") if len(piece) > _LONG)
    return any(len(_QUOTED.sub(b"", tag).split()) > MAX_ATTRIBUTES for tag in tags if tag.startswith(b"<"))
