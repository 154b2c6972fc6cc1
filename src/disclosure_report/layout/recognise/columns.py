"""Which cell of a record a column is, where its head alone does not tell."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from disclosure_report.layout.recognise.labels import Record
from disclosure_report.layout.recognise.numbers import is_blank_mark, is_value_like


_SHORTEST_CUT = 2  # characters of a head that is cut off


def in_order(slots: Sequence[int]) -> bool:
    """Whether columns stand in the form's order."""
    return list(slots) == sorted(slots)


def beside(record: Record, covered: Sequence[list[int]]) -> list[int | None]:
    """The slots in the order of the heads, where spans are uneven and yet each value touches its own.

    *covered* are, for each value, the slots below whose heads it stands.
    """
    touching = [each for each in covered if each]
    order = list(dict.fromkeys(slot for each in touching for slot in each))
    uneven = any(len(each) > 1 for each in touching)
    if not uneven or not len(order) == len(touching) == len(record.slots):
        return []
    if not all(map(list.__contains__, touching, order)):
        return []
    left = iter(order)
    return [next(left) if each else None for each in covered]


def completed(
    record: Record,
    slots: list[int | None],
    heads: Sequence[tuple[str, ...]],
    standing: AbstractSet[int | None],
) -> tuple[list[int | None], str]:
    """The slots of columns whose head is missing or cut off, where no other head is out of its place.

    *standing* are the slots whose heads stand somewhere: those are not missing. Gives the heads cut off, too.
    """
    if len(slots) != len(record.slots) or not _in_order(record, slots):
        return slots, ""
    found, cut = list(slots), []
    for number, (slot, expected, each) in enumerate(zip(slots, record.slots, heads, strict=True)):
        if slot is not None or expected in standing:
            continue
        if len(each) < record.depth:
            found[number] = expected if set(slots) != {None} else None
        elif _begins(record, each, expected):
            found[number] = expected
            cut.append(each[-1])
    return found, "、".join(cut)


def _in_order(record: Record, slots: Sequence[int | None]) -> bool:
    """Whether no known head stands at another place than the form's."""
    return all(slot in {None, expected} for slot, expected in zip(slots, record.slots, strict=True))


def _begins(record: Record, heads: tuple[str, ...], slot: int) -> bool:
    """Whether a head is the beginning of the one that the form has there."""
    words = heads[-1]
    return len(words) >= _SHORTEST_CUT and any(
        known[-1].startswith(words) and known[:-1] == heads[:-1]
        for known, place in record.heads.items()
        if place == slot
    )


def is_value(words: str) -> bool:
    """Whether words in a cell may be a value, or stand for none."""
    return is_value_like(words) or is_blank_mark(words)
