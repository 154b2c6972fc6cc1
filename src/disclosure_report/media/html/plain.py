"""The text of a cell in which nothing but plain words stands, as in most: much faster to read."""

import re
from collections.abc import Callable
from typing import Any


WHITE = " \t\n\r\f"
_WHITE = re.compile(f"[{WHITE}]")


def plainly(exact: Callable[[Any], str]) -> Callable[[Any], str]:
    """The text of cells with one line at most; *exact* reads those with other elements or blanks inside."""

    def text_of(cell: Any) -> str:
        words: str = cell.text or ""
        if len(cell):
            only = cell[0]
            behind = only.tail
            if len(cell) > 1 or len(only) or only.tag != "p" or (behind and behind.strip(WHITE)):
                return exact(cell)
            if words.strip(WHITE):
                return exact(cell)
            words = only.text or ""
        text = words.strip(WHITE)
        return text if text.isalnum() or not _WHITE.search(text) else exact(cell)

    return text_of
