"""From a Word document to a manuscript: one walk over document.xml, in the order of the text.

A table that only lays out other tables is opened.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

from attrs import define, field

from disclosure_report.blocks import (
    OBJECT,
    Block,
    Heading,
    Manuscript,
    Paragraph,
    Place,
    Properties,
)
from disclosure_report.errors import DamagedFileError
from disclosure_report.kept import kept
from disclosure_report.media.archive import LimitError, Package, root_of
from disclosure_report.media.docx.cutting import Markup, parsed
from disclosure_report.media.docx.frame import DOCUMENT
from disclosure_report.media.docx.runs import (
    MARK_END,
    MARK_START,
    MARKS,
    OPENED,
    REPORT_MARK,
    TBL,
    P,
    children,
    says_something,
    text_of,
)
from disclosure_report.media.docx.styles import W
from disclosure_report.media.docx.tables import TC, TR, grid_of
from disclosure_report.media.properties import read_details


STYLES = "word/styles.xml"
_W = f"{{{W}}}"
_VAL = f"{_W}val"
_P_PR, _P_STYLE = f"{_W}pPr", f"{_W}pStyle"
_MAX_NESTING = 8
MAX_PARAGRAPHS = 50_000
MAX_TABLES = 2_000
MAX_ALL_CELLS = 100_000
_TC_PR, _RUN, _NAME, _ID = (f"{_W}{name}" for name in ("tcPr", "r", "name", "id"))


def read(data: bytes, name: str, _: str | None = None) -> Manuscript:
    """The blocks of a Word document, and its named properties."""
    package = Package(data, name)
    if DOCUMENT not in package:
        raise DamagedFileError(name, f"is no Word document: it has no part {DOCUMENT}")
    levels = package.derived(STYLES, _heading_levels) if STYLES in package else {}
    report, around = package.derived(DOCUMENT, partial(_blocks, name, levels))
    return Manuscript(report, Properties(details=read_details(package)), around)


def _blocks(
    name: str, levels: dict[str, int], document: bytes
) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """The blocks of the report, and those that stand around it on the unit's own paper."""
    root, markups = parsed(document)
    body = root.find(f"{_W}body")
    if body is None:
        raise DamagedFileError(name, "is no Word document: it has no body")
    walk = Walk(levels, markups, is_marked=REPORT_MARK.encode() in document)
    walk.below(body)
    blocks = tuple(walk.blocks)
    if walk.first is None or walk.end is None:
        return blocks, ()
    return blocks[walk.first : walk.end], (*blocks[: walk.first], *blocks[walk.end :])


@kept(16, longest=500_000)
def _heading_levels(styles: bytes) -> dict[str, int]:
    """The level of each paragraph style that is a heading, by its id: 0 for the title."""
    levels = {}
    for style in root_of(styles).iter(f"{_W}style"):
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
class Walk:
    """One walk: the blocks so far, how many paragraphs, tables and cells came, how deep it is.

    *elements* are the paragraphs and tables of the blocks, by place: comments are set by the same walk.
    *first* and *end* are the numbers of blocks before the two marks around a report on a unit's own paper.
    """

    levels: dict[str, int]
    markups: dict[Any, Markup]
    is_marked: bool
    blocks: list[Block] = field(factory=list)
    elements: dict[Place, Any] = field(factory=dict)
    first: int | None = None
    end: int | None = None
    mark: str | None = None
    paragraphs: int = 0
    tables: int = 0
    met: int = 0
    cells: int = 0
    nesting: int = 0
    kinds: dict[str, Callable[[Any], None]] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.kinds = {P: self._paragraph, TBL: self._table, **dict.fromkeys(MARKS, self._mark)}

    def below(self, parent: Any) -> None:
        """Take the blocks below an element."""
        for child in parent:
            if child.tag in self.kinds:
                self.kinds[child.tag](child)
            elif child.tag in OPENED:
                self.below(child)
            elif says_something(child) and child.tag != _TC_PR:
                self.blocks.append(Paragraph("", picture=True, place=Place(paragraph=self.paragraphs)))

    def _mark(self, element: Any) -> None:
        """A mark between paragraphs, or in one: there a mark behind words has them before it."""
        before = len(self.blocks) + any(each.tag == _RUN for each in element.itersiblings(preceding=True))
        if element.tag == MARK_START and element.get(_NAME) == REPORT_MARK:
            self.mark, self.first = element.get(_ID), len(self.blocks)
        elif self.mark is not None and element.tag == MARK_END and element.get(_ID) == self.mark:
            self.end = before

    def _paragraph(self, element: Any) -> None:
        self.paragraphs += 1
        if self.paragraphs > MAX_PARAGRAPHS:
            raise LimitError(f"has more than {MAX_PARAGRAPHS} paragraphs, the most that are read")
        for mark in element.iter(*MARKS) if self.is_marked else ():
            self._mark(mark)
        place = Place(paragraph=self.paragraphs)
        self.elements[place] = element
        text = text_of(element, notes=True)
        if OBJECT in text and not text.strip(f"{OBJECT} \t\n\u3000"):
            self.blocks.append(Paragraph("", picture=True, place=place))
            return
        level = self.levels.get(_style_of(element) or "")
        self.blocks.append(
            Paragraph(text, place=place) if level is None else Heading(level, text, place=place)
        )

    def _table(self, element: Any) -> None:
        self.met += 1
        if self.met > MAX_TABLES:
            raise LimitError(f"has more than {MAX_TABLES} tables, the most that are read")
        if element.find(f".//{TBL}") is not None:
            inner = max(_cells(table) for table in element.iter(TBL) if table is not element)
            if inner > _own_cells(element):
                self._open(element)
                return
        self.tables += 1
        place = Place(table=self.tables)
        self.elements[place] = element
        grid = grid_of(element, place, self.markups.get(element))
        self.cells += len(grid.shape.boxes)
        if self.cells > MAX_ALL_CELLS:
            raise LimitError(f"has more than {MAX_ALL_CELLS} cells in its tables, the most that are read")
        self.blocks.append(grid)

    def _open(self, element: Any) -> None:
        """Take what stands in the cells of a table that only lays out."""
        self.nesting += 1
        if self.nesting > _MAX_NESTING:
            raise LimitError(f"has tables nested more than {_MAX_NESTING} deep")
        for row in children(element, TR):
            for cell in children(row, TC):
                self.below(cell)
        self.nesting -= 1


def _style_of(paragraph: Any) -> str | None:
    """The id of a paragraph's style, the first of its properties; they come before its text."""
    for properties in paragraph:
        if properties.tag != _P_PR:
            return None
        for style in properties:
            if style.tag == _P_STYLE:
                return str(style.get(_VAL))
    return None


def _cells(table: Any) -> int:
    return sum(1 for _ in table.iter(TC))


def _own_cells(table: Any) -> int:
    return sum(1 for row in children(table, TR) for _ in children(row, TC))
