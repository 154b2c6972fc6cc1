"""What stands before part one: the title, what it names, and what is no title."""

from collections.abc import Sequence

import pytest
from attrs import evolve

import disclosure_report as dr
from disclosure_report.blocks import (
    Block,
    Detail,
    Grid,
    Heading,
    Link,
    Manuscript,
    Paragraph,
    Place,
    Properties,
    Shape,
)
from disclosure_report.layout.compose import compose
from disclosure_report.layout.recognise.reading import Reading
from disclosure_report.layout.recognise.run import recognise


TITLE = "青溪镇2021年政府信息公开工作年度报告"
OTHER = "清溪镇2020年政府信息公开工作年度报告"
PREAMBLE = "本报告依据条例编制。"
GRID = Grid(Shape("", (16.0,), 1, 0, ()), ())


def _read(
    *front: str | Block,
    title: str = "",
    links: Sequence[int] = (),
    agency: str | None = None,
    year: int | None = None,
) -> Reading:
    """A page of these lines; *links* are the numbers of those that lead elsewhere."""
    blocks = [Paragraph(each) if isinstance(each, str) else each for each in front]
    blocks += map(Paragraph, ("一、总体情况", "好。", "六、其他需要报告的事项", "无。"))
    placed = [evolve(block, place=Place(paragraph=number)) for number, block in enumerate(blocks)]
    leading = tuple(Link("", "", place=Place(paragraph=number)) for number in links)
    manuscript = Manuscript(tuple(placed), Properties(title=title), links=leading)
    return recognise(manuscript, "a.docx", agency=agency, year=year)


def _codes(reading: Reading) -> list[str]:
    """The findings on what stands before part one, and on what is left over."""
    return [finding.code for finding in reading.findings if finding.code < "R2" or finding.code == "R401"]


def _left_over(reading: Reading) -> list[str]:
    return [block.text for block in reading.left_over if not isinstance(block, Grid)]


NAMED = {
    "all in one line": ([TITLE], ("青溪镇", 2021)),
    "the organ alone": (["青溪镇政府信息公开工作年度报告"], ("青溪镇", None)),
    "the year alone": (["2021年政府信息公开工作年度报告"], (None, 2021)),
    "neither": (["政府信息公开工作年度报告"], (None, None)),
    "broken, without a preamble": (["青溪镇2021年政府信息公开", "工作年度报告"], ("青溪镇", 2021)),
    "broken, and neither is a title": (["青溪镇2021年政府信息公开工作年", "度报告"], ("青溪镇", 2021)),
    "broken before a table": (["青溪镇2021年政府信息公开", GRID, "工作年度报告"], ("青溪镇", 2021)),
    "the organ above": (["青溪镇人民政府", "2021年政府信息公开工作年度报告"], ("青溪镇人民政府", 2021)),
    "the organ below": (["2021年政府信息公开工作年度报告", "青溪镇人民政府"], (None, 2021)),
    "the year below": (["青溪镇政府信息公开工作年度报告", "（2021年度）"], ("青溪镇", 2021)),
    "more in a later line": (["2020年政府信息公开工作年度报告", TITLE], ("青溪镇", 2021)),
    "more in an earlier line": ([TITLE, "2020年政府信息公开工作年度报告"], ("青溪镇", 2021)),
    "no titles": (["本报告于2021年1月1日编制", "联系人：张三"], (None, None)),
}


@pytest.mark.parametrize(("front", "named"), NAMED.values(), ids=NAMED)
def test_what_the_lines_before_part_one_name(
    front: list[str | Block], named: tuple[str | None, int | None]
) -> None:
    report = _read(*front).report
    assert (report.agency, report.year) == named


def test_a_line_that_names_neither_organ_nor_year_is_no_title() -> None:
    reading = _read("政府信息公开工作年度报告", PREAMBLE)
    assert reading.report.title is None
    assert reading.report.preamble.text == f"政府信息公开工作年度报告\n{PREAMBLE}"


def test_without_a_title_all_lines_are_the_preamble() -> None:
    reading = _read(PREAMBLE, "欢迎查阅。")
    assert reading.report.preamble.text == f"{PREAMBLE}\n欢迎查阅。"
    assert _codes(reading) == ["R102", "R103"]


def test_what_stands_before_the_title_is_left_over() -> None:
    reading = _read("通知公告", "青溪镇人民政府", "2021年政府信息公开工作年度报告", "（公开）", PREAMBLE)
    assert _left_over(reading) == ["通知公告"]
    assert reading.report.preamble.text == f"（公开）\n{PREAMBLE}"
    assert (reading.report.agency, reading.report.year) == ("青溪镇人民政府", 2021)


