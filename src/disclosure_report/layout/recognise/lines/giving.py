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


def leave(_: Labels, rows: Rows) -> list[Words]:
    """What stands without a label in a table of one row; a second row beside it leaves it in doubt."""
    _doubt(rows.labelled, [each for each in rows.unlabelled if each.values[1:]])
    return [words for each in rows.unlabelled for words in each.words]


def give(labels: Labels, rows: Rows) -> list[Words]:
    """Give values without a label to rows; what is left of them."""
    last = len(rows.labelled)
    sure = [number for number, row in enumerate(rows.labelled) if _is_sure(row)]
    left, found = [], []
    for start, end in pairwise([-1, *sure, last]):
        above, between = rows.labelled[start : start + 1], rows.labelled[start + 1 : end]
        without = [each for each in rows.unlabelled if start < each.rows <= end]
        given = _given(labels, rows, start, end, without)
        if given is None:
            left += without
            _doubt(between, without)
            # A number alone right below a row may be the rest of its last one.
            right_below = [each for each in without if each.is_below and each.rows == start + 1]
            _doubt(above, [each for each in right_below if not each.values[1:]])
        found += given or [*above, *between]
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
    """The row at *start*, and those behind it up to *end* with the values that stand there; or None.

    Before the first sure row and behind the last, pieces of their labels must tell whose values they are, or
    there is no sure row at all, and as many values as the table has rows.
    """
    above = rows.labelled[start] if start >= 0 else None
    following = rows.labelled[end] if end < len(rows.labelled) else None
    own, surplus = _split(above) if above else ([], [])
    words = [text for place, text in rows.strange if start < place <= end]
    is_inside = above is not None and following is not None
    if not (without or surplus) or not (is_inside or words or (above is following is None)):
        return None
    missing = labels.between(above.record if above else None, following.record if following else None)
    between = rows.labelled[start + 1 : end]
    runs = [*surplus, *_runs(rows, start, end)]
    met = [each.record for each in between]
    if len(runs) != len(missing) or [record for record in missing if record in met] != met:
        return None
    alike = [above.record, *missing] if above else missing
    if any(each.has_gaps for each in without) or not _are_alike(labels, alike, runs):
        return None
    if not _are_pieces(labels, missing, words):
        return None
    known = {each.record: each for each in between}
    if above is not None:
        above.values, above.is_given = own, bool(surplus)
    given = zip(missing, runs, strict=True)
    found = [_row_of(above or following, known.get(record), record, values) for record, values in given]
    return [*([above] if above else []), *found]


def _runs(rows: Rows, start: int, end: int) -> Iterator[list[Words]]:
    """The runs of values between two rows, in their order."""
    for number in range(start + 1, end + 1):
        yield from (each.values for each in rows.unlabelled if each.rows == number)
        for row in rows.labelled[number : number + 1] if number < end else ():
            if row.values:
                yield [Words(word, line.place) for line in row.values for word in line.text.split()]


def _split(row: Row) -> tuple[list[Words], list[list[Words]]]:
    """The values of a row, and those that make rows of the same length behind it."""
    count, columns = len(row.values), row.columns
    if row.has_gaps or count % columns:
        return row.values, []
    pieces = [row.values[start : start + columns] for start in range(0, count, columns)]
    return pieces[0], pieces[1:]


def _are_alike(labels: Labels, records: Sequence[Record], runs: Sequence[Sequence[Words]]) -> bool:
    """Whether rows have cells of the same kinds, and as many values as cells."""
    kinds = {labels.kinds(record) for record in records}
    return len(kinds) == 1 and {len(values) for values in runs} == {len(each) for each in kinds}


def _are_pieces(labels: Labels, missing: Sequence[Record], words: Sequence[str]) -> bool:
    """Whether words between rows are pieces of the labels that are missing, or of heads."""
    names = [*(fold(record.label) for record in missing), *labels.heads]
    pieces = [fold(word) for text in words for word in text.split()]
    return all(any(piece in name for name in names) for piece in pieces)


def _row_of(beside: Row | None, row: Row | None, record: Record, values: list[Words]) -> Row:
    """The row of a record with these values; what heads say it has from a row beside it."""
    row = row or Row(record, values[0], slots=_beside(beside, record) if beside else None)
    doubt = row.doubt or (beside is not None and beside.doubt)
    return evolve(row, values=values, doubt=doubt, runs=True, is_given=True)


def _beside(row: Row, record: Record) -> tuple[int, ...] | None:
    """The slots of a record below the heads of a row of the same kinds."""
    return row.slots and tuple(record.slots[row.record.slots.index(slot)] for slot in row.slots)
