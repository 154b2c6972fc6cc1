"""What each element of a page does to the text in it, and to the look of its letters."""

from collections.abc import Callable
from functools import partial
from typing import Literal, TypeAlias

from disclosure_report.media.looks import raised, struck


Look: TypeAlias = Callable[[str], str]
Kind: TypeAlias = Literal[
    "skipped", "inline", "look", "link", "break", "picture", "frame", "field", "table", "block", "formula"
]

_SKIPPED = (
    *("head", "script", "style", "noscript", "template", "svg", "canvas", "audio", "video", "map"),
    *("select", "option", "datalist", "del", "rt", "rp"),
)
# Elements that stand inside a line; those not named begin and end one.
_INLINE = (
    *("abbr", "acronym", "b", "bdi", "bdo", "big", "button", "cite", "code", "data", "dfn", "em"),
    *("font", "i"),
    *("ins", "kbd", "label", "mark", "nobr", "q", "ruby", "rb", "s", "samp", "small", "span", "strike"),
    *("strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "o:p", "st1:chsdate"),
)
# Opens the name of an element that says at the beginning of another which look all its letters have.
WHOLE = "whole-"
_LOOKS: dict[str, Look] = {
    "sup": partial(raised, how="superscript"),
    "sub": partial(raised, how="subscript"),
    "s": struck,
}
# Looks that change what letters say, by element.
LOOKS: dict[str, Look] = {**_LOOKS, "strike": struck, **{WHOLE + tag: look for tag, look in _LOOKS.items()}}
KINDS: dict[str, Kind] = {
    **dict.fromkeys(_SKIPPED, "skipped"),
    **dict.fromkeys(_INLINE, "inline"),
    "img": "picture",
    "math": "formula",
    **dict.fromkeys(("iframe", "object", "embed"), "frame"),
    **dict.fromkeys((WHOLE + tag for tag in _LOOKS), "look"),
    "a": "link",
    "br": "break",
    "input": "field",
    "table": "table",
}
# The kinds of a field whose value a person sees as text.
TEXT_FIELDS = frozenset({"text", "number", "tel"})
