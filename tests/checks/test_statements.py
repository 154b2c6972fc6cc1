"""Counts in words against the tables: what is said plainly, and what is none of the tables' business."""

import pytest

import disclosure_report as dr
from disclosure_report.blocks import Heading, Paragraph


ROWS = {
    "applications.newly_received": 12,
    "applications.brought_forward": 3,
    "applications.outcomes.disclosed": 9,
    "applications.outcomes.not_processed.repeated": 2,
    "applications.outcomes.total": 11,
    "applications.carried_forward": 4,
    "disputes.reconsideration": 2,
    "disputes.direct_litigation": 4,
    "disputes.litigation_after_reconsideration": 1,
}


def _report(
    *blocks: str, part: str = "overview", agency: str = "青溪区水务局", year: int | None = 2023
) -> dr.Report:
    """Received 12 and 3 of last year, completed 11 (2 not processed), carried 4; disputes 2, and 4 and 1."""
    report = dr.complete(dr.Report.blank(agency, 2023), zeros=True).report
    report = report.replace({f"{row}.total": value for row, value in ROWS.items()})
    return report.replace(year=year, **{part: dr.Prose(Paragraph(text) for text in blocks)})


def _codes(report: dr.Report) -> list[str]:
    return [finding.code for finding in dr.check(report, select=["W"])]


RIGHT_OR_NOTHING = (
    # 一, or 一 and 二 together.
    "我局收到政府信息公开申请12件。",
    "我局收到政府信息公开申请15件。",
    "我局新收政府信息公开申请12件。",
    # 三（七）; of this year's alone; without those not processed; all that was received.
    "我局办结政府信息公开申请11件。",
    "我局办结政府信息公开申请8件。",
    "我局办结政府信息公开申请9件。",
    "我局办结政府信息公开申请6件。",
    "我局答复政府信息公开申请9件。",
    "我局答复政府信息公开申请15件。",
    "我局办理政府信息公开申请12件。",
    "收到政府信息公开申请12件，上年结转3件，办结11件，结转下年度4件。",
    "2022年结转政府信息公开申请3件，结转至2024年4件。",
    "政府信息公开行政复议2件、行政诉讼5件。",
    # One agrees; the other is a part of it, whatever it is called.
    "收到政府信息公开申请12件，受理政府信息公开申请10件。",
    # Numbers that may be two, or that nobody knows.
    "收到政府信息公开申请3 7件。",
    "收到政府信息公开申请三 十七件。",
    "收到政府信息公开申请30余件。",
    "政府信息公开行政复议和行政诉讼共9件。",
    # The sentence goes on after a bracket, or before one.
    "收到政府信息公开申请37件（含各镇25件）。",
    "我局收到政府信息公开申请37件，下属单位收到12件。",
    # A part: on time, valid, in writing, of a natural person, of a kind, with a result.
    "按期答复政府信息公开申请7件，延期答复4件。",
    "收到有效政府信息公开申请7件，书面政府信息公开申请6件，群众政府信息公开申请5件。",
    "收到政府信息公开申请7件涉及土地。",
    "政府信息公开行政复议1件维持、1件撤销。",
    "政府信息公开行政诉讼1件结转下年度审理。",
    "依申请公开信息为零，没有依申请公开的信息。",
    # A year that is not the report's, in the sentence or the one before.
    "2022年工作有序开展。收到政府信息公开申请37件。",
    "近3年收到政府信息公开申请37件。",
    "22年收到政府信息公开申请37件。",
    "二〇二二年收到政府信息公开申请37件。",
    "2023年1月收到政府信息公开申请37件。",
    "12月收到政府信息公开申请37件。",
    "1月至11月收到政府信息公开申请37件。",
    "2021年结转政府信息公开申请9件。",
    "与上年相比，新增政府信息公开申请37件。",
    "截至2023年底，累计收到政府信息公开申请37件。",
    "累计收到政府信息公开申请37件。",
    "预计2023年收到政府信息公开申请37件。",
    # Others than the organ itself.
    "机关收到政府信息公开申请37件。",
    "水务站收到政府信息公开申请37件。",
    "青溪区人民政府收到政府信息公开申请37件。",
    # Not stated of applications for information.
    "收到各类申请37件，办结37件。",
    "依申请公开有序。受理取水许可37件，办结37件。",
    "依申请公开有序。受理不动产登记申请3万件，办结2999件，收到政府信息公开申请12件。",
    "依申请公开有序。我局收到行政复议申请60件。",
    "依申请公开有序。12345热线平稳，共办结37件。",
    "行政复议37件，与信息公开无关的另计。",
    "发出政府信息公开申请答复书37件。",
    "因政府信息公开被申请行政复议的案件维持9件。",
    "政府信息公开申请行政复议答复37件。",
    "没有政府信息公开申请超期答复。",
    "未发生政府信息公开行政复议败诉案件。",
    "申请人未收到政府信息公开申请答复。",
    "如未收到政府信息公开申请，也要做好准备。",
    "政府信息公开申请无一件逾期，行政复议零败诉。",
)


