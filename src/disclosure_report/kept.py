"""Results that are kept for the next call, of short texts alone: long ones would fill the memory."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar


Text = TypeVar("Text", str, bytes)
Result = TypeVar("Result")


def kept(
    count: int = 4096, longest: int = 200
) -> Callable[[Callable[[Text], Result]], Callable[[Text], Result]]:
    """Keep the last *count* results of a function of one text, where it has at most *longest* characters.

    >>> half = kept(8, longest=4)(lambda text: text[: len(text) // 2])
    >>> half("1234"), half("123456")
    ('12', '123')
    """

    def decorate(function: Callable[[Text], Result]) -> Callable[[Text], Result]:
        remember = lru_cache(maxsize=count)(function)

        @wraps(function)
        def call(text: Text) -> Result:
            return remember(text) if len(text) <= longest else function(text)

        return call

    return decorate
