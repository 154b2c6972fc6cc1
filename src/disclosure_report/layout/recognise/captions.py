"""A table below a line, or in a sheet, that says another year or unit: a doubt at its cells."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import takewhile

from disclosure_report.blocks import Block, Grid, Place
from disclosure_report.checks.doubts import TABLE_OF_YEAR, UNIT_OF_LINE
from disclosure_report.layout.recognise.labels import Labels, labels_of
from disclosure_report.layout.recognise.numbers import COUNTERS
from disclosure_report.layout.recognise.table_reading import TableReading


_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_YEAR_IN_LINE = re.compile(r"(?<!\d)20\d\d(?=\s*[年度]|\.\d)|上一?年度|去年")
_UNIT = re.compile(r"单\s*位\s*[:：]\s*([^\s，,；;。）)]{1,12})(?=[\s，,；;。）)]|\Z)")
_LISTED, _MONEY = re.compile("[、/和]"), re.compile("[元角分币￥¥]")
_MANY = re.compile(f"[十百千万亿]+[{''.join(sorted(COUNTERS))}]")
_LONGEST, _SENTENCE = 60, 15  # characters; a longer line is no caption, nor is a sentence of more than a few
_DIGITS = str.maketrans("０１２３４５６７８９〇○零一二三四五六七八九", "0123456789000123456789")


def note_captions(reading: TableReading, part: Sequence[Block], year: int | None) -> None:
    """Note the cells of a table where a line above it, or in itself, says another year or unit."""
    first = next((place for slot in reading.filled if (place := reading.sources[slot].place)), None)
    if first is None:
        return
    if first.table is None:
        _note_lines(reading, first, year)
        return
    above = takewhile(lambda block: not _is_at(block, first), part)
    labels = labels_of(reading.table)
    lines = [*above, *(block for block in _before(reading.left_over, first) if not _is_label(block, labels))]
    _note(reading, reading.filled, _said(lines), year)
    _note_units(reading, reading.filled, lines)


def _note_lines(reading: TableReading, first: Place, year: int | None) -> None:
    """Note the cells of a table in lines: where a line above all its values, or above an amount, says so."""
    _note(reading, reading.filled, _said(_before(reading.left_over, first)), year)
    amounts = [slot for slot in reading.filled if reading.table.fields[slot].kind == "amount"]
    places = [place for slot in amounts if (place := reading.sources[slot].place)]
    last = max((first, *places), key=lambda place: place.order)
    _note_units(reading, reading.filled, _before(reading.left_over, last))


def note_captions_of_sheets(reading: TableReading, lines: Sequence[Block], year: int | None) -> None:
    """Note the cells in a sheet of which the name, or a line above them, says another year or unit."""
    places = {slot: place for slot in reading.filled if (place := reading.sources[slot].place)}
    for sheet in sorted({place.sheet for place in places.values() if place.sheet}):
        own = [slot for slot, place in places.items() if place.sheet == sheet]
        first = places[own[0]]
        above = _before(lines, first)
        nearest = dict([*_said(above).items()][-1:])
        _note(reading, own, {sheet: _YEAR.findall(sheet)} | nearest, year)
        _note_units(reading, own, above)


def _note_units(reading: TableReading, slots: Sequence[int], lines: Iterable[Block]) -> None:
    """Note the cells whose unit is another than a line above says; 填报单位 is no unit."""
    texts = (line.text for line in lines if not isinstance(line, Grid) and len(line.text) <= _LONGEST)
    for match in filter(None, map(_UNIT.search, texts)):
        pieces = _LISTED.split(match[1])
        money = [piece for piece in pieces if _MONEY.search(piece)]
        is_many = any(map(_MANY.fullmatch, pieces))
        fields = reading.table.fields
        other = [
            slot
            for slot in slots
            if (money and fields[slot].unit not in money if fields[slot].kind == "amount" else is_many)
        ]
        if other:
            place, unit = reading.sources[other[0]].place, fields[other[0]].unit
            reading.note(UNIT_OF_LINE, other, place, text=match[0].strip(), unit=unit)


def _before(blocks: Iterable[Block], place: Place) -> list[Block]:
    """The blocks that stand before a place, in the same table or sheet, or in lines like it."""
    return [b for b in blocks if (at := b.place) and _is_at(b, place) and at.order < place.order]


def _is_at(block: Block, place: Place) -> bool:
    """Whether a block stands in the table or sheet of a place, or is it."""
    at = block.place
    return at is not None and (at.table, at.sheet) == (place.table, place.sheet)


def _is_label(block: Block, labels: Labels) -> bool:
    """Whether a block is a label with a note of the page's own."""
    return not isinstance(block, Grid) and labels.knows(labels.key(block.text))


def _said(lines: Iterable[Block]) -> dict[str, list[str]]:
    """The captions that say a year, and the years."""
    texts = (line.text.strip() for line in lines if not isinstance(line, Grid) and len(line.text) <= _LONGEST)
    captions = (text for text in texts if len(text) <= _SENTENCE or not text.endswith("。"))
    return {text: years for text in captions if (years := _YEAR_IN_LINE.findall(text.translate(_DIGITS)))}


def _note(
    reading: TableReading, slots: Sequence[int], said: Mapping[str, list[str]], year: int | None
) -> None:
    other = next((text for text, years in said.items() if years and str(year) not in years), None)
    if year is not None and other is not None and slots:
        reading.note(TABLE_OF_YEAR, slots, reading.sources[slots[0]].place, text=other, year=year)
