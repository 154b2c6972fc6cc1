"""What the styles of a page say of its words, said by elements instead.

Done once for a page; the walk over it then looks at elements alone.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from disclosure_report.kept import kept
from disclosure_report.media.html.elements import KINDS, LOOKS, WHOLE


# What a style says of an element: that it is not displayed; that it keeps its place but nobody sees it, or
# only its own letters; that it begins and ends a line; or which element's look its letters have.
_GONE, _HIDDEN, _COLLAPSED, _UNSEEN, _LINE = "gone", "hidden", "collapsed", "unseen", "div"
_RAISED, _LOWERED, _STRUCK = "sup", "sub", "s"
_NONE = r"[+-]?0*\.?0*(?:[a-z]+|%)?"  # a length of nothing
_SAYS: dict[str, tuple[tuple[re.Pattern[str], str], ...]] = {
    name: tuple((re.compile(pattern, re.IGNORECASE), what) for pattern, what in said)
    for name, said in {
        "display": ((r"none\b", _GONE), (r"(?:block|list-item|flex|grid|table)\b(?!-)", _LINE)),
        "visibility": ((r"hidden\b", _HIDDEN), (r"collapse\b", _COLLAPSED)),
        "opacity": ((rf"(?!\Z){_NONE}\Z", _UNSEEN),),
        "clip": ((r"rect\(\s*0", _HIDDEN),),
        "left": ((r"-\d{4,}", _HIDDEN),),
        "text-indent": ((r"-\d{4,}", _HIDDEN),),
        "font-size": ((rf"(?!\Z){_NONE}\Z", _UNSEEN),),
        "color": ((r"transparent\b", _UNSEEN),),
        "vertical-align": (
            (r"super\b|text-top\b", _RAISED),
            (r"sub\b|text-bottom\b", _LOWERED),
            (rf"-(?!{_NONE}\Z)[\d.]", _LOWERED),
            (rf"\+?(?!{_NONE}\Z)[\d.]", _RAISED),
        ),
        "mso-text-raise": ((rf"-(?!{_NONE}\Z)[\d.]", _LOWERED), (rf"\+?(?!{_NONE}\Z)[\d.]", _RAISED)),
        "text-decoration": ((r".*line-through", _STRUCK),),
        "text-decoration-line": ((r".*line-through", _STRUCK),),
    }.items()
}
_LONGEST = 200  # characters of a value: a longer one is a picture
_SKIPPED = "template"  # an element that no person sees
_ROWS = frozenset({"thead", "tbody", "tfoot", "tr"})
_OF_TABLE = _ROWS | {"td", "th"}
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
    says = {style: said for style in set(styles) if (said := _said(style))}
    if says:
        for element, style in zip(styled(root), styles, strict=True):
            for what in says.get(style, ()):
                _tell(element, what)
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
def _said(style: str) -> tuple[str, ...]:
    """All that a style says that matters here; a page has few styles, each many times."""
    return tuple(_sayings(style))


def _sayings(style: str) -> Iterator[str]:
    for declaration in style.split(";"):
        name, _, value = declaration.partition(":")
        for pattern, what in _SAYS.get(name.strip().lower(), ()):
            if pattern.match(value.partition("!")[0].strip()[:_LONGEST]):
                yield what
                break


def _tell(element: Any, what: str) -> None:
    """Say by elements what the style of one says."""
    if what == _COLLAPSED:
        what = _GONE if element.tag in _ROWS else _HIDDEN  # only rows and columns give up their place
    elif what == _UNSEEN:
        what = "" if len(element) else _HIDDEN  # what stands in it may have a size and colour of its own
    is_in_line = KINDS.get(element.tag) == "inline"
    if what == _HIDDEN and element.tag in _OF_TABLE:
        for cell in element.iter("td", "th"):
            cell.text = None
            del cell[:]
    elif what in {_GONE, _HIDDEN}:
        element.tag = _SKIPPED
    elif is_in_line and what:
        element.tag = what
    elif what == _STRUCK or (what in LOOKS and KINDS.get(element.tag) == "link"):  # in a line alone
        for path in _CELLS.get(element.tag, (".",)):
            for each in element.iterfind(path):
                _mark(each, what)


def _mark(element: Any, tag: str) -> None:
    """Say at the beginning of an element which look all its letters have."""
    mark = element.makeelement(WHOLE + tag)
    mark.tail, element.text = element.text, None
    element.insert(0, mark)
