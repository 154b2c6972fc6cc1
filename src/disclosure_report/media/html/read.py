"""From a page to a manuscript: what a person sees of it, in the order of the page.

Tables that only lay out are opened. What is hidden is left out.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from attrs import define, field

from disclosure_report.blocks import OBJECT, Block, Heading, Manuscript, Paragraph, Place, Properties
from disclosure_report.errors import DamagedFileError, FileTooLargeError
from disclosure_report.media.archive import LimitError
from disclosure_report.media.html.decode import decoded
from disclosure_report.media.html.own import HEADINGS, details_of, is_ours
from disclosure_report.media.html.tables import cells_of, grid_of


MAX_BLOCKS = 100_000
MAX_DEPTH = 250
_SPACE = re.compile(r"[ \t\n\r\f]+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)", re.IGNORECASE)
_SKIPPED = frozenset(
    {
        *(
            "head",
            "script",
            "style",
            "noscript",
            "template",
            "iframe",
            "svg",
            "canvas",
            "audio",
            "video",
            "map",
        ),
        *("select", "option", "datalist", "textarea", "button", "input", "del"),
    }
)
# Elements that stand inside a line; all others begin and end one.
_INLINE = frozenset(
    {
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "em", "font", "i"),
        *("ins", "kbd", "label", "mark", "nobr", "q", "ruby", "rb", "s", "samp", "small", "span", "strike"),
        *("strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "o:p", "st1:chsdate"),
    }
)
_PICTURES = frozenset({"img", "object", "embed", "math"})
_DROPPED_IN_RUBY = frozenset({"rt", "rp"})


def read(data: bytes, name: str, encoding: str | None = None) -> Manuscript:
    """The lines and tables of a page.

    Raises:
        DamagedFileError: no text, or nothing that is a page.
        FileTooLargeError: over a limit, which the message names.
    """
    from lxml import etree, html

    text = decoded(data, name, encoding)
    parser = html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True
    )
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError as error:
        raise DamagedFileError(name, f"is no page: {error}") from error
    walk = _Walk(headings=HEADINGS, is_exact=True) if is_ours(root) else _Walk()
    try:
        walk.below(root, 0)
        walk.end_line()
    except LimitError as error:
        raise FileTooLargeError(name, str(error)) from error
    return Manuscript(tuple(walk.blocks), Properties(details=details_of(root)))


@define
class _Walk:
    """One walk: the blocks so far, and the pieces of the line that is open.

    In a page of ours headings are known by their elements, and white space is kept.
    """

    headings: Mapping[str, int] = MappingProxyType({})
    is_exact: bool = False
    level: int | None = None
    blocks: list[Block] = field(factory=list)
    line: list[str] = field(factory=list)
    paragraphs: int = 0
    tables: int = 0

    def below(self, parent: Any, depth: int) -> None:
        """What stands in an element."""
        if depth > MAX_DEPTH:
            raise LimitError(f"has elements nested more than {MAX_DEPTH} deep")
        self.line.append(parent.text or "")
        for child in parent:
            tag = child.tag
            if tag in _SKIPPED or _is_hidden(child):
                pass
            elif tag == "br":
                self.end_line()
            elif tag == "table":
                self._table(child, depth)
            elif tag in _PICTURES:
                self.line.append(OBJECT)
            elif tag in _INLINE:
                self.below(child, depth + 1)
            else:
                self.end_line()
                self.level = self.headings.get(tag)
                self.below(child, depth + 1)
                self.end_line()
            self.line.append(child.tail or "")

    def end_line(self) -> None:
        """Close the line; one without text is none."""
        text = "".join(self.line)
        text = (text if self.is_exact else _SPACE.sub(" ", text)).strip()
        level, self.level = self.level, None
        self.line.clear()
        if not text:
            return
        self.paragraphs += 1
        if len(self.blocks) >= MAX_BLOCKS:
            raise LimitError(f"has more than {MAX_BLOCKS} lines and tables, the most that are read")
        place = Place(paragraph=self.paragraphs)
        words = text.replace(OBJECT, "").strip()
        # A picture beside words is an ornament; alone in its line it may be what the words should be.
        self.blocks.append(
            Paragraph(words, picture=not words, place=place)
            if level is None
            else Heading(level, words, place=place)
        )

    def _table(self, table: Any, depth: int) -> None:
        self.end_line()
        inner = [sum(1 for _ in cells_of(each)) for each in table.iter("table") if each is not table]
        own = sum(1 for _ in cells_of(table))
        if own <= 1 or (inner and max(inner) > own):
            for cell in cells_of(table):
                self.below(cell, depth + 1)
                self.end_line()
            return
        for caption in () if self.is_exact else table.iterchildren("caption"):
            self.below(caption, depth + 1)
            self.end_line()
        self.tables += 1
        self.blocks.append(grid_of(table, Place(table=self.tables), _cell_text))


def _is_hidden(element: Any) -> bool:
    style = element.get("style")
    return element.get("hidden") is not None or (style is not None and bool(_HIDDEN.search(style)))


def _cell_text(cell: Any) -> str:
    """The text of a cell; its lines stay lines, a picture leaves a mark."""
    walk = _Cell()
    walk.below(cell, 0)
    lines = ("".join(walk.pieces)).split("\n")
    return "\n".join(filter(None, (_SPACE.sub(" ", line).strip(" ") for line in lines)))


@define
class _Cell:
    """The pieces of a cell's text."""

    pieces: list[str] = field(factory=list)

    def below(self, parent: Any, depth: int) -> None:
        """What stands in an element of a cell."""
        if depth > MAX_DEPTH:
            raise LimitError(f"has elements nested more than {MAX_DEPTH} deep")
        self._say(parent.text)
        for child in parent:
            tag = child.tag
            if tag in _SKIPPED or tag in _DROPPED_IN_RUBY or _is_hidden(child):
                pass
            elif tag == "br":
                self.pieces.append("\n")
            elif tag in _PICTURES:
                self.pieces.append("\ufffc")
            elif tag in _INLINE:
                self.below(child, depth + 1)
            else:
                self.pieces.append("\n")
                self.below(child, depth + 1)
                self.pieces.append("\n")
            self._say(child.tail)

    def _say(self, text: str | None) -> None:
        if text:
            self.pieces.append(_SPACE.sub(" ", text))
