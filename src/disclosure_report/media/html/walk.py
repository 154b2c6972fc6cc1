"""One walk over a page: what a person sees of it, in the order of the page, as lines and tables.

Tables that only lay out are opened. What is hidden is left out.
"""

import re
from collections.abc import Mapping
from functools import lru_cache, partial
from itertools import islice
from types import MappingProxyType
from typing import Any

from attrs import define, field

from disclosure_report.blocks import OBJECT, SHOWN_OBJECT, Block, Heading, Link, Paragraph, Place
from disclosure_report.media.archive import LimitError
from disclosure_report.media.html.elements import KINDS, LOOKS, TEXT_FIELDS, Kind, Look
from disclosure_report.media.html.plain import WHITE, plainly
from disclosure_report.media.html.tables import MAX_SLOTS, cells_of, grid_of, loose_of


MAX_BLOCKS = 50_000
MAX_LINKS = 50_000
MAX_TABLES = 2_000
MAX_DEPTH = 150
_LONGEST_WORDS, _LONGEST_TARGET = 200, 2000  # of a link
_SPACE = re.compile(f"[{WHITE}]+")


@define
class _Reader:
    """What is read of an element: the pieces of text and the links so far. Lines and tables: see below."""

    pieces: list[str] = field(factory=list)
    links: list[Link] = field(factory=list)

    def below(self, parent: Any, depth: int, look: Look | None = None) -> None:
        """What stands in an element; *look* is what its letters look like."""
        if depth > MAX_DEPTH:
            raise LimitError(f"has elements nested more than {MAX_DEPTH} deep")
        say = self.pieces.append
        if text := parent.text:
            say(look(text) if look else text)
        for child in parent:
            kind = KINDS.get(child.tag, "block")
            if kind == "inline":
                self.below(child, depth + 1, LOOKS.get(child.tag, look))
            elif kind == "look":
                look = LOOKS[child.tag]
            elif kind == "block":
                self.block(child, depth, look)
            else:
                self._take(kind, child, depth, look)
            if text := child.tail:
                say(look(text) if look else text)

    def _take(self, kind: Kind, element: Any, depth: int, look: Look | None) -> None:
        match kind:
            case "link":
                self._link(element, depth, look)
            case "break":
                self.end_line()
            case "table":
                self.table(element, depth, look)
            case "picture":
                self.pieces.append(OBJECT)
            case "formula":  # it may be a number, so it is seen that something stood there
                self.pieces.append(SHOWN_OBJECT)
            case "frame":
                self._frame(element)
            case "field":
                if (element.get("type") or "text").lower() in TEXT_FIELDS:
                    self.pieces.append(element.get("value") or "")

    def _frame(self, element: Any) -> None:
        """Another file shown in the page: a link to it; an object is a picture, too."""
        if element.tag != "iframe":
            self.pieces.append(OBJECT)
        if target := element.get("src") or element.get("data"):
            words = (element.get("title") or "").strip()
            self._keep(Link(words[:_LONGEST_WORDS], target[:_LONGEST_TARGET], place=self.here()))

    def _keep(self, link: Link) -> None:
        if len(self.links) >= MAX_LINKS:
            raise LimitError(f"has more than {MAX_LINKS} links, the most that are read")
        self.links.append(link)

    def _link(self, element: Any, depth: int, look: Look | None) -> None:
        start, place = len(self.pieces), self.here()
        self.below(element, depth + 1, look)
        target = element.get("href")
        if target:
            words = "".join(self.pieces[start:]) or "".join(element.itertext())
            self._keep(Link(words.strip()[:_LONGEST_WORDS], target[:_LONGEST_TARGET], place=place))

    def block(self, element: Any, depth: int, look: Look | None = None) -> None:
        """An element that begins and ends a line."""
        self.end_line()
        self.below(element, depth + 1, look)
        self.end_line()

    def end_line(self) -> None:
        """A line ends here."""
        self.pieces.append("\n")

    def here(self) -> Place | None:
        """Where the reader stands."""
        return None

    def table(self, element: Any, depth: int, look: Look | None) -> None:
        """A table; in a cell its lines are lines of the cell."""
        self.block(element, depth, look)


