"""The heads that stand above rows in linear text, and whether they say where the values of a row belong."""

from collections.abc import Sequence
from itertools import dropwhile

from attrs import define, field

from disclosure_report.layout.recognise.folding import fold
from disclosure_report.layout.recognise.labels import Labels, Record
from disclosure_report.layout.recognise.numbers import is_value_like, unit_of


_TWO = 2  # one head alone tells no order
_LONGEST_HEAD = 40  # characters of words among heads that may be a head
_UNIT = "单位"
_SENTENCE = "。；"  # of these ends no head
_REMARKS = frozenset({"备注", "说明"})  # a last column for words


@define
class Heads:
    """The heads since the last row.

    *met* are those that are known, *strange* other words with how many heads came before them, *units* what
    heads say. *used* says that a row stands below them: the next head begins anew. *has_gaps* says that pipes
    keep an empty place among them, *has_values* that a number stood below heads without a label: then numbers
    may stand above their labels. *runs_on*: in their line.
    """

    labels: Labels
    met: list[str] = field(factory=list)
    strange: list[tuple[int, str]] = field(factory=list)
    units: dict[str, str] = field(factory=dict)
    used: bool = False
    has_gaps: bool = False
    has_values: bool = False
    runs_on: bool = False

    def meet(self, label: str, pipes: int) -> None:
        """One more head; the name of a group of rows is none, and leaves those of the columns as they are."""
        if self.used and not self.labels.is_head(label):
            return
        if self.used:
            self.met.clear()
            self.strange.clear()
            self.units.clear()
            self.used = self.has_gaps = False
        self.met.append(label)
        self.has_gaps = self.has_gaps or (label in self.labels.columns and pipes > 1)

    def meet_strange(self, text: str, *, runs: bool) -> None:
        """Words among heads: a unit of the head before, a head that nobody knows, or numbers."""
        self.meet_values(text, runs=runs)
        if self.met and not self.used:
            if unit := unit_of(text):
                self.units[self.met[-1]] = unit
            elif text.strip().startswith(_UNIT):
                pass  # a line for the whole table, which is looked at as a caption
            elif len(text) <= _LONGEST_HEAD and not text.rstrip().endswith(tuple(_SENTENCE)):
                self.strange.append((len(self.met), text))

    def meet_values(self, text: str, *, runs: bool) -> None:
        """Words that may be values: below heads, and above all labels, they say that numbers come first."""
        is_head = self.columns > 0 or (bool(self.met) and self.labels.heads_in_line)
        if is_head and not self.used and all(map(is_value_like, text.split())):
            self.has_values = True
            self.runs_on = self.runs_on or runs

    @property
    def columns(self) -> int:
        """How many heads of columns there are."""
        return sum(head in self.labels.columns for head in self.met)

    def slots(self, record: Record) -> tuple[tuple[int, ...] | None, bool]:
        """Where the heads say the values of a record go, and whether their order can be told."""
        labels = self.labels
        if labels.table.facts.across:
            return labels.block(self.met), labels.in_order(self.met) and not self._others
        met = _once([record.heads[head,] for head in self.met if (head,) in record.heads])
        if labels.heads_in_line:
            is_whole, others = sorted(met) == list(record.slots), self._others
            if is_whole and not others:
                return tuple(met), True
            return None, met == sorted(met) and not (met and others)
        is_printed = _as_printed(met, record.slots) and labels.spans_in_order(self.met)
        return None, is_printed and (len(met) < _TWO or self._stands_in(record))

    @property
    def _others(self) -> list[int]:
        """How many heads stand before words that are no piece of one: heads are often cut off or torn."""
        return [
            number
            for number, text in self.strange
            if not (number == len(self.met) and fold(text) in _REMARKS) and not self.labels.are_pieces(text)
        ]

    def _stands_in(self, record: Record) -> bool:
        """Whether nothing strange stands among the heads, or only in the place of those that are missing."""
        if not self._others:
            return True
        places: list[int | None] = [record.heads.get((head,)) for head in self.met]
        for number in reversed(self._others):
            places.insert(number, None)
        said = [*dropwhile(lambda slot: slot is None, places)]
        return any(
            len(said) == len(order)
            and all(slot in {None, own} for slot, own in zip(said, order, strict=True))
            for order in _orders(record.slots)
        )


def _once(met: list[int]) -> list[int]:
    """Heads that are printed twice, one after the other, as once."""
    half = len(met) // 2
    return met[:half] if met[:half] == met[half:] else met


def _as_printed(met: list[int], slots: Sequence[int]) -> bool:
    """Whether heads in two rows come as the form prints them: the total last, or behind the first."""
    return any([slot for slot in order if slot in met] == met for order in _orders(slots))


def _orders(slots: Sequence[int]) -> tuple[list[int], list[int]]:
    """The orders in which heads in two rows come as text."""
    first, *others, total = slots
    return [first, *others, total], [first, total, *others]
