"""From a manuscript to a report: title, parts, tables, prose. Nothing is guessed, every doubt is kept."""

from collections.abc import Sequence
from typing import Any

from disclosure_report.blocks import REPLACED, Block, Grid, Link, Manuscript, Place
from disclosure_report.checks.catalogue import (
    CLOSE_HEADING,
    LEFT_OVER,
    NO_PART,
    OTHER_WORDING,
    OUT_OF_ORDER,
    PICTURE,
    REPEATED_PART,
    STRAYED,
    UNWRITABLE,
    WRONG_BYTES,
)
from disclosure_report.checks.doubts import OTHER_NAMES
from disclosure_report.layout.compose import is_ours
from disclosure_report.layout.recognise.captions import note_captions, note_captions_of_sheets
from disclosure_report.layout.recognise.content import confine
from disclosure_report.layout.recognise.folding import fold
from disclosure_report.layout.recognise.furniture import is_picture
from disclosure_report.layout.recognise.gather import Pieces, gather
from disclosure_report.layout.recognise.headings import heading_of
from disclosure_report.layout.recognise.heads import Head, read_head, settle
from disclosure_report.layout.recognise.names import named_table, settle_cells
from disclosure_report.layout.recognise.notes import Notes
from disclosure_report.layout.recognise.parts import Outline, outline_of
from disclosure_report.layout.recognise.prose import read_prose
from disclosure_report.layout.recognise.reading import Reading
from disclosure_report.layout.recognise.refusals import refusal
from disclosure_report.layout.recognise.several import refuse_other_titles, refuse_two
from disclosure_report.layout.recognise.sheets import Sheets, sheets_of
from disclosure_report.layout.recognise.stands import has_words, stands_of
from disclosure_report.layout.recognise.table_reading import TableReading
from disclosure_report.layout.recognise.tables import read_table, sources_of
from disclosure_report.layout.recognise.titles import MOST_LINES, title_of
from disclosure_report.model.findings import Finding
from disclosure_report.model.forms import Form
from disclosure_report.model.parts import PART_LABEL, PARTS, TABLE_PARTS, Part
from disclosure_report.model.prose import Prose
from disclosure_report.model.registry import FIRST_YEAR, form_in_force
from disclosure_report.model.report import Report


def recognise(
    manuscript: Manuscript, name: str, *, agency: str | None = None, year: int | None = None
) -> Reading:
    """Read a report from a manuscript; what the caller knows wins, a difference is a finding.

    Raises:
        SeveralReportsError: more than one report stands in the manuscript.
    """
    notes = Notes()
    notes.left_over += [block for block in manuscript.around if has_words(block)]
    sheets = sheets_of(manuscript.blocks, has_text=manuscript.properties.shown)
    notes.left_over += sheets.left_over
    front, places, is_marked = stands_of(sheets.blocks, is_ours=is_ours(manuscript.properties))
    refuse_two(places, name)
    outline = outline_of(front, places, is_marked=is_marked)
    linked = _linked(manuscript.links)
    printed = _take_head(outline, manuscript, notes, linked)
    confine(outline)
    pieces = gather(outline, sheets.tables)
    is_book = bool(sheets.tables)
    refuse_other_titles(outline, (printed.agency, printed.year), linked, name, is_book=is_book)
    head = settle(printed, agency, year, notes)
    tables = _tables(outline, pieces, sheets, head.year)
    _note_around(tables, outline, sheets, head.year)
    refused = None
    if len(outline.sections) <= (not head.title) and all(each.is_missing for each in tables):
        refused = refusal(manuscript, head.title)
    parts: dict[str, Any] = {table.table.part: table.table.build(table.values) for table in tables}
    parts["preamble"] = _preamble(outline, head, notes)
    for part in PARTS:
        _note_heading(part, outline, notes)
        _note_wording(part, outline, tables, notes)
        if not part.is_table:
            blocks = outline.sections.get(part.name, ())
            parts[part.name] = read_prose(part.name, blocks, notes, marked=outline.is_marked)
    notes.left_over += [block for block in outline.others if has_words(block)]
    report = Report(agency=head.agency, year=head.year, title=head.title, **head.details, **parts)
    replaced = "".join([b.text for b in manuscript.blocks if not isinstance(b, Grid)]).count(REPLACED)
    return _reading(report, tables, notes, refused, replaced)


def _linked(links: Sequence[Link]) -> frozenset[Place]:
    """The lines that lead somewhere else: none is this document's title."""
    return frozenset(link.place for link in links if link.place is not None)


def _take_head(outline: Outline, manuscript: Manuscript, notes: Notes, linked: frozenset[Place]) -> Head:
    """The head, taken out of what stands before the parts."""
    head = read_head(outline.front, manuscript.properties, notes, linked)
    lines = outline.front[head.start : head.end]
    outline.before, outline.front = outline.front[: head.start], outline.front[head.end :]
    place = next((block.place for block in lines if block.place), None)
    if place is not None:
        notes.places["title"] = place
    return head


