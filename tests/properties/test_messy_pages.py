"""What holds for a page however it is written: each promise under its sentence, proved on messy pages.

The mess is made in `messy`, one small function for each kind.
"""

import re
from collections.abc import Iterator
from contextlib import suppress

from hypothesis import given
from hypothesis import strategies as st
from messy import HARMLESS, SITE, Mess, Page, messes, unmarked

import disclosure_report as dr
from disclosure_report.blocks import Grid
from disclosure_report.layout.recognise.folding import fold
from disclosure_report.layout.recognise.headings import heading_of
from disclosure_report.layout.recognise.labels import labels_of
from disclosure_report.layout.recognise.numbers import is_blank_mark
from disclosure_report.layout.recognise.reading import Reading
from disclosure_report.model.parts import PROSE_PARTS, TABLE_PARTS
from disclosure_report.model.registry import tables_of
from disclosure_report.testing import reports


AGENCIES = ("青溪镇", "清溪镇", "悦来镇人民政府")
LINES = (
    "（一）主动公开",
    "1.加强组织领导",
    "全年主动公开政府信息126条，其中政务动态98条。",
    "一是健全制度；二是加强培训，全年培训2次。",
    "收到申请3件，均已答复，信息处理费0元。",
    "更新不够及时，已建立台账。",
    "全年办理行政许可31件、行政处罚32件。",
    "二、平台建设方面",
    "无。",
)
PROSE = st.lists(st.sampled_from(LINES), max_size=3).map(lambda lines: dr.Prose.from_text("\n".join(lines)))


@st.composite
def published(draw: st.DrawFn) -> dr.Report:
    """A report as agencies publish it; now and then its tables follow different forms."""
    report, other = draw(reports(blanks=True)), draw(st.none() | reports(consistent=False))
    return report.replace(
        **dict.fromkeys(("title", "document_number", "index_number", "source_address", "agency_id")),
        publication_date=None,
        agency=draw(st.sampled_from(AGENCIES)),
        year=draw(st.integers(2019, 2030)),
        applications=(other or report).applications,
        **{part: draw(PROSE) for part in PROSE_PARTS},
    )


def wrong(report: dr.Report, reading: Reading) -> dict[str, object]:
    """The cells with a number that is not the report's."""
    cells = report.cells()
    found = reading.report.cells().items()
    return {path: value for path, value in found if value is not None and value != cells.get(path)}


def silent(report: dr.Report, reading: Reading) -> set[str]:
    """The cells whose number was not read, and that no finding names."""
    cells, found = report.cells(), reading.report.cells()
    lost = {path for path, value in cells.items() if value is not None and found.get(path) is None}
    return lost - {path for finding in reading.findings for path in finding.paths}


def lost_words(page: Page, reading: Reading) -> list[str]:
    """The words of the main content that are nowhere in the reading."""
    pieces = set(map(_squeezed, _pieces(reading)))
    running = "".join([*map(_squeezed, _texts(reading)), *pieces])
    lines = [_squeezed(line.words) for line in page.lines("title", "heading", "prose", "extra")]
    cells = [_squeezed(cell.words) for table in page.tables for cell in table.cells]
    lost = [words for words in lines if words not in running]
    # A number may stand inside another one, so a number counts only where it stands alone.
    lost += [words for words in cells if words not in (pieces if words.isdecimal() else running)]
    return [words for words in lost if not is_blank_mark(words) and not _is_known(words)]


def _squeezed(text: str) -> str:
    """The text without marks, white space and what nobody sees."""
    return "".join(each for each in unmarked(text) if each.isprintable() and not each.isspace()).strip("《》")


def _is_known(words: str) -> bool:
    """Whether these are words of the form: a label, or the heading of a part."""
    return heading_of(words) is not None or any(
        labels.knows(fold(words)) or fold(words) in labels.unnumbered
        for part in TABLE_PARTS
        for labels in map(labels_of, tables_of(part.name))
    )


