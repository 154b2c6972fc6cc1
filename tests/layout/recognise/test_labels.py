"""What the labels of a table tell: which they are, how they are written, and in which order they come."""

import pytest

from disclosure_report.layout.recognise.digits import Block
from disclosure_report.layout.recognise.folding import fold
from disclosure_report.layout.recognise.labels import Labels, labels_of
from disclosure_report.model.registry import tables_of


def _labels(part: str) -> Labels:
    """The labels of the newest form."""
    return labels_of(next(iter(tables_of(part))))


TWO, THREE, FOUR = map(_labels, ("proactive_disclosure", "applications", "disputes"))
RESULTS = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
SWAPPED = ["结果纠正", "结果维持", "其他结果", "尚未审结", "总计"]
TOPS = ["行政复议", "行政诉讼", "未经复议直接起诉", "复议后起诉"]


@pytest.mark.parametrize(
    ("labels", "text", "key"),
    [
        (TWO, "规章", "规章"),
        (TWO, " 规 章：", "规章"),
        (TWO, "规章（含修订）", "规章"),
        (TWO, "规章含修订", "规章含修订"),
        (TWO, "（含修订）", "含修订"),
        (TWO, "12（3）", "123"),
        (TWO, "", ""),
        # A note that the form itself has behind a label is a part of it.
        (TWO, "本年收费金额（单位：万元）", "本年收费金额单位万元"),
        (TWO, "本年收费金额（单位：元）", "本年收费金额"),
        (TWO, f"规章（{'注' * 116}）", "规章"),  # 120 characters
        (TWO, f"规章（{'注' * 117}）", f"规章{'注' * 117}"),
    ],
)
def test_a_note_behind_a_label_is_no_part_of_it(labels: Labels, text: str, key: str) -> None:
    assert labels.key(text) == key


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("属于国家秘密", "1属于国家秘密"),
        ("1.属于国家秘密", "1属于国家秘密"),
        ("予以公开", "一予以公开"),
        ("不予公开", "三不予公开"),
        ("其他", "其他"),  # the head of a column, too
        ("信访", "信访"),
    ],
)
def test_the_number_of_a_label_may_be_missing_in_a_cell(text: str, key: str) -> None:
    assert THREE.cell_key(text) == key


def test_rows_between_others() -> None:
    first, second, third, *_, last = records = TWO.records
    assert TWO.between(None, third) == (first, second)
    assert TWO.between(None, None) == records
    assert TWO.between(first, third) == (second,)
    assert TWO.between(first, second) == ()
    assert TWO.between(third, None) == records[3:]
    assert (TWO.after(first), TWO.after(last)) == (second, None)


def test_groups_are_those_whose_label_stands_beside_a_row() -> None:
    groups = {record.label: record.groups for record in THREE.records}
    assert groups["1.属于国家秘密"] == {fold("（三）不予公开")}
    assert groups["3.其他"] == {fold("（六）其他处理"), fold("（六）其他")}
    assert groups["（七）总计"] == {fold("三、本年度办理结果")}
    assert not any(map(THREE.knows, groups["一、本年新收政府信息公开申请数量"]))


@pytest.mark.parametrize(
    ("labels", "blocks"),
    [
        (TWO, [Block(3, has_total=False)]),
        (THREE, [Block(7, has_total=True)]),
        (FOUR, [Block(5, has_total=True)] * 3),
    ],
)
def test_the_columns_of_a_row(labels: Labels, blocks: list[Block]) -> None:
    assert labels.blocks_of(next(iter(labels.records))) == blocks


def test_the_kinds_of_number_of_a_row() -> None:
    assert TWO.kinds(next(iter(TWO.records))) == ("count", "count", "count")
    assert TWO.kinds(TWO.records[-1]) == ("amount",)


@pytest.mark.parametrize(
    ("met", "in_order"),
    [
        ([], True),
        ([*TOPS, *RESULTS], True),
        ([*TOPS, *RESULTS * 3], True),
        (["行政复议", *RESULTS, *TOPS[1:], *RESULTS * 2], True),
        ([*TOPS, "结果维持", "其他结果", "总计"], True),  # two heads are lost
        ([*TOPS, *SWAPPED], False),
        ([*TOPS, *SWAPPED * 3], False),
        ([*TOPS, *RESULTS, *SWAPPED, *RESULTS], False),
        ([*TOPS, "结果维持", "结果维持", "其他结果", "尚未审结", "总计"], False),
        ([*TOPS, *RESULTS, "结果纠正"], False),
        (["行政诉讼", "行政复议", *RESULTS], False),
        (["行政复议", "复议后起诉", "未经复议直接起诉", *RESULTS], False),
        (["复议后起诉", "行政复议"], False),
    ],
)
def test_heads_of_part_four_come_in_the_forms_order(met: list[str], in_order: bool) -> None:
    assert FOUR.in_order(met) is in_order


