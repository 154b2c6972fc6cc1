"""A table of a Word document as a grid: merged cells are boxes with spans, each cell's text is a slot.

Where the cells stand depends on the markup alone, and most tables of this report share theirs with many
others. So the markup without its texts is looked up first, and walked only when it is new.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any
from xml.sax.saxutils import unescape

from attrs import evolve, frozen

from disclosure_report.blocks import OBJECT, SHOWN_OBJECT, Box, Grid, Place, Shape
from disclosure_report.media.archive import LimitError, root_of
from disclosure_report.media.docx.cutting import Markup
from disclosure_report.media.docx.runs import LOOKS, OPENED, TBL, P, T, children, says_something, text_of
from disclosure_report.media.docx.styles import W


_W = f"{{{W}}}"
TR, TC = f"{_W}tr", f"{_W}tc"
_TC_PR, _TR_PR, _VAL = f"{_W}tcPr", f"{_W}trPr", f"{_W}val"
_HIDDEN_ROW, _DELETED = f"{_W}hidden", f"{_W}del"
_OFF = frozenset({"0", "false", "off"})
_GRID_SPAN, _GRID_BEFORE, _V_MERGE, _H_MERGE = (
    f"{_W}{name}" for name in ("gridSpan", "gridBefore", "vMerge", "hMerge")
)
MAX_CELLS = 50_000
_IN_CELLS = frozenset({P, TBL, _TC_PR, *OPENED})
_MAX_SPAN = 63  # the columns that a table of Word can have

_GAP = "\0"  # stands for a text and the tags' ends around it in markup that is looked up: no XML can hold it
_PRIVATE = range(0xE000, 0xF900)  # characters for private use: one of them marks the numbers of texts
_LARGEST_KEPT = 200_000  # characters of markup; a table of the form has about 40,000


@frozen
class _Layout:
    """Where the texts of a markup stand: for each slot its first text; for a slot of several, all pieces."""

    shape: Shape
    firsts: tuple[int, ...]
    joined: tuple[tuple[int, tuple[str | int, ...]], ...]


def grid_of(table: Any, place: Place, markup: Markup | None) -> Grid:
    """The grid of a table; *markup* is its XML where that is known."""
    from lxml import etree

    if markup is None:
        markup = Markup(etree.tostring(table, encoding="unicode", with_tail=False))
    *before, rest = markup.xml.split(_closing(table.prefix))
    pieces = [each.rpartition(">") for each in before]
    without, texts = _GAP.join([*[head for head, _, _ in pieces], rest]), [text for _, _, text in pieces]
    if "<" in "".join(texts):  # a tag without an end: parsed as it is, it is refused
        without, texts = markup.xml, []
    if "&" in markup.xml:
        texts = [unescape(text, {"&#13;": "\r", "&quot;": '"', "&apos;": "'"}) for text in texts]
    walk = _layout if len(without) <= _LARGEST_KEPT else _walked
    layout = walk(without, markup.declarations, table.prefix)
    if layout is None:
        layout, texts = _as_it_is(boxes_of(table if len(table) else _parsed(markup))), []
    values = [texts[number] for number in layout.firsts]
    for slot, template in layout.joined:
        values[slot] = "".join(each if isinstance(each, str) else texts[each] for each in template)
    return Grid(layout.shape, tuple(values), place=place)


def _closing(prefix: str | None) -> str:
    return f"</{prefix}:t>" if prefix else "</t>"


def _walked(markup: str, declarations: str, prefix: str | None) -> _Layout | None:
    """The layout of a markup: each text gives way to its number, and the boxes then say where it went.

    None where a look changes what a text says.
    """
    if any(look in markup for look in LOOKS):
        return None
    closing = _closing(prefix)
    used = set(markup)
    mark = next((sign for sign in map(chr, _PRIVATE) if sign not in used), None)
    if mark is None:
        raise LimitError("has a table with every character for private use")
    first, *rest = markup.split(_GAP)
    numbered = "".join(f">{mark}{n}{mark}{closing}{piece}" for n, piece in enumerate(rest))
    boxes: list[Box] = []
    firsts: list[int] = []
    joined: list[tuple[int, tuple[str | int, ...]]] = []
    root = root_of(f"<all{declarations}>{first}{numbered}</all>".encode())
    for box in boxes_of(root[0]):
        found = re.split(f"{mark}(\\d+){mark}", str(box.content))
        numbers = [int(number) for number in found[1::2]]
        if not numbers:
            boxes.append(box)
            continue
        boxes.append(evolve(box, content=len(firsts)))
        template = tuple(int(each) if n % 2 else each for n, each in enumerate(found) if n % 2 or each)
        if len(template) > 1:
            joined.append((len(firsts), template))
        firsts.append(numbers[0])
    return _Layout(_shape(boxes), tuple(firsts), tuple(joined))


def _as_it_is(boxes: Iterable[Box]) -> _Layout:
    """A layout without gaps: each box with its own text."""
    return _Layout(_shape(list(boxes)), (), ())


def _parsed(markup: Markup) -> Any:
    return root_of(f"<all{markup.declarations}>{markup.xml}</all>".encode())[0]


def _shape(boxes: Sequence[Box]) -> Shape:
    rows = max((box.row + box.rowspan for box in boxes), default=0)
    columns = max((box.column + box.colspan for box in boxes), default=0)
    return Shape("", (1.0,) * columns, rows, 0, tuple(boxes))


_layout = lru_cache(maxsize=64)(_walked)


def boxes_of(table: Any) -> Iterator[Box]:
    """Each cell as a box; a cell that goes on from above lengthens that one."""
    for top, left, height, width, cell in cells_of(table):
        yield Box(top, left, height, width, _cell_text(cell), "value")


def cells_of(table: Any) -> list[tuple[int, int, int, int, Any]]:
    """Row, column, height and width of each box, and the first of its cells."""
    heads: dict[int, list[Any]] = {}
    found: list[list[Any]] = []
    for number, (row, properties) in enumerate(_shown_rows(table)):
        column = _number(properties.get(_GRID_BEFORE), 0)
        for cell in children(row, TC):
            said = _properties(cell, _TC_PR)
            width = _number(said.get(_GRID_SPAN), 1)
            if said.get(_H_MERGE) == "continue" and found:
                found[-1][3] += width
                column += width
                continue
            if said.get(_V_MERGE) == "continue" and column in heads:
                heads[column][2] = number - heads[column][0] + 1
            else:
                heads[column] = [number, column, 1, width, cell]
                found.append(heads[column])
                if len(found) > MAX_CELLS:
                    raise LimitError(f"has a table of more than {MAX_CELLS} cells, the most that are read")
            column += width
    return [(top, left, height, width, cell) for top, left, height, width, cell in found]


def _shown_rows(table: Any) -> Iterator[tuple[Any, dict[str, str]]]:
    """The rows that a person sees, with their properties: neither hidden nor deleted with a track."""
    for row in children(table, TR):
        properties = _properties(row, _TR_PR)
        if _DELETED not in properties and properties.get(_HIDDEN_ROW, "0") in _OFF:
            yield row, properties


def _properties(element: Any, tag: str) -> dict[str, str]:
    """The values of a row's or cell's properties, by tag; a merge that says nothing goes on from above."""
    found = element.find(tag)
    return {} if found is None else {child.tag: child.get(_VAL, "continue") for child in found}


def _number(text: str | None, default: int) -> int:
    return min(int(text[:9]), _MAX_SPAN) if text is not None and text.isdecimal() else default


def _cell_text(cell: Any) -> str:
    """The paragraphs of a cell, also those of a table inside it, one a line."""
    has_table = next(children(cell, TBL), None) is not None
    paragraphs = cell.iter(P) if has_table else children(cell, P)
    others = [SHOWN_OBJECT for child in cell if child.tag not in _IN_CELLS and says_something(child)]
    texts = [text_of(paragraph).replace(OBJECT, SHOWN_OBJECT) for paragraph in paragraphs]
    return "\n".join([*texts, *others])


__all__ = ["TC", "TR", "T", "boxes_of", "cells_of", "grid_of"]
