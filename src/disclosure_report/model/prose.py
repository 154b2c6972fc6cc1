"""Prose: the text of the preamble and of parts one, five and six."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from attrs import Attribute, field, frozen

from disclosure_report.blocks import Heading, Paragraph
from disclosure_report.errors import InvalidValueError
from disclosure_report.model.text import problem_of, tidy, tidy_or_none


HEADING_LENGTH = 40
_HEADINGS = (
    (1, re.compile(r"[（(][一二三四五六七八九十]{1,3}[）)]")),
    (2, re.compile(r"\d{1,2}[.．、](?!\d)")),
)
_SENTENCE_ENDS = tuple("。！？；…!?;.")
LEVELS = tuple(level for level, _ in _HEADINGS)
_BLOCKS = (Heading, Paragraph)


def _kept(blocks: Iterable[Heading | Paragraph]) -> tuple[Heading | Paragraph, ...]:
    if not isinstance(blocks, Iterable):
        raise InvalidValueError("blocks", f"takes headings and paragraphs, not {type(blocks).__name__}")
    return tuple(_tidied(block) for block in blocks)


def _tidied(block: Any) -> Any:
    """The block as prose keeps it: its words alone, tidy, without the place where they stood."""
    text = tidy_or_none(getattr(block, "text", None))
    if isinstance(block, Heading):
        return Heading(block.level, text)
    return Paragraph(text) if isinstance(block, Paragraph) else block


def _check(_: Any, __: "Attribute[Any]", blocks: tuple[Any, ...]) -> None:
    for number, block in enumerate(blocks):
        problem = _problem_of(block)
        if problem is not None:
            raise InvalidValueError(f"blocks[{number}]", problem)


def _problem_of(block: Any) -> str | None:
    if not isinstance(block, _BLOCKS):
        return f"prose holds headings and paragraphs, not {type(block).__name__}"
    if isinstance(block, Heading) and (type(block.level) is not int or block.level not in LEVELS):
        return f"a heading inside a part has level 1 or 2, not {block.level!r}"
    return problem_of(block.text)


@frozen
class Prose:
    """Headings of two levels and paragraphs, in order; empty where nothing stands.

    >>> prose = Prose.from_text("（一）主动公开\\n全年公开信息405条。")
    >>> prose.blocks
    (Heading(level=1, text='（一）主动公开'), Paragraph(text='全年公开信息405条。'))
    >>> bool(Prose())
    False
    """

    blocks: tuple[Heading | Paragraph, ...] = field(default=(), converter=_kept, validator=_check)

    @classmethod
    def from_text(cls, text: str) -> "Prose":
        """Read text: one paragraph a line, blank lines left out.

        A line that opens with （一） or 1. becomes a heading when it has at most 40 characters and does not
        end a sentence.

        Raises:
            InvalidValueError: the text holds a character that no file can carry.
        """
        if not isinstance(text, str):
            raise InvalidValueError("text", f"is a str, not {type(text).__name__}")
        return cls(block_of(line) for line in tidy(text).split("\n") if line.strip())

    @property
    def text(self) -> str:
        """The words alone, one block a line."""
        return "\n".join(block.text for block in self.blocks)

    def __iter__(self) -> Iterator[Heading | Paragraph]:
        return iter(self.blocks)

    def __len__(self) -> int:
        return len(self.blocks)


def block_of(line: str) -> Heading | Paragraph:
    """One line of text as a heading or a paragraph, by the rule of `Prose.from_text`."""
    text = line.strip()
    if len(text) <= HEADING_LENGTH and not text.endswith(_SENTENCE_ENDS):
        for level, opening in _HEADINGS:
            if opening.match(text):
                return Heading(level, text)
    return Paragraph(text)