@pytest.mark.parametrize("text", RIGHT_OR_NOTHING)
def test_a_right_or_doubtful_sentence_is_no_finding(text: str) -> None:
    assert not _codes(_report(text))


WRONG = (
    ("我局收到政府信息公开申请37件。", ["W101"]),
    ("我局收到政府信息公开申请三十七件。", ["W101"]),
    ("我局收到政府信息公开申请1，237宗。", ["W101"]),
    ("我局收到政府信息公开申请３７份。", ["W101"]),
    ("我局收到政府信息公\n开申请 37 \n件。", ["W101"]),
    ("我局新收政府信息公开申请15件。", ["W101"]),
    ("23年收到政府信息公开申请37件。", ["W101"]),
    ("二〇二三年收到政府信息公开申请37件。", ["W101"]),
    ("青溪区水务局收到政府信息公开申请37件。", ["W101"]),
    ("2023年1月1日起至12月31日，我局收到政府信息公开申请37件。", ["W101"]),
    ("截至12月底，我局收到政府信息公开申请37件。", ["W101"]),
    ("2023年1月至12月收到政府信息公开申请37件。", ["W101"]),
    ("全年累计收到政府信息公开申请37件。", ["W101"]),
    ("未收到政府信息公开申请。", ["W101"]),
    ("政府信息公开申请为0。", ["W101"]),
    ("受理依申请政府信息公开事项37件，9件结转下年答复。", ["W101", "W103"]),
    ("受理依申请公开办件37件，全部办结。", ["W101"]),
    ("无因政府信息公开申请引起行政复议或提起行政诉讼。", ["W104", "W105"]),
    ("收到政府信息公开申请数37件（其中新收申请数30件，上年结转申请数7件）。", ["W101", "W103"]),
    ("我局收到政府信息公开申\n请37件。", ["W101"]),
    ("收到37件政府信息公开申请，其中自然人5件。", ["W101"]),
    ("收到政府信息公开申请12件，较上年增长20%，办结37件。", ["W102"]),
    ("我局办结政府信息公开申请10件。", ["W102"]),
    ("上年结转政府信息公开申请2件。", ["W103"]),
    ("另有1件政府信息公开申请结转下年度继续办理。", ["W103"]),
    ("收到政府信息公开申请12件，结转至2024年9件。", ["W103"]),
    ("因政府信息公开引起的行政复议、行政诉讼各2件。", ["W105"]),
    ("政府信息公开行政复议、行政诉讼0件。", ["W104", "W105"]),
    ("政府信息公开行政复议2件，行政诉讼4件。", ["W105"]),
    ("未发生行政复议、行政诉讼。", ["W104", "W105"]),
    ("发生一起政府信息公开行政复议案件。", ["W104"]),
)


