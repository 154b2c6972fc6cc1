"""A table below a line, or in a sheet, that says another year may be last year's: a doubt at its cells."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import takewhile

from disclosure_report.blocks import Block, Grid
from disclosure_report.checks.catalogue import TABLE_OF_YEAR
from disclosure_report.layout.recognise.tables import TableReading


_IN_NAME = re.compile(r"(?<!\d)20\d\d(?!\d)")
_IN_LINE = re.compile(r"(?<!\d)20\d\d(?=\s*年)")
_LONGEST = 40  # characters; a longer line is no caption, nor is a sentence


def note_years(reading: TableReading, part: Sequence[Block], year: int | None) -> None:
    """Note the cells of a table where the last line of its part above it says another year than *year*."""
    before = [*takewhile(lambda block: not isinstance(block, Grid), part)]
    if len(before) < len(part):
        _note(reading, reading.filled, _last(before), year)


def note_years_of_sheets(reading: TableReading, lines: Sequence[Block], year: int | None) -> None:
    """Note the cells in a sheet of which the name, or the last of the lines above, says another year."""
    places = {slot: place for slot in reading.filled if (place := reading.sources[slot].place)}
    for sheet in sorted({place.sheet for place in places.values() if place.sheet}):
        own = [slot for slot, place in places.items() if place.sheet == sheet]
        first = places[own[0]].row or 0
        placed = ((line, line.place) for line in lines)
        above = [
            line for line, place in placed if place and place.sheet == sheet and (place.row or 0) < first
        ]
        _note(reading, own, {sheet: _IN_NAME.findall(sheet)} | _last(above), year)


def _last(lines: Iterable[Block]) -> dict[str, list[str]]:
    """The years of the last caption that says any."""
    texts = (line.text.strip() for line in lines if not isinstance(line, Grid) and len(line.text) <= _LONGEST)
    said = {text: years for text in texts if not text.endswith("。") and (years := _IN_LINE.findall(text))}
    return dict([*said.items()][-1:])


def _note(
    reading: TableReading, slots: Sequence[int], said: Mapping[str, list[str]], year: int | None
) -> None:
    other = next((text for text, years in said.items() if years and str(year) not in years), None)
    if year is not None and other is not None and slots:
        reading.note(TABLE_OF_YEAR, slots, reading.sources[slots[0]].place, text=other, year=year)
