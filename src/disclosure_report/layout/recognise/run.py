"""From a manuscript to a report: title, parts, tables, prose. Nothing is guessed, every doubt is kept."""

from collections.abc import Iterable, Sequence
from typing import Any

from attrs import define, field

from disclosure_report.blocks import Block, Grid, Heading, Manuscript, Paragraph, Place
from disclosure_report.checks.catalogue import (
    DIFFERENT_AGENCY,
    DIFFERENT_YEAR,
    LEFT_OVER,
    NO_AGENCY,
    NO_PART,
    NO_REPORT,
    NO_YEAR,
    PICTURE,
    REPEATED_PART,
    UNWRITABLE,
)
from disclosure_report.layout.compose import PART_LEVEL
from disclosure_report.layout.recognise.furniture import is_picture, publication_date, sort_out
from disclosure_report.layout.recognise.parts import Section, choose, split
from disclosure_report.layout.recognise.reading import Reading
from disclosure_report.layout.recognise.tables import TableReading, no_table, read_table, sources_of
from disclosure_report.layout.recognise.titles import Title, last_title, title_of
from disclosure_report.model.findings import Detail, Finding, Rule
from disclosure_report.model.forms import Form
from disclosure_report.model.parts import PART_LABEL, PARTS, TABLE_PARTS
from disclosure_report.model.prose import Prose, block_of
from disclosure_report.model.registry import FIRST_YEAR, TABLES, form_in_force
from disclosure_report.model.report import Report
from disclosure_report.model.text import UNWRITABLE as UNWRITABLE_CHARACTER
from disclosure_report.model.text import tidy
from disclosure_report.model.tree import table


@define
class _Notes:
    findings: list[Finding] = field(factory=list)
    left_over: list[Block] = field(factory=list)

    def add(self, rule: Rule, place: Place | None = None, **details: Detail) -> None:
        self.findings.append(Finding(rule, place=place, details=tuple(details.items())))


def recognise(
    manuscript: Manuscript, name: str, *, agency: str | None = None, year: int | None = None
) -> Reading:
    """Read a report from a manuscript; what the caller knows wins, a difference is a finding.

    Raises:
        SeveralReportsError: more than one report stands in the manuscript.
    """
    notes = _Notes()
    blocks = [_writable(block, notes) for block in manuscript.blocks]
    front, sections = split(blocks)
    chosen = choose(name, sections)
    title = last_title([block for block in front if not isinstance(block, Grid)])
    agency, year = _known(title, agency, year, notes)
    parts: dict[str, Any] = {"preamble": _preamble(front, notes)}
    tables = []
    form = _form_in_force(year)
    for part in PARTS:
        section = _section(part.name, chosen, notes)
        if part.is_table:
            tables.append(_table(part.name, section, form))
            parts[part.name] = tables[-1].table.build(tables[-1].values)
        else:
            parts[part.name] = _prose(section.blocks if section else (), notes)
    _leave_other_places(sections, chosen, notes)
    report = Report(
        agency=agency,
        year=year,
        title=title.text if title else None,
        publication_date=publication_date(front),
        **parts,
    )
    found = bool(title or sections)
    return _reading(report, tables, notes, found=found)


def _reading(report: Report, tables: Sequence[TableReading], notes: _Notes, *, found: bool) -> Reading:
    left_over = [*notes.left_over, *(block for each in tables for block in each.left_over)]
    left_over.sort(key=lambda block: (block.place.line if block.place else None) or 0)
    sources = dict(sources_of(tables))
    if not found:
        return Reading(report, sources, (Finding(NO_REPORT),), tuple(left_over), is_report=False)
    for each in tables:
        notes.findings += each.findings
    if any(is_picture(block) for block in left_over):
        notes.add(PICTURE, next(block.place for block in left_over if is_picture(block)))
    words = [block for block in left_over if not is_picture(block)]
    if words:
        notes.add(LEFT_OVER, words[0].place, count=len(words), first=_beginning(words[0]))
    return Reading(report, sources, tuple(notes.findings), tuple(left_over))


