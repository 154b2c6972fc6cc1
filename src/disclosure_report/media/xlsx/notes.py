"""Notes at cells of a workbook of anybody: notes that are there stay, and a cell that has one says more.

A note is an entry of its sheet's part of comments, and a box in its legacy drawing. Two formats of one idea:
without the box Excel shows nothing. Nothing else of the workbook is touched, its charts and shapes neither.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from attrs import define, field

from disclosure_report.blocks import Comment, Place
from disclosure_report.errors import DamagedFileError
from disclosure_report.media.archive import Package
from disclosure_report.media.comments import AUTHOR, writable
from disclosure_report.media.editing import Edits
from disclosure_report.media.properties import HEAD
from disclosure_report.media.xlsx.addresses import Cell, address, position
from disclosure_report.media.xlsx.book import Book, SheetPart, below, book_of, local, text_of
from disclosure_report.media.xlsx.cells import escaped
from disclosure_report.media.xlsx.note_boxes import add_boxes
from disclosure_report.media.xlsx.sheet import cells_of


_TRANSITIONAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
# The namespace of relationships that goes with that of a sheet; the strict one has its own.
_STRICT = "http://purl.oclc.org/ooxml"
_RELATIONS = {f"{_STRICT}/spreadsheetml/main": f"{_STRICT}/officeDocument/relationships"}
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_THREAD = "tc="  # how the author of a note is called that only stands for a conversation
_LONGEST = 16_383  # a note holds 32,767 UTF-16 units, and a character takes up to two
# What stands before the legacy drawing in a sheet (ECMA-376, CT_Worksheet).
_BEFORE = frozenset(
    (
        "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr",
        "sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate",
        "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting", "dataValidations",
        "hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks",
        "customProperties", "cellWatches", "ignoredErrors", "smartTags", "drawing",
    )
)  # fmt: skip


def mark(data: bytes, name: str, comments: Sequence[Comment]) -> bytes:
    """The workbook with these notes.

    Raises:
        DamagedFileError: a part that takes them is damaged, or there is no sheet.
    """
    if not comments:
        return data
    package = Package(data, name)
    book = book_of(package)
    edits = Edits(package)
    for number, (sheet, notes) in enumerate(_by_sheet(book, comments), start=1):
        _Sheet(edits, sheet, number).add(_uncovered(notes, package, sheet, book))
    return edits.data()


def _by_sheet(book: Book, comments: Iterable[Comment]) -> list[tuple[SheetPart, list[tuple[Cell, Comment]]]]:
    """The cell of each comment, sheet by sheet; where it has no place in the workbook, the first seen."""
    if not book.sheets:
        raise DamagedFileError(book.file, "has no sheet that could hold a note")
    named = {sheet.name: sheet for sheet in book.sheets}
    first = next((sheet for sheet in book.sheets if not sheet.is_hidden), book.sheets[0])
    found: dict[str, tuple[SheetPart, list[tuple[Cell, Comment]]]] = {}
    for comment in comments:
        place = comment.place or Place()
        sheet = named.get(place.sheet or "", first)
        cell = ((place.row or 1) - 1, (place.column or 1) - 1) if sheet.name == place.sheet else (0, 0)
        found.setdefault(sheet.part, (sheet, []))[1].append((cell, comment))
    return list(found.values())


def _uncovered(
    notes: Iterable[tuple[Cell, Comment]], package: Package, sheet: SheetPart, book: Book
) -> dict[Cell, list[str]]:
    """What is to be said at each cell; a cell that a merge covers is not seen, so its first cell says it."""
    spans = package.derived(sheet.part, partial(cells_of, sheet=sheet, book=book)).spans
    over = {
        (row, column): (top, left)
        for (top, left), (height, width) in spans.items()
        for row in range(top, top + height)
        for column in range(left, left + width)
    }
    found: dict[Cell, list[str]] = {}
    for cell, comment in notes:
        found.setdefault(over.get(cell, cell), []).extend(comment.paragraphs)
    return found


@define
class _Sheet:
    """One sheet that gets notes; *number* tells its drawing from those of the others."""

    edits: Edits
    sheet: SheetPart
    number: int
    root: Any = field(init=False)
    notes: Any = field(init=False)

    def add(self, words: Mapping[Cell, Sequence[str]]) -> None:
        """Put these words at these cells."""
        self.root = self.edits.root(self.sheet.part)
        self.notes = self._comments()
        found = {position(each.get("ref", "")): each for each in below(self.notes, "commentList", "comment")}
        threads = self._threads(found)
        fresh: dict[Cell, list[str]] = {}
        for (row, column), paragraphs in words.items():
            free = column
            while (row, free) in threads:
                free += 1
            said = paragraphs if free == column else [address(row, column), *paragraphs]
            if (row, free) in found:
                _say_more(found[row, free], "\n".join(said))
            else:
                fresh.setdefault((row, free), []).extend(said)
        self._add({cell: "\n".join(said) for cell, said in fresh.items()})

    def _threads(self, found: Mapping[Cell | None, Any]) -> set[Cell | None]:
        """Cells whose note only stands for a conversation: what is added to it, Excel does not show."""
        names = [each.text or "" for each in self.notes[0]]
        numbers = {str(number) for number, name in enumerate(names) if name.startswith(_THREAD)}
        return {cell for cell, note in found.items() if note.get("authorId") in numbers}

    def _comments(self) -> Any:
        """The root of the sheet's comments, which it gets where it has none."""
        part = self.edits.target(self.sheet.part, "comments")
        if part is None:
            part = self.edits.free_name("xl/comments{}.xml")
            self.edits.relate(self.sheet.part, f"{self._relations}/comments", part)
        self.edits.declare(part, _TYPE)
        empty = f'{HEAD}<comments xmlns="{self._main}"><authors/><commentList/></comments>'
        root = self.edits.change(part, empty.encode())
        if local(root) != "comments" or [local(each) for each in root][:2] != ["authors", "commentList"]:
            raise DamagedFileError(self.edits.package.name, f"its part {part} holds no comments")
        return root

    def _add(self, texts: Mapping[Cell, str]) -> None:
        """Notes at cells that have none, and their boxes."""
        if not texts:
            return
        namespace = self._namespace(self.notes)
        names = [each.text for each in self.notes[0]]
        if AUTHOR not in names:
            self.notes[0].append(_element("author", namespace, AUTHOR))
            names.append(AUTHOR)
        for cell, text in texts.items():
            note = _element("comment", namespace, f"<text>{_run(text)}</text>")
            note.set("ref", address(*cell))
            note.set("authorId", str(names.index(AUTHOR)))
            self.notes[1].append(note)
        part, package = self._drawing(), self.edits.package
        there = self.edits.contents.get(part) or (package.read(part) if part in package else None)
        self.edits.contents[part] = add_boxes(there, texts, self.root, self.number, package.name)

    def _drawing(self) -> str:
        """The legacy drawing of the sheet, which it gets where it has none."""
        shown = next(below(self.root, "legacyDrawing"), None)
        reference = shown.get(f"{{{self._relations}}}id", "") if shown is not None else ""
        part = self.edits.target_of(self.sheet.part, reference)
        if part is None:
            part = self.edits.free_name("xl/drawings/vmlDrawing{}.vml")
            reference = self.edits.relate(self.sheet.part, f"{self._relations}/vmlDrawing", part)
            self.edits.changed.add(self.sheet.part)
            if shown is None:
                shown = self._inserted()
            shown.set(f"{{{self._relations}}}id", reference)
        self.edits.declare_suffix("vml", _DRAWING_TYPE)
        return part

    def _inserted(self) -> Any:
        before = [number for number, each in enumerate(self.root) if local(each) in _BEFORE]
        element = self.root.makeelement(f"{{{self._main}}}legacyDrawing", nsmap={"r": self._relations})
        self.root.insert(before[-1] + 1 if before else 0, element)
        return element

    def _namespace(self, root: Any) -> str:
        namespace, closing, _ = str(root.tag)[1:].partition("}")
        if not closing:
            raise DamagedFileError(self.edits.package.name, f"its sheet {self.sheet.name} has no namespace")
        return namespace

    @property
    def _main(self) -> str:
        return self._namespace(self.root)

    @property
    def _relations(self) -> str:
        """The namespace of relationships."""
        return _RELATIONS.get(self._main, _TRANSITIONAL)


def _say_more(comment: Any, text: str) -> None:
    """Add to a note, as one more run of its text; a text without runs becomes the first."""
    said = next(below(comment, "text"), None)
    main = str(comment.tag)[1:].partition("}")[0]
    if said is None:
        comment.insert(0, _element("text", main, _run(text)))
        return
    for plain in list(below(said, "t")):
        run = said.makeelement(f"{{{main}}}r")
        said.replace(plain, run)
        run.append(plain)
    runs = [number for number, each in enumerate(said) if local(each) == "r"]
    before = "\n" if text_of(said) else ""
    said.insert(runs[-1] + 1 if runs else 0, _element("r", main, _text(before + text)))


def _run(text: str) -> str:
    return f"<r>{_text(text)}</r>"


def _text(text: str) -> str:
    said = writable(text)
    cut = said if len(said) <= _LONGEST else said[: _LONGEST - 1] + "…"
    return f'<t xml:space="preserve">{escaped(cut)}</t>'


def _element(tag: str, namespace: str, content: str) -> Any:
    from lxml import etree

    return etree.fromstring(f'<{tag} xmlns="{namespace}">{content}</{tag}>')
