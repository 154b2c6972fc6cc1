"""The numbers of one report in little room, so that a sum over thousands can still name its parts."""

from array import array
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple, TypeAlias

from attrs import frozen

from disclosure_report.blocks import Value
from disclosure_report.model.parts import TABLE_PARTS
from disclosure_report.model.report import Report
from disclosure_report.model.tree import Field, Table, table


Types: TypeAlias = tuple[type, ...]


@frozen(eq=False)
class Layout:
    """The cells of three tables in one row: each path with its place."""

    tables: tuple[Table, ...]
    fields: tuple[Field, ...]
    index: dict[str, int]


@cache
def layout(types: Types) -> Layout:
    """The layout of a report whose tables have these classes."""
    tables = tuple(table(part.name, cls) for part, cls in zip(TABLE_PARTS, types, strict=True))
    fields = tuple(said for each in tables for said in each.fields)
    return Layout(tables, fields, {said.path: slot for slot, said in enumerate(fields)})


def types_of(report: Report) -> Types:
    """The classes of the report's tables: what tells its layout."""
    return tuple(type(instance) for _, instance in report.tables())


def values_of(report: Report) -> tuple[Value, ...]:
    """All cells of the report in the order of its layout."""
    found: tuple[Value, ...] = ()
    for compiled, instance in report.tables():
        found += compiled.values(instance)
    return found


# The kinds of an array, smallest first, each with the largest number it can hold.
_LIMITS: dict[str, int] = {code: 2 ** (8 * array(code).itemsize - 1) - 1 for code in "bhiq"}


class Packed(NamedTuple):
    """Values as the bytes of an array of the smallest kind that holds them; amounts stand beside it."""

    code: str
    data: bytes
    amounts: tuple[tuple[int, Decimal], ...]

    def values(self) -> list[Value]:
        """The values again."""
        blank = _blank(self.code)
        found: list[Value] = [None if number == blank else number for number in self._numbers()]
        for slot, amount in self.amounts:
            found[slot] = amount
        return found

    def at(self, slot: int) -> Value:
        """One of the values; the others stay packed."""
        amount = dict(self.amounts).get(slot)
        number = self._numbers()[slot]
        return (None if number == _blank(self.code) else number) if amount is None else amount

    def _numbers(self) -> "array[int]":
        return array(self.code, self.data)


def _blank(code: str) -> int:
    """The number that stands for a blank: the least that an array of this kind holds."""
    return -_LIMITS[code] - 1


def pack(values: Sequence[Value]) -> Packed:
    """The values in little room.

    >>> pack([3, None, 70_000, Decimal("1.5")]).values()
    [3, None, 70000, Decimal('1.5')]
    """
    known = [value for value in values if type(value) is int]
    largest = max(max(known, default=0), -min(known, default=0))
    code = next(code for code, limit in _LIMITS.items() if largest <= limit)
    if len(known) == len(values):
        return Packed(code, array(code, known).tobytes(), ())
    blank = _blank(code)
    counts = [value if type(value) is int else blank if value is None else 0 for value in values]
    amounts = tuple((slot, value) for slot, value in enumerate(values) if isinstance(value, Decimal))
    return Packed(code, array(code, counts).tobytes(), amounts)
