"""From a page to a manuscript: what a person sees of it, in the order of the page.

Tables that only lay out are opened. What is hidden is left out.
"""

import re
from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType
from typing import Any, TypeAlias

from attrs import define, evolve, field

from disclosure_report.blocks import (
    OBJECT,
    SHOWN_OBJECT,
    Block,
    Heading,
    Link,
    Manuscript,
    Paragraph,
    Place,
    Properties,
)
from disclosure_report.errors import DamagedFileError, FileTooLargeError
from disclosure_report.media.archive import LimitError
from disclosure_report.media.html.decode import decoded
from disclosure_report.media.html.own import HEADINGS, details_of, is_ours, title_of_page
from disclosure_report.media.html.tables import cells_of, grid_of
from disclosure_report.media.looks import raised, struck


Look: TypeAlias = Callable[[str], str]

MAX_BLOCKS = 100_000
MAX_DEPTH = 250
_LONGEST_WORDS, _LONGEST_TARGET = 200, 2000  # of a link
_SPACE = re.compile(r"[ \t\n\r\f]+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)", re.IGNORECASE)
_SKIPPED = frozenset(
    (
        "head", "script", "style", "noscript", "template", "iframe", "svg", "canvas", "audio", "video", "map",
        "select", "option", "datalist", "textarea", "button", "input", "del", "rt", "rp",
    )
)  # fmt: skip
# Elements that stand inside a line; all others begin and end one.
_INLINE = frozenset(
    {
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "em", "font", "i"),
        *("ins", "kbd", "label", "mark", "nobr", "q", "ruby", "rb", "s", "samp", "small", "span", "strike"),
        *("strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "o:p", "st1:chsdate"),
    }
)
_PICTURES = frozenset({"img", "object", "embed", "math"})
# Looks that change what letters say, by element and by style.
_LOOKS: dict[str, Look] = {
    "sup": partial(raised, how="superscript"),
    "sub": partial(raised, how="subscript"),
    **dict.fromkeys(("s", "strike"), struck),
}
_STYLES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"vertical-align\s*:\s*super", re.IGNORECASE), "sup"),
    (re.compile(r"vertical-align\s*:\s*sub", re.IGNORECASE), "sub"),
    (re.compile(r"text-decoration[^;]*line-through", re.IGNORECASE), "s"),
)


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
    walk = _Page(headings=HEADINGS, is_exact=True) if is_ours(root) else _Page()
    try:
        walk.below(root, 0)
        walk.end_line()
    except LimitError as error:
        raise FileTooLargeError(name, str(error)) from error
    properties = Properties(title=title_of_page(root), details=details_of(root))
    return Manuscript(tuple(walk.blocks), properties, links=tuple(walk.links))


@define
class _Reader:
    """What is read of an element: the pieces of text and the links so far.

    What lines and tables are is said below.
    """

    pieces: list[str] = field(factory=list)
    links: list[Link] = field(factory=list)

    def below(self, parent: Any, depth: int, look: Look | None = None) -> None:
        """What stands in an element; *look* is what its letters look like."""
        if depth > MAX_DEPTH:
            raise LimitError(f"has elements nested more than {MAX_DEPTH} deep")
        self._say(parent.text, look)
        for child in parent:
            tag = child.tag
            if tag in _SKIPPED or _is_hidden(child):
                pass
            elif tag == "br":
                self.end_line()
            elif tag == "table":
                self.table(child, depth)
            elif tag in _PICTURES:
                self.pieces.append(OBJECT)
            elif tag in _INLINE:
                if tag == "a" and child.get("href"):
                    self.links.append(_link(child, self.here()))
                self.below(child, depth + 1, _look_of(child) or look)
            else:
                self.block(child, depth, look)
            self._say(child.tail, look)

    def _say(self, text: str | None, look: Look | None) -> None:
        if text:
            self.pieces.append(look(text) if look else text)

    def block(self, element: Any, depth: int, look: Look | None = None) -> None:
        """An element that begins and ends a line."""
        self.end_line()
        self.below(element, depth + 1, look)
        self.end_line()

    def end_line(self) -> None:
        """A line ends here."""
        self.pieces.append("\n")

    def here(self) -> Place:
        """Where the reader stands."""
        return Place()

    def table(self, element: Any, depth: int) -> None:
        """A table; in a cell its lines are lines of the cell."""
        self.block(element, depth)


