"""What each element of a page does to the text in it, and what a style says that matters here."""

import re
from collections.abc import Callable
from functools import lru_cache, partial
from typing import Literal, TypeAlias

from disclosure_report.media.looks import raised, struck


Look: TypeAlias = Callable[[str], str]
Kind: TypeAlias = Literal["skipped", "inline", "link", "break", "picture", "frame", "field", "table", "block"]

_SKIPPED = (
    *("head", "script", "style", "noscript", "template", "svg", "canvas", "audio", "video", "map"),
    *("select", "option", "datalist", "del", "rt", "rp"),
)
# Elements that stand inside a line; those not named begin and end one.
_INLINE = (
    *(
        "abbr",
        "acronym",
        "button",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "dfn",
        "em",
        "font",
        "i",
    ),
    *("ins", "kbd", "label", "mark", "nobr", "q", "ruby", "rb", "s", "samp", "small", "span", "strike"),
    *("strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "o:p", "st1:chsdate"),
)
KINDS: dict[str, Kind] = {
    **dict.fromkeys(_SKIPPED, "skipped"),
    **dict.fromkeys(_INLINE, "inline"),
    **dict.fromkeys(("img", "math"), "picture"),
    **dict.fromkeys(("iframe", "object", "embed"), "frame"),
    "a": "link",
    "br": "break",
    "input": "field",
    "table": "table",
}
# The kinds of a field whose value a person sees as text.
TEXT_FIELDS = frozenset({"text", "number", "tel"})
# Looks that change what letters say, by element.
LOOKS: dict[str, Look] = {
    "sup": partial(raised, how="superscript"),
    "sub": partial(raised, how="subscript"),
    **dict.fromkeys(("s", "strike"), struck),
}
# What a style says of the letters below it: that the element is not displayed, that it keeps its place but
# nobody sees it, or which element's look they have.
GONE, HIDDEN = "gone", "hidden"
_STYLES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"display\s*:\s*none|visibility\s*:\s*collapse", re.IGNORECASE), GONE),
    (re.compile(r"visibility\s*:\s*hidden", re.IGNORECASE), HIDDEN),
    (re.compile(r"vertical-align\s*:\s*super", re.IGNORECASE), "sup"),
    (re.compile(r"vertical-align\s*:\s*sub", re.IGNORECASE), "sub"),
    (re.compile(r"text-decoration[^;]*line-through", re.IGNORECASE), "s"),
)


_HINTS = (b"display", b"visibility", b"vertical-align", b"line-through", b"hidden")


def is_styled(page: bytes) -> bool:
    """Whether a page has any word of the styles that matter here."""
    lowered = page.lower()
    return any(hint in lowered for hint in _HINTS)


@lru_cache(maxsize=1024)
def said(style: str) -> str:
    """What a style says that matters here; a page has few styles, each many times."""
    return next((says for pattern, says in _STYLES if pattern.search(style)), "")
