"""From blocks to a report: which form each table has, whose names its cells bear, what is written down."""

import pytest
from attrs import evolve

import disclosure_report as dr
from disclosure_report.blocks import (
    Block,
    Box,
    Grid,
    Heading,
    Link,
    Manuscript,
    Paragraph,
    Place,
    Properties,
    Remark,
    Shape,
)
from disclosure_report.layout.recognise.reading import Reading
from disclosure_report.layout.recognise.run import recognise


TITLE = "青溪镇2021年政府信息公开工作年度报告"
ONE, TWO, THREE, FOUR, FIVE, SIX = (
    "一、总体情况",
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
    "五、存在的主要问题及改进情况",
    "六、其他需要报告的事项",
)


def placed(*blocks: Block | str) -> tuple[Block, ...]:
    """The blocks, each at a line of its own; words are paragraphs."""
    made = [Paragraph(block) if isinstance(block, str) else block for block in blocks]
    return tuple(evolve(each, place=Place(line=line)) for line, each in enumerate(made, start=1))


def read(*blocks: Block | str) -> Reading:
    return recognise(Manuscript(placed(*blocks)), "a.txt")


def found(reading: Reading, code: str) -> list[tuple[Place | None, dict[str, object]]]:
    return [(each.place, dict(each.details)) for each in reading.findings if each.code == code]


def test_a_table_whose_labels_do_not_tell_has_the_form_of_those_that_do() -> None:
    of_2019 = ["（六）其他处理", *"1000001", "（七）总计", *"1000001"]
    both = ["（二）部分公开（区分处理的，只计这一情形，不计其他情形）", *"0000000"]
    rules = ["规章", *"123"]
    reading = read(TITLE, TWO, *rules, THREE, *of_2019)
    assert reading.report.applications.form is dr.Form.Y2019
    assert reading.report.proactive_disclosure.form is dr.Form.Y2019
    assert {details["form"] for _, details in found(reading, "R107")} <= {"2019"}
    alone = read(TITLE, TWO, *rules, THREE, *both)
    assert alone.report.applications.form is dr.Form.Y2021
    assert alone.report.proactive_disclosure.form is dr.Form.Y2021


def test_part_four_is_the_same_in_both_forms_and_tells_nothing() -> None:
    reading = read(TITLE, FOUR, "行政复议", "行政诉讼", *"012301230123012", TWO, "规章", *"123")
    assert reading.report["disputes.reconsideration.corrected"] == 1
    assert reading.report.proactive_disclosure.form is dr.Form.Y2021


@pytest.mark.parametrize(
    ("title", "form"),
    [
        (TITLE, dr.Form.Y2021),
        (TITLE.replace("2021", "2020"), dr.Form.Y2019),
        (TITLE.replace("2021", "2009"), dr.Form.Y2019),
        ("青溪镇政府信息公开年报", dr.Form.Y2021),
    ],
)
def test_without_any_table_the_year_tells_the_form(title: str, form: dr.Form) -> None:
    assert read(title, ONE, "好。").report.applications.form is form


def test_a_heading_that_stands_once_is_no_finding_and_one_that_stands_twice_says_where() -> None:
    once = read(TITLE, ONE, "好。", FIVE, "无。", SIX, "无。")
    assert (found(once, "R203"), found(once, "R201")) == ([], [])
    twice = read(TITLE, ONE, "好。", ONE, "很好。", FIVE, "无。", SIX, "无。")
    assert found(twice, "R203") == [(Place(line=4), {"part": ONE, "count": 2})]
    assert [block.text for block in twice.left_over if not isinstance(block, Grid)] == ["好。"]


def test_part_one_under_words_of_its_own_is_a_finding_of_part_one() -> None:
    reading = read(TITLE, "一、全年工作 ", "好。", SIX, "无。")
    assert found(reading, "R205") == [(Place(line=2), {"part": ONE, "text": "一、全年工作"})]


def test_parts_of_prose_that_are_missing_are_findings_and_tables_have_their_own() -> None:
    reading = read(TITLE, ONE, "好。")
    assert [details["part"] for _, details in found(reading, "R201")] == [FIVE, SIX]
    assert [details["part"] for _, details in found(reading, "R202")] == [TWO, THREE, FOUR]


@pytest.mark.parametrize(("text", "first"), [(" 打印：" + "长" * 37, 37), ("打印：" + "长" * 38, 37)])
def test_the_finding_on_what_is_left_over_quotes_the_first_of_it(text: str, first: int) -> None:
    reading = read(TITLE, ONE, "好。", text, SIX, "无。", "打印：页")
    [(place, details)] = found(reading, "R401")
    assert place == Place(line=4)
    assert details == {"count": 2, "first": "打印：" + "长" * first}


