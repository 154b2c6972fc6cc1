"""The sheets of words: the text, one block a row with its level beside it, and the guide."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from disclosure_report.blocks import Block, Detail, Grid, Heading, Paragraph
from disclosure_report.errors import InvalidValueError
from disclosure_report.media.xlsx.cells import row_opening, text_cell
from disclosure_report.media.xlsx.frame import Frame
from disclosure_report.media.xlsx.plan import GUIDE_WIDTHS, TEXT_WIDTHS
from disclosure_report.media.xlsx.styles import HEAD, LINE, OPEN_HEAD, OPEN_LINE, height, lines_of
from disclosure_report.media.xlsx.words import CONTINUED, TEXT_HEADS


LONGEST = 16383  # a cell holds 32,767 UTF-16 units, and a character takes up to two
MOST_ROWS = 1_048_576
_TITLE_LEVEL, _PART_LEVEL = 0, 1
_ROOM = [("", "")] * 5  # empty rows to fill in where nothing is written yet


def text_rows(blocks: Sequence[Block], frame: Frame) -> bytes:
    """Headings and paragraphs, one a row, with the heading's level beside it; a cell has a longest text."""
    fillable = frame.plan.fillable
    head, line = (frame.styles[key] for key in ((OPEN_HEAD, OPEN_LINE) if fillable else (HEAD, LINE)))
    lines = [TEXT_HEADS, *_lines(blocks, _ROOM if fillable else [])]
    if len(lines) > MOST_ROWS:
        raise InvalidValueError("prose", f"has {len(lines)} rows of text; a sheet holds {MOST_ROWS}")
    return "".join(
        [
            f"{row_opening(row, height(lines_of(words, TEXT_WIDTHS[1])))}"
            f"{text_cell(row, 0, head, level)}{text_cell(row, 1, line, words)}</row>"
            for row, (level, words) in enumerate(lines)
        ]
    ).encode()


def _lines(blocks: Sequence[Block], room: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Level and words of each row. The title stands in the guide, a grid's heading is its sheet."""
    shown = [block for block, following in pairwise([*blocks, None]) if _is_shown(block, following)]
    is_empty = True
    for block in shown:
        opens = isinstance(block, Heading) and block.level == _PART_LEVEL
        if opens and is_empty:
            yield from room
        is_empty = opens
        yield from _pieces(block)
    if is_empty:
        yield from room


def _is_shown(block: Block | None, following: Block | None) -> bool:
    if isinstance(block, Heading):
        return block.level != _TITLE_LEVEL and not isinstance(following, Grid)
    return isinstance(block, Paragraph)


def _pieces(block: Block | None) -> Iterator[tuple[str, str]]:
    if block is None or isinstance(block, Grid):
        return
    level = str(block.level) if isinstance(block, Heading) else ""
    for start in range(0, len(block.text), LONGEST):
        yield CONTINUED if start else level, block.text[start : start + LONGEST]


def guide_rows(details: Sequence[Detail], frame: Frame) -> bytes:
    """Title, details, forms, and how to fill in."""
    texts = [detail.text for detail in details if detail.label]
    return "".join(
        f"{row_opening(row, _height(*words))}"
        + "".join(
            text_cell(row, column, frame.styles[key], text)
            for column, (key, text) in enumerate(zip(keys, words, strict=True))
        )
        + "</row>"
        for row, (keys, words) in enumerate(frame.plan.guide(texts))
    ).encode()


def _height(first: str, second: str) -> int:
    """A row with one text alone has it over both columns."""
    widths = GUIDE_WIDTHS if second else (sum(GUIDE_WIDTHS), 1)
    return height(max(lines_of(first, widths[0]), lines_of(second, widths[1])))
