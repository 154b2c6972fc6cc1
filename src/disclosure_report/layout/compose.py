"""From a report to a manuscript: title, preamble, six parts, three grids."""

from collections.abc import Iterator

from disclosure_report.blocks import Block, Grid, Heading, Manuscript, Properties
from disclosure_report.layout.shapes import shape_of
from disclosure_report.model.parts import PARTS
from disclosure_report.model.prose import Prose
from disclosure_report.model.report import Report


TITLE_LEVEL, PART_LEVEL = 0, 1

# Details that a file keeps as named properties, so that they read back; the title as printed tells a reader
# whether somebody has changed it since.
PRINTED_TITLE = "full_title"
DETAILS = (
    PRINTED_TITLE,
    "agency",
    "year",
    "title",
    "publication_date",
    "document_number",
    "index_number",
    "source_address",
    "agency_id",
)


def compose(report: Report) -> Manuscript:
    """The report as an ordered run of headings, paragraphs and grids."""
    return Manuscript(tuple(_blocks(report)), properties_of(report))


def properties_of(report: Report) -> Properties:
    """What the file says about itself."""
    details = ((name, getattr(report, name)) for name in DETAILS)
    return Properties(
        title=report.full_title,
        author=report.agency or "",
        date=str(report.publication_date or ""),
        details=tuple((name, str(value)) for name, value in details if value is not None),
    )


def _blocks(report: Report) -> Iterator[Block]:
    grids = {
        compiled.part: Grid(shape_of(compiled), compiled.values(instance))
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


def _prose(prose: Prose) -> Iterator[Block]:
    for block in prose:
        yield Heading(PART_LEVEL + block.level, block.text) if isinstance(block, Heading) else block
