"""One policy for text, kept at the edge of the model: what no file can carry is refused, with its place.

XML 1.0 has no way to write most control characters and lone surrogates, so neither Word nor Excel has.
Outer white space and the kind of line end are layout, not text: they are not kept.
"""

import re
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from disclosure_report.blocks import UNWRITABLE
from disclosure_report.errors import InvalidValueError


if TYPE_CHECKING:
    from attrs import Attribute


_LINE_END = re.compile("\r\n?")


def tidy(text: str) -> str:
    """The text without outer white space, its line ends as ``\\n``.

    >>> tidy("　　现将情况报告如下：\\r\\n")
    '现将情况报告如下：'
    """
    return (_LINE_END.sub("\n", text) if "\r" in text else text).strip()


def problem_of(text: object, *, lines: bool = True) -> str | None:
    """What is wrong with a text, or None; *lines* says whether it may have more than one line."""
    if not isinstance(text, str):
        return f"text is a str, not {type(text).__name__} {text!r:.60}"
    if not text:
        return "text is not empty; a blank is None"
    found = None if text.isprintable() else UNWRITABLE.search(text)
    if found:
        return f"no file can hold the character U+{ord(found[0]):04X} at position {found.start()}"
    if not lines and len(text.splitlines()) > 1:
        return "is one line of text"
    return None


problem_of_line: Callable[[object], str | None] = partial(problem_of, lines=False)


def tidy_or_none(text: Any) -> Any:
    """An attrs converter: `tidy` for text, everything else as it is."""
    return tidy(text) if isinstance(text, str) else text


def refusing(problem_of: Callable[[Any], str | None]) -> Callable[[Any, "Attribute[Any]", Any], None]:
    """An attrs validator: None, or a value of which *problem_of* says nothing; an error names the field."""

    def validate(_: Any, attribute: "Attribute[Any]", value: Any) -> None:
        problem = None if value is None else problem_of(value)
        if problem is not None:
            raise InvalidValueError(attribute.name, problem)

    return validate
