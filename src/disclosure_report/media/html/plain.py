"""Tables in which nothing but plain words stands: most of them, and much faster to read.

One look at a table's elements and styles tells; its cells are then taken whole.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from disclosure_report.media.html.elements import said


WHITE = " \t\n\r\f"
_WHITE = re.compile(f"[{WHITE}]")
_PLAIN = frozenset(
    {
        *("table", "thead", "tbody", "tfoot", "tr", "td", "th", "colgroup", "col"),
        *("p", "span", "font", "b", "strong", "i", "em", "u", "o:p"),
    }
)


def is_plain(table: Any, *, is_styled: bool) -> bool:
    """Whether no element or style in a table changes what its words say.

    *is_styled* says that the page has styles that may: else they need no look.
    """
    if not {element.tag for element in table.iter()} <= _PLAIN:
        return False
    styles, has_lines, is_hidden = _queries()
    if has_lines(table):
        return False
    return not is_styled or not (any(map(said, set(styles(table)))) or is_hidden(table))


@cache
def _queries() -> tuple[Any, ...]:
    """Compiled once: the styles of a table, whether lines stand deep in a cell, whether any is hidden."""
    from lxml import etree

    return (
        etree.XPath("descendant-or-self::*/@style", smart_strings=False),
        etree.XPath("boolean(descendant::p[not(parent::td or parent::th)])"),
        etree.XPath("boolean(descendant-or-self::*[@hidden])"),
    )


def plainly(exact: Callable[[Any], str]) -> Callable[[Any], str]:
    """The text of cells of a plain table; *exact* reads those with several lines or blanks inside."""
    from lxml.etree import tostring

    def text_of(cell: Any) -> str:
        children = len(cell)
        if children > 1 or (children and _speaks_beside(cell)):
            return exact(cell)
        text: str = tostring(cell, method="text", encoding="unicode", with_tail=False).strip(WHITE)
        return text if text.isalnum() or not _WHITE.search(text) else exact(cell)

    return text_of


def _speaks_beside(cell: Any) -> bool:
    """Whether words stand before or behind the one element in a cell."""
    before, behind = cell.text, cell[0].tail
    return bool((before and before.strip(WHITE)) or (behind and behind.strip(WHITE)))
