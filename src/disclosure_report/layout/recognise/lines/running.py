"""Text that runs on: headings, labels and numbers in one line, as in `规章000行政规范性文件8855698`.

A line is cut at the labels that stand in it. A digit of a label is never a value: of 00000002其他 the 2
belongs to the label, for no label begins earlier.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice, takewhile

from attrs import evolve, frozen

from disclosure_report.layout.recognise.folding import SIMPLER
from disclosure_report.layout.recognise.found import Words
from disclosure_report.layout.recognise.headings import CLOSE, LONGEST_HEADING, heading_of, wordings
from disclosure_report.layout.recognise.labels import Labels
from disclosure_report.layout.recognise.lines.pipes import Cell
from disclosure_report.layout.recognise.numbers import is_page_number, is_value_like
from disclosure_report.model.parts import PARTS


_NUMBERS = re.compile(r"[\s\d.,，+\-－元万/—]*")
_STRANGE = 0.1  # of a line, so much may be neither label nor number
_MOST = 200_000  # characters of a part, or of a document in one line, that are cut; a form has some 3,000
_MAY_HOLD = re.compile(r"二\s*[、.．]")
_LONGEST_HEADS = 200  # characters of a line of heads
_SIGNS = "0123456789.,，+-－/—"  # of numbers in a row
_WORD = re.compile(r"\S+")
_ROW = 3  # numbers
_LABELS = 2  # in a line that runs on; one alone must be followed by numbers
_MOST_STARTS = 500  # places where a heading may begin
_PARTS = 3  # headings in a line that holds a document


@frozen
class _Folded:
    """A text folded character by character, with the place of each in the text; and the text's end."""

    text: str
    places: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> "_Folded":
        letters: list[str] = []
        places: list[int] = []
        for place, character in enumerate(text):
            for letter in unicodedata.normalize("NFKC", character).translate(SIMPLER):
                if letter.isalnum():
                    letters.append(letter)
                    places.append(place)
        return cls("".join(letters), (*places, len(text)))


def cut_at_labels(labels: Labels, cells: Sequence[Cell]) -> Iterator[Cell]:
    """The cells, with those that hold labels and numbers without a break as one for each."""
    left = _MOST
    for cell in cells:
        left -= len(cell.line.text)
        if left < 0 or not cell.alone or is_value_like(cell.line.text):
            yield cell
            continue
        first, *others = _cut(labels, cell)
        yield evolve(first, pipes=cell.pipes, spaces=cell.spaces)
        yield from others


def _cut(labels: Labels, cell: Cell) -> list[Cell]:
    """The labels and numbers of a cell, or the words before a row of numbers and that row, or the cell."""
    text, place = cell.line
    if pieces := _pieces(labels, text):
        return [Cell(Words(piece, place), alone=False, runs=not is_label) for piece, is_label in pieces]
    start = _numbers_in(text)
    if start is None:
        return [cell]
    words = text[:start].strip()
    before = [Cell(Words(words, place))] if words else []
    return [*before, Cell(Words(text[start:], place), alone=False, runs=True, is_row=True)]


def _numbers_in(text: str) -> int | None:
    """Where the numbers begin at the end of a line, with blanks between them; three or more."""
    if is_page_number(text):
        return None
    words = [(found.start(), found[0]) for found in _WORD.finditer(text)]
    numbers = [*takewhile(lambda word: not word[1].strip(_SIGNS), reversed(words))]
    if len(numbers) < len(words):  # the word before may have the first number at its end
        place, word = words[-len(numbers) - 1]
        glued = len(word.rstrip(_SIGNS))
        numbers += [(place + glued, word[glued:])] if word[glued:] else []
    is_row = len(numbers) >= _ROW and all(is_value_like(word) for _, word in numbers)
    return numbers[-1][0] if is_row else None


def _pieces(labels: Labels, text: str) -> list[tuple[str, bool]]:
    """The labels of a line and what stands between them, where it is nothing but labels and numbers."""
    has_digits = any(character.isdigit() for character in text)
    if not has_digits and len(text) > _LONGEST_HEADS:
        return []
    whole, text = text, _without_upright(labels, text)
    folded = _Folded.of(text)
    if not _pattern(labels).match(folded.text):
        return []
    if _pattern(labels).fullmatch(folded.text):
        return [(text, True)] if text is not whole else []
    pieces: list[tuple[str, bool]] = []
    strange = 0
    found = [match.span() for match in _pattern(labels).finditer(folded.text)]
    starts = [start for start, _ in found]
    for (start, end), following in zip(found, [*starts[1:], len(folded.text)], strict=True):
        behind = folded.places[following]
        last = folded.places[end - 1] + 1
        while last < behind and unicodedata.category(text[last]) in {"Pe", "Pf"}:
            last += 1  # the bracket that closes a label
        between = text[last:behind]
        # A bracket or a number's point may open the next label.
        value = between.rstrip('（(“"《 　').strip(" 　:：")
        pieces.append((text[folded.places[start] : last], True))
        if value:
            pieces.append((value, False))
        strange += 0 if _NUMBERS.fullmatch(value) else len(value)
    allowed = _STRANGE * len(text) if has_digits and len(found) >= _LABELS else 0
    return pieces if strange <= allowed else []


def _without_upright(labels: Labels, text: str) -> str:
    """A line without the character in front that is one of a label set upright: 年   4.保护第三方合法权益."""
    first, _, rest = text.strip().partition(" ")
    return rest.strip() if labels.is_upright(first) else text


@cache
def _pattern(labels: Labels) -> re.Pattern[str]:
    words = sorted({*labels.opens, *labels.heads}, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)))


def headings_in(text: str) -> list[tuple[int, int]]:
    """Where the headings of the parts begin and end in a text that holds a document, in the form's order."""
    if len(text) > _MOST or not _MAY_HOLD.search(text):
        return []
    found: list[tuple[int, int]] = []
    end = 0
    for part in PARTS:
        numeral = re.compile(rf"{part.numeral}\s*[、.．]")
        starts = islice(numeral.finditer(text, end), _MOST_STARTS)
        spans = (_heading_at(text, start.start(), part.numeral) for start in starts)
        span = next(filter(None, spans), None)
        if span:
            found.append(span)
            _, end = span
    return found if len(found) >= _PARTS else []


def _heading_at(text: str, start: int, numeral: str) -> tuple[int, int] | None:
    """The span of the heading that begins at a place, in known words or words like them."""
    folded = _Folded.of(text[start : start + LONGEST_HEADING].partition("。")[0])
    known = [words for words, part in wordings().items() if part.numeral == numeral]
    lengths = [len(words) for words in known if folded.text.startswith(numeral + words)]
    if not lengths:  # in words that are like known ones
        near = (length for length in range(len(folded.text)) if _ends_alike(folded.text[: length + 1], known))
        found = ((length, heading_of(folded.text[: length + 1])) for length in near)
        lengths = [length for length, match in found if match and match.likeness == CLOSE]
    return (start, start + folded.places[max(lengths)] + 1) if lengths else None


def _ends_alike(heading: str, known: Sequence[str]) -> bool:
    """Whether a heading, with its number, ends as known words do that are about as long."""
    return any(abs(len(heading) - 1 - len(words)) <= 1 and heading.endswith(words[-2:]) for words in known)
