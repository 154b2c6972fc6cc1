"""From a Word document to a manuscript: one walk over document.xml, in the order of the text.

Tracked insertions are kept and deletions dropped; content controls are opened; merged cells come as boxes
with spans. A table that only lays out other tables is opened too.
"""

from collections.abc import Callable, Iterator
from typing import Any

from attrs import define, field

from disclosure_report.blocks import (
    Block,
    Box,
    Grid,
    Heading,
    Manuscript,
    Paragraph,
    Place,
    Properties,
    Shape,
)
from disclosure_report.errors import DamagedFileError, FileTooLargeError
from disclosure_report.media.archive import Package
from disclosure_report.media.docx.frame import DOCUMENT
from disclosure_report.media.docx.styles import W
from disclosure_report.media.properties import read_details


STYLES = "word/styles.xml"
_W = f"{{{W}}}"
_P, _TBL, _TR, _TC, _T = (f"{_W}{name}" for name in ("p", "tbl", "tr", "tc", "t"))
_VAL, _TYPE = f"{_W}val", f"{_W}type"
_TC_PR, _TR_PR, _P_PR = (f"{_W}{name}" for name in ("tcPr", "trPr", "pPr"))
_GRID_SPAN, _GRID_BEFORE, _V_MERGE = (f"{_W}{name}" for name in ("gridSpan", "gridBefore", "vMerge"))
_P_STYLE = f"{_P_PR}/{_W}pStyle"
_MAX_SPAN = 63  # the columns that a table of Word can have
_MAX_NESTING = 8

# Wrappers that are opened, and what is passed over with all that is in it.
_WRAPPERS = ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "hyperlink", "r", "fldSimple")
_OPENED = frozenset(f"{_W}{name}" for name in _WRAPPERS)
_MARKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "\u2011"}
_PICTURES = frozenset(f"{_W}{name}" for name in ("drawing", "pict", "object"))


def read(data: bytes, name: str, _: str | None = None) -> Manuscript:
    """The blocks of a Word document, and its named properties."""
    package = Package(data, name)
    if DOCUMENT not in package:
        raise DamagedFileError(name, f"is no Word document: it has no part {DOCUMENT}")
    body = package.xml(DOCUMENT).find(f"{_W}body")
    if body is None:
        raise DamagedFileError(name, "is no Word document: it has no body")
    levels = _heading_levels(package)
    walk = _Walk(name, levels)
    return Manuscript(tuple(walk.blocks(body)), Properties(details=read_details(package)))


def _heading_levels(package: Package) -> dict[str, int]:
    """The level of each paragraph style that is a heading, by its id: 0 for the title."""
    if STYLES not in package:
        return {}
    levels = {}
    for style in package.xml(STYLES).iter(f"{_W}style"):
        named = style.find(f"{_W}name")
        words = (named.get(_VAL) or "").lower().split() if named is not None else []
        match words:
            case ["title"]:
                levels[style.get(f"{_W}styleId")] = 0
            case ["heading", level] if level in {"1", "2", "3"}:
                levels[style.get(f"{_W}styleId")] = int(level)
            case _:
                continue
    return levels


