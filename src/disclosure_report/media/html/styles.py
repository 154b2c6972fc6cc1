"""What the styles of a page say of its words, said by elements instead.

Done once for a page; the walk over it then looks at elements alone.
"""

import re
from functools import cache
from typing import Any

from disclosure_report.kept import kept
from disclosure_report.media.html.elements import KINDS, LOOKS, WHOLE


# What a style says of an element: that it is not displayed, that it keeps its place but nobody sees it, or
# which element's look its letters have.
_GONE, _HIDDEN, _STRUCK = "gone", "hidden", "s"
_SAYS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"display\s*:\s*none|visibility\s*:\s*collapse", re.IGNORECASE), _GONE),
    (re.compile(r"visibility\s*:\s*hidden", re.IGNORECASE), _HIDDEN),
    (re.compile(r"vertical-align\s*:\s*super", re.IGNORECASE), "sup"),
    (re.compile(r"vertical-align\s*:\s*sub", re.IGNORECASE), "sub"),
    (re.compile(r"text-decoration[^;]*line-through", re.IGNORECASE), _STRUCK),
)
_SKIPPED = "template"  # an element that no person sees
_OF_TABLE = frozenset({"thead", "tbody", "tfoot", "tr", "td", "th"})
# The cells of a row, and of a table without those of tables inside it.
_CELLS = {
    "tr": ("td", "th"),
    **dict.fromkeys(("thead", "tbody", "tfoot"), ("tr/td", "tr/th")),
    "table": ("tr/td", "tr/th", "*/tr/td", "*/tr/th"),
}
# Elements in a line that do nothing to their words.
_PLAIN = tuple(tag for tag, kind in KINDS.items() if kind == "inline" and tag not in LOOKS)


def settle(root: Any) -> None:
    """Turn what styles say into elements, and take out those that do nothing to their words."""
    from lxml.etree import strip_tags

    styles_of, styled, has_hidden, hidden = _queries()
    styles = styles_of(root)
    says = {style: what for style in set(styles) if (what := _said(style))}
    if says:
        for element, style in zip(styled(root), styles, strict=True):
            if style in says:
                _tell(element, says[style])
    for element in hidden(root) if has_hidden(root) else ():
        _tell(element, _GONE)
    strip_tags(root, *_PLAIN)


@cache
def _queries() -> tuple[Any, ...]:
    """Compiled once: the styles of a page, the elements with one; the same of ``hidden``."""
    from lxml.etree import XPath

    return (
        XPath("descendant::*/@style", smart_strings=False),
        XPath("descendant::*[@style]"),
        XPath("boolean(//@hidden)"),
        XPath("descendant::*[@hidden]"),
    )


@kept(1024, longest=1000)
def _said(style: str) -> str:
    """What a style says that matters here; a page has few styles, each many times."""
    return next((says for pattern, says in _SAYS if pattern.search(style)), "")


def _tell(element: Any, what: str) -> None:
    """Say by elements what the style of one says."""
    if what == _HIDDEN and element.tag in _OF_TABLE:
        for cell in element.iter("td", "th"):
            cell.text = None
            del cell[:]
    elif what in {_GONE, _HIDDEN}:
        element.tag = _SKIPPED
    elif KINDS.get(element.tag) == "inline":
        element.tag = what
    elif what == _STRUCK or KINDS.get(element.tag) == "link":  # only what stands in a line is raised
        for path in _CELLS.get(element.tag, (".",)):
            for each in element.iterfind(path):
                _mark(each, what)


def _mark(element: Any, tag: str) -> None:
    """Say at the beginning of an element which look all its letters have."""
    mark = element.makeelement(WHOLE + tag)
    mark.tail, element.text = element.text, None
    element.insert(0, mark)