def _beginning(block: Block) -> str:
    return "表格" if isinstance(block, Grid) else block.text.strip()[:40]


def _writable(block: Block, notes: _Notes) -> Block:
    if isinstance(block, Grid) or not (found := UNWRITABLE_CHARACTER.findall(block.text)):
        return block
    notes.add(UNWRITABLE, block.place, count=len(found), first=f"U+{ord(found[0]):04X}")
    text = UNWRITABLE_CHARACTER.sub("", block.text)
    return (
        Heading(block.level, text, place=block.place)
        if isinstance(block, Heading)
        else Paragraph(text, place=block.place)
    )


def _known(
    title: Title | None, agency: str | None, year: int | None, notes: _Notes
) -> tuple[str | None, int | None]:
    read_agency = title.agency if title else None
    read_year = title.year if title else None
    if agency is None and read_agency is None:
        notes.add(NO_AGENCY)
    if year is None and read_year is None:
        notes.add(NO_YEAR)
    if agency and read_agency and agency != read_agency:
        notes.add(DIFFERENT_AGENCY, found=read_agency, given=agency)
    if year and read_year and year != read_year:
        notes.add(DIFFERENT_YEAR, found=read_year, given=year)
    return agency or read_agency, year or read_year


def _form_in_force(year: int | None) -> Form:
    """The form to assume: of the year, the first for years before it, the newest where no year is known."""
    if year is None:
        return max(Form, key=lambda form: form.value)
    return form_in_force(max(year, min(FIRST_YEAR)))


def _preamble(front: Sequence[Block], notes: _Notes) -> Prose:
    """What stands between the last title and part one; what stands before the title is the page's."""
    titles = [n for n, b in enumerate(front) if not isinstance(b, Grid) and title_of(n, b.text)]
    start = titles[-1] + 1 if titles else 0
    notes.left_over += [b for n, b in enumerate(front[:start]) if n not in titles and _has_words(b)]
    return _prose(front[start:], notes)


def _prose(blocks: Iterable[Block], notes: _Notes) -> Prose:
    lines = sort_out([block for block in blocks if _has_words(block)])
    notes.left_over += [*lines.furniture, *(block for block in lines.prose if isinstance(block, Grid))]
    return Prose(_of_report(block) for block in lines.prose if not isinstance(block, Grid))


def _of_report(block: Heading | Paragraph) -> Heading | Paragraph:
    """A block as a report keeps it: a part's own headings begin at level 1."""
    if isinstance(block, Heading):
        return Heading(min(max(block.level - PART_LEVEL, 1), 2), block.text)
    return block_of(tidy(block.text))


def _has_words(block: Block) -> bool:
    return isinstance(block, Grid) or bool(block.text.strip())


def _section(part: str, chosen: dict[str, tuple[Section, int]], notes: _Notes) -> Section | None:
    if part not in chosen:
        if not any(part == each.name for each in TABLE_PARTS):
            notes.add(NO_PART, part=PART_LABEL[part])
        return None
    section, count = chosen[part]
    if count > 1:
        place = section.blocks[0].place if section.blocks else None
        notes.add(REPEATED_PART, place, part=PART_LABEL[part], count=count)
    return section


def _table(part: str, section: Section | None, form: Form) -> TableReading:
    if section is None:
        return no_table(table(part, TABLES[form][part]), form, None, ())
    place = section.blocks[0].place if section.blocks else None
    return read_table(part, section.blocks, form, place)


def _leave_other_places(
    sections: Sequence[Section], chosen: dict[str, tuple[Section, int]], notes: _Notes
) -> None:
    for section in sections:
        if section is not chosen[section.part.name][0]:
            notes.left_over += [block for block in section.blocks if _has_words(block)]
