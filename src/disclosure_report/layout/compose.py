"""From a report to a manuscript: title, preamble, six parts, three grids."""

from collections.abc import Iterator

from disclosure_report.blocks import Block, Detail, Grid, Heading, Manuscript, Properties
from disclosure_report.layout.shapes import shape_of
from disclosure_report.model.parts import PARTS
from disclosure_report.model.prose import Prose
from disclosure_report.model.report import Report
from disclosure_report.model.tree import Table
from disclosure_report.relations.years import recalled


TITLE_LEVEL, PART_LEVEL = 0, 1

# Details that a file keeps under their names, so that they read back, with the label that a person sees. The
# title as printed has none: it tells a reader whether somebody has changed the document since.
PRINTED_TITLE = "full_title"
DETAILS = {
    PRINTED_TITLE: "",
    "agency": "行政机关",
    "year": "年份",
    "title": "标题",
    "publication_date": "发布日期",
    "document_number": "文号",
    "index_number": "索引号",
    "source_address": "网址",
    "agency_id": "机关代码",
}


def compose(report: Report, previous: Report | None = None) -> Manuscript:
    """The report as an ordered run of headings, paragraphs and grids.

    Grids get hints from last year's report, *previous*.
    """
    return Manuscript(tuple(_blocks(report, previous)), properties_of(report))


def is_ours(properties: Properties) -> bool:
    """Whether a file with these properties was written by this library."""
    return properties.shown or any(each.name == PRINTED_TITLE and each.text for each in properties.details)


def properties_of(report: Report) -> Properties:
    """What the file says about itself."""
    details = ((name, label, getattr(report, name)) for name, label in DETAILS.items())
    return Properties(
        title=report.full_title,
        author=report.agency or "",
        date=str(report.publication_date or ""),
        details=tuple(
            Detail(name, "" if value is None else str(value), label) for name, label, value in details
        ),
    )


def _blocks(report: Report, previous: Report | None) -> Iterator[Block]:
    grids = {
        compiled.part: Grid(
            shape_of(compiled),
            compiled.values(instance),
            hints=_hints(compiled, previous) if previous else (),
        )
        for compiled, instance in report.tables()
    }
    yield Heading(TITLE_LEVEL, report.full_title)
    yield from _prose(report.preamble)
    for part in PARTS:
        yield Heading(PART_LEVEL, f"{part.numeral}、{part.headings[report.applications.form]}")
        if part.is_table:
            yield grids[part.name]
        else:
            yield from _prose(getattr(report, part.name))


def _hints(compiled: Table, previous: Report) -> tuple[tuple[int, str], ...]:
    return tuple((slot, f"上年报告为{value}") for slot, value in recalled(previous, compiled))


def _prose(prose: Prose) -> Iterator[Block]:
    for block in prose:
        yield Heading(PART_LEVEL + block.level, block.text) if isinstance(block, Heading) else block
