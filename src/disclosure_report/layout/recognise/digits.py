"""Numbers that run together: where the borders between their digits are, as far as anything can tell.

Arithmetic only finds borders between digits that stand there. The total of a row decides; a number has no
zero in front. One way left is taken, with a finding; of several none.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, islice

from attrs import define, field, frozen


_ALLOWED = re.compile(r"[\s\d+-]*", re.ASCII)
_MOST_STEPS = 5_000
_LONGEST_NUMBER = 9
MOST_WAYS = 40


@frozen
class Block:
    """Columns beside each other; the last is the total of the others, or there is none."""

    columns: int
    has_total: bool


def ways_of(text: str, blocks: Sequence[Block]) -> list[tuple[str, ...]]:
    """The ways to cut a text into as many numbers as the blocks have columns: at most 40.

    None, where that takes too many steps.

    >>> ways_of("713000074", [Block(7, True)])
    [('71', '3', '0', '0', '0', '0', '74')]
    >>> ways_of("230 000023", [Block(7, True)])
    [('23', '0', '0', '0', '0', '0', '23')]
    >>> len(ways_of("898989", [Block(3, False)]))
    10
    """
    if not _ALLOWED.fullmatch(text):
        return []
    try:
        return list(islice(_Search(text.strip()).ways(tuple(blocks)), MOST_WAYS))
    except _TooManyStepsError:
        return []


class _TooManyStepsError(Exception):
    """A search that takes too long."""


@define
class _Search:
    """One search, in bounded steps.

    *digits* and *sums* say for each place how many digits stand before it, and what they add up to.
    """

    text: str
    steps: Iterator[int] = field(factory=lambda: iter(range(_MOST_STEPS)))
    digits: list[int] = field(init=False)
    sums: list[int] = field(init=False)

    def __attrs_post_init__(self) -> None:
        values = [int(character) if character.isdigit() else None for character in self.text]
        self.digits = [*accumulate((value is not None for value in values), initial=0)]
        self.sums = [*accumulate((value or 0 for value in values), initial=0)]

    def ways(self, blocks: tuple[Block, ...], end: int | None = None) -> Iterator[tuple[str, ...]]:
        """The ways to cut what stands before *end* into these blocks; the last block first."""
        end = len(self.text) if end is None else end
        if not blocks:
            yield from [()] if not self.text[:end].strip() else []
            return
        *before, block = blocks
        for numbers, start in self._block(block, end, is_first=not before):
            for others in self.ways(tuple(before), start):
                yield (*others, *numbers)

    def _block(self, block: Block, end: int, *, is_first: bool) -> Iterator[tuple[tuple[str, ...], int]]:
        """The ways to cut one block off the end: its total first, for it bounds the others."""
        if not block.has_total:
            yield from self._columns(block.columns, end, None)
            return
        for total, start in self._last(end):
            if not is_first or self._may_add_up(block.columns - 1, start, int(total)):
                for numbers, first in self._columns(block.columns - 1, start, int(total)):
                    yield (*numbers, total), first

    def _may_add_up(self, columns: int, end: int, total: int) -> bool:
        """Whether all digits before a place may be so many numbers with this total.

        None has more digits than the total, and numbers leave the same rest by nine as their digits.
        """
        count = self.digits[end]
        return columns <= count <= columns * len(str(total)) and (self.sums[end] - total) % 9 == 0

    def _columns(self, columns: int, end: int, left: int | None) -> Iterator[tuple[tuple[str, ...], int]]:
        """The ways to cut so many numbers off the end that add up to *left*."""
        if next(self.steps, None) is None:
            raise _TooManyStepsError
        if not columns:
            yield from [((), end)] if not left else []
            return
        for number, start in self._last(end):
            if left is None or int(number) <= left:
                rest = None if left is None else left - int(number)
                for others, first in self._columns(columns - 1, start, rest):
                    yield (*others, number), first

    def _last(self, end: int) -> Iterator[tuple[str, int]]:
        """The numbers that may end at a place, and where they begin."""
        while self.text[end - 1 : end].isspace():
            end -= 1
        for start in range(end - 1, max(end - _LONGEST_NUMBER, 0) - 1, -1):
            if not self.text[start].isdigit():
                break
            number = self.text[start:end]
            if number == "0" or not number.startswith("0"):
                before = self.text[start - 1 : start]
                sign = before if before in {"+", "-"} else ""
                yield sign + number, start - len(sign)
