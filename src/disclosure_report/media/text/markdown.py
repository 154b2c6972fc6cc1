"""A report as Markdown: what would be markup in a text has a stroke in front."""

import re
from collections.abc import Sequence
from html import escape, unescape

from disclosure_report.blocks import Heading, Manuscript, Paragraph, Place
from disclosure_report.media.text.own import Syntax, write_own


_MARKUP = re.compile(r"[\\`*_<&\[\]|~$#]")
_LIST = re.compile(r"^([ \t]*)([-+=>])", re.MULTILINE)
_NUMBERED = re.compile(r"^([ \t]*\d{1,9})([.)])(?=[ \t])", re.MULTILINE)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])|<br>")
_HEADING = re.compile(r"(#{1,4}) (.*)", re.DOTALL)
_BREAK = "<br>"  # a heading is one line


def write(manuscript: Manuscript) -> bytes:
    """The report as Markdown, in UTF-8."""
    return write_own(manuscript, SYNTAX)


def _heading(level: int, text: str) -> str:
    return "#" * (level + 1) + " " + _escaped(text).replace("\n", _BREAK)


def _paragraph(text: str) -> str:
    return _escaped(text).replace("\n", "\\\n")


def _escaped(text: str) -> str:
    text = _MARKUP.sub(r"\\\g<0>", text)
    return _NUMBERED.sub(r"\1\\\2", _LIST.sub(r"\1\\\2", text))


def _block(lines: Sequence[str], place: Place) -> Heading | Paragraph:
    found = _HEADING.fullmatch(lines[0]) if len(lines) == 1 else None
    if found:
        return Heading(len(found[1]) - 1, _read(found[2]), place=place)
    *before, last = lines
    return Paragraph(_read("\n".join([*(line.removesuffix("\\") for line in before), last])), place=place)


def _read(text: str) -> str:
    return _ESCAPED.sub(lambda found: found[1] or "\n", text)


SYNTAX = Syntax("<!-- disclosure_report", "-->", _heading, _paragraph, _block, 1, escape, unescape)
