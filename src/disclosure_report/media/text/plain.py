"""A report as plain text: headings underlined, paragraphs indented by two characters."""

import re
from collections.abc import Sequence

from disclosure_report.blocks import Heading, Manuscript, Paragraph, Place
from disclosure_report.media.text.own import Syntax, write_own
from disclosure_report.media.text.tables import width_of


_UNDERLINES = "=-~."  # one for each level of heading
_UNDERLINE = re.compile(rf"([{re.escape(_UNDERLINES)}])\1{{2,}}")
_INDENT = "\u3000\u3000"
_LEAST = 3
_OPENS = "[disclosure_report]"


def write(manuscript: Manuscript) -> bytes:
    """The report as plain text, in UTF-8."""
    return write_own(manuscript, SYNTAX)


def _heading(level: int, text: str) -> str:
    lines = [_escaped(line) for line in text.split("\n")]
    return "\n".join([*lines, _UNDERLINES[level] * max(width_of(lines[-1]), _LEAST)])


def _paragraph(text: str) -> str:
    first, *others = text.split("\n")
    return "\n".join([_INDENT + first, *map(_escaped, others)])


def _escaped(line: str) -> str:
    """A line with a stroke in front, where it would mean something else: empty, an underline, a table's."""
    has_meaning = not line.strip() or line[0] in "\\|[\u3000" or _UNDERLINE.fullmatch(line)
    return "\\" + line if has_meaning else line


def _block(lines: Sequence[str], place: Place) -> Heading | Paragraph:
    if lines[0].startswith(_INDENT):
        return Paragraph("\n".join([lines[0].removeprefix(_INDENT), *map(_read, lines[1:])]), place=place)
    if len(lines) > 1 and _UNDERLINE.fullmatch(lines[-1]):
        level = _UNDERLINES.index(lines[-1][0])
        return Heading(level, "\n".join(map(_read, lines[:-1])), place=place)
    return Paragraph("\n".join(map(_read, lines)), place=place)


def _read(line: str) -> str:
    return line.removeprefix("\\")


SYNTAX = Syntax(_OPENS, "", _heading, _paragraph, _block)