@define
class _Page(_Reader):
    """A page: its blocks so far. In a page of ours headings are elements, and white space is kept.

    *within* are the numbers of the elements around, *met* how many there were.
    """

    headings: Mapping[str, int] = MappingProxyType({})
    is_exact: bool = False
    level: int | None = None
    blocks: list[Block] = field(factory=list)
    paragraphs: int = 0
    tables: int = 0
    within: tuple[int, ...] = ()
    met: int = 0

    def here(self) -> Place:
        """The line that comes next."""
        return Place(paragraph=self.paragraphs + 1)

    def block(self, element: Any, depth: int, look: Look | None = None) -> None:
        """An element that begins and ends a line, and may be a heading."""
        self.end_line()
        self.level = self.headings.get(element.tag)
        outer, self.met = self.within, self.met + 1
        self.within = (*outer, self.met)
        self.below(element, depth + 1, look)
        self.end_line()
        self.within = outer

    def end_line(self) -> None:
        """Close the line; one without text is none."""
        text = "".join(self.pieces)
        text = (text if self.is_exact else _SPACE.sub(" ", text)).strip()
        level, self.level = self.level, None
        self.pieces.clear()
        if not text:
            return
        self.paragraphs += 1
        if len(self.blocks) >= MAX_BLOCKS:
            raise LimitError(f"has more than {MAX_BLOCKS} lines and tables, the most that are read")
        place = Place(paragraph=self.paragraphs)
        words = text.replace(OBJECT, "").strip()
        # A picture beside words is an ornament; alone in its line it may be what the words should be.
        self.blocks.append(
            Paragraph(words, picture=not words, place=place, within=self.within)
            if level is None
            else Heading(level, words, place=place, within=self.within)
        )

    def table(self, element: Any, depth: int) -> None:
        """A table: opened where it only lays out, else a grid."""
        self.end_line()
        inner = [sum(1 for _ in cells_of(each)) for each in element.iter("table") if each is not element]
        own = sum(1 for _ in cells_of(element))
        if own <= 1 or (inner and max(inner) > own):
            for cell in cells_of(element):
                self.block(cell, depth)
            return
        for caption in () if self.is_exact else element.iterchildren("caption"):
            self.block(caption, depth)
        self.tables += 1
        place = Place(table=self.tables)
        grid = grid_of(element, place, partial(self._cell, place))
        self.blocks.append(evolve(grid, within=self.within))

    def _cell(self, place: Place, cell: Any) -> str:
        """The text of a cell; its lines stay lines, a picture leaves a mark."""
        reader = _Cell(links=self.links, place=place)
        reader.below(cell, 0, _look_of(cell))
        lines = "".join(each if each == "\n" else _SPACE.sub(" ", each) for each in reader.pieces).split("\n")
        text = "\n".join(filter(None, (_SPACE.sub(" ", line).strip(" ") for line in lines)))
        return text.replace(OBJECT, SHOWN_OBJECT)


@define
class _Cell(_Reader):
    """A cell of a table."""

    place: Place = field(factory=Place)

    def here(self) -> Place:
        """The table."""
        return self.place


def _is_hidden(element: Any) -> bool:
    style = element.get("style")
    return element.get("hidden") is not None or (style is not None and bool(_HIDDEN.search(style)))


def _look_of(element: Any) -> Look | None:
    """What an element, or its style, does to the letters in it."""
    style = element.get("style")
    if style:
        for pattern, tag in _STYLES:
            if pattern.search(style):
                return _LOOKS[tag]
    return _LOOKS.get(element.tag)


def _link(element: Any, place: Place) -> Link:
    words = " ".join("".join(element.itertext()).split())
    return Link(words[:_LONGEST_WORDS], element.get("href").strip()[:_LONGEST_TARGET], place=place)
