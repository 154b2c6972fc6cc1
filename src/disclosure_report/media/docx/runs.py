"""The text of a paragraph, and the elements that are opened on the way to it.

Tracked insertions are kept and deletions dropped; content controls are opened.
"""

from collections.abc import Iterator
from typing import Any

from disclosure_report.media.docx.styles import W


P, TBL, T = (f"{{{W}}}{name}" for name in ("p", "tbl", "t"))

# Wrappers that are opened; anything else is passed over with all that is in it.
_WRAPPERS = (
    "sdt", "sdtContent", "ins", "moveTo", "customXml",
    "smartTag", "hyperlink", "fldSimple", "dir", "bdo", "r",
)  # fmt: skip
OPENED = frozenset(f"{{{W}}}{name}" for name in _WRAPPERS)
_TYPE = f"{{{W}}}type"
_MARKS = {f"{{{W}}}tab": "\t", f"{{{W}}}br": "\n", f"{{{W}}}cr": "\n", f"{{{W}}}noBreakHyphen": "\u2011"}
_PICTURES = frozenset(f"{{{W}}}{name}" for name in ("drawing", "pict", "object"))


def children(parent: Any, tag: str) -> Iterator[Any]:
    """The children with this tag, also inside content controls."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in OPENED:
            yield from children(child, tag)


def text_of(paragraph: Any) -> str:
    """The text of a paragraph's runs; a break and a tab are characters of it."""
    pieces: list[str] = []
    _collect(paragraph, pieces)
    return "".join(pieces)


def _collect(parent: Any, pieces: list[str]) -> None:
    for child in parent:
        tag = child.tag
        if tag in OPENED:
            _collect(child, pieces)
        elif tag == T:
            pieces.append(child.text or "")
        elif tag in _MARKS and child.get(_TYPE, "textWrapping") == "textWrapping":
            pieces.append(_MARKS[tag])


def has_picture(paragraph: Any) -> bool:
    """Whether a picture stands in a paragraph."""
    return any(element.tag in _PICTURES for element in paragraph.iter())
