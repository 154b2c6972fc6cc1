"""The lines of a CSV file under heads that are known."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from disclosure_report.checks.names import same_name
from disclosure_report.errors import DamagedFileError


_SEPARATORS = ",\t;"  # of CSV, of Excel's "Unicode text", of CSV in some countries


class Line(NamedTuple):
    """A line that is not empty: its number, its cells by the names of columns, text beyond the heads."""

    number: int
    cells: dict[str, str]
    beyond: str


def lines_of(text: str, columns: Mapping[str, Sequence[str]], name: str) -> Iterator[Line]:
    """The lines below the heads.

    *columns* has the heads by which each column is known; the first column must be there.

    Raises:
        DamagedFileError: a column is missing or there twice, or the text is no CSV.
    """
    beginning = text.partition("\n")[0]
    separator = max(_SEPARATORS, key=beginning.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        heads = next(reader, [])
        slots = _slots(heads, columns, name)
        for cells in reader:
            if any(cell.strip() for cell in cells):
                found = {column: cells[slot] for column, slot in slots.items() if slot < len(cells)}
                known = {column: " ".join(cell.split()) for column, cell in found.items()}
                yield Line(reader.line_num, known, " ".join(cells[len(heads) :]).strip())
    except csv.Error as error:
        raise DamagedFileError(name, f"is no CSV: line {reader.line_num}: {error}") from error


def _slots(heads: Sequence[str], columns: Mapping[str, Sequence[str]], name: str) -> dict[str, int]:
    known = {same_name(head): column for column, heads in columns.items() for head in heads}
    found: dict[str, int] = {}
    for slot, head in enumerate(heads):
        column = known.get(same_name(head.removeprefix("\ufeff")))
        if column in found:
            raise DamagedFileError(name, f"has the column {column} twice")
        if column is not None:
            found[column] = slot
    first = next(iter(columns))
    if first not in found:
        raise DamagedFileError(name, f"has no column {first} ({'、'.join(columns[first][1:])})")
    return found
