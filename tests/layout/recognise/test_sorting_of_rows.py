"""Which boxes of a table are labels, heads and values, and which are none of these."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from disclosure_report.blocks import Block, Grid, Manuscript, Paragraph, Value
from disclosure_report.layout.recognise.reading import Reading
from disclosure_report.layout.recognise.run import recognise


Draw = Callable[..., Grid]
ITS = "本年制发件数|本年废止件数|现行有效件数"
HEADS = f"信息内容|{ITS}"
COLUMNS = ("issued", "repealed", "in_force")
RESULTS = "结果维持|结果纠正|其他结果|尚未审结|总计"


def _read(heading: str, *blocks: Block) -> Reading:
    title = Paragraph("青溪镇2021年政府信息公开工作年度报告")
    return recognise(Manuscript((title, Paragraph(heading), *blocks)), "a.docx")


def _part_two(grid: Grid) -> Reading:
    return _read("二、主动公开政府信息情况", grid)


def _row(reading: Reading, name: str) -> list[Value]:
    """The values of a row; a finding is about each that is blank."""
    paths = [f"proactive_disclosure.{name}.{column}" for column in COLUMNS]
    blank = {path for path in paths if reading.report[path] is None}
    assert blank <= {path for finding in reading.findings for path in finding.paths}
    return [reading.report[path] for path in paths]


READ = {
    "a label in each of its cells": (
        f"信息内容|信息内容|{ITS}",
        "规章|规章|1|2|3",
    ),
    "a column of the page's own": (f"{HEADS}|备注", "规章|1|2|3|9"),
    "a column of the page's own between": (
        "信息内容|本年制发件数|修订件数|本年废止件数|现行有效件数",
        "规章|1|9|2|3",
    ),
    "words under no head": (HEADS, "规章|1|2|3|含修订"),
    "nothing under no head": (HEADS, "规章|1|2|3|"),
    "half a cell under no head": (f"信息内容||{ITS}", "规章|1|<|2|3"),
    "a note between": (HEADS, "注：含修订|<|<|<", "规章|1|2|3"),
    "a head without words": (f"{HEADS}|", "规章|1|2|3"),
    "heads in two rows": ("信息内容|本年|<|<", f"^|{ITS}", "规章|1|2|3"),
    "heads of other rows before its own": (
        "信息内容|本年处理决定数量|<|<",
        "行政许可|5|<|<",
        HEADS,
        "规章|1|2|3",
    ),
    "remarks over two rows": (f"{HEADS}|备注", "规章|1|2|3|含修订", "行政规范性文件|4|5|6|^"),
}


@pytest.mark.parametrize("rows", READ.values(), ids=READ)
def test_values_below_their_heads_are_read_whatever_stands_beside_them(
    draw: Draw, rows: tuple[str, ...]
) -> None:
    assert _row(_part_two(draw(*rows)), "rules") == [1, 2, 3]


DOUBTED = {
    "no cell below the page's own head": (f"{HEADS}|备注", "规章|1|2|3"),
    "a number under no head": (HEADS, "规章|1|2|3|9"),
    "most of a cell under no head": (f"信息内容|||{ITS}", "规章|1|<|<|2|3"),
    "a value over two rows": (HEADS, "规章|1|2|3", "行政规范性文件|4|5|^"),
    "words before the values": (f"信息内容|<|{ITS}", "规章|其中：修订|1|2|3"),
    "heads that nobody knows": ("信息内容|甲|乙|丙", "规章|1|2|3"),
    "heads of other rows": ("信息内容|本年处理决定数量|<|<", "规章|1|2|3"),
}


@pytest.mark.parametrize("rows", DOUBTED.values(), ids=DOUBTED)
def test_a_row_that_does_not_stand_below_its_heads_is_blank(draw: Draw, rows: tuple[str, ...]) -> None:
    assert _row(_part_two(draw(*rows)), "rules") == [None] * 3


def test_a_value_that_reaches_over_another_column_too_is_nobodys(draw: Draw) -> None:
    reading = _part_two(draw(f"信息内容|修订件数|{ITS}", "规章|1|<|2|3"))
    assert _row(reading, "rules") == [None, 2, 3]


def test_what_stands_beside_the_values_is_left_over(draw: Draw) -> None:
    reading = _part_two(draw(f"{HEADS}|备注", "规章|1|2|3|9", "行政规范性文件（含废止）|4|5|6|"))
    words = [block.text for block in reading.left_over if not isinstance(block, Grid)]
    assert words == ["备注", "9", "行政规范性文件（含废止）"]
    assert _row(reading, "normative_documents") == [4, 5, 6]


@pytest.mark.parametrize(
    ("head", "label", "text", "amount"),
    [
        ("本年收费金额", "行政事业性收费（元）", "9200", "0.92"),
        ("本年收费金额（单位：元）", "行政事业性收费", "9200", "0.92"),
        ("本年收费金额（单位：元）", "行政事业性收费（元）", "9200", "0.92"),
        ("本年收费金额", "行政事业性收费", "9200", "9200"),
        ("本年收费金额（单位：万元）", "行政事业性收费（元）", "9200", None),  # they contradict each other
    ],
)
def test_a_unit_is_that_of_the_head_or_of_the_label(
    draw: Draw, head: str, label: str, text: str, amount: str | None
) -> None:
    reading = _part_two(draw(f"信息内容|{head}", f"{label}|{text}"))
    expected = None if amount is None else Decimal(amount)
    assert reading.report["proactive_disclosure.administrative_fees.amount"] == expected


ACROSS = (
    "行政复议|<|<|<|<|行政诉讼|<|<|<|<|<|<|<|<|<",
    f"{RESULTS}|未经复议直接起诉|<|<|<|<|复议后起诉|<|<|<|<",
)
BELOW = f"^|^|^|^|^|{RESULTS}|{RESULTS}"


def _part_four(grid: Grid) -> Reading:
    return _read("四、政府信息公开行政复议、行政诉讼情况", grid)


@pytest.mark.parametrize(("words", "upheld"), [(7, 5), (8, None)])
def test_most_cells_of_the_row_of_values_hold_values(draw: Draw, words: int, upheld: int | None) -> None:
    values = "|".join(["5"] * (15 - words) + ["见附件"] * words)
    reading = _part_four(draw(*ACROSS, BELOW, values))
    assert reading.report["disputes.reconsideration.upheld"] == upheld
    assert reading.report["disputes.litigation_after_reconsideration.total"] is None


def test_half_the_cells_are_not_most(draw: Draw) -> None:
    heads = (
        "行政诉讼|<|<|<|<|<|<|<|<|<",
        "未经复议直接起诉|<|<|<|<|复议后起诉|<|<|<|<",
        f"{RESULTS}|{RESULTS}",
    )
    rows = ["|".join(["5"] * number + ["见附件"] * (10 - number)) for number in (5, 6)]
    half, most = (_part_four(draw(*heads, row)).report for row in rows)
    assert half["disputes.direct_litigation.upheld"] is None
    assert most["disputes.direct_litigation.upheld"] == 5


def test_heads_that_stand_in_each_of_their_cells_are_one(draw: Draw) -> None:
    reading = _part_four(draw(*ACROSS, BELOW.replace("^|^|^|^|^", RESULTS), "|".join(map(str, range(15)))))
    assert reading.report["disputes.reconsideration.total"] == 4
    assert reading.report["disputes.direct_litigation.upheld"] == 5


def test_half_a_cell_under_no_head_does_no_harm_in_part_four(draw: Draw) -> None:
    heads = [f"|{row}" for row in (*ACROSS, BELOW)]
    reading = _part_four(draw(*heads, "|".join(["7", "<", *map(str, range(1, 15))])))
    assert reading.report["disputes.reconsideration.upheld"] == 7
    assert reading.report["disputes.litigation_after_reconsideration.total"] == 14


def test_a_head_that_is_missing_below_one_in_two_rows_is_that_of_its_place(draw: Draw) -> None:
    columns = RESULTS.replace("其他结果", "")
    heads = (ACROSS[0], ACROSS[0], ACROSS[1].replace(RESULTS, columns), BELOW)
    reading = _part_four(draw(*heads, "|".join(map(str, range(15)))))
    assert reading.report["disputes.reconsideration.other_result"] == 2
    assert reading.report["disputes.reconsideration.pending"] == 3


@pytest.mark.parametrize("block", ["行政赔偿", "行政裁决"])
def test_a_block_that_the_form_does_not_have_takes_nothing_from_the_others(draw: Draw, block: str) -> None:
    heads = (f"{ACROSS[0]}|{block}", f"{ACROSS[1]}|^", f"{BELOW}|总计")
    reading = _part_four(draw(*heads, "|".join(map(str, range(16)))))
    assert reading.report["disputes.litigation_after_reconsideration.total"] == 14
    short = _part_four(draw(*heads, "|".join(map(str, range(15)))))
    assert short.report["disputes.litigation_after_reconsideration.total"] is None  # a cell is lost


def test_a_finding_on_the_row_of_values_stands_at_its_first_cell(draw: Draw) -> None:
    heads = (f"{ACROSS[0]}|备注", f"{ACROSS[1]}|^", f"{BELOW}|^")
    reading = _part_four(draw(*heads, "|".join(map(str, range(15)))))
    [finding] = [each for each in reading.findings if "disputes.reconsideration.upheld" in each.paths]
    assert (finding.code, str(finding.place)) == ("R306", "第1个表第4行第1列")
