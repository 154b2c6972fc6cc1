"""Signs that a parent's report covers its own office (本机关) alone, not the area of its children."""

from collections.abc import Iterator, Mapping, Sequence

from attrs import field, frozen

from disclosure_report.across.adding import Total
from disclosure_report.across.causes import Child
from disclosure_report.across.rules import EQUAL_TO_CHILD, HOLDS_NO_CHILD, SMALLER_EVERYWHERE, UNKNOWN
from disclosure_report.blocks import Value
from disclosure_report.model.findings import Finding
from disclosure_report.model.tree import Field


_FEWEST_CELLS = 3  # that are not 0 in the sum: fewer are small by chance
_FEWEST_CHILDREN = 2  # with a number that is not 0


@frozen
class Scope:
    """The cells of a parent that can be compared, beside those of its children and their sum."""

    cells: Mapping[str, Value]
    totals: Mapping[str, Total]
    children: Sequence[Child]
    said: Mapping[str, Field]
    counts: tuple[str, ...] = field(init=False)

    @counts.default
    def _counts(self) -> tuple[str, ...]:
        """No count is negative, so that a sum is no smaller than its parts."""
        return tuple(path for path in self.cells if self.said[path].kind == "count")

    def own_office(self) -> Iterator[Finding]:
        """Each sign with its evidence."""
        yield from self.equal_to_child()
        if self._is_far_less():
            yield from self.smaller_everywhere()
            yield from self.holds_no_child()

    def equal_to_child(self) -> Iterator[Finding]:
        """The report is that of one child, which is then the office itself."""
        for child in self.children if self._has_enough() else ():
            if all(child.cells[path] == value for path, value in self.cells.items()):
                apart = [path for path, value in self.cells.items() if value != self.totals[path].known]
                details = (
                    ("cells", len(self.cells)),
                    ("child", child.agency or UNKNOWN),
                    ("count", len(apart)),
                )
                yield Finding(EQUAL_TO_CHILD, tuple(apart), details=details)
                return

    def smaller_everywhere(self) -> Iterator[Finding]:
        """The report is smaller than the sum in each cell."""
        pairs = [(path, _count(self.cells[path]), _count(self.totals[path].known)) for path in self.counts]
        smaller = [pair for pair in pairs if pair[1] < pair[2]]
        others = any(own or total for _, own, total in pairs if own >= total)
        if len(smaller) >= _FEWEST_CELLS and not others:
            path, own, total = smaller[0]
            details = (
                ("count", len(smaller)),
                ("first", self.label(path)),
                ("found", own),
                ("expected", total),
            )
            yield Finding(SMALLER_EVERYWHERE, tuple(path for path, _, _ in smaller), details=details)

    def holds_no_child(self) -> Iterator[Finding]:
        """Each child that has anything has more than the report in some cell, so it is not in the report."""
        having = [child for child in self.children if any(child.cells[path] for path in self.counts)]
        larger = [(child, path) for child in having for path in self._larger(child)]
        if len(having) >= _FEWEST_CHILDREN and len(larger) == len(having):
            child, path = larger[0]
            details = (
                ("children", len(having)),
                ("child", child.agency or UNKNOWN),
                ("first", self.label(path)),
                ("expected", _count(child.cells[path])),
                ("found", _count(self.cells[path])),
            )
            paths = tuple(dict.fromkeys(path for _, path in larger))
            yield Finding(HOLDS_NO_CHILD, paths, details=details)

    def _has_enough(self) -> bool:
        """One or two cells are equal by chance, and zeros tell nothing."""
        return len(self.cells) >= _FEWEST_CELLS and any(self.cells.values())

    def _is_far_less(self) -> bool:
        """Not half of the sum: one that lacks a few children, or has a number mistyped, is more than that."""
        own = sum(_count(self.cells[path]) for path in self.counts)
        return 2 * own < sum(_count(self.totals[path].known) for path in self.counts)

    def _larger(self, child: Child) -> list[str]:
        """The first cell in which the child has more than the parent, if any."""
        return [path for path in self.counts if _count(child.cells[path]) > _count(self.cells[path])][:1]

    def label(self, path: str) -> str:
        """The printed labels of a cell."""
        return " / ".join(self.said[path].labels)


def _count(value: Value) -> int:
    return int(value or 0)
