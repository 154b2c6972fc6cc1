"""A grid as a table of a page: a caption, heads with a scope, for each cell the heads above and beside it."""

from collections.abc import Iterator
from functools import lru_cache
from html import escape

from disclosure_report.blocks import Box, Grid, Role, Shape
from disclosure_report.media.grids import Segments, covering, cut, printed


_HEADS: frozenset[Role] = frozenset({"head", "band"})
_LABELS: frozenset[Role] = frozenset({"label", "group"})
# The fifteen columns of part four hold numbers of this many digits on A4.
_FITS = 6


def table_of(grid: Grid, number: int) -> bytes:
    """The table; *number* tells the heads of one table from those of another."""
    texts = printed(grid.values)
    look = ' class="long"' if max(map(len, texts), default=0) > _FITS else ""
    return _segments(grid.shape, number, look).filled(texts)


@lru_cache(maxsize=32)
def _segments(shape: Shape, number: int, look: str) -> Segments:
    return cut(_pieces(shape, number, look))


def _pieces(shape: Shape, number: int, look: str) -> Iterator[str | int]:
    boxes = covering(shape)
    caption = escape(shape.title)
    yield f'<div class="wide" role="region" aria-label="{caption}" tabindex="0"><table{look}>'
    yield f"<caption>{caption}</caption>"
    yield "<thead>" if shape.header_rows else "<tbody>"
    for row in range(shape.rows):
        if row and row == shape.header_rows:
            yield "</thead><tbody>"
        yield "<tr>"
        for column in range(len(shape.columns)):
            box = boxes[row, column]
            if (box.row, box.column) == (row, column):
                yield from _cell(box, shape, number)
        yield "</tr>"
    yield "</tbody></table></div>"


def _cell(box: Box, shape: Shape, number: int) -> Iterator[str | int]:
    spans = "".join(
        f' {name}="{span}"' for name, span in (("rowspan", box.rowspan), ("colspan", box.colspan)) if span > 1
    )
    if isinstance(box.content, str):
        scope = _scope(box)
        tag = "th" if scope else "td"
        look = ' class="vertical"' if box.vertical else ""
        yield f'<{tag} id="{_id(box, number)}"{scope}{spans}{look}>{escape(box.content)}</{tag}>'
        return
    heads = " ".join(_id(each, number) for each in _heads_of(box, shape))
    yield f'<td headers="{heads}"{spans} class="{box.role}">'
    yield box.content
    yield "</td>"


def _scope(box: Box) -> str:
    if box.role in _HEADS:
        return f' scope="{"colgroup" if box.colspan > 1 else "col"}"'
    if box.role in _LABELS:
        return f' scope="{"rowgroup" if box.rowspan > 1 else "row"}"'
    return ""


def _id(box: Box, number: int) -> str:
    return f"t{number}r{box.row + 1}c{box.column + 1}"


def _heads_of(box: Box, shape: Shape) -> Iterator[Box]:
    """The labels of its row, and the heads right above its column."""
    boxes = covering(shape)
    labels = dict.fromkeys(boxes[box.row, column] for column in range(box.column))
    yield from (each for each in labels if each.role in _LABELS)
    found: dict[Box, None] = {}
    for row in range(box.row - 1, -1, -1):
        above = boxes[row, box.column]
        if above.role in _HEADS:
            found[above] = None
        elif found:
            break
    yield from reversed(found)