@pytest.mark.parametrize(
    "lines",
    [
        [TITLE],
        ["青溪镇2021年政府信息公开", "工作年度报告"],
        ["青溪镇政府信息公开工作年度报告", "（2021年度）"],
        ["青溪镇", "2021年政府信息公开工作年度报告"],
    ],
)
def test_the_lines_of_the_title_are_no_preamble_and_no_others_are_the_title(lines: list[str]) -> None:
    reading = _read("通知公告", *lines, PREAMBLE)
    assert (reading.report.agency, reading.report.year) == ("青溪镇", 2021)
    assert _left_over(reading) == ["通知公告"]
    assert reading.report.preamble.text == PREAMBLE


@pytest.mark.parametrize(
    ("marked", "title", "named"),
    [
        (TITLE, None, ("青溪镇", 2021)),
        ("我镇信息公开", "我镇信息公开", (None, None)),
        ("青溪镇\n信息公开", "青溪镇信息公开", (None, None)),
    ],
)
def test_a_marked_title_is_the_title_whatever_it_says(
    marked: str, title: str | None, named: tuple[str | None, int | None]
) -> None:
    reading = _read("通知公告", Heading(0, marked), PREAMBLE, "欢迎查阅。", OTHER)
    report = reading.report
    assert (report.agency, report.year) == named
    assert report.title == title
    assert report.preamble.text.startswith(f"{PREAMBLE}\n欢迎查阅。")
    assert _left_over(reading) == ["通知公告"]


@pytest.mark.parametrize(
    ("front", "links", "named"),
    [
        ([OTHER, TITLE], [0], ("青溪镇", 2021)),
        ([TITLE, OTHER], [1], ("青溪镇", 2021)),
        (["青溪镇人民政府", "2021年政府信息公开工作年度报告"], [0], (None, 2021)),
        (["青溪镇政府信息公开工作年度报告", "（2021年度）"], [1], ("青溪镇", None)),
        (["青溪镇2021年政府信息公开", "工作年度报告"], [1], (None, None)),
        (["青溪镇2021年政府信息公开", "工作年度报告"], [0], (None, None)),
    ],
)
def test_lines_that_lead_elsewhere_are_no_part_of_the_title(
    front: list[str], links: list[int], named: tuple[str | None, int | None]
) -> None:
    report = _read(*front, links=links).report
    assert (report.agency, report.year) == named


@pytest.mark.parametrize(
    ("front", "several"),
    [
        ([OTHER, TITLE], True),
        ([TITLE, TITLE], False),
        (["青溪镇2020年政府信息公开工作年度报告", TITLE], True),
        (["清溪镇2021年政府信息公开工作年度报告", TITLE], True),
        (["2020年政府信息公开工作年度报告", TITLE], False),  # the later names more
    ],
)
def test_titles_that_name_as_much_but_others_are_a_finding(front: list[str], several: bool) -> None:
    reading = _read(*front)
    assert (reading.report.agency, reading.report.year) == ("青溪镇", 2021)
    assert ("R107" in _codes(reading)) is several


@pytest.mark.parametrize(
    ("title", "front", "named"),
    [
        (f"{TITLE}_青溪县人民政府", [PREAMBLE], ("青溪镇", 2021)),
        (f"首页-{TITLE}-青溪县人民政府", [PREAMBLE], ("青溪镇", 2021)),
        ("青溪县人民政府", [PREAMBLE], (None, None)),
        (TITLE, ["青溪镇政府信息公开工作年度报告"], ("青溪镇", 2021)),
        (TITLE, ["清溪镇政府信息公开工作年度报告"], ("清溪镇", None)),  # the two differ
        (TITLE, [OTHER], ("清溪镇", 2020)),
    ],
)
def test_what_a_page_says_of_itself(
    title: str, front: list[str], named: tuple[str | None, int | None]
) -> None:
    reading = _read(*front, title=title)
    assert (reading.report.agency, reading.report.year) == named
    assert (PREAMBLE in reading.report.preamble.text) is (front == [PREAMBLE])


@pytest.mark.parametrize(
    ("line", "year"),
    [
        ("数据统计期限为2021年1月1日至2021年12月31日。", 2021),
        ("数据统计期限为2021年1月1日至12月31日。", 2021),
        ("数据统计期限为2008年1月1日至12月31日。", 2008),
        ("数据统计期限为2007年1月1日至12月31日。", None),
        ("数据统计期限为2020年1月1日至2021年12月31日。", None),
    ],
)
def test_the_year_of_the_period_that_the_preamble_names(line: str, year: int | None) -> None:
    reading = _read("青溪镇政府信息公开工作年度报告", GRID, PREAMBLE, line)
    assert (reading.report.agency, reading.report.year) == ("青溪镇", year)
    texts = [finding.text() for finding in reading.findings if finding.code == "R108"]
    assert len(texts) == (year is not None)
    assert all(line.removeprefix("数据统计期限为").removesuffix("。") in text for text in texts)
    assert _read(TITLE, line).report.year == 2021


