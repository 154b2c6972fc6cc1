"""Numbers that run together: where the borders between their digits are, as far as anything can tell.

Arithmetic only finds borders between digits that stand there. The total of a row decides; a number has no
zero in front. One way left is taken, with a finding; of several none.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from attrs import define, frozen


_NUMBER = re.compile(r"(?P<sign>[+-]?)(?:0|[1-9]\d{0,8})", re.ASCII)
_ALLOWED = re.compile(r"[\s\d+-]*", re.ASCII)
_MOST_STEPS = 5_000
MOST_WAYS = 5


@frozen
class Block:
    """Columns beside each other; the last is the total of the others, or there is none."""

    columns: int
    has_total: bool


def ways_of(text: str, blocks: Sequence[Block]) -> list[tuple[str, ...]]:
    """The ways to cut a text into as many numbers as the blocks have columns: at most five.

    None, where that takes too many steps.

    >>> ways_of("713000074", [Block(7, True)])
    [('71', '3', '0', '0', '0', '0', '74')]
    >>> ways_of("230 000023", [Block(7, True)])
    [('23', '0', '0', '0', '0', '0', '23')]
    >>> ways_of("898989", [Block(3, False)])[:2]
    [('8', '9', '8989'), ('8', '98', '989')]
    """
    if not _ALLOWED.fullmatch(text):
        return []
    totals = [
        block.columns - 1 if block.has_total and column == block.columns - 1 else 0
        for block in blocks
        for column in range(block.columns)
    ]
    search = _Search(text.strip(), totals)
    found = list(islice(search.ways(0, ()), MOST_WAYS))
    return found if search.steps > 0 else []


@define
class _Search:
    """One search; *totals* has for each column of how many before it it is the total."""

    text: str
    totals: Sequence[int]
    steps: int = _MOST_STEPS

    def ways(self, at: int, numbers: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        """The ways to cut what stands behind these numbers."""
        self.steps -= 1
        while self.text[at : at + 1].isspace():
            at += 1
        left = len(self.totals) - len(numbers)
        if not left and at == len(self.text):
            yield numbers
        if not left or self.steps <= 0 or len(self.text) - at < left:
            return
        for number in self._next(at, numbers):
            yield from self.ways(at + len(number), (*numbers, number))

    def _next(self, at: int, numbers: tuple[str, ...]) -> Iterator[str]:
        """The numbers that may begin at a place: where a total belongs, that alone."""
        found = _NUMBER.match(self.text, at)
        if found is None:
            return
        if before := self.totals[len(numbers)]:
            total = str(sum(map(int, numbers[-before:])))
            yield from [total] if self.text.startswith(total, at) else []
        else:
            first = at + len(found["sign"])
            for end in range(first + 1, found.end() + 1):
                yield self.text[at:end]
