"""All rows of a part are there: where their values belong, as far as the rows tell it of each other."""

from collections.abc import Iterator, Sequence

from attrs import evolve

from disclosure_report.layout.recognise.found import Found, Occurrence, Words
from disclosure_report.layout.recognise.labels import Labels
from disclosure_report.layout.recognise.lines.row import Row, Rows
from disclosure_report.layout.recognise.lines.spacing import kept_by_empty_lines


_MERGED = 6  # empty cells behind a value
_MOST_CUT = 60  # rows of a part in which numbers are cut; a form has some 30


def settle(labels: Labels, rows: Rows, found: Found) -> None:
    """Where full rows show how many cells pipes or empty lines keep, others have their places."""
    if len(rows.labelled) <= _MOST_CUT:
        for row in rows.labelled:
            if row.runs and not row.is_given:
                row.cut(labels.blocks_of(row.record))
    rows.labelled = [row for row, other in _with_next(rows.labelled) if not _is_caption(row, other)]
    spaced = kept_by_empty_lines(rows.labelled)
    last = next(reversed(rows.labelled), None)
    for row in rows.labelled:
        if row.drop_gaps():  # its gaps are a span's, and so may those of others be
            rows.measure(row.columns, None)
        elif row.is_full and not row.runs and row is not last:  # behind the last a page may print less
            rows.measure(row.columns, row.width)
    behind = {id(row): _missing(labels, row, other) for row, other in _with_next(rows.labelled)}
    for row in _with_blocks_joined(rows.labelled):
        is_comparable = not row.runs and (row is not last or row.is_one_line)
        is_kept = rows.widths.get(row.columns) == {row.width} and len(row.values) <= row.columns
        kept = is_comparable and is_kept
        lost = [Words("", row.opened.place)] * (row.columns - len(row.values)) if kept else []
        values = spaced.get(id(row), [*row.values, *lost])
        found.add(
            Occurrence(
                row.record,
                row.opened.place,
                tuple(line.text.strip() for line in values),
                tuple(line.place for line in values),
                row.slots,
                row.doubt or (row.has_gaps and not kept) or _is_merged(values),
                units=row.units,
                missing=behind.get(id(row), ()),
                ways=row.ways,
                is_given=row.is_given,
            )
        )


def _is_merged(values: Sequence[Words]) -> bool:
    """Whether one value with nothing behind it may be for all cells of a row, which were merged."""
    first, *others = [value.text.strip() for value in values] or [""]
    return bool(first) and len(others) >= _MERGED and not any(others)


def _missing(labels: Labels, row: Row, following: Row | None) -> tuple[str, ...]:
    """The labels of the form's rows between a row and the one that comes next."""
    between = labels.between(row.record, following.record if following else None)
    return tuple(record.label for record in between)


def _with_next(rows: Sequence[Row]) -> Iterator[tuple[Row, Row | None]]:
    return zip(rows, [*rows[1:], None], strict=False)


def _is_caption(row: Row, following: Row | None) -> bool:
    """Whether a label heads a column, or stands above its row in a line of its own."""
    if row.is_head:
        return True
    is_bare = row.is_alone and not row.width and not row.values
    return is_bare and following is not None and following.record is row.record


def _with_blocks_joined(rows: list[Row]) -> Iterator[Row]:
    """The rows, with the blocks of a table of one row as one, where each has its values once."""
    blocks = [row for row in rows if row.slots and len(row.slots) == len(row.values) < len(row.record.slots)]
    slots = [slot for row in blocks for slot in row.slots or ()]
    if not blocks or len(set(slots)) < len(slots) or any(row.values and row not in blocks for row in rows):
        yield from rows
        return
    values = [line for row in blocks for line in row.values]
    doubt = any(row.doubt or row.has_gaps for row in blocks)
    yield evolve(blocks[0], values=values, slots=tuple(slots), doubt=doubt)
