"""The neutral middle: a manuscript is an ordered run of headings, paragraphs and grids.

Every reader of a file makes a manuscript and every writer takes one, so a file format never meets a report
and a report never meets a file format. Values only; no behaviour beyond what a value needs.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Literal, TypeAlias

from attrs import field, frozen


Value: TypeAlias = int | Decimal | None
Kind: TypeAlias = Literal["count", "signed", "amount"]
Role: TypeAlias = Literal["corner", "band", "head", "label", "group", "value", "total"]
# What is strange about a cell of a sheet: its value came from a formula, or a formula left none; it is text;
# its row or column is hidden; a merge covers it.
Remark: TypeAlias = Literal["formula", "no result", "text", "hidden", "covered"]

# Stands in a text for what is no text: a picture, a formula, a text box. No file can hold this character.
OBJECT = "\ufffe"
REPLACED = "\ufffd"  # stands for bytes that are not of a text's encoding
# Control characters and lone surrogates: XML 1.0 has no way to write them, so no file has.
UNWRITABLE = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
SHOWN_OBJECT = "\ufffc"  # in a cell: Unicode's own character for it, so that a person sees what was there

_LANGUAGES = {"zh": 0, "en": 1}


def letters(column: int) -> str:
    """The letters of a column of a sheet.

    >>> letters(1), letters(26), letters(27), letters(16384)
    ('A', 'Z', 'AA', 'XFD')
    """
    found = ""
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(ord("A") + rest) + found
    return found


@frozen
class Place:
    """Where something stood: a line of text, a paragraph or cell of a document, a cell of a sheet.

    >>> str(Place(line=118)), str(Place(sheet="三 申请", row=5, column=4))
    ('第118行', '三 申请!D5')
    >>> Place(table=2, row=4, column=3).text("en")
    'table 2, row 4, column 3'
    """

    line: int | None = None
    paragraph: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    sheet: str | None = None

    @property
    def order(self) -> tuple[int, ...]:
        """Where it stands among others: lines and paragraphs in their order, then the rows of each table.

        >>> Place(line=4).order < Place(line=12).order < Place(table=1, row=2).order
        True
        """
        return tuple(number or 0 for number in (self.table, self.line, self.paragraph, self.row))

    def text(self, lang: Literal["zh", "en"] = "zh") -> str:
        """The place in words, in Chinese or English."""
        return "".join(self._words(_LANGUAGES[lang]))

    def _words(self, which: int) -> Iterator[str]:
        if self.sheet is not None:
            yield self.sheet
            if self.row is not None and self.column is not None:
                yield f"!{letters(self.column)}{self.row}"
            return
        parts = [
            template[which].format(number)
            for template, number in (
                (("第{}行", "line {}"), self.line),
                (("第{}段", "paragraph {}"), self.paragraph),
                (("第{}个表", "table {}"), self.table),
                (("第{}行", "row {}"), self.row),
                (("第{}列", "column {}"), self.column),
            )
            if number is not None
        ]
        yield ("", ", ")[which].join(parts)

    def __str__(self) -> str:
        return self.text()


@frozen
class Heading:
    """A heading; level 0 is the title of a document, 1 a part, 2 and 3 stand inside a part.

    *within* are the numbers of the elements around it, outermost first, where a file nests them.
    """

    level: int
    text: str
    place: Place | None = field(default=None, eq=False, repr=False, kw_only=True)
    within: tuple[int, ...] = field(default=(), eq=False, repr=False, kw_only=True)


@frozen
class Paragraph:
    """A run of text. In linear text a blank line is a paragraph without text: it may be a lost cell.

    *picture* says that a picture stands here and no text.
    """

    text: str
    picture: bool = field(default=False, repr=False, kw_only=True)
    place: Place | None = field(default=None, eq=False, repr=False, kw_only=True)
    within: tuple[int, ...] = field(default=(), eq=False, repr=False, kw_only=True)


@frozen
class Box:
    """A rectangle of a grid: printed text, or the number of the slot whose value stands there."""

    row: int
    column: int
    rowspan: int
    colspan: int
    content: str | int
    role: Role
    vertical: bool = False


@frozen
class Input:
    """What a slot takes: a name for other programs, a kind, and the words that ask for it."""

    name: str
    kind: Kind
    prompt: str


@frozen
class Sum:
    """An equation between slots: those of *plus* add up to those of *minus*; *sentence* says it."""

    plus: tuple[int, ...]
    minus: tuple[int, ...]
    sentence: str


@frozen(cache_hash=True)
class Shape:
    """The geometry of a table without its values; one constant serves every report of the same form.

    *source* is the rule that prescribes the table; *together* asks for one page. The hash is kept: writers
    look up what they have made of a shape for every report.
    """

    title: str
    columns: tuple[float, ...]
    rows: int
    header_rows: int
    boxes: tuple[Box, ...]
    inputs: tuple[Input, ...] = ()
    sums: tuple[Sum, ...] = ()
    source: str = ""
    together: bool = False


@frozen
class Grid:
    """A shape and its values, in the order of the slots. Read from a file: texts.

    *hints* are words that help to fill in a slot. From a file that says them, *names* are names of slots, and
    *remarks* has for each slot what is strange about it.
    """

    shape: Shape
    values: tuple[Value | str, ...] = ()
    hints: tuple[tuple[int, str], ...] = field(default=(), kw_only=True)
    names: tuple[tuple[str, int], ...] = field(default=(), repr=False, kw_only=True)
    remarks: tuple[tuple[Remark, ...], ...] = field(default=(), repr=False, kw_only=True)
    place: Place | None = field(default=None, eq=False, repr=False, kw_only=True)
    within: tuple[int, ...] = field(default=(), eq=False, repr=False, kw_only=True)


@frozen
class Bars:
    """One category of a chart: its name, and its number in each series; None is a blank, which is no bar."""

    name: str
    values: tuple[Value, ...]


@frozen
class Chart(Paragraph):
    """A paragraph that is drawn as bars where a medium can draw: its text says all the numbers in words.

    *groups* are categories that belong together, *blank* is the word where a bar is missing; *caption* stands
    below the picture.
    """

    caption: str = field(kw_only=True)
    blank: str = field(kw_only=True)
    series: tuple[str, ...] = field(kw_only=True)
    groups: tuple[tuple[Bars, ...], ...] = field(kw_only=True)


Block: TypeAlias = Heading | Paragraph | Grid  # a chart is a paragraph


@frozen
class Link:
    """Words that lead to another page or file, and where they stood."""

    text: str
    target: str
    place: Place | None = field(default=None, eq=False, repr=False, kw_only=True)


@frozen
class Comment:
    """Words for a person at a place of a file that was read, a paragraph each; no place: at its head."""

    place: Place | None
    paragraphs: tuple[str, ...]


@frozen
class Detail:
    """A named text that a file keeps beside its own text; *label* is what a person sees of the name."""

    name: str
    text: str = ""
    label: str = ""


@frozen
class Properties:
    """What a file says about itself beside its text; *details* read back, an empty one is a blank.

    *shown* says that the details stand where a person sees them, and changes them with the rest.
    """

    title: str = ""
    author: str = ""
    date: str = ""
    details: tuple[Detail, ...] = ()
    shown: bool = False


@frozen
class Manuscript:
    """An ordered run of blocks, with the properties of the document.

    *around* is what stands before and behind them on the paper, where the file tells the two apart.
    """

    blocks: tuple[Block, ...]
    properties: Properties = Properties()
    around: tuple[Block, ...] = ()
    links: tuple[Link, ...] = ()