@define
class Page(_Reader):
    """A page: its blocks so far. In a page of ours headings are elements, and white space is kept.

    *room* is how many more cells are read; *within* are the numbers of the elements around, *met* how many
    there were.
    """

    headings: Mapping[str, int] = MappingProxyType({})
    is_exact: bool = False
    level: int | None = None
    blocks: list[Block] = field(factory=list)
    paragraphs: int = 0
    tables: int = 0
    room: int = MAX_SLOTS
    within: tuple[int, ...] = ()
    met: int = 0

    def here(self) -> Place:
        """The line that comes next."""
        return _line(self.paragraphs + 1)

    def block(self, element: Any, depth: int, look: Look | None = None) -> None:
        """An element that begins and ends a line, and may be a heading."""
        if self.pieces:
            self.end_line()
        self.level = self.headings.get(element.tag) if self.is_exact else None
        outer = self.within
        self.met += 1
        self.within = (*outer, self.met)
        if len(element) or look:
            self.below(element, depth + 1, look)
        elif text := element.text:  # most lines: nothing but text
            self.pieces.append(text)
        if self.pieces:
            self.end_line()
        self.within = outer

    def end_line(self) -> None:
        """Close the line; one without text is none."""
        text = "".join(self.pieces).strip()
        self.pieces.clear()
        level, self.level = self.level, None
        if not text:
            return
        if not (self.is_exact or (text.isprintable() and "  " not in text)):  # the search costs more
            text = _SPACE.sub(" ", text)
        self.paragraphs += 1
        if self.paragraphs > MAX_BLOCKS:
            raise LimitError(f"has more than {MAX_BLOCKS} lines, the most that are read")
        place = _line(self.paragraphs)
        words = text.replace(OBJECT, "").strip()
        if not self.is_exact:
            words = words.replace(SHOWN_OBJECT, OBJECT)
        # A picture beside words is an ornament; alone in its line it may be what the words should be.
        self.blocks.append(
            Paragraph(words, picture=not words, place=place, within=self.within)
            if level is None
            else Heading(level, words, place=place, within=self.within)
        )

    def table(self, element: Any, depth: int, look: Look | None) -> None:
        """A table: opened where it only lays out, else a grid."""
        self.end_line()
        for words in filter(str.strip, loose_of(element)):
            self.pieces.append(look(words) if look else words)
            self.end_line()
        if _lays_out(element):
            for cell in cells_of(element):
                self.block(cell, depth, look)
            return
        for caption in () if self.is_exact else element.iterchildren("caption"):
            self.block(caption, depth, look)
        self.tables += 1
        if self.tables > MAX_TABLES:
            raise LimitError(f"has more than {MAX_TABLES} tables, the most that are read")
        place = Place(table=self.tables)
        reader = _Cell(links=self.links, place=place)
        exact = partial(_cell, reader, depth, look)
        grid = grid_of(element, place, self.within, exact if look else plainly(exact), self.room)
        self.room -= grid.shape.rows * len(grid.shape.columns)
        self.blocks.append(grid)


@lru_cache(maxsize=1024)
def _line(number: int) -> Place:
    return Place(paragraph=number)


def _lays_out(table: Any) -> bool:
    """Whether a table has one cell, or holds a table that has more cells than itself."""
    inner = (sum(1 for _ in cells_of(each)) for each in table.iterdescendants("table"))
    most = max(inner, default=2)  # without a table inside, two cells are enough to be one
    return sum(1 for _ in islice(cells_of(table), most)) < most


@define
class _Cell(_Reader):
    """The cells of a table."""

    place: Place | None = None

    def here(self) -> Place | None:
        """The table."""
        return self.place


def _cell(reader: _Cell, depth: int, look: Look | None, cell: Any) -> str:
    """The text of a cell; its lines stay lines, a picture leaves a mark."""
    pieces = reader.pieces
    pieces.clear()
    reader.below(cell, depth + 1, look)
    text = "".join(pieces).strip(WHITE)
    if _SPACE.search(text):
        # A line's end stands as a piece of its own; in any other piece it is white space.
        flat = "".join([each if each == "\n" else _SPACE.sub(" ", each) for each in pieces])
        text = "\n".join(filter(None, [_SPACE.sub(" ", line).strip(" ") for line in flat.split("\n")]))
    return text.replace(OBJECT, SHOWN_OBJECT)
