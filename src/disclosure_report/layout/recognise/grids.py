"""Tables that still are tables: a value belongs to the label of its row and the heads of its column.

The heads of the columns decide. A value under a head that is not known stays blank. Where no heads stand, the
values are taken in order, if there are as many as the record has cells. Anything else stays blank.

Which box belongs to which record depends on the boxes and the words in them, never on the numbers. So a
table is sketched without its numbers, and the sketch serves every table with the same words.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from attrs import evolve, field, frozen

from disclosure_report.blocks import Grid, Paragraph, Place, Shape
from disclosure_report.layout.recognise.columns import in_order
from disclosure_report.layout.recognise.found import Found, Occurrence
from disclosure_report.layout.recognise.labels import Labels, Record
from disclosure_report.layout.recognise.sorting import Entry, Sorting


_PLAIN = re.compile(r"[+-]?\d{1,20}(?:\.\d{1,20})?", re.ASCII)
# The boxes and the characters of a table that is kept: table three has 256 boxes with 2,000 characters.
_MOST_KEPT, _LONGEST_KEPT = 1000, 20_000
_MOST_SHAPES = 64  # of which something is kept


# The heads above a column, and the unit that they say.
_Above = tuple[int, tuple[str, ...], str]


@frozen(eq=False)
class Sketch:
    """A grid sorted into records; *strange* are the boxes of each row that belong to none.

    *above* is what stands above its columns at its end.
    """

    labels: Labels
    known: frozenset[str]
    entries: tuple[Entry, ...]
    strange: tuple[tuple[int, ...], ...]
    above: tuple[_Above, ...] = ()

    @property
    def in_order(self) -> bool:
        """Whether the columns stand in the form's order."""
        return all(in_order(entry.slots or ()) for entry in self.entries)

    @property
    def records(self) -> set[Record]:
        """The records met."""
        return {entry.record for entry in self.entries}


@frozen
class Texts:
    """What stands in each box of a grid; *words* has None where it is certainly a number, or nothing."""

    shape: Shape
    place: Place
    texts: tuple[str, ...]
    words: tuple[str | None, ...]
    sketches: dict[Labels, Sketch] = field(factory=dict)

    @classmethod
    def of(cls, grid: Grid) -> "Texts":
        """The texts of a grid."""
        values = ["" if value is None else str(value) for value in grid.values]
        texts = tuple([c if isinstance(c, str) else values[c] for c in _contents(grid.shape)])
        words = tuple([None if not text or _is_plain(text) else text for text in texts])
        return cls(grid.shape, grid.place or Place(), texts, words)


def _is_plain(text: str) -> bool:
    """Whether a text is certainly a value."""
    return text.isascii() and bool(_PLAIN.fullmatch(text))


@lru_cache(maxsize=_MOST_SHAPES)
def _contents(shape: Shape) -> tuple[str | int, ...]:
    """What stands in each box of a shape."""
    return tuple(box.content for box in shape.boxes)


def sketch_of(labels: Labels, grid: Texts) -> Sketch:
    """A grid sorted under the labels of one table."""
    if labels not in grid.sketches:
        grid.sketches[labels] = _sketch(labels, grid, ())
    return grid.sketches[labels]


def _sketch(labels: Labels, grid: Texts, above: tuple[_Above, ...]) -> Sketch:
    is_small = len(grid.words) <= _MOST_KEPT and sum(map(len, grid.texts)) <= _LONGEST_KEPT
    make = _sketched if is_small else _sketched.__wrapped__
    return make(labels, grid.shape, grid.words, above)


def sketches_of(labels: Labels, grids: Sequence[Texts]) -> list[tuple[Sketch, Texts]]:
    """The pieces of a table; one with as many columns as the piece before goes on below its heads.

    Values without heads in another piece are in doubt where those before have another order than the form's.
    """
    found: list[tuple[Sketch, Texts]] = []
    for grid in grids:
        sketch = sketch_of(labels, grid)
        if found:
            before, piece = found[-1]
            if len(grid.shape.columns) == len(piece.shape.columns):
                sketch = _sketch(labels, grid, before.above)
            elif not before.in_order:
                sketch = evolve(sketch, entries=tuple(map(_doubted, sketch.entries)))
        found.append((sketch, grid))
    return found


def _doubted(entry: Entry) -> Entry:
    """An entry whose values have no heads, in doubt."""
    return evolve(entry, doubt=True) if entry.slots is None else entry


def fill(sketch: Sketch, grid: Texts, found: Found) -> None:
    """The values of a grid in the places of its sketch, and what belongs to no record."""
    texts, places = grid.texts, _places(grid.shape, grid.place)
    for entry in sketch.entries:
        values = tuple([texts[number].strip() for number in entry.values])
        where = tuple([places[number] for number in entry.values])
        place = places[entry.label]
        doubt = entry.doubt or any(texts[number].strip() for number in entry.beyond)
        found.add(Occurrence(entry.record, place, values, where, entry.slots, doubt, entry.cut, entry.units))
    for numbers in sketch.strange:
        left = [number for number in numbers if texts[number].strip()]
        if left:
            text = " | ".join(texts[number].strip() for number in left)
            found.left_over.append(Paragraph(text, place=places[left[0]]))


@lru_cache(maxsize=_MOST_SHAPES)
def _places(shape: Shape, place: Place) -> tuple[Place, ...]:
    """The place of each box."""
    return tuple(
        Place(table=place.table, sheet=place.sheet, row=box.row + 1, column=box.column + 1)
        for box in shape.boxes
    )


@lru_cache(maxsize=_MOST_SHAPES)
def _sketched(
    labels: Labels, shape: Shape, words: tuple[str | None, ...], above: tuple[_Above, ...]
) -> Sketch:
    rows: dict[int, list[int]] = {}
    for number, box in enumerate(shape.boxes):
        rows.setdefault(box.row, []).append(number)
    sorting = Sorting(labels, shape.boxes, words)
    for column, heads, unit in above:
        sorting.above[column], sorting.units[column] = heads, unit
    for row in sorted(rows):
        sorting.take(sorted(rows[row], key=lambda number: shape.boxes[number].column))
    left = tuple((column, heads, sorting.units[column]) for column, heads in sorting.above.items())
    return Sketch(labels, frozenset(sorting.known), tuple(sorting.entries), tuple(sorting.strange), left)