@pytest.mark.parametrize(
    ("heads", "slots"),
    [
        (["行政复议", *RESULTS], (0, 1, 2, 3, 4)),
        (["行政诉讼", "未经复议直接起诉", *RESULTS], (5, 6, 7, 8, 9)),
        (["行政诉讼复议后起诉", *RESULTS], (10, 11, 12, 13, 14)),
        ([*RESULTS, "复议后起诉"], (10, 11, 12, 13, 14)),
        (RESULTS, None),
        (["行政复议", "复议后起诉", *RESULTS], None),
        (["行政复议", *SWAPPED], None),
        (["行政复议", *RESULTS[:-1]], None),
        (["行政复议", *RESULTS, *RESULTS], None),
        (["行政复议", "结果维持", "结果维持", *RESULTS[2:]], None),
    ],
)
def test_one_block_of_part_four(heads: list[str], slots: tuple[int, ...] | None) -> None:
    assert FOUR.block(heads) == slots


@pytest.mark.parametrize(
    ("met", "in_order"),
    [
        ([], True),
        (["自然人", "法人或其他组织", "总计"], True),
        (["总计", "自然人", "法人或其他组织"], True),
        (["自然人", "商业企业", "法人或其他组织"], True),  # it stands behind those before its columns
        (["法人或其他组织", "自然人", "总计"], False),
        (["自然人", "自然人"], False),
    ],
)
def test_the_head_above_several_columns_stands_behind_those_before_them(
    met: list[str], in_order: bool
) -> None:
    assert THREE.spans_in_order(met) is in_order


@pytest.mark.parametrize(
    ("labels", "text", "pieces"),
    [
        (THREE, "商业 科研", True),
        (THREE, "自然人 商业企业 总计", True),
        (THREE, "商业 自然人", False),
        (THREE, "总计 总计", False),  # the columns stand there once
        (THREE, "申请人 情况", True),
        (THREE, "（ ） 商业", True),
        (THREE, "商业 附注", False),
        (FOUR, "结果 总计 结果 总计 结果 总计", True),
        (FOUR, "总计 结果 总计 结果 总计 结果", False),
        (FOUR, "总计 总计 总计 总计", False),
        (FOUR, "行政 复议", True),
    ],
)
def test_pieces_of_labels(labels: Labels, text: str, pieces: bool) -> None:
    assert labels.are_pieces(text) is pieces


@pytest.mark.parametrize(
    ("text", "upright"),
    [("三", True), ("不", True), ("不予", False), ("", False), ("企", False), ("猫", False)],
)
def test_a_character_of_a_label_that_is_set_upright(text: str, upright: bool) -> None:
    assert THREE.is_upright(text) is upright


@pytest.mark.parametrize(
    ("labels", "head", "is_head", "misleads"),
    [
        (TWO, "规章", True, False),
        (TWO, "本年制发件数", True, True),
        (THREE, "自然人", True, True),
        (THREE, "法人或其他组织", True, False),
        (THREE, "申请人情况", False, False),
        (THREE, "备注", False, True),
        (FOUR, "行政复议", True, False),
        (FOUR, "备注", True, True),
    ],
)
def test_what_a_head_says(labels: Labels, head: str, is_head: bool, misleads: bool) -> None:
    assert (labels.is_head(head), labels.misleads(head)) == (is_head, misleads)


@pytest.mark.parametrize(("labels", "depth", "repeats"), [(TWO, 1, 1), (THREE, 1, 1), (FOUR, 2, 3)])
def test_how_heads_stand_above_and_beside_each_other(labels: Labels, depth: int, repeats: int) -> None:
    assert (labels.depth, labels.repeats) == (depth, repeats)
    assert {record.depth for record in labels.records} == {depth}


def test_labels_of_the_table_itself_are_known() -> None:
    assert all(map(TWO.knows, ("信息内容", "第二十条第一项", "第二十条第八项")))
    assert all(map(THREE.knows, ("申请人情况", "三本年度办理结果", "法人或其他组织")))
    assert THREE.knows(fold("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"))
    assert all(map(FOUR.knows, ("行政诉讼", "复议后起诉", "行政诉讼复议后起诉", "尚未审结")))
    assert not any(labels.knows("") for labels in (TWO, THREE, FOUR))
