"""Cells of a table that was saved as text with a pipe between them: `规章 | 0 | 0 | 0 | |`.

A pipe ends a cell or stands between two, so two pipes without words between them keep an empty cell's place.
What stands behind the last cell of a row tells nothing by itself: pages print one pipe there, or five.
"""

import re
from collections.abc import Sequence

from attrs import frozen

from disclosure_report.layout.recognise.found import Line, Words
from disclosure_report.layout.recognise.numbers import unspaced


MOST_CELLS = 10_000  # of a part; a form has some 600
_ENTITY = re.compile("&nbsp;", re.IGNORECASE)  # the source of a page, pasted as text
_BARS = str.maketrans("｜│┃║", "||||")
_TABS = re.compile(r"\S\t\S")  # one between two words: then tabs are what stands between cells
_TO_BARS = str.maketrans("\t", "|")
_OPENING = re.compile(r"\A\s*\|(?=.*[^|\s])", re.DOTALL)  # the pipe that opens a row, in front of words
_RULE = re.compile(r"[-+|:\s─━═┼╋╪├┤┌┐└┘┬┴╔╗╚╝╠╣╦╩╬]*")  # lines of a frame, or below the heads in Markdown
_DASHES = ("---", "───", "━━━", "═══")


@frozen
class Cell:
    """The words of a cell, and how many pipes stand between it and the words before.

    *alone* says that its line has no pipe: then its words may go on in the next line. *runs* says that
    numbers may run together in it, *is_row* that it is a line of numbers without a label. *spaces* are the
    empty lines before it.
    """

    line: Words
    pipes: int = 0
    alone: bool = True
    runs: bool = False
    is_row: bool = False
    spaces: int = 0


@frozen
class Cells:
    """The words of lines, cell by cell; the pipes and empty lines behind the last; lines beyond the limit."""

    cells: list[Cell]
    pipes: int
    spaces: int
    rest: Sequence[Line] = ()


def cells_of(lines: Sequence[Line]) -> Cells:
    """The words of lines, cell by cell."""
    cells: list[Cell] = []
    pipes = spaces = 0
    has_tabs = any(_TABS.search(line.text) for line in lines if "\t" in line.text)
    for number, line in enumerate(lines):
        text = line.text.translate(_BARS)
        if has_tabs and "\t" in text.strip(" \t"):
            text = text.translate(_TO_BARS)
        if len(cells) + text.count("|") > MOST_CELLS:
            return Cells(cells, pipes, spaces, lines[number:])
        if _is_rule(text):
            continue
        if "|" not in text:
            if unspaced(text):
                cells.append(Cell(Words(line.text, line.place), pipes, spaces=spaces))
                pipes = spaces = 0
            else:
                spaces += 1
            continue
        for place, words in enumerate(_OPENING.sub("", _ENTITY.sub(" ", text)).split("|")):
            pipes += place > 0
            if unspaced(words):
                cells.append(Cell(Words(words, line.place), pipes, alone=False, spaces=spaces))
                pipes = spaces = 0
    return Cells(cells, pipes, spaces)


def _is_rule(text: str) -> bool:
    """Whether a line is drawn, and says nothing."""
    return any(dashes in text for dashes in _DASHES) and bool(_RULE.fullmatch(text))
