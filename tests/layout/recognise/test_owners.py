"""Which part a table belongs to."""

from collections.abc import Callable

import pytest

from disclosure_report.blocks import Block, Grid, Manuscript, Paragraph
from disclosure_report.layout.recognise.grids import Texts
from disclosure_report.layout.recognise.owners import goes_on, is_at_home, is_whole, owner_of, records_met
from disclosure_report.layout.recognise.reading import Reading
from disclosure_report.layout.recognise.run import recognise
from disclosure_report.model.parts import TABLE_PARTS


Draw = Callable[..., Grid]
TWO, THREE, FOUR = TABLE_PARTS
RULES, ORDERS, PERMITS = "规章|1|2|3", "行政规范性文件|4|5|6", "行政许可|7|<|<"
FINES, FORCE, FEES = "行政处罚|8|<|<", "行政强制|9|<|<", "行政事业性收费|1|<|<"
NEW, BROUGHT = (
    "一、本年新收政府信息公开申请数量|1|0|0|0|0|0|1",
    "二、上年结转政府信息公开申请数量|2|0|0|0|0|0|2",
)
RESULTS = "结果维持|结果纠正|其他结果|尚未审结|总计"
ACROSS = (
    "行政复议|<|<|<|<|行政诉讼|<|<|<|<|<|<|<|<|<",
    f"{RESULTS}|未经复议直接起诉|<|<|<|<|复议后起诉|<|<|<|<",
)


@pytest.mark.parametrize(
    ("rows", "met"),
    [
        ([RULES], (1, 0, 0)),
        ([RULES, ORDERS, NEW], (2, 1, 0)),
        (["规章|1|2|3", "其他对外管理服务事项|1|2|3"], (2, 0, 0)),  # the second is of the older form alone
        ([*ACROSS, f"^|^|^|^|^|{RESULTS}|{RESULTS}", "|".join("0" * 15)], (0, 0, 1)),
        (ACROSS, (0, 0, 0)),  # heads without values
        (["姓名|电话", "张三|12"], (0, 0, 0)),
    ],
)
def test_the_rows_of_each_part_that_stand_in_a_table(
    draw: Draw, rows: list[str], met: tuple[int, ...]
) -> None:
    grid = Texts.of(draw(*rows))
    assert tuple(records_met(part, grid) for part in TABLE_PARTS) == met
    owner = owner_of(grid)
    assert owner is (TABLE_PARTS[met.index(max(met))] if any(met) else None)


@pytest.mark.parametrize(
    ("rows", "home"),
    [
        ([RULES], (True, False, False)),
        ([RULES, NEW], (True, True, False)),  # as much of one as of the other
        ([RULES, NEW, BROUGHT], (False, True, False)),
        (["信息内容|本年制发件数"], (True, False, False)),  # heads alone
        (["自然人|总计"], (False, True, False)),
        (ACROSS, (False, False, True)),
        (["姓名|电话", "张三|12"], (False, False, False)),
    ],
)
def test_a_table_below_a_heading_is_the_parts_where_none_fits_better(
    draw: Draw, rows: list[str], home: tuple[bool, ...]
) -> None:
    grid = Texts.of(draw(*rows))
    assert tuple(is_at_home(part, grid) for part in TABLE_PARTS) == home


@pytest.mark.parametrize(
    ("rows", "whole"),
    [
        ([RULES, ORDERS], False),
        ([RULES, ORDERS, PERMITS], True),  # three of the six rows
        ([RULES, ORDERS, PERMITS, FINES], True),
        ([RULES, NEW, BROUGHT], False),
    ],
)
def test_half_the_rows_are_a_table(draw: Draw, rows: list[str], whole: bool) -> None:
    assert is_whole(TWO, Texts.of(draw(*rows))) is whole


@pytest.mark.parametrize(
    ("rows", "others", "piece"),
    [
        ([PERMITS], [], True),
        ([PERMITS], [[RULES, ORDERS]], True),
        ([PERMITS], [[FINES, FORCE]], True),
        ([PERMITS], [[RULES], [FINES]], False),  # between the others
        ([ORDERS, PERMITS], [[RULES, ORDERS]], False),  # a row stands in both
        ([RULES, ORDERS], [[ORDERS, PERMITS]], False),
        ([PERMITS], [["其他对外管理服务事项|1|2|3", "政府集中采购|1|2"]], True),  # rows of the older form
        (["政府集中采购|1|2"], [[RULES], [FEES]], True),
        (["姓名|电话"], [[RULES]], False),
        ([PERMITS], [["姓名|电话"]], True),
    ],
)
def test_a_piece_of_a_table_has_rows_before_or_behind_those_of_the_others(
    draw: Draw, rows: list[str], others: list[list[str]], piece: bool
) -> None:
    grids = [Texts.of(draw(*each)) for each in others]
    assert goes_on(TWO, Texts.of(draw(*rows)), grids) is piece


def _read(*blocks: Block) -> Reading:
    title = Paragraph("青溪镇2021年政府信息公开工作年度报告")
    return recognise(Manuscript((title, Paragraph("二、主动公开政府信息情况"), *blocks)), "a.docx")


def test_a_table_of_other_things_below_a_heading_stays_a_table(draw: Draw) -> None:
    other = draw("姓名|电话", "张三|12", table=2)
    reading = _read(draw("信息内容|本年制发件数|本年废止件数|现行有效件数", RULES), other)
    assert [*reading.left_over] == [other]
    assert reading.report["proactive_disclosure.rules.issued"] == 1


def test_of_two_strayed_tables_of_a_part_the_second_is_left_over(draw: Draw) -> None:
    heads = "信息内容|本年制发件数|本年废止件数|现行有效件数"
    below = "信息内容|本年处理决定数量|<|<"
    first = draw(heads, RULES, ORDERS, below, PERMITS)
    second = draw(heads, "规章|7|8|9", ORDERS, below, PERMITS, table=2)
    title = Paragraph("青溪镇2021年政府信息公开工作年度报告")
    blocks = (title, Paragraph("三、收到和处理政府信息公开申请情况"), first, second)
    reading = recognise(Manuscript(blocks), "a.docx")
    assert [*reading.left_over] == [second]
    assert reading.report["proactive_disclosure.rules.issued"] == 1