@define
class _Walk:
    """One walk: how many paragraphs and tables were met, how deep in tables it is."""

    name: str
    levels: dict[str, int]
    paragraphs: int = 0
    tables: int = 0
    nesting: int = 0
    kinds: dict[str, Callable[[Any], Iterator[Block]]] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.kinds = {_P: self._paragraph, _TBL: self._table}

    def blocks(self, parent: Any) -> Iterator[Block]:
        """The blocks below an element."""
        for child in parent:
            if child.tag in self.kinds:
                yield from self.kinds[child.tag](child)
            elif child.tag in _OPENED:
                yield from self.blocks(child)

    def _paragraph(self, element: Any) -> Iterator[Block]:
        self.paragraphs += 1
        place = Place(paragraph=self.paragraphs)
        text = _text_of(element)
        if not text.strip() and _has_picture(element):
            yield Paragraph("", picture=True, place=place)
            return
        style = element.find(_P_STYLE)
        level = self.levels.get(style.get(_VAL)) if style is not None else None
        yield Paragraph(text, place=place) if level is None else Heading(level, text, place=place)

    def _table(self, element: Any) -> Iterator[Block]:
        inner = element.find(f".//{_TBL}")
        if inner is not None and _cells(inner) > _own_cells(element):
            yield from self._opened(element)
            return
        self.tables += 1
        boxes = tuple(_boxes(element))
        rows = max((box.row + box.rowspan for box in boxes), default=0)
        columns = max((box.column + box.colspan for box in boxes), default=0)
        shape = Shape("", (1.0,) * columns, rows, 0, boxes)
        yield Grid(shape, place=Place(table=self.tables))

    def _opened(self, element: Any) -> Iterator[Block]:
        """What stands in the cells of a table that only lays out."""
        self.nesting += 1
        if self.nesting > _MAX_NESTING:
            raise FileTooLargeError(self.name, f"has tables nested more than {_MAX_NESTING} deep")
        for row in _children(element, _TR):
            for cell in _children(row, _TC):
                yield from self.blocks(cell)
        self.nesting -= 1


def _cells(table: Any) -> int:
    return sum(1 for _ in table.iter(_TC))


def _own_cells(table: Any) -> int:
    return sum(1 for row in _children(table, _TR) for _ in _children(row, _TC))


def _text_of(paragraph: Any) -> str:
    """The text of a paragraph's runs; a break and a tab are characters of it."""
    pieces: list[str] = []
    _collect(paragraph, pieces)
    return "".join(pieces)


def _collect(parent: Any, pieces: list[str]) -> None:
    for child in parent:
        tag = child.tag
        if tag == _T:
            pieces.append(child.text or "")
        elif tag in _OPENED:
            _collect(child, pieces)
        elif tag in _MARKS and child.get(_TYPE, "textWrapping") == "textWrapping":
            pieces.append(_MARKS[tag])


def _has_picture(paragraph: Any) -> bool:
    return any(element.tag in _PICTURES for element in paragraph.iter())


def _boxes(table: Any) -> Iterator[Box]:
    """Each cell as a box; a cell that goes on from above lengthens that one."""
    heads: dict[int, list[Any]] = {}
    found: list[list[Any]] = []
    for number, row in enumerate(_children(table, _TR)):
        column = _number(_properties(row, _TR_PR).get(_GRID_BEFORE), 0)
        for cell in _children(row, _TC):
            said = _properties(cell, _TC_PR)
            width = _number(said.get(_GRID_SPAN), 1)
            if said.get(_V_MERGE) == "continue" and column in heads:
                heads[column][2] = number - heads[column][0] + 1
            else:
                heads[column] = [number, column, 1, width, _cell_text(cell)]
                found.append(heads[column])
            column += width
    for top, left, height, width, text in found:
        yield Box(top, left, height, width, text, "value")


def _children(parent: Any, tag: str) -> Iterator[Any]:
    """The rows of a table or cells of a row, also inside content controls."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _OPENED:
            yield from _children(child, tag)


def _properties(element: Any, tag: str) -> dict[str, str]:
    """The values of a row's or cell's properties, by tag; a merge that says nothing goes on from above."""
    found = element.find(tag)
    return {} if found is None else {child.tag: child.get(_VAL, "continue") for child in found}


def _number(text: str | None, default: int) -> int:
    return min(int(text), _MAX_SPAN) if text is not None and text.isdecimal() else default


def _cell_text(cell: Any) -> str:
    """The paragraphs of a cell, also those of a table inside it, one a line."""
    paragraphs = list(_children(cell, _P))
    if any(child.tag == _TBL for child in cell):
        paragraphs = list(cell.iter(_P))
    return "\n".join(map(_text_of, paragraphs))
