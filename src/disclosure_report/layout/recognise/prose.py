"""Prose of a part: the document's lines, told from the page's; headings as marked, or by their opening."""

from collections.abc import Sequence

from disclosure_report.blocks import OBJECT, UNWRITABLE, Block, Grid, Heading, Paragraph
from disclosure_report.checks.catalogue import OBJECTS
from disclosure_report.layout.compose import PART_LEVEL
from disclosure_report.layout.recognise.furniture import is_furniture, is_picture
from disclosure_report.layout.recognise.notes import Notes
from disclosure_report.model.prose import LEVELS, Prose, block_of
from disclosure_report.model.text import tidy


def read_prose(part: str, blocks: Sequence[Block], notes: Notes, *, marked: bool) -> Prose:
    """The prose that these blocks are; *marked* says that the document marks its headings."""
    kept: list[Heading | Paragraph] = []
    for block in blocks:
        picture = isinstance(block, Paragraph) and block.picture
        if isinstance(block, Grid) or picture or (not marked and is_furniture(block)):
            notes.left_over.append(block)
            if is_picture(block):
                notes.pictures.append(block)
        elif text := tidy(writable(block, notes)):
            if block.place is not None:
                notes.places[f"{part}[{len(kept)}]"] = block.place
            kept.append(_of_report(block, text, marked=marked))
    return Prose(kept)


def _of_report(block: Heading | Paragraph, text: str, *, marked: bool) -> Heading | Paragraph:
    """A block as a report keeps it: a part's own headings begin at level 1."""
    if isinstance(block, Heading):
        return Heading(min(max(block.level - PART_LEVEL, min(LEVELS)), max(LEVELS)), text)
    return Paragraph(text) if marked else block_of(text)


def writable(block: Heading | Paragraph, notes: Notes) -> str:
    """The text of a block without what no file can hold; a finding says what was left out."""
    if block.text.isprintable():
        return block.text
    objects = block.text.count(OBJECT)
    if objects:
        notes.add(OBJECTS, block.place, count=objects)
    text, count = UNWRITABLE.subn("", block.text.replace(OBJECT, ""))
    if count:
        notes.dropped(block, count)
    return text
