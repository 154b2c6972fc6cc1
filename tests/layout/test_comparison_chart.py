"""The chart of a comparison: which numbers it has, what it calls them, what it leaves out."""

from collections.abc import Mapping
from itertools import chain

import pytest
from hypothesis import given, settings

import disclosure_report as dr
from disclosure_report.blocks import Chart, Paragraph, Value
from disclosure_report.checks.side_by_side import Comparison
from disclosure_report.layout.comparison import compose_comparison
from disclosure_report.testing import yearly_series


TOTAL = "applications.{}.total".format
NOT_DISCLOSED, OTHERWISE = "不予公开", "其他处理"
NAMES = [
    ["本年新收", "上年结转"],
    ["予以公开", "部分公开", NOT_DISCLOSED, "无法提供", "不予处理", OTHERWISE, "本年度办理结果总计"],
    ["结转下年度继续办理"],
]
# A cell of each category, and the number that it is given.
CELLS = {
    TOTAL("newly_received"): 31,
    TOTAL("brought_forward"): 2,
    TOTAL("outcomes.disclosed"): 3,
    TOTAL("outcomes.partially_disclosed"): 4,
    TOTAL("outcomes.not_disclosed.registry_query"): 5,
    TOTAL("outcomes.unable_to_provide.not_held"): 6,
    TOTAL("outcomes.not_processed.repeated"): 7,
    TOTAL("outcomes.total"): 32,
    TOTAL("carried_forward"): 1,
}


def _compared(
    this: Mapping[str, Value], last: Mapping[str, Value], year: int = 2025, *, zeros: bool = True
) -> Comparison:
    made = []
    for number, cells in ((year, this), (year - 1, last)):
        report = dr.Report.blank("青溪镇", number)
        made.append((dr.complete(report, zeros=True).report if zeros else report).replace(cells))
    return dr.compare(*made)


def _charts(comparison: Comparison) -> list[Chart]:
    blocks = compose_comparison(comparison, chart=True).blocks
    return [block for block in blocks if isinstance(block, Chart)]


def _words(comparison: Comparison) -> str:
    """What the document says before its tables."""
    block = compose_comparison(comparison, chart=True).blocks[1]
    assert isinstance(block, Paragraph)
    return block.text


def _values(chart: Chart) -> dict[str, tuple[Value, ...]]:
    return {bars.name: bars.values for bars in chain(*chart.groups)}


@pytest.mark.parametrize(
    ("year", "otherwise"),
    [(2020, "outcomes.otherwise_processed"), (2025, "outcomes.otherwise_processed.fee_unpaid")],
)
def test_each_form_has_what_was_received_and_what_became_of_it(year: int, otherwise: str) -> None:
    [chart] = _charts(_compared(CELLS | {TOTAL(otherwise): 9}, {TOTAL("newly_received"): 8}, year))
    assert chart.series == (f"{year}年", f"{year - 1}年")
    assert [[bars.name for bars in group] for group in chart.groups] == NAMES
    this = [values[0] for values in _values(chart).values()]
    assert this == [31, 2, 3, 4, 5, 6, 7, 9, 32, 1]
    last = [values[1] for values in _values(chart).values()]
    assert last == [8, *[0] * 9]


def test_a_group_of_rows_is_their_sum_of_the_column_of_totals() -> None:
    row = "applications.outcomes.not_disclosed.{}".format
    totals = {row("state_secret.total"): 2, row("registry_query.total"): 3}
    [chart] = _charts(_compared(totals | {row("registry_query.natural_person"): 99}, {}))
    assert _values(chart)[NOT_DISCLOSED] == (5, 0)


@pytest.mark.parametrize("forms", [(dr.Form.Y2021, dr.Form.Y2019), (dr.Form.Y2019, dr.Form.Y2021)])
def test_of_different_forms_only_what_both_have_is_drawn(forms: tuple[dr.Form, dr.Form]) -> None:
    years = zip((2025, 2024), forms, strict=True)
    reports = [dr.Report.blank("青溪镇", year, form).replace(CELLS) for year, form in years]
    comparison = dr.compare(*reports)
    [chart] = _charts(comparison)
    assert list(_values(chart)) == [name for name in chain(*NAMES) if name != OTHERWISE]
    assert OTHERWISE not in chart.text
    assert "图中只列两年都有的项目。" in _words(comparison)