def test_a_table_that_is_left_over_is_quoted_as_one() -> None:
    grid = Grid(Shape("", (1.0,), 1, 0, (Box(0, 0, 1, 1, 0, "value"),)), ("甲",))
    [(_, details)] = found(read(TITLE, ONE, grid, SIX, "无。"), "R401")
    assert details == {"count": 1, "first": "表格"}


def test_pictures_are_one_finding_at_the_first_and_no_words() -> None:
    picture = Paragraph("", picture=True)
    reading = read(TITLE, ONE, "好。", picture, "很好。", picture, SIX, "无。")
    assert found(reading, "R402") == [(Place(line=4), {})]
    assert (found(reading, "R401"), len(reading.left_over)) == ([], 2)
    assert found(read(TITLE, ONE, "好。"), "R402") == []


def test_what_is_left_over_comes_in_the_order_of_the_page() -> None:
    around = Manuscript(
        placed("打印", TITLE, ONE, "好。", "分享到", SIX, "无。"),
        around=(Paragraph("页脚", place=Place(line=99)), Paragraph("眉"), Paragraph(" ")),
    )
    reading = recognise(around, "a")
    words = [block.text for block in reading.left_over if not isinstance(block, Grid)]
    assert words == ["眉", "打印", "分享到", "页脚"]


def test_replaced_characters_are_counted_over_all_lines() -> None:
    reading = read(TITLE, ONE, "好\ufffd。", "\ufffd\ufffd", SIX, "无。")
    assert found(reading, "R405") == [(None, {"count": 3})]
    assert found(read(TITLE, ONE, "好。"), "R405") == []


@pytest.mark.parametrize(
    ("front", "preamble", "left"),
    [
        (["说明。"], "说明。", []),
        ([TITLE, "说明。"], "说明。", []),  # the title once more
        (["2021年政府信息公开工作年度报告", "说明。"], "说明。", []),
        (["说明。", "六、其他需要报告的事项"], "说明。", ["六、其他需要报告的事项"]),
        ([" "], "", []),
    ],
)
def test_between_title_and_part_one_stands_the_preamble(
    front: list[str], preamble: str, left: list[str]
) -> None:
    reading = read(TITLE, *front, ONE, "好。", SIX, "无。")
    assert reading.report.preamble.text == preamble
    assert [each.text for each in reading.left_over if not isinstance(each, Grid)] == left


def test_what_stands_before_the_title_is_the_pages_and_the_title_there_is_nothing() -> None:
    reading = read("首页", TITLE, " ", Heading(1, TITLE), "说明。", ONE, "好。", SIX, "无。")
    assert reading.report.preamble.text == "说明。"
    assert [each.text for each in reading.left_over if not isinstance(each, Grid)] == ["首页"]


def test_a_line_that_leads_elsewhere_is_not_the_title() -> None:
    lines = placed("青溪镇2020年政府信息公开工作年度报告", "说明。", ONE, "好。", SIX, "无。")
    assert recognise(Manuscript(lines), "a").report.year == 2020
    linked = Manuscript(lines, links=(Link("2020年", "a", place=Place(line=1)), Link("首页", "b")))
    assert recognise(linked, "a").report.year is None


@pytest.mark.parametrize(
    ("blocks", "is_report"),
    [
        ((TITLE, ONE, "好。"), True),
        ((ONE, "好。"), False),  # one heading alone, and no title
        ((ONE, "好。", SIX, "无。"), True),
        ((FOUR, "行政复议", "行政诉讼", *"012301230123012"), True),
        (("天气很好。",), False),
    ],
)
def test_a_report_has_a_title_with_a_part_or_two_parts_or_a_table(
    blocks: tuple[str, ...], is_report: bool
) -> None:
    assert read(*blocks).is_report is is_report


HEADS = ("信息内容", "本年处理决定数量")
PATHS = {name: f"proactive_disclosure.{name}.decisions" for name in ("licensing", "penalties")}


