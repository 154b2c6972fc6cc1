"""Which part a table belongs to: its labels say so, not its place."""

from collections.abc import Sequence

from disclosure_report.layout.recognise.grids import Texts, sketch_of
from disclosure_report.layout.recognise.labels import Labels, labels_of
from disclosure_report.model.parts import TABLE_PARTS, Part
from disclosure_report.model.registry import tables_of


def records_met(part: Part, grid: Texts) -> int:
    """How many rows of the part's table stand in a grid, under the form that knows most of them."""
    return max(len(sketch_of(labels, grid).records) for labels in _names(part))


def is_at_home(part: Part, grid: Texts) -> bool:
    """Whether a grid below a part's heading is the part's: none fits better."""
    known = _known(part, grid)
    return any(known) and known >= max(_known(each, grid) for each in TABLE_PARTS)


def owner_of(grid: Texts) -> Part | None:
    """The part whose rows stand in a grid."""
    best = max(TABLE_PARTS, key=lambda part: _known(part, grid))
    return best if records_met(best, grid) else None


def is_whole(part: Part, grid: Texts) -> bool:
    """Whether at least half the rows of the part's table stand in a grid."""
    return 2 * records_met(part, grid) >= min(len(labels.records) for labels in _names(part))


def goes_on(part: Part, grid: Texts, others: Sequence[Texts]) -> bool:
    """Whether a grid is a piece of the same table as others: its rows come before or behind all theirs."""
    labels = max(_names(part), key=lambda each: len(_rows(each, [grid, *others])))
    own, known = _rows(labels, [grid]), _rows(labels, others)
    return bool(own) and (not known or max(own) < min(known) or max(known) < min(own))


def _names(part: Part) -> list[Labels]:
    """The labels of each form's table of a part."""
    return [labels_of(compiled) for compiled in tables_of(part.name)]


def _rows(labels: Labels, grids: Sequence[Texts]) -> set[int]:
    """The numbers of the rows that stand in grids."""
    return {labels.records.index(record) for grid in grids for record in sketch_of(labels, grid).records}


def _known(part: Part, grid: Texts) -> tuple[int, int]:
    """How many rows and labels of the part's table stand in a grid, under the form that knows most rows."""
    sketches = [sketch_of(labels, grid) for labels in _names(part)]
    return max((len(sketch.records), len(sketch.known)) for sketch in sketches)