def test_a_period_before_the_title_is_not_the_reports() -> None:
    reading = _read("2020年1月1日至12月31日", "通知公告", "青溪镇政府信息公开工作年度报告")
    assert (reading.report.agency, reading.report.year) == ("青溪镇", None)


@pytest.mark.parametrize(
    ("front", "agency", "year", "codes"),
    [
        ([TITLE], None, None, []),
        ([TITLE], "青溪镇", 2021, []),
        ([TITLE], "清溪镇", None, ["R104"]),
        ([TITLE], None, 2020, ["R105"]),
        ([TITLE], "清溪镇", 2020, ["R104", "R105"]),
        ([PREAMBLE], "清溪镇", 2020, []),
        ([PREAMBLE], "清溪镇", None, ["R103"]),
        ([PREAMBLE], None, 2020, ["R102"]),
    ],
)
def test_what_nobody_knows_and_what_the_caller_knows_better_are_findings(
    front: list[str], agency: str | None, year: int | None, codes: list[str]
) -> None:
    reading = _read(*front, agency=agency, year=year)
    assert _codes(reading) == codes
    if front == [TITLE]:
        assert (reading.report.agency, reading.report.year) == (agency or "青溪镇", year or 2021)


def _kept(title: str = TITLE, **changed: str) -> Reading:
    """A report of ours whose details a file keeps, read again; *title* is the line that is printed now."""
    report = dr.Report.blank("青溪镇", 2021).replace(document_number="青府〔2022〕1号", agency_id="123")
    written = compose(report)
    kept = written.properties.details
    details = tuple(evolve(each, text=changed.get(each.name, each.text)) for each in kept)
    blocks = [evolve(b, text=title) if isinstance(b, Heading) and b.level == 0 else b for b in written.blocks]
    properties = evolve(written.properties, details=details)
    return recognise(evolve(written, blocks=tuple(blocks), properties=properties), "a.docx")


def test_kept_details_are_read_back() -> None:
    report = _kept(publication_date="2022-01-18", index_number=" 1 ").report
    kept = (report.document_number, report.agency_id, report.index_number, report.source_address)
    assert kept == ("青府〔2022〕1号", "123", "1", None)
    assert str(report.publication_date) == "2022-01-18"


@pytest.mark.parametrize(
    ("text", "year"),
    [("2008", 2008), ("9999", 9999), ("2007", None), ("２０２１", None), ("20210", None), ("1" * 5000, None)],
)
def test_a_kept_year_has_four_digits(text: str, year: int | None) -> None:
    reading = _kept(year=text)
    assert reading.report.year == year
    assert ("R106" in _codes(reading)) is (year is None)


def test_a_kept_agency_is_believed_while_the_title_is_the_one_that_was_written() -> None:
    assert _kept(agency="青溪镇人民政府").report.agency == "青溪镇人民政府"
    assert _kept(OTHER, agency="青溪镇人民政府").report.agency == "清溪镇"


def test_a_kept_name_is_one_line() -> None:
    reading = _kept(agency="青溪\n镇")
    assert reading.report.agency is None
    assert "R106" in _codes(reading)


def test_details_that_a_person_sees_are_the_report_whatever_is_printed() -> None:
    written = compose(dr.Report.blank("青溪镇", 2021).replace(title="青溪镇公开年报"))
    blocks = [evolve(b, text=OTHER) if isinstance(b, Heading) and b.level == 0 else b for b in written.blocks]
    shown = evolve(written, blocks=tuple(blocks), properties=evolve(written.properties, shown=True))
    report = recognise(shown, "a.xlsx").report
    assert (report.agency, report.year, report.title) == ("青溪镇", 2021, "青溪镇公开年报")


def test_properties_of_others_say_nothing_about_the_report() -> None:
    blocks = (Paragraph(TITLE), Paragraph("一、总体情况"), Paragraph("好。"))
    details = (Detail("agency", "清溪镇"), Detail("year", "2020"), Detail("document_number", "1号"))
    report = recognise(Manuscript(blocks, Properties(details=details)), "a.docx").report
    assert (report.agency, report.year, report.document_number) == ("青溪镇", 2021, None)
