"""From a manuscript to a report: title, parts, tables, prose. Nothing is guessed, every doubt is kept."""

from collections.abc import Sequence
from typing import Any

from disclosure_report.blocks import Block, Grid, Manuscript
from disclosure_report.checks.catalogue import (
    LEFT_OVER,
    NO_PART,
    NO_REPORT,
    OTHER_NAMES,
    PICTURE,
    REPEATED_PART,
    UNWRITABLE,
)
from disclosure_report.layout.recognise.furniture import is_picture
from disclosure_report.layout.recognise.heads import Head, read_head, settle
from disclosure_report.layout.recognise.names import named_table, settle_cells
from disclosure_report.layout.recognise.notes import Notes
from disclosure_report.layout.recognise.parts import Section, choose, has_words, part_of, split
from disclosure_report.layout.recognise.prose import read_prose
from disclosure_report.layout.recognise.reading import Reading
from disclosure_report.layout.recognise.sheets import Sheets, sheets_of
from disclosure_report.layout.recognise.tables import TableReading, no_table, read_table, sources_of
from disclosure_report.layout.recognise.titles import title_of
from disclosure_report.model.findings import Finding
from disclosure_report.model.forms import Form
from disclosure_report.model.parts import PART_LABEL, PARTS, Part
from disclosure_report.model.prose import Prose
from disclosure_report.model.registry import FIRST_YEAR, TABLES, form_in_force
from disclosure_report.model.report import Report
from disclosure_report.model.tree import table


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
    front, sections = split(sheets.blocks)
    printed = read_head(front, manuscript.properties, notes)
    chosen = choose(name, sections, (printed.agency, printed.year) if printed.title else None)
    marked = any(section.is_marked for section in sections)
    head = settle(printed, agency, year, notes)
    parts: dict[str, Any] = {"preamble": _preamble(front, head, notes, marked=marked)}
    tables = []
    for part in PARTS:
        section = _section(part, chosen, notes)
        if part.is_table:
            tables.append(_table(part.name, section, sheets, _form_in_force(head.year)))
            parts[part.name] = tables[-1].table.build(tables[-1].values)
        else:
            parts[part.name] = read_prose(section.blocks if section else (), notes, marked=marked)
    _leave_other_places(sections, chosen, notes)
    report = Report(agency=head.agency, year=head.year, title=head.title, **head.details, **parts)
    return _reading(
        report, tables, notes, found=bool(head.title or sections or sheets.tables or sheets.names)
    )


def _reading(report: Report, tables: Sequence[TableReading], notes: Notes, *, found: bool) -> Reading:
    left_over = [*notes.left_over, *(block for each in tables for block in each.left_over)]
    left_over.sort(key=_order)
    sources = dict(sources_of(tables))
    if not found:
        return Reading(report, sources, (Finding(NO_REPORT),), tuple(left_over), is_report=False)
    for each in tables:
        notes.findings += each.findings
    if notes.dropped_characters:
        notes.add(UNWRITABLE, notes.dropped_place, count=notes.dropped_characters)
    pictures = [block for block in left_over if is_picture(block)]
    words = [block for block in left_over if not is_picture(block)]
    if pictures:
        notes.add(PICTURE, pictures[0].place)
    if words:
        notes.add(LEFT_OVER, words[0].place, count=len(words), first=_beginning(words[0]))
    return Reading(report, sources, tuple(notes.findings), tuple(left_over))


def _order(block: Block) -> tuple[int, ...]:
    """Lines and paragraphs in their order, then tables in theirs."""
    place = block.place
    if place is None:
        return (0,)
    return (place.table or 0, place.line or place.paragraph or 0, place.row or 0)


def _beginning(block: Block) -> str:
    return "表格" if isinstance(block, Grid) else block.text.strip()[:40]


def _form_in_force(year: int | None) -> Form:
    """The form to assume: of the year, the first for years before it, the newest where no year is known."""
    if year is None:
        return max(Form, key=lambda form: form.value)
    return form_in_force(max(year, min(FIRST_YEAR)))


def _preamble(front: Sequence[Block], head: Head, notes: Notes, *, marked: bool) -> Prose:
    """What stands between the title and part one; what stands before the title is the page's."""
    before = front[: max(head.end - 1, 0)]
    notes.left_over += [block for block in before if has_words(block) and not _is_title(block)]
    prose: list[Block] = []
    for block in front[head.end :]:
        of_contents = not marked and not isinstance(block, Grid) and part_of(block.text)
        (notes.left_over if of_contents else prose).append(block)
    return read_prose(prose, notes, marked=marked)


def _is_title(block: Block) -> bool:
    return not isinstance(block, Grid) and title_of(block.text) is not None


def _section(part: Part, chosen: dict[str, tuple[Section, int]], notes: Notes) -> Section | None:
    if part.name not in chosen:
        if not part.is_table:
            notes.add(NO_PART, part=PART_LABEL[part.name])
        return None
    section, count = chosen[part.name]
    if count > 1:
        place = section.blocks[0].place if section.blocks else None
        notes.add(REPEATED_PART, place, part=PART_LABEL[part.name], count=count)
    return section


def _table(part: str, section: Section | None, sheets: Sheets, form: Form) -> TableReading:
    blocks = (*(section.blocks if section else ()), *sheets.tables.get(part, ()))
    known = named_table(part, sheets)
    if section is None and not blocks and known is None:
        return no_table(table(part, TABLES[form][part]), form, None, ())
    place = blocks[0].place if blocks else None
    reading = read_table(part, blocks, form, place)
    if known is not None and not reading.is_certain:
        reading = read_table(part, blocks, form, place, known)
    elif known is not None and reading.table is not known:
        reading.note(OTHER_NAMES, range(len(reading.table.fields)), place, part=PART_LABEL[part])
        known = None
    if known is not None or sheets.remarks:
        settle_cells(reading, sheets, by_names=known is not None)
    return reading


def _leave_other_places(
    sections: Sequence[Section], chosen: dict[str, tuple[Section, int]], notes: Notes
) -> None:
    for section in sections:
        if section is not chosen[section.part.name][0]:
            notes.left_over += [block for block in section.blocks if has_words(block)]
