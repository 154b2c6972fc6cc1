"""The sheets of words: the text, one block a row with its level beside it, and the guide."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from operator import attrgetter

from disclosure_report.blocks import Block, Detail, Grid, Heading, Paragraph
from disclosure_report.errors import InvalidValueError
from disclosure_report.media.xlsx.cells import row_opening, text_cell, text_end
from disclosure_report.media.xlsx.frame import Frame, frame_of
from disclosure_report.media.xlsx.plan import GUIDE_WIDTHS, TEXT_WIDTHS, Plan
from disclosure_report.media.xlsx.styles import (
    HEAD,
    LINE,
    OPEN_HEAD,
    OPEN_LINE,
    Key,
    height,
    lines_in,
    lines_of,
    room_of,
)
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
    levels = {level: text_end(head, level) for level in {level for level, _ in lines}}
    room = room_of(TEXT_WIDTHS[1])
    rows = [
        f'<row r="{n}" ht="{height(lines_in(words, room))}" customHeight="1"><c r="A{n}"{levels[level]}'
        f'<c r="B{n}"{text_end(line, words)}</row>'
        for n, (level, words) in enumerate(lines, start=1)
    ]
    return "".join(rows).encode()


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
    rows = list(_guide(frame.plan))
    keys = (HEAD, OPEN_LINE if frame.plan.fillable else LINE)
    for row, detail in enumerate(filter(attrgetter("label"), details), start=frame.plan.first_detail):
        if detail.text:
            rows[row] = _guide_row(row, keys, (detail.label, detail.text), frame)
    return "".join(rows).encode()


@lru_cache(maxsize=16)
def _guide(plan: Plan) -> tuple[str, ...]:
    """The rows while no detail has a text."""
    frame = frame_of(plan)
    return tuple(
        _guide_row(row, keys, texts, frame)
        for row, (keys, texts) in enumerate(plan.guide([""] * len(plan.details)))
    )


def _guide_row(row: int, keys: tuple[Key, Key], texts: tuple[str, str], frame: Frame) -> str:
    first, second = (
        text_cell(row, column, frame.styles[key], text, frame.words)
        for column, (key, text) in enumerate(zip(keys, texts, strict=True))
    )
    return f"{row_opening(row, _height(*texts))}{first}{second}</row>"


def _height(first: str, second: str) -> int:
    """A row with one text alone has it over both columns."""
    widths = GUIDE_WIDTHS if second else (sum(GUIDE_WIDTHS), 1)
    return height(max(lines_of(first, widths[0]), lines_of(second, widths[1])))