def test_one_form_alone_says_nothing_of_forms() -> None:
    assert _words(_compared(CELLS, CELLS)).endswith("件，与2024年相同。收到和处理申请的各项数量见图1。")


def test_the_words_say_every_number_and_the_caption_what_is_shown() -> None:
    cells = CELLS | {TOTAL("brought_forward"): None}
    [chart] = _charts(_compared(cells, {TOTAL("newly_received"): 8}))
    assert chart.caption == "图1　2025年与2024年收到和处理政府信息公开申请情况（单位：件）"
    assert chart.text == (
        "条形图，2025年与2024年收到和处理政府信息公开申请情况。"
        "本年新收：2025年31件，2024年8件；上年结转：2025年空白，2024年0件；予以公开：2025年3件，2024年0件；"
        "部分公开：2025年4件，2024年0件；不予公开：2025年5件，2024年0件；无法提供：2025年6件，2024年0件；"
        "不予处理：2025年7件，2024年0件；其他处理：2025年0件，2024年0件；"
        "本年度办理结果总计：2025年32件，2024年0件；结转下年度继续办理：2025年1件，2024年0件。"
    )


def test_a_blank_is_never_0_and_one_blank_row_leaves_its_group_blank() -> None:
    row = TOTAL("outcomes.not_disclosed.state_secret")
    [chart] = _charts(_compared(CELLS | {row: None, TOTAL("carried_forward"): None}, CELLS))
    values = _values(chart)
    assert values[NOT_DISCLOSED] == (None, 5)
    assert values["结转下年度继续办理"] == (None, 1)
    assert chart.blank == "空白"
    assert "不予公开：2025年空白，2024年5件" in chart.text


def test_where_something_is_blank_the_words_say_how_it_is_shown() -> None:
    said = "报告中空白、所含各项有空白的，图中标“空白”。"
    assert said in _words(_compared(CELLS, {}, zeros=False))
    elsewhere = {**CELLS, "disputes.reconsideration.total": None}
    assert said not in _words(_compared(elsewhere, {}))


@pytest.mark.parametrize(
    ("this", "zeros", "told"),
    [({}, False, "空白"), ({}, True, "0"), ({TOTAL("newly_received"): 0}, False, "0或者空白")],
)
def test_where_there_is_nothing_to_draw_there_are_words_alone(
    this: Mapping[str, Value], zeros: bool, told: str
) -> None:
    comparison = _compared(this, {}, zeros=zeros)
    assert _charts(comparison) == []
    assert _words(comparison).endswith(f"两年报告中收到和处理申请的各项数量都是{told}，不作图。")


def test_years_that_are_not_known_are_this_and_last() -> None:
    reports = [dr.Report.blank(None, None, dr.Form.Y2021).replace(CELLS) for _ in range(2)]
    [chart] = _charts(dr.compare(*reports))
    assert chart.series == ("本年", "上年")
    assert "本年新收：本年31件，上年31件" in chart.text


def test_without_being_asked_for_there_is_no_chart_and_no_word_of_it() -> None:
    comparison = _compared(CELLS, {}, zeros=False)
    plain, drawn = (compose_comparison(comparison, chart=chart).blocks for chart in (False, True))
    assert len(drawn) == len(plain) + 1
    assert not [block for block in plain if isinstance(block, Chart)]
    assert "图1" not in "".join(block.text for block in plain if isinstance(block, Paragraph))
    assert [block for block in drawn[2:] if not isinstance(block, Chart)] == list(plain[2:])


@given(yearly_series(max_count=99, min_years=2))
@settings(max_examples=10)
def test_what_became_of_applications_adds_up_in_the_chart(series: tuple[dr.Report, ...]) -> None:
    comparison = dr.compare(series[1], series[0])
    for chart in _charts(comparison):
        received, outcomes, carried = ([bars.values for bars in group] for group in chart.groups)
        for year in range(2):
            *parts, total = (values[year] or 0 for values in outcomes)
            if len(parts) == len(NAMES[1]) - 1:  # of different forms something is left out
                assert sum(parts) == total
            assert sum(values[year] or 0 for values in received) == total + (carried[0][year] or 0)
