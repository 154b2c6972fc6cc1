"""Values without a label: given, in order, to the rows of the form that are missing there.

Between two rows that have their values beyond doubt, so many runs of values stand as the form has rows
there; then each is the next row's. Otherwise they are left over.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import evolve

from disclosure_report.layout.recognise.folding import fold
from disclosure_report.layout.recognise.found import Words
from disclosure_report.layout.recognise.labels import Labels, Record
from disclosure_report.layout.recognise.lines.row import Row, Rows, Unlabelled


def give(labels: Labels, rows: Rows) -> list[Words]:
    """Give values without a label to rows; what is left of them."""
    sure = [number for number, row in enumerate(rows.labelled) if _is_sure(row)]
    last = len(rows.labelled)
    found = rows.labelled[: sure[0]] if sure else rows.labelled[:]
    left = [each for each in rows.unlabelled if not sure or each.rows <= sure[0]]
    _doubt(found, left)
    for start, end in pairwise([*sure, last]):
        between = rows.labelled[start + 1 : end]
        without = [each for each in rows.unlabelled if start < each.rows <= end]
        given = _given(labels, rows, start, end, without) if end < last else None
        if given is None:
            left += without
            _doubt(between, without)
        found += given or [rows.labelled[start], *between]
    rows.labelled = found
    return [words for each in left for words in each.words]


def _is_sure(row: Row) -> bool:
    """Whether the values stand in the row's own line, or each in its own."""
    return bool(row.values) and (not row.runs or row.is_one_line)


def _doubt(rows: Sequence[Row], without: Sequence[Unlabelled]) -> None:
    """Beside values that may be a row's, those in a line of their own may be the next row's, too."""
    for row in rows if without else ():
        row.doubt = True


def _given(
    labels: Labels, rows: Rows, start: int, end: int, without: Sequence[Unlabelled]
) -> list[Row] | None:
    """The row at *start*, and those behind it up to *end* with the values that stand there; or None."""
    row, following = rows.labelled[start], rows.labelled[end]
    own, surplus = _split(row)
    if not (without or surplus):
        return None
    missing = labels.between(row.record, following.record)
    between = rows.labelled[start + 1 : end]
    runs = [*surplus, *_runs(rows, start, end)]
    words = [text for place, text in rows.strange if start < place <= end]
    met = [each.record for each in between]
    if len(runs) != len(missing) or [record for record in missing if record in met] != met:
        return None
    if any(each.has_gaps for each in without) or not _fit(labels, row, missing, runs, words):
        return None
    known = {each.record: each for each in between}
    row.values, row.is_given = own, bool(surplus)
    return [
        row,
        *(_row_of(row, known.get(record), record, run) for record, run in zip(missing, runs, strict=True)),
    ]


def _runs(rows: Rows, start: int, end: int) -> Iterator[list[Words]]:
    """The runs of values between two rows, in their order."""
    for number in range(start + 1, end + 1):
        yield from (each.values for each in rows.unlabelled if each.rows == number)
        row = rows.labelled[number]
        if number < end and row.values:
            yield [Words(word, line.place) for line in row.values for word in line.text.split()]


def _split(row: Row) -> tuple[list[Words], list[list[Words]]]:
    """The values of a row, and those that make rows of the same length behind it."""
    count, columns = len(row.values), row.columns
    if row.has_gaps or row.runs or count <= columns or count % columns:
        return row.values, []
    pieces = [row.values[start : start + columns] for start in range(0, count, columns)]
    return pieces[0], pieces[1:]


def _fit(
    labels: Labels, row: Row, missing: Sequence[Record], runs: Sequence[Sequence[Words]], words: Sequence[str]
) -> bool:
    """Whether rows without a label are like the row above, and words between are pieces of their labels."""
    kinds = labels.kinds(row.record)
    alike = all(labels.kinds(record) == kinds for record in missing)
    whole = all(len(values) == len(kinds) for values in runs)
    names = [fold(record.label) for record in missing]
    return alike and whole and all(any(text in name for name in names) for text in words)


def _row_of(above: Row, row: Row | None, record: Record, values: list[Words]) -> Row:
    moved = record.slots[0] - above.record.slots[0]
    slots = tuple(slot + moved for slot in above.slots) if above.slots else None
    row = row or Row(record, values[0], slots=slots, units=above.units)
    return evolve(row, values=values, doubt=row.doubt or above.doubt, runs=True, is_given=True)