def _reading(
    report: Report, tables: Sequence[TableReading], notes: Notes, refused: Finding | None, replaced: int
) -> Reading:
    left_over = [*notes.left_over, *(block for each in tables for block in each.left_over)]
    left_over.sort(key=lambda block: (block.place or Place()).order)
    sources = sources_of(tables)
    if refused:
        return Reading(report, sources, (refused,), tuple(left_over), notes.places, is_report=False)
    for each in tables:
        notes.findings += each.findings
    if notes.dropped_characters:
        notes.add(UNWRITABLE, notes.dropped_place, count=notes.dropped_characters)
    words = [block for block in left_over if not is_picture(block)]
    if replaced:
        notes.add(WRONG_BYTES, count=replaced)
    if notes.pictures:
        notes.add(PICTURE, notes.pictures[0].place)
    if words:
        notes.add(LEFT_OVER, words[0].place, count=len(words), first=_beginning(words[0]))
    return Reading(report, sources, tuple(notes.findings), tuple(left_over), notes.places)


def _beginning(block: Block) -> str:
    return "表格" if isinstance(block, Grid) else block.text.strip()[:40]


def _form_in_force(year: int | None) -> Form:
    """The form to assume: of the year, the first for years before it, the newest where no year is known."""
    if year is None:
        return max(Form, key=lambda form: form.value)
    return form_in_force(max(year, min(FIRST_YEAR)))


def _preamble(outline: Outline, head: Head, notes: Notes) -> Prose:
    """What stands between the title and part one; what stands before the title is the page's."""
    before = [block for block in outline.before if has_words(block)]
    again = _again(before, head)
    notes.left_over += [block for block in before if id(block) not in again]
    again = _again(outline.front, head)
    prose: list[Block] = []
    for block in outline.front:
        if outline.is_marked or isinstance(block, Grid):
            prose.append(block)
        elif id(block) not in again:
            (notes.left_over if heading_of(block.text) else prose).append(block)
    return read_prose("preamble", prose, notes, marked=outline.is_marked)


def _again(blocks: Sequence[Block], head: Head) -> set[int]:
    """The lines that are the document's title once more, by their ids."""
    return {id(block) for block in blocks[:MOST_LINES] if _repeats(block, head)}


def _repeats(block: Block, head: Head) -> bool:
    title = None if isinstance(block, Grid) else title_of(block.text)
    return title is not None and title.year == head.year and title.agency in {None, head.agency}


def _note_heading(part: Part, outline: Outline, notes: Notes) -> None:
    """What is strange about the heading of a part."""
    heading = outline.headings.get(part.name)
    place = heading.place if heading else None
    if place is not None:
        notes.places[part.name] = place
    if heading is None and not part.is_table:
        notes.add(NO_PART, part=PART_LABEL[part.name])
    if outline.counts[part.name] > 1:
        notes.add(REPEATED_PART, place, part=PART_LABEL[part.name], count=outline.counts[part.name])
    if heading and part in outline.moved:
        notes.add(OUT_OF_ORDER, place, part=PART_LABEL[part.name])
    if heading and part in outline.close:
        notes.add(CLOSE_HEADING, place, part=PART_LABEL[part.name], text=heading.text.strip())


def _note_wording(part: Part, outline: Outline, tables: Sequence[TableReading], notes: Notes) -> None:
    """A heading in the words of a form that the tables are not in."""
    heading = outline.headings.get(part.name)
    forms = {each.table.form for each in tables if each.table.form}
    if heading is None or len(forms) != 1 or not forms <= set(OTHER_WORDING.forms):
        return
    [form] = forms
    official = part.headings[form]
    words = fold(heading.text).removeprefix(part.numeral)
    for other, wording in part.headings.items():
        if wording != official and words == fold(wording):
            notes.add(
                OTHER_WORDING,
                heading.place,
                text=heading.text.strip(),
                other=other.value,
                form=form.value,
                official=official,
            )


def _tables(
    outline: Outline, pieces: dict[str, Pieces], sheets: Sheets, year: int | None
) -> list[TableReading]:
    """The three tables; where labels do not tell the form, it is that of the others, else of the year."""
    assumed = _form_in_force(year)
    found = [_table(part.name, pieces[part.name], outline, sheets, assumed) for part in TABLE_PARTS]
    forms = {each.table.form for each in found if each.is_certain and each.table.form}
    if len(forms) != 1 or assumed in forms:
        return found
    [known] = forms
    return [
        each if each.is_certain else _table(each.table.part, pieces[each.table.part], outline, sheets, known)
        for each in found
    ]


def _table(part: str, pieces: Pieces, outline: Outline, sheets: Sheets, form: Form) -> TableReading:
    known = named_table(part, sheets)
    section = outline.sections.get(part, ())
    place = section[0].place if section else None
    reading = read_table(part, pieces, form, place)
    if known is not None and not reading.is_certain:
        reading = read_table(part, pieces, form, place, known)
    elif known is not None and reading.table is not known:
        reading.note(OTHER_NAMES, range(len(reading.table.fields)), place, part=PART_LABEL[part])
        known = None
    if known is not None or sheets.remarks:
        settle_cells(reading, sheets, by_names=known is not None)
    if pieces.strayed:
        _note_strayed(reading, pieces)
    return reading


def _note_around(tables: Sequence[TableReading], outline: Outline, sheets: Sheets, year: int | None) -> None:
    """What captions say of each table, on its sheet or in its part."""
    for each in tables:
        if sheets.tables:
            note_captions_of_sheets(each, [*sheets.blocks, *sheets.left_over], year)
        else:
            note_captions(each, outline.sections.get(each.table.part, ()), year)


def _note_strayed(reading: TableReading, pieces: Pieces) -> None:
    part = PART_LABEL[reading.table.part]
    reading.note(STRAYED, reading.filled, pieces.grids[0].place, part=part)