def _texts(reading: Reading) -> Iterator[str]:
    yield reading.report.full_title
    yield from (getattr(reading.report, part).text for part in PROSE_PARTS)


def _pieces(reading: Reading) -> Iterator[str]:
    """What stands in each cell or left-over line, and what a finding shows of an uncertain row."""
    yield from (source.text for source in reading.sources.values() if source.text)
    for block in reading.left_over:
        yield from map(str, block.values) if isinstance(block, Grid) else block.text.split(" | ")
    for name, said in (detail for finding in reading.findings for detail in finding.details):
        yield from re.split("[、；]", str(said)) if name == "values" else [str(said)]


@given(published(), messes())
def test_a_number_that_is_read_is_the_reports_and_one_that_is_not_read_is_named(
    report: dr.Report, mess: Mess
) -> None:
    """Every cell that is read equals the report's; a finding names the cells whose number is not read."""
    reading = dr.read(mess.render(report), "html")
    assert wrong(report, reading) == {}
    assert silent(report, reading) == set()


@given(published(), messes(HARMLESS))
def test_mess_that_takes_nothing_away_does_no_harm(report: dr.Report, mess: Mess) -> None:
    """Every cell reads back, with the form of each table, the agency and the year."""
    found = dr.read(mess.render(report), "html").report
    assert {path for path, value in report.cells().items() if found.cells().get(path) != value} == set()
    assert (found.agency, found.year) == (report.agency, report.year)
    assert found.proactive_disclosure.form is report.proactive_disclosure.form
    assert found.applications.form is report.applications.form


@given(published())
def test_a_clean_page_raises_no_doubts(report: dr.Report) -> None:
    """A page with nothing around the report but navigation and a footer has at most one finding."""
    reading = dr.read(Mess(SITE).render(report), "html")
    assert reading.report == report
    assert len(reading.findings) <= 1


@given(published(), messes())
def test_no_word_of_the_main_content_is_lost(report: dr.Report, mess: Mess) -> None:
    """Every word of the report's own content is in the title, the prose, a source, a label or left over."""
    assert lost_words(mess.page(report), dr.read(mess.render(report), "html")) == []


def _mutated(page: str, cuts: list[tuple[int, int, str]]) -> str:
    """The page with pieces taken out, doubled or written over."""
    for start, length, put in cuts:
        at = start % (len(page) + 1)
        piece = page[at : at + length]
        page = page[:at] + (put or piece * (start % 3)) + page[at + length :]
    return page


_PUT = st.sampled_from(
    ["", "<", ">", "'", '"', "&", "</td>", "</table>", "<table>", "<p>", "<!--", "\0", "9"]
)
CUTS = st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 3000), _PUT), max_size=5)


@given(published(), messes(), CUTS, st.booleans())
def test_no_page_raises_anything_but_the_librarys_own_errors(
    report: dr.Report, mess: Mess, cuts: list[tuple[int, int, str]], is_torn: bool
) -> None:
    """Reading any bytes as a page raises nothing but DisclosureReportError."""
    codec = "latin-1" if is_torn else mess.page(report).encoding
    page = _mutated(mess.render(report).decode(codec), cuts).encode(codec)
    with suppress(dr.DisclosureReportError):
        assert tells_of_every_cell(dr.read(page, "html"))


@given(st.binary(max_size=300), st.sampled_from(["html", None]))
def test_no_few_bytes_either(data: bytes, medium: str | None) -> None:
    """Nor do any bytes in a cell, and no report comes of them."""
    with suppress(dr.DisclosureReportError):
        reading = dr.read(b"<table><tr><td>" + data, medium)
        assert tells_of_every_cell(reading)
        assert not reading.is_report


def tells_of_every_cell(reading: Reading) -> bool:
    """Whether each cell has a source: with a text where it has a value, with a reason where it has none."""
    cells = reading.report.cells()
    sources = reading.sources
    return set(sources) == set(cells) and all(
        (sources[path].text is not None) if value is not None else bool(sources[path].absent)
        for path, value in cells.items()
    )
