"""The body of a Word document: text segments around values; a grid's segments are made once for its shape."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from xml.sax.saxutils import escape, quoteattr

from disclosure_report.blocks import Block, Box, Chart, Grid, Heading, Shape
from disclosure_report.media.docx.pictures import Picture, picture_xml
from disclosure_report.media.docx.profile import Profile, TableLook
from disclosure_report.media.docx.styles import (
    BODY,
    HEADINGS,
    MM,
    TABLE_STYLE,
    TITLE,
    TWIPS,
    cell_styles,
    looks_of,
)
from disclosure_report.media.grids import Segments, covering, cut, printed


_STYLES = (TITLE, *HEADINGS)
_OPEN = '<w:t xml:space="preserve">'
_SPECIAL = re.compile("[&<>\n\t]")
_ESCAPED = str.maketrans(
    {
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        "\n": f"</w:t><w:br/>{_OPEN}",
        "\t": f"</w:t><w:tab/>{_OPEN}",
    }
)
_DENSE_COLUMNS = 6  # a table with more columns gets the small type
_LOOKS = ("Table", "Dense", "Fine")  # the largest type first; a dense table begins with the second
_FIGURE = 0.5  # the width of a figure, of its size
_KEPT_ROWS = 20  # a table with at most so many rows stays on one page


def body_xml(blocks: tuple[Block, ...], profile: Profile, pictures: Sequence[Picture] = ()) -> bytes:
    """The blocks in order, in UTF-8; *pictures* are those of its charts."""
    left = iter(pictures)
    return b"".join([_block(block, profile, left) for block in blocks])


def _block(block: Block, profile: Profile, pictures: Iterator[Picture]) -> bytes:
    if isinstance(block, Grid):
        return _grid(block, profile)
    if isinstance(block, Chart):
        return picture_xml(next(pictures), profile)
    style = _STYLES[block.level] if isinstance(block, Heading) else BODY
    text = block.text
    words = text.translate(_ESCAPED) if _SPECIAL.search(text) else text
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r>{_OPEN}{words}</w:t></w:r></w:p>'.encode()


def _grid(grid: Grid, profile: Profile) -> bytes:
    figures = printed(grid.values)
    rooms = _rooms(grid.shape, profile)
    longest = max(map(len, figures), default=0)
    if longest > rooms[0][1]:  # then it is worth the time to count characters, not bytes
        longest = max(len(each.decode()) for each in figures)
    fitting = next((prefix for prefix, room in rooms if longest <= room), rooms[-1][0])
    return _segments(grid.shape, profile, fitting).filled(figures)


@lru_cache(maxsize=32)
def _rooms(shape: Shape, profile: Profile) -> tuple[tuple[str, float], ...]:
    """The looks that a table may have, the largest type first, and how many figures fit a cell of each."""
    widths = _widths(shape, profile)
    values = [box for box in shape.boxes if isinstance(box.content, int)]
    narrowest = min((sum(widths[box.column : box.column + box.colspan]) for box in values), default=0)
    dense = len(shape.columns) > _DENSE_COLUMNS
    return tuple(
        (prefix, (narrowest / TWIPS - 2 * look.cell_margin) / (look.value.size * _FIGURE))
        for prefix in _LOOKS[dense:]
        for look in [looks_of(profile)[prefix]]
    )


@lru_cache(maxsize=64)
def _segments(shape: Shape, profile: Profile, prefix: str) -> Segments:
    return cut(_table(shape, profile, prefix))


def _table(shape: Shape, profile: Profile, prefix: str) -> Iterator[str | int]:
    look = looks_of(profile)[prefix]
    styles = cell_styles(prefix)
    widths = _widths(shape, profile)
    yield _table_head(shape, look, widths)
    boxes = covering(shape)
    together = shape.together or shape.rows <= _KEPT_ROWS
    for row in range(shape.rows):
        head = "<w:tblHeader/>" if row < shape.header_rows else ""
        height = round(look.row_height * TWIPS)
        yield (f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{height}" w:hRule="atLeast"/>{head}</w:trPr>')
        keep = "<w:keepNext/>" if together and row < shape.rows - 1 else ""
        column = 0
        while column < len(shape.columns):
            box = boxes[row, column]
            width = sum(widths[column : column + box.colspan])
            style = f'<w:pStyle w:val="{styles[box.role]}"/>{keep}'
            yield from _cell(box, row, width, style, _printed(box, width, look))
            column += box.colspan
        yield "</w:tr>"
    yield "</w:tbl>"


def _widths(shape: Shape, profile: Profile) -> list[int]:
    """Twips that add up to the text width exactly."""
    total = round(profile.text_width * MM)
    edges = [0.0]
    for width in shape.columns:
        edges.append(edges[-1] + width)
    marks = [round(edge / edges[-1] * total) for edge in edges]
    return [right - left for left, right in pairwise(marks)]


def _table_head(shape: Shape, look: TableLook, widths: list[int]) -> str:
    margin = round(look.cell_margin * TWIPS)
    margins = "".join(f'<w:{side} w:w="{margin}" w:type="dxa"/>' for side in ("left", "right"))
    described = f"{shape.title}，{shape.rows}行{len(shape.columns)}列"
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{TABLE_STYLE}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:jc w:val="center"/><w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar>'
        f'<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" '
        f'w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val={quoteattr(shape.title)}/>'
        f"<w:tblDescription w:val={quoteattr(described)}/></w:tblPr>"
        f"<w:tblGrid>{grid}</w:tblGrid>"
    )


def _printed(box: Box, width: int, look: TableLook) -> str | int:
    """What stands in a box; a head too wide for one line breaks after an even number of characters.

    The words of the form have two, so that 结果维持 becomes 结果 and 维持.
    """
    if isinstance(box.content, int) or box.role != "head":
        return box.content if isinstance(box.content, int) else escape(box.content)
    room = int((width / TWIPS - 2 * look.cell_margin) / look.head.size)
    length = len(box.content)
    half = sum(character.isascii() for character in box.content)
    lines = -(-(2 * length - half) // (2 * max(room, 1)))
    step = -(-length // lines) if lines else length
    step += step % 2 if lines > 1 else 0
    pieces = [escape(box.content[at : at + step]) for at in range(0, length, step or 1)]
    return "</w:t><w:br/><w:t>".join(pieces)


def _cell(box: Box, row: int, width: int, style: str, printed: str | int) -> Iterator[str | int]:
    span = f'<w:gridSpan w:val="{box.colspan}"/>' if box.colspan > 1 else ""
    first = row == box.row
    merge = "" if box.rowspan == 1 else '<w:vMerge w:val="restart"/>' if first else "<w:vMerge/>"
    turned = '<w:textDirection w:val="tbRlV"/>' if box.vertical else ""
    yield (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}{turned}<w:vAlign w:val="center"/>'
        f"</w:tcPr><w:p><w:pPr>{style}</w:pPr>"
    )
    if first:
        yield "<w:r><w:t>"
        yield printed
        yield "</w:t></w:r>"
    yield "</w:p></w:tc>"
