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
_LONGEST_RULE = 2_000  # characters
_ENTITY = re.compile("&nbsp;", re.IGNORECASE)  # the source of a page, pasted as text
_PIPES = re.compile(r"[|｜]")
_OPENING = re.compile(r"\A\s*[|｜](?=.*[^|｜\s])", re.DOTALL)  # the pipe that opens a row, in front of words
_RULE = re.compile(r"[|｜\s:]*-{3}[|｜\s:-]*")  # the line below the heads in Markdown


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
    pipes: int = 0
    spaces: int = 0
    rest: Sequence[Line] = ()


def cells_of(lines: Sequence[Line]) -> Cells:
    """The words of lines, cell by cell."""
    cells: list[Cell] = []
    pipes = spaces = 0
    for number, line in enumerate(lines):
        if len(cells) + line.text.count("|") + line.text.count("｜") > MOST_CELLS:
            return Cells(cells, pipes, spaces, lines[number:])
        if len(line.text) <= _LONGEST_RULE and _RULE.fullmatch(line.text):
            continue
        if not _PIPES.search(line.text):
            if unspaced(line.text):
                cells.append(Cell(Words(line.text, line.place), pipes, spaces=spaces))
                pipes = spaces = 0
            else:
                spaces += 1
            continue
        for place, words in enumerate(_PIPES.split(_OPENING.sub("", _ENTITY.sub(" ", line.text)))):
            pipes += place > 0
            if unspaced(words):
                cells.append(Cell(Words(words, line.place), pipes, alone=False, spaces=spaces))
                pipes = spaces = 0
    return Cells(cells, pipes, spaces)
