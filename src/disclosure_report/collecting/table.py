"""The lines of a CSV file under heads that are known."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence

from disclosure_report.collecting.file_names import same_name
from disclosure_report.errors import DamagedFileError


_SEPARATORS = ",\t;"  # of CSV, of Excel's "Unicode text", of CSV in some countries


def lines_of(
    text: str, columns: Mapping[str, Sequence[str]], name: str
) -> Iterator[tuple[int, dict[str, str]]]:
    """Each line that is not empty, with its number and its cells under the names of *columns*.

    *columns* has the heads by which each column is known; the first column must be there.

    Raises:
        DamagedFileError: a column is missing or there twice, or the text is no CSV.
    """
    beginning = text.partition("\n")[0]
    separator = max(_SEPARATORS, key=beginning.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        slots = _slots(next(reader, []), columns, name)
        for cells in reader:
            if any(cell.strip() for cell in cells):
                found = {column: cells[slot] for column, slot in slots.items() if slot < len(cells)}
                yield reader.line_num, {column: " ".join(cell.split()) for column, cell in found.items()}
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