@pytest.mark.parametrize(("text", "codes"), WRONG)
def test_a_plain_sentence_with_another_number_is_a_finding(text: str, codes: list[str]) -> None:
    assert _codes(_report(text)) == codes


@pytest.mark.parametrize("part", ["preamble", "overview", "problems_and_improvements", "other_matters"])
def test_every_part_with_prose_is_looked_at(part: str) -> None:
    assert _codes(_report("我局收到政府信息公开申请37件。", part=part)) == ["W101"]


def test_a_finding_names_the_sentence_and_the_cells() -> None:
    text = "（二）依申请公开。 我局共收到政府\n信息公开申请 37 件，均已答复。"
    [finding] = dr.check(_report("工作平稳。", text), select=["W"])
    assert finding.paths == (
        "overview[1]",
        "applications.newly_received.total",
        "applications.brought_forward.total",
    )
    assert finding.span is not None
    assert text[slice(*finding.span)] == "我局共收到政府\n信息公开申请 37 件"
    assert (finding.severity, finding.expected, finding.found, finding.difference) == ("hint", None, 37, None)
    assert "“我局共收到政府信息公开申请37件，均已答复”" in finding.text()
    assert "表中是12/15件" in finding.text()
    assert "overview" not in finding.text("en")
    assert finding.text("en").startswith("一、总体情况: 我局共收到政府信息公开申请37件，均已答复 gives 37")


def test_where_one_number_alone_is_right_it_is_expected() -> None:
    [finding] = dr.check(_report("我局新收到政府信息公开申请37件。"), select=["W"])
    assert (finding.expected, finding.found, finding.difference) == (12, 37, 25)


def test_a_finding_of_a_reading_has_the_place_of_the_sentence() -> None:
    reading = dr.read(dr.to_bytes(_report("工作平稳。", "我局收到政府信息公开申请37件。"), "docx"), "docx")
    [finding] = dr.check(reading, select=["W"])
    assert finding.place is not None
    assert finding.place == reading.place_of("overview[1]")


def test_a_long_sentence_is_shortened() -> None:
    [finding] = dr.check(_report("水" * 90 + "，我局收到政府信息公开申请37件，" + "务" * 90), select=["W"])
    assert finding.text().count("…") == 2
    assert len(finding.text()) < 200


@pytest.mark.parametrize("row", ["newly_received", "brought_forward"])
def test_a_blank_cell_says_nothing(row: str) -> None:
    report = _report("我局收到政府信息公开申请37件。").replace({f"applications.{row}.total": None})
    assert not _codes(report)


def test_both_forms_are_compared() -> None:
    report = dr.complete(dr.Report.blank("青溪区水务局", 2020), zeros=True).report
    report = report.replace(overview=dr.Prose.from_text("我局答复政府信息公开申请37件，行政复议9件。"))
    assert _codes(report) == ["W102", "W104"]
    assert _codes(report.replace({"applications.outcomes.otherwise_processed.total": None})) == ["W104"]


SCOPES = (
    "全区共收到政府信息公开申请95件。",
    "区政府办收到政府信息公开申请17件。",
    "2023年，全区收到通过网络和邮寄提交的政府信息公开申请95件。",
    "各镇办结政府信息公开申请17件。",
)


@pytest.mark.parametrize("scope", SCOPES)
def test_a_report_that_speaks_of_another_scope_is_not_compared(scope: str) -> None:
    assert not _codes(_report(scope, "我局收到政府信息公开申请37件。"))
    assert not _codes(_report("收到政府信息公开申请37件。", scope))


def test_a_heading_says_what_the_sentences_below_are_of() -> None:
    below = Paragraph("全年共收到37件，办结36件。")
    for heading, codes in (
        (Heading(1, "（二）依申请公开情况"), ["W101", "W102"]),
        (Paragraph("（二）依申请公开情况"), ["W101", "W102"]),
        (Heading(1, "（二）全区依申请公开情况"), []),
        (Heading(1, "（二）2022年依申请公开情况"), []),
        (Heading(1, "（三）12345热线"), []),
    ):
        blocks = (heading, Paragraph("收到申请后及时登记。"), Paragraph("申请" + below.text))
        report = _report().replace(overview=dr.Prose(blocks))
        assert set(_codes(report)) <= set(codes)
    report = _report().replace(
        overview=dr.Prose((Heading(1, "（二）依申请公开情况"), Paragraph("共收到申请37件。")))
    )
    assert _codes(report) == ["W101"]


