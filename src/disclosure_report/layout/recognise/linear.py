"""Tables whose lines have come apart: one label or value a line.

A record gets its values only when as many stand behind its label as it has columns. With fewer, nothing
tells which columns lost theirs, so the record stays blank and a finding holds what is left. No arithmetic.
"""

from collections.abc import Iterator, Sequence

from disclosure_report.blocks import Block, Grid
from disclosure_report.layout.recognise.folding import fold
from disclosure_report.layout.recognise.found import Found, Line, Occurrence
from disclosure_report.layout.recognise.labels import Labels, Record
from disclosure_report.layout.recognise.numbers import is_value_like


_MOST_PIECES = 3  # a label torn over lines has at most so many


def find_in_lines(labels: Labels, blocks: Sequence[Block], found: Found) -> None:
    """Sort the lines of a part into records with their values, and what belongs to none."""
    lines = [block for block in blocks if not isinstance(block, Grid) and block.text.strip()]
    opened: Line | None = None
    record: Record | None = None
    values: list[Line] = []

    def close() -> None:
        if record is not None and opened is not None:
            found.add(Occurrence(record, opened.place, tuple(values)))
        values.clear()

    for line, label in _labelled(labels, lines):
        if label is not None:
            found.known.add(label)
            if not _goes_on(labels, record, label, values):
                close()
                opened, record = line, labels.opens.get(label)
        elif record is not None and is_value_like(line.text):
            values.append(line)
        else:
            close()
            record = None
            found.left_over.append(line)
    close()


def _goes_on(labels: Labels, record: Record | None, label: str, values: list[Line]) -> bool:
    """Several heads in a row open one record, in a table whose values stand in one row."""
    return record is not None and labels.opens.get(label) is record and not values


def _labelled(labels: Labels, lines: Sequence[Line]) -> Iterator[tuple[Line, str | None]]:
    """Each line with the folded label that it is, or None; a label torn over lines comes once."""
    number = 0
    while number < len(lines):
        pieces, folded = _longest_label(labels, lines[number : number + _MOST_PIECES])
        yield lines[number], folded
        number += pieces


def _longest_label(labels: Labels, lines: Sequence[Line]) -> tuple[int, str | None]:
    """How many of these lines make up one label, and the label folded; a value is never a piece of one."""
    words = ""
    found: tuple[int, str | None] = (1, None)
    for pieces, line in enumerate(lines, start=1):
        if is_value_like(line.text):
            break
        words += line.text
        if labels.knows(folded := fold(words)):
            found = (pieces, folded)
    return found
