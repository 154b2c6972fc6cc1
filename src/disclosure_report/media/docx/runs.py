"""The text of a paragraph, and the elements that are opened on the way to it.

Tracked insertions are kept, deletions and hidden text dropped; content controls are opened. What cannot be
text leaves a mark in its place, so that "10" beside a picture is never read as 10. Raised, lowered and struck
letters stay so: "105" with a raised 2 is no number.
"""

from collections.abc import Iterator
from typing import Any

from disclosure_report.blocks import OBJECT
from disclosure_report.media.docx.styles import W
from disclosure_report.media.looks import raised, struck


P, TBL, T = (f"{{{W}}}{name}" for name in ("p", "tbl", "t"))

# Wrappers that are opened; anything else is passed over with all that is in it.
_WRAPPERS = (
    "sdt", "sdtContent", "ins", "moveTo", "customXml",
    "smartTag", "hyperlink", "fldSimple", "dir", "bdo", "r", "ruby", "rubyBase",
)  # fmt: skip
OPENED = frozenset(f"{{{W}}}{name}" for name in _WRAPPERS)
_MARKS = {
    f"{{{W}}}{name}": mark
    for name, mark in {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}.items()
}
# Passed over without a mark: properties, marks of ranges, deletions, instructions, what says nothing.
_SILENT = frozenset(
    f"{{{W}}}{name}"
    for name in (
        "pPr", "rPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "rubyPr", "rt", "sectPr", "tblPr",
        "proofErr", "softHyphen", "lastRenderedPageBreak", "instrText", "delInstrText",
        "del", "delText", "moveFrom", "bookmarkStart", "bookmarkEnd", "permStart", "permEnd",
        "commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef",
        "footnoteRef", "endnoteRef", "separator", "continuationSeparator",
        "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd",
        "customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart", "customXmlDelRangeEnd",
        "customXmlMoveFromRangeStart", "customXmlMoveFromRangeEnd", "customXmlMoveToRangeStart",
        "customXmlMoveToRangeEnd",
    )
)  # fmt: skip
_NOTES = frozenset(f"{{{W}}}{name}" for name in ("footnoteReference", "endnoteReference"))
_R_PR, _FIELD, _FIELD_TYPE, _VAL = (f"{{{W}}}{name}" for name in ("rPr", "fldChar", "fldCharType", "val"))

LOOKS = ("vertAlign", "strike", "dstrike", "vanish", "position")  # looks of a run that change what it says
_STRUCK = frozenset({f"{{{W}}}strike", f"{{{W}}}dstrike"})
_HIDDEN, _ALIGNED, _POSITION = (f"{{{W}}}{name}" for name in ("vanish", "vertAlign", "position"))
_OFF = frozenset({"0", "false", "off"})


# A bookmark around a report that stands on a unit's own paper.
REPORT_MARK = "disclosure_report"
MARKS = MARK_START, MARK_END = f"{{{W}}}bookmarkStart", f"{{{W}}}bookmarkEnd"


def children(parent: Any, tag: str) -> Iterator[Any]:
    """The children with this tag, also inside content controls."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in OPENED:
            yield from children(child, tag)


def text_of(paragraph: Any, *, notes: bool = False) -> str:
    """The text of a paragraph's runs; a break and a tab are characters of it.

    *notes* says whether a footnote leaves a mark.
    """
    pieces: list[str] = []
    _collect(paragraph, pieces, [], _NOTES if notes else frozenset())
    return "".join(pieces)


def _collect(parent: Any, pieces: list[str], fields: list[bool], notes: frozenset[str]) -> None:
    """The pieces of text below an element; *fields* says of each open field whether its result has begun."""
    start, look = len(pieces), None
    for child in parent:
        tag = child.tag
        if tag == T:
            if False not in fields:
                pieces.append(child.text or "")
        elif tag in OPENED:
            _collect(child, pieces, fields, notes)
        elif tag == _R_PR:
            look = child
        elif tag == _FIELD:
            _follow(child.get(_FIELD_TYPE), fields)
        elif tag not in _SILENT:
            pieces.append(_MARKS.get(tag, "" if tag in _NOTES - notes else OBJECT))
    if look is not None:
        _dress(look, pieces, start)


def _follow(kind: str | None, fields: list[bool]) -> None:
    """A field begins with its instruction, which may hold fields; then comes its result."""
    if kind == "begin":
        fields.append(False)
    elif kind == "separate" and fields:
        fields[-1] = True
    elif kind == "end" and fields:
        fields.pop()


def _dress(properties: Any, pieces: list[str], start: int) -> None:
    """What the look of a run does to its text."""
    for each in properties:
        if each.tag == _ALIGNED:
            pieces[start:] = [raised(piece, each.get(_VAL)) for piece in pieces[start:]]
        elif each.tag == _POSITION and (steps := (each.get(_VAL) or "0").strip("0")):  # half points
            how = "subscript" if steps.startswith("-") else "superscript"
            pieces[start:] = [raised(piece, how) for piece in pieces[start:]]
        elif each.tag in _STRUCK and each.get(_VAL) not in _OFF:
            pieces[start:] = [struck(piece) for piece in pieces[start:]]
        elif each.tag == _HIDDEN and each.get(_VAL) not in _OFF:
            del pieces[start:]


def says_something(element: Any) -> bool:
    """Whether an element that is not known may hold something to read."""
    return element.tag not in _SILENT