def test_a_report_without_a_year_is_not_compared_where_a_year_is_named() -> None:
    assert not _codes(_report("2023年收到政府信息公开申请37件。", year=None))
    assert _codes(_report("全年收到政府信息公开申请37件。", year=None)) == ["W101"]


def test_a_governments_own_name_may_stand_for_all_its_organs() -> None:
    text = "青溪区人民政府收到政府信息公开申请37件。"
    assert not _codes(_report(text, agency="青溪区人民政府"))
    plain = "全年收到政府信息公开申请37件。"
    assert _codes(_report(plain, agency="青溪区人民政府")) == ["W101"]
    assert not _codes(_report("青溪区收到政府信息公开申请12件。", plain, agency="青溪区人民政府"))
    assert not _codes(_report("青溪区持续推进公开，" + plain, agency="青溪区"))
    assert _codes(_report("青溪镇人民政府收到政府信息公开申请37件。", agency="青溪镇")) == ["W101"]


def test_an_office_named_before_may_be_what_a_governments_sentence_is_of() -> None:
    text = "政府办公室专人负责。全年收到政府信息公开申请37件。"
    assert not _codes(_report(text, agency="青溪县人民政府"))
    assert _codes(_report(text)) == ["W101"]


def test_a_reconsideration_organ_decides_cases_of_all_kinds() -> None:
    text = "政务公开有序。行政复议37件。"
    assert _codes(_report(text)) == ["W104"]
    assert not _codes(_report(text, agency="青溪区司法局"))
    assert not _codes(_report("政务公开有序。受理行政复议37件。"))


HUGE = (
    "收到政府信息公开申请",
    "申请37件，",
    "全市申请",
    "未收到申请",
    "1,1，1件申请",
    "收到政府信息公开申请3 7件，",
    "未发生行政复议、行政诉讼，",
)


@pytest.mark.parametrize("text", HUGE)
def test_a_block_of_a_million_characters_is_looked_at_in_part(text: str) -> None:
    report = dr.complete(dr.Report.blank("青溪区水务局", 2023), zeros=True).report
    block = Paragraph(text * (1_000_000 // len(text)))
    assert _codes(report.replace(overview=dr.Prose((block,)))) == []


def test_a_report_says_the_same_wrong_number_at_most_as_often_as_it_is_looked_at() -> None:
    block = "收到政府信息公开申请37件。" * 2_000
    assert 0 < len(_codes(_report(block))) <= 400


def test_what_is_a_part_is_all_where_nothing_was_brought_forward() -> None:
    text = "收到政府信息公开申请12件，其中办结37件。"
    assert not _codes(_report(text))
    assert _codes(_report(text).replace({"applications.brought_forward.total": 0})) == ["W102"]
    part = "收到政府信息公开申请12件，其中自然人7件，办结37件。"
    assert not _codes(_report(part).replace({"applications.brought_forward.total": 0}))


@pytest.mark.parametrize("name", ["青溪区水务局", "区水务局", "水务局", "我局", "本局", "本机关", "本单位"])
def test_the_organ_is_known_by_its_names(name: str) -> None:
    assert _codes(_report(f"{name}共收到政府信息公开申请37件。")) == ["W101"]


@pytest.mark.parametrize("name", ["市水务局", "区教育局", "水务站", "青溪区", "区政府", "各科室", "局机关"])
def test_another_organ_is_not_this_one(name: str) -> None:
    assert not _codes(_report(f"{name}共收到政府信息公开申请37件。"))
