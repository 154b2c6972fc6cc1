"""All rows of a part are there: where their values belong, as far as the rows tell it of each other."""

from collections.abc import Iterator

from attrs import define, evolve, field

from disclosure_report.layout.recognise.folding import fold
from disclosure_report.layout.recognise.found import Found, Line, Occurrence
from disclosure_report.layout.recognise.labels import Labels, Record
from disclosure_report.layout.recognise.lines.pipes import Cell
from disclosure_report.layout.recognise.lines.row import Row, Unlabelled
from disclosure_report.layout.recognise.lines.spacing import kept_by_empty_lines


_MOST_CUT = 60  # rows of a part in which numbers are cut; a form has some 30


@define
class Rows:
    """The rows of a part, and what else stands between them.

    *widths* says how many cells the pipes keep in rows of so many columns: in full ones, and in rows of heads
    without gaps. *strange* are words that are neither label nor value, with how many rows stand above.
    """

    labelled: list[Row] = field(factory=list)
    unlabelled: list[Unlabelled] = field(factory=list)
    strange: list[tuple[int, str]] = field(factory=list)
    widths: dict[int, set[int]] = field(factory=dict)

    def measure(self, columns: int, width: int) -> None:
        """Rows of so many columns keep so many cells."""
        self.widths.setdefault(columns, set()).add(width)

    def take_unlabelled(self, cell: Cell) -> None:
        """A value without a label; those of a line stand together."""
        goes_on = self.unlabelled and self.unlabelled[-1].line.place == cell.line.place
        if not goes_on or cell.is_row:
            self.unlabelled.append(Unlabelled(len(self.labelled), cell.line))
        self.unlabelled[-1].take(cell)


def settle(labels: Labels, rows: Rows, found: Found) -> None:
    """Where full rows show how many cells pipes or empty lines keep, others have their places."""
    if len(rows.labelled) <= _MOST_CUT:
        for row in rows.labelled:
            if row.runs:
                row.cut(labels.blocks_of(row.record))
    _give(labels, rows, found)
    spaced = kept_by_empty_lines(rows.labelled)
    last = rows.labelled[-1] if rows.labelled else None
    for row in rows.labelled:
        if row.drop_gaps():  # its gaps are a span's, and so may those of others be
            rows.measure(row.columns, -1)
        elif row.is_full and not row.runs and row is not last:  # behind the last a page may print less
            rows.measure(row.columns, row.width)
    behind = dict(zip(map(id, rows.labelled), _missing(labels, rows.labelled), strict=True))
    for row in _with_blocks_joined(rows.labelled):
        is_comparable = not row.runs and (row is not last or row.is_one_line)
        is_kept = rows.widths.get(row.columns) == {row.width} and len(row.values) <= row.columns
        kept = is_comparable and is_kept
        lost = [evolve(row.opened, text="")] * (row.columns - len(row.values)) if kept else []
        values = spaced.get(id(row), [*row.values, *lost])
        found.add(
            Occurrence(
                row.record,
                row.opened.place,
                tuple(line.text.strip() for line in values),
                tuple(line.place for line in values),
                row.slots,
                row.doubt or (row.has_gaps and not kept),
                units=row.units,
                missing=behind.get(id(row), ()),
                ways=row.ways,
                is_given=row.is_given,
            )
        )


def _missing(labels: Labels, rows: list[Row]) -> Iterator[tuple[str, ...]]:
    """For each row the labels of the form's rows between it and the row that comes next."""
    for row, following in zip(rows, [*(each.record for each in rows[1:]), None], strict=False):
        yield tuple(record.label for record in labels.between(row.record, following))


def _give(labels: Labels, rows: Rows, found: Found) -> None:
    """Rows without a label go, in order, to the rows of the form that are missing there, if as many are."""
    given: list[Row] = []
    for number, row in enumerate(rows.labelled):
        given.append(row)
        following = rows.labelled[number + 1].record if number + 1 < len(rows.labelled) else None
        missing = labels.between(row.record, following) if following else ()
        without = [each for each in rows.unlabelled if each.rows == number + 1]
        own, surplus = _split(row)
        runs = [*surplus, *(each.values for each in without if not each.has_gaps)]
        words = [text for place, text in rows.strange if place == number + 1]
        if (surplus or without) and len(runs) == len(missing) and _fit(labels, row, missing, runs, words):
            row.values, row.is_given = own, row.is_given or bool(surplus)
            given += [_row_of(row, record, values) for record, values in zip(missing, runs, strict=True)]
            rows.unlabelled = [each for each in rows.unlabelled if each not in without]
    if any(_is_row_of_form(each, labels) for each in rows.unlabelled):
        # Numbers above all labels, or between them, that are no row's: each row may have its neighbour's.
        for row in rows.labelled:
            row.doubt = row.doubt or (row.runs and not row.is_one_line)
    found.left_over += [each.line for each in rows.unlabelled]
    rows.labelled = given


def _split(row: Row) -> tuple[list[Line], list[list[Line]]]:
    """The values of a row, and those that make rows of the same length behind it."""
    count, columns = len(row.values), row.columns
    if row.has_gaps or row.runs or count <= columns or count % columns:
        return row.values, []
    pieces = [row.values[start : start + columns] for start in range(0, count, columns)]
    return pieces[0], pieces[1:]


def _fit(
    labels: Labels, row: Row, missing: tuple[Record, ...], runs: list[list[Line]], words: list[str]
) -> bool:
    """Whether rows without a label are like the row above, and words between are pieces of their labels."""
    kinds = labels.kinds(row.record)
    alike = all(labels.kinds(record) == kinds for record in missing)
    whole = all(len(values) == len(kinds) for values in runs)
    names = [fold(record.label) for record in missing]
    return alike and whole and all(any(text in name for name in names) for text in words)


def _row_of(above: Row, record: Record, values: list[Line]) -> Row:
    moved = record.slots[0] - above.record.slots[0]
    slots = tuple(slot + moved for slot in above.slots) if above.slots else None
    row = Row(record, values[0], values, slots=slots, units=above.units, is_given=True)
    return evolve(row, doubt=above.doubt, runs=above.runs, width=-1)


def _is_row_of_form(numbers: Unlabelled, labels: Labels) -> bool:
    return any(len(numbers.values) == len(record.slots) > 1 for record in labels.records)


def _with_blocks_joined(rows: list[Row]) -> Iterator[Row]:
    """The rows, with the blocks of a table of one row as one, where each has its values once."""
    blocks = [row for row in rows if row.slots and len(row.slots) == len(row.values) < len(row.record.slots)]
    slots = [slot for row in blocks for slot in row.slots or ()]
    if not blocks or len(set(slots)) < len(slots) or any(row.values and row not in blocks for row in rows):
        yield from rows
        return
    values = [line for row in blocks for line in row.values]
    doubt = any(row.doubt or row.has_gaps for row in blocks)
    yield evolve(blocks[0], values=values, slots=tuple(slots), width=len(values), has_gaps=False, doubt=doubt)
