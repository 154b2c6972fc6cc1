"""Which part a table belongs to: its labels say so, not its place."""

from collections.abc import Sequence

from disclosure_report.layout.recognise.grids import Texts, sketch_of
from disclosure_report.layout.recognise.labels import Labels, labels_of
from disclosure_report.model.parts import TABLE_PARTS, Part
from disclosure_report.model.registry import tables_of


def records_met(part: Part, grid: Texts) -> int:
    """How many rows of the part's table stand in a grid, under the form that knows most of them."""
    return max(len(sketch_of(labels_of(compiled), grid).records) for compiled in tables_of(part.name))


def is_at_home(part: Part, grid: Texts) -> bool:
    """Whether a grid below a part's heading is the part's: half its rows, or none fits better."""
    if is_whole(part, grid):
        return True
    known = _known(part, grid)
    return known > (0, 0) and known >= max(_known(each, grid) for each in TABLE_PARTS)


def owner_of(grid: Texts) -> Part | None:
    """The part whose rows stand in a grid."""
    best = max(TABLE_PARTS, key=lambda part: _known(part, grid))
    return best if records_met(best, grid) else None


def is_whole(part: Part, grid: Texts) -> bool:
    """Whether at least half the rows of the part's table stand in a grid; of a table of one row, labels."""
    names = [labels_of(compiled) for compiled in tables_of(part.name)]
    if names[0].table.facts.across:
        return any(2 * len(sketch_of(labels, grid).known) >= len(labels.opens) for labels in names)
    return 2 * records_met(part, grid) >= min(len(labels.records) for labels in names)


def goes_on(part: Part, grid: Texts, others: Sequence[Texts]) -> bool:
    """Whether a grid is a piece of the same table as others: its rows come before or behind all theirs."""
    names = [labels_of(compiled) for compiled in tables_of(part.name)]
    found = [(_rows(labels, [grid]), _rows(labels, others)) for labels in names]
    own, known = max(found, key=lambda rows: len(rows[0]) + len(rows[1]))
    return bool(own) and (not known or max(own) < min(known) or max(known) < min(own))


def _rows(labels: Labels, grids: Sequence[Texts]) -> set[int]:
    """The numbers of the rows that stand in grids."""
    return {labels.records.index(record) for grid in grids for record in sketch_of(labels, grid).records}


def _known(part: Part, grid: Texts) -> tuple[int, int]:
    sketches = [sketch_of(labels_of(compiled), grid) for compiled in tables_of(part.name)]
    return max((len(sketch.records), len(sketch.known)) for sketch in sketches)
