"""A table below a line, or in a sheet, that says another year may be last year's: a doubt at its cells."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from disclosure_report.blocks import Block, Grid
from disclosure_report.checks.catalogue import TABLE_OF_YEAR
from disclosure_report.layout.recognise.tables import TableReading


_IN_NAME = re.compile(r"(?<!\d)20\d\d(?!\d)")
_IN_LINE = re.compile(r"(?<!\d)20\d\d(?=\s*年)")
_LONGEST = 40  # characters; a longer line is no caption, nor is a sentence


def note_years(reading: TableReading, around: Sequence[Block], year: int | None) -> None:
    """Note the cells for which the last line above them, or the name of their sheet, does not say *year*.

    *around* are the blocks of the table's part, or all lines of a workbook.
    """
    places = {slot: place for slot in reading.filled if (place := reading.sources[slot].place)}
    if year is None or not places:
        return
    for sheet in sorted({place.sheet or "" for place in places.values()}):
        own = [slot for slot, place in places.items() if (place.sheet or "") == sheet]
        first = places[own[0]]
        above = _in_sheet(around, sheet, first.row or 0) if sheet else _before_table(around)
        captions = [line for line in above if _IN_LINE.search(line)]
        said = {line: _IN_LINE.findall(line) for line in captions[-1:]} | {sheet: _IN_NAME.findall(sheet)}
        other = next((text for text, years in said.items() if years and str(year) not in years), None)
        if other is not None:
            reading.note(TABLE_OF_YEAR, own, first, text=other, year=year)


def _in_sheet(lines: Iterable[Block], sheet: str, row: int) -> Iterator[str]:
    """The captions of a sheet above a row."""
    places = ((line, line.place) for line in lines)
    return _captions(
        line for line, place in places if place and place.sheet == sheet and (place.row or 0) < row
    )


def _before_table(blocks: Sequence[Block]) -> Iterator[str]:
    """The captions of a part before its first table; a part without one has none."""
    before = [*takewhile(lambda block: not isinstance(block, Grid), blocks)]
    return _captions(before if len(before) < len(blocks) else ())


def _captions(lines: Iterable[Block]) -> Iterator[str]:
    texts = (line.text.strip() for line in lines if not isinstance(line, Grid))
    return (text for text in texts if len(text) <= _LONGEST and not text.endswith("。"))