def sheet(*rows: tuple[str, str], names: dict[str, int] | None = None, **remarks: Remark) -> Grid:
    """A sheet of two columns; *names* of cells by row, of its second column; *remarks* on rows, as r2."""
    boxes = tuple(Box(slot // 2, slot % 2, 1, 1, slot, "value") for slot in range(2 * len(rows)))
    strange: list[tuple[Remark, ...]] = [() for _ in boxes]
    for row, remark in remarks.items():
        strange[2 * int(row.removeprefix("r")) + 1] = (remark,)
    return Grid(
        Shape("二", (1.0, 1.0), len(rows), 0, boxes),
        tuple(text for row in rows for text in row),
        names=tuple((PATHS.get(name, name), 2 * row + 1) for name, row in (names or {}).items()),
        remarks=tuple(strange),
        place=Place(sheet="二"),
    )


def of_book(*sheets: Grid) -> Reading:
    return recognise(Manuscript(sheets, Properties(title=TITLE)), "a.xlsx")


def decisions(reading: Reading) -> tuple[object, object]:
    return reading.report[PATHS["licensing"]], reading.report[PATHS["penalties"]]


ROWS = (HEADS, ("行政许可", "7"), ("行政处罚", "8"))
BOTH = {"licensing": 1, "penalties": 2}


def test_names_that_stand_where_the_labels_do_say_nothing_new() -> None:
    plain, named = of_book(sheet(*ROWS)), of_book(sheet(*ROWS, names=BOTH))
    assert (decisions(plain), decisions(named)) == ((7, 8), (7, 8))
    assert not {each.code for each in named.findings} & {"R501", "R502", "R503", "R509"}


def test_names_alone_tell_the_table_and_its_values() -> None:
    reading = of_book(sheet(HEADS, ("甲", "7"), ("乙", "8"), names=BOTH))
    assert decisions(reading) == (7, 8)
    assert reading.report.proactive_disclosure.form is dr.Form.Y2021
    assert not found(reading, "R107")
    assert decisions(of_book(sheet(HEADS, ("甲", "7"), ("乙", "8")))) == (None, None)
    path = "proactive_disclosure.centralized_procurement.projects"
    older = of_book(sheet(HEADS, ("甲", "7"), names={path: 1})).report
    assert (older.proactive_disclosure.form, older[path]) == (dr.Form.Y2019, 7)


def test_a_named_cell_without_a_number_says_why() -> None:
    reading = of_book(sheet(HEADS, ("甲", "/"), ("乙", "x8"), names=BOTH))
    assert decisions(reading) == (None, None)
    assert [reading.sources[path].absent for path in PATHS.values()] == ["blank", "no number"]
    assert [finding.paths for finding in reading.findings if finding.code == "R305"] == [
        (PATHS["penalties"],)
    ]


def test_a_name_that_stands_at_another_cell_than_its_label_makes_both_doubtful() -> None:
    reading = of_book(sheet(*ROWS, names={"licensing": 2, "penalties": 1}))
    assert decisions(reading) == (None, None)


def test_names_of_another_form_than_the_labels_are_a_finding_and_the_labels_win() -> None:
    """The rows of 2019 bear names that the table of 2021 has, too, and one that it has alone."""
    rows = (HEADS, ("行政许可", "7"), ("行政处罚", "8"), ("规章", "9"))
    of_2019 = sheet(("第二十条第（九）项", ""), ("信息内容", "采购项目数量"), ("政府集中采购", "3"), *rows)
    alone = of_book(of_2019)
    assert alone.report.proactive_disclosure.form is dr.Form.Y2019
    named = Grid(
        of_2019.shape,
        of_2019.values,
        names=(("proactive_disclosure.rules.in_force", 13),),
        remarks=of_2019.remarks,
        place=of_2019.place,
    )
    reading = of_book(named)
    assert reading.report.proactive_disclosure.form is dr.Form.Y2019
    assert [details["part"] for _, details in found(reading, "R509")] == [TWO]
    assert not found(alone, "R509")


def test_what_is_strange_about_a_cell_is_noted_with_and_without_names() -> None:
    for names in (None, BOTH):
        reading = of_book(sheet(*ROWS, names=names, r1="hidden"))
        assert decisions(reading) == (7, 8)
        [finding] = [each for each in reading.findings if each.code == "R507"]
        assert finding.paths == (PATHS["licensing"],)


def test_a_reading_says_where_a_cell_stood_and_is_a_value_shown_without_its_sources() -> None:
    reading, same = (of_book(sheet(*ROWS)) for _ in range(2))
    assert reading.place_of(PATHS["licensing"]) == Place(sheet="二", row=2, column=2)
    assert reading.place_of("proactive_disclosure.rules.issued") is None
    assert reading.place_of("no.such.path") is None
    assert hash(reading) == hash(same)
    assert "sources=" not in repr(reading)
    assert "left_over=" not in repr(reading)
