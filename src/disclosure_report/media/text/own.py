"""A report as text that reads back equal: blocks with an empty line between them, details at the end."""

import re
from collections.abc import Callable, Iterator, Sequence

from attrs import frozen

from disclosure_report.blocks import Block, Detail, Grid, Heading, Manuscript, Paragraph, Place, Properties
from disclosure_report.media.text.tables import grid_of, table_of


_LINE_END = re.compile(r"\r\n?|\n")
_NAME = re.compile(r"([a-z_]+): (.*)", re.DOTALL)
_BOM = "\ufeff"


@frozen
class Syntax:
    """How blocks are written, and read back from their lines.

    *opens* and *closes* stand around the details; *heads* are so many rows above a table's rule.
    """

    opens: str
    closes: str
    heading: Callable[[int, str], str]
    paragraph: Callable[[str], str]
    block: Callable[[Sequence[str], Place], Heading | Paragraph]
    heads: int | None = None
    detail: Callable[[str], str] = str
    detail_of: Callable[[str], str] = str


def write_own(manuscript: Manuscript, syntax: Syntax) -> bytes:
    """The text; the same manuscript gives the same bytes."""
    text = "\n\n".join([*_texts(manuscript.blocks, syntax), _details(manuscript.properties, syntax)])
    return (_BOM * text.startswith(_BOM) + text + "\n").encode()  # a reader takes one mark off


def _texts(blocks: Sequence[Block], syntax: Syntax) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Grid):
            yield table_of(block, syntax.heads)
        elif isinstance(block, Heading):
            yield syntax.heading(block.level, block.text)
        else:
            yield syntax.paragraph(block.text)


def _details(properties: Properties, syntax: Syntax) -> str:
    said = [f"{each.name}: {syntax.detail(each.text)}" for each in properties.details if each.text]
    return "\n".join(filter(None, [syntax.opens, *said, syntax.closes]))


def read_own(text: str, syntax: Syntax) -> Manuscript | None:
    """The manuscript that was written so, or None where the text was not."""
    place = text.rfind("\n" + syntax.opens)
    before, behind = text[: place + 1], text[place + 1 + len(syntax.opens) :]
    if place < 0 or behind[:1] not in {"\n", "\r"}:
        return None
    kept = filter(None, map(_NAME.fullmatch, _LINE_END.split(behind)))
    details = tuple(Detail(each[1], syntax.detail_of(each[2])) for each in kept)
    return Manuscript(tuple(_blocks(before, syntax)), Properties(details=details))


def _blocks(text: str, syntax: Syntax) -> Iterator[Block]:
    tables = 0
    for first, lines in _runs(text):
        if not any(line.startswith("|") for line in lines):
            yield syntax.block(lines, Place(line=first))
            continue
        tables += 1
        grid = grid_of(lines, Place(table=tables))
        # A table that somebody has torn is read like any old text.
        yield from [grid] if grid else _lines(lines, first)


def _lines(lines: Sequence[str], first: int) -> Iterator[Paragraph]:
    return (Paragraph(line, place=Place(line=number)) for number, line in enumerate(lines, start=first))


def _runs(text: str) -> Iterator[tuple[int, list[str]]]:
    """Runs of lines without an empty one, each with the number of its first line."""
    run: list[str] = []
    for number, line in enumerate([*_LINE_END.split(text), ""], start=1):
        if line.strip():
            run.append(line)
        elif run:
            yield number - len(run), run
            run = []
