"""Which kinds of file there are, and what can be done with each."""

from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import PurePath
from typing import Any

from attrs import frozen

from disclosure_report.blocks import Comment, Manuscript
from disclosure_report.errors import InvalidValueError, UnknownMediumError


@frozen
class Medium:
    """A kind of file: its name and suffixes, and the module that reads or writes it; *marks* sets comments.

    Without a suffix it is told by how its bytes begin (*signs*), or by the main *part* of a zip package.
    """

    name: str
    suffixes: tuple[str, ...]
    module: str | None = None
    reads: bool = False
    writes: bool = False
    marks: str | None = None
    options: tuple[str, ...] = ()
    signs: tuple[bytes, ...] = ()
    part: bytes = b""
    advice: str = ""


_CONVERT = "convert it first: soffice --headless --convert-to {0} FILE"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",)

MEDIA = (
    Medium(
        "docx",
        (".docx",),
        "docx",
        reads=True,
        writes=True,
        marks="docx.comments",
        options=("profile", "template"),
        part=b"word/document.xml",
    ),
    Medium(
        "xlsx",
        (".xlsx",),
        "xlsx",
        reads=True,
        writes=True,
        marks="xlsx.notes",
        options=("fillable", "previous"),
        part=b"xl/workbook.xml",
    ),
    Medium("json", (".json",), reads=True, writes=True),
    Medium("text", (".txt", ".text"), "text", reads=True, writes=True),
    Medium("markdown", (".md", ".markdown"), "markdown", reads=True, writes=True),
    Medium("html", (".html", ".htm", ".shtml"), "html", reads=True, writes=True),
    Medium("pdf", (".pdf",), signs=(b"%PDF-",), advice="an extra that reads it comes with a later version"),
    Medium("doc", (".doc", ".wps"), signs=_OLE, advice=_CONVERT.format("docx")),
    Medium("xls", (".xls", ".et"), advice=_CONVERT.format("xlsx")),
    Medium("zip", (), signs=_ZIP),
)
_BY_NAME = {medium.name: medium for medium in MEDIA}
_BY_SUFFIX = {suffix: medium for medium in MEDIA for suffix in medium.suffixes}


def known(*, reads: bool) -> str:
    """The names of the media that can be read, or written."""
    return ", ".join(medium.name for medium in MEDIA if (medium.reads if reads else medium.writes))


def medium_to_read(name: str, medium: str | None, data: bytes) -> Medium:
    """The medium of a file: as given, by its suffix, else by its content.

    Raises:
        UnknownMediumError: it is none that can be read; the message lists those that can.
    """
    found = _given(name, medium) or _BY_SUFFIX.get(PurePath(name).suffix.lower()) or _by_content(data)
    if not found.reads:
        raise _refusal(name, found, reads=True)
    return found


def medium_to_write(name: str, medium: str | None) -> Medium:
    """The medium of a target: as given, or by its suffix.

    Raises:
        UnknownMediumError: it is none that can be written; the message lists those that can.
    """
    found = _given(name, medium) or _BY_SUFFIX.get(PurePath(name).suffix.lower())
    if found is None:
        suffix = PurePath(name).suffix or "no suffix"
        raise UnknownMediumError(name, f"{suffix} names no medium; known to write: {known(reads=False)}")
    if not found.writes:
        raise _refusal(name, found, reads=False)
    return found


def _given(name: str, medium: str | None) -> Medium | None:
    if medium is not None and medium not in tuple(_BY_NAME):
        raise UnknownMediumError(name, f"no medium is called {medium!r}; known: {', '.join(_BY_NAME)}")
    return _BY_NAME[medium] if medium else None


def _by_content(data: bytes) -> Medium:
    for medium in MEDIA:
        if medium.part and data.startswith(_ZIP) and medium.part in data:
            return medium
        if medium.signs and data.startswith(medium.signs):
            return medium
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"{"):
        return _BY_NAME["json"]
    return _BY_NAME["html" if head[:1] == b"<" else "text"]


def _refusal(name: str, medium: Medium, *, reads: bool) -> UnknownMediumError:
    verb = "read" if reads else "written"
    advice = f"; {medium.advice}" if medium.advice and reads else ""
    return UnknownMediumError(
        name, f"{medium.name} cannot be {verb} in this version; what can: {known(reads=reads)}{advice}"
    )


def read_manuscript(medium: Medium, data: bytes, name: str, encoding: str | None) -> Manuscript:
    """Read the bytes of a file."""
    module = import_module(f"disclosure_report.media.{medium.module}")
    manuscript: Manuscript = module.read(data, name, encoding)
    return manuscript


def medium_to_mark(name: str) -> Medium:
    """The medium of this name, whose files can hold comments.

    Raises:
        InvalidValueError: they cannot; the message lists those that can.
    """
    found = _BY_NAME[name]
    if found.marks is None:
        can = ", ".join(medium.name for medium in MEDIA if medium.marks)
        raise InvalidValueError("reading", f"was read from {name}, which holds no comments; what does: {can}")
    return found


def with_comments(medium: Medium, data: bytes, name: str, comments: Sequence[Comment]) -> bytes:
    """The bytes of a file with these comments, all else in it as it was."""
    module = import_module(f"disclosure_report.media.{medium.marks}")
    marked: bytes = module.mark(data, name, comments)
    return marked


def check_options(medium: Medium, options: Mapping[str, Any], also: tuple[str, ...] = ()) -> None:
    """Refuse an option that this medium does not have, and that is none of *also*.

    Raises:
        InvalidValueError: names the option and those that the medium has.
    """
    has = (*medium.options, *also)
    for name in options:
        if name not in has:
            known_options = ", ".join(has) or "none"
            raise InvalidValueError(name, f"{medium.name} has no such option; it has: {known_options}")


def write_manuscript(medium: Medium, manuscript: Manuscript, options: Mapping[str, Any]) -> bytes:
    """The bytes of a file."""
    module = import_module(f"disclosure_report.media.{medium.module}")
    data: bytes = module.write(manuscript, **options)
    return data
