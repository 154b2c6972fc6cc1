"""What every writer of grids needs: which box covers which cell, text around values, a value as text."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from attrs import frozen

from disclosure_report.blocks import Box, Shape, Value


@frozen
class Segments:
    """A grid's text cut at its values: one more piece of text than there are slots, in the order printed.

    The pieces are UTF-8 already: they are joined for every report, and encoded once.
    """

    texts: tuple[bytes, ...]
    slots: tuple[int, ...]

    def filled(self, printed: Sequence[bytes]) -> bytes:
        """The text with each slot's printed value in its place."""
        pieces = [b""] * (2 * len(self.slots) + 1)
        pieces[::2] = self.texts
        pieces[1::2] = [printed[slot] for slot in self.slots]
        return b"".join(pieces)


def cut(pieces: Iterable[str | int]) -> Segments:
    """Segments from a run of text and slot numbers.

    >>> cut(["<a>", "<b>", 1, "</b>"])
    Segments(texts=(b'<a><b>', b'</b>'), slots=(1,))
    """
    texts: list[list[str]] = [[]]
    slots = []
    for piece in pieces:
        if isinstance(piece, int):
            slots.append(piece)
            texts.append([])
        else:
            texts[-1].append(piece)
    return Segments(tuple("".join(text).encode() for text in texts), tuple(slots))


def covering(shape: Shape) -> dict[tuple[int, int], Box]:
    """The box that covers each cell of the grid."""
    return {
        (row, column): box
        for box in shape.boxes
        for row in range(box.row, box.row + box.rowspan)
        for column in range(box.column, box.column + box.colspan)
    }


def text_of(value: Value | str) -> str:
    """A value as it is printed: nothing for a blank, plain digits for an amount.

    >>> text_of(None), text_of(0), text_of(Decimal("1E+3"))
    ('', '0', '1000')
    """
    if value is None:
        return ""
    return str(value) if type(value) is int else format(value, "f" if isinstance(value, Decimal) else "")


def printed(values: Iterable[Value | str]) -> list[bytes]:
    """Each value as it is printed, in UTF-8.

    >>> printed([None, 12, Decimal("1E+3")])
    [b'', b'12', b'1000']
    """
    return [b"%d" % value if type(value) is int else text_of(value).encode() for value in values]
