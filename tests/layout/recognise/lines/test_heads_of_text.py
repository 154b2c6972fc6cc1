"""Heads above rows in linear text: whether they say where the values of a row belong."""

import pytest
from linear_rows import labels_in, occurrences_in, rows_in

import disclosure_report as dr
from disclosure_report.layout.recognise.lines.heads import Heads


FULL = "一、本年新收政府信息公开申请数量 1 0 0 0 0 0 1"
ROW = "规章 | 1 | 2 | 3 |"
IN_ORDER = "信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |"


@pytest.mark.parametrize(
    ("heads", "is_sure"),
    [
        ("", True),
        ("自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计", True),
        # In two rows: the heads above several columns, and the total with them, come first.
        ("自然人 法人或其他组织 总计 商业企业 科研机构 社会公益组织 法律服务机构 其他", True),
        ("法人或其他组织 总计 商业企业 科研机构 社会公益组织 法律服务机构 其他", True),
        # Some are lost.
        ("自然人 法人或其他组织 总计", True),
        ("自然人 科研机构 总计", True),
        ("商业企业 其他 总计", True),
        ("总计 商业企业 其他", True),
        ("自然人 总计 其他", True),
        ("总计", True),
        # An order that the form does not have, or a head twice.
        ("总计 自然人", False),
        ("总计 自然人 商业企业", False),
        ("自然人 商业企业 总计 科研机构 社会公益组织 法律服务机构 其他", False),
        ("商业企业 总计 其他", False),
        ("自然人 科研机构 商业企业", False),
        ("自然人 自然人 总计", False),
        ("法人或其他组织 自然人", False),
        # All of them twice, as the top of the next page prints them.
        ("商业企业 其他 商业企业 其他", True),
        ("商业企业 其他 其他 商业企业", False),
        # A head that nobody knows, in the place of one that is missing, or not.
        ("自然人 商业企业 科研机构 公益单位 法律服务机构 其他 总计", True),
        ("自然人 商业企业 大学 公益单位 法律服务机构 其他 总计", True),
        ("自然人 总计 企业类 科研机构 社会公益组织 法律服务机构 其他", True),
        ("申请人情况 自然人 商业企业 科研机构 公益单位 法律服务机构 其他 总计", True),
        ("自然人 商业企业 科研机构 公益单位 社会公益组织 法律服务机构 其他 总计", False),
        ("自然人 商业企业 公益单位 法律服务机构 其他 总计", False),
        ("自然人 商业企业 科研机构 法律服务机构 公益单位 其他 总计", False),
        ("自然人 公益单位 总计", False),
        ("申请人情况 公益单位 自然人 总计", False),
        # One head alone tells no order.
        ("总计 公益单位", True),
        ("自然人 公益单位", True),
        # Pieces of labels are no heads that nobody knows; one that stands in their order.
        ("自然人 商业 企业 科研 机构 总计", True),
        # Remarks may stand behind the last.
        ("自然人 商业企业 总计 备注", True),
        ("自然人 商业企业 总计 说明", True),
        ("自然人 备注 商业企业 总计", False),
        ("自然人 商业企业 总计 备用", False),
        # Sentences, and what is far longer than a head, are none; nor are words above all heads.
        ("自然人 总计 数据来自台账。", True),
        ("自然人 总计 数据来自台账；", True),
        ("自然人 总计 数据来自台账", False),
        (f"自然人 总计 {'甲' * 40}", False),
        (f"自然人 总计 {'甲' * 41}", True),
        ("数据来自台账 自然人 总计", True),
        ("自然人 总计 单位：件", True),
    ],
)  # fmt: skip
def test_heads_of_part_three_come_in_an_order_of_the_form(heads: str, is_sure: bool) -> None:
    assert rows_in("三", *heads.split(), FULL) == [FULL + ("" if is_sure else " ?")]


@pytest.mark.parametrize(
    ("heads", "slots", "is_sure"),
    [
        (IN_ORDER, (0, 1, 2), True),
        ("信息内容 | 现行有效件数 | 本年制发件数 | 本年废止件数 |", (2, 0, 1), True),
        (IN_ORDER + IN_ORDER.removeprefix("信息内容 |"), (0, 1, 2), True),
        (IN_ORDER + " 备注 |", (0, 1, 2), True),
        ("", None, True),
        ("信息内容 | 本年制发件数 | 现行有效件数 |", None, True),
        ("信息内容 | 现行有效件数 | 本年制发件数 |", None, False),
        ("信息内容 | 本年制发件数 | 本年修订件数 | 现行有效件数 |", None, False),
        (IN_ORDER + " 本年修订件数 |", None, False),
        ("信息内容 | 备注 | 本年制发件数 | 本年废止件数 | 现行有效件数 |", None, False),
        # Heads of other rows tell nothing of this one.
        ("信息内容 | 本年处理决定数量 | 本年修订件数 |", None, True),
    ],
)
def test_heads_of_part_two_say_which_column_is_which(
    heads: str, slots: tuple[int, ...] | None, is_sure: bool
) -> None:
    [rules] = occurrences_in("二", heads, ROW)
    assert (rules.slots, not rules.doubt) == (slots, is_sure)


@pytest.mark.parametrize(
    ("heads", "is_sure"),
    [
        ([], True),
        (["行政复议", "行政诉讼", "未经复议直接起诉", "复议后起诉"], True),
        (["行政复议", "行政诉讼", "复议后起诉", "未经复议直接起诉"], False),
        # A head that nobody knows; also where it parts two blocks that stand in another order.
        (["结果维持", "部分维持", "结果纠正"], False),
        (["未经复议直接起诉", "部分维持 |", "结果维持"], False),
        (["结果维持 |", "其他 结果 |", "尚未审结"], True),
    ],
)
def test_heads_of_part_four_come_in_an_order_of_the_form(heads: list[str], is_sure: bool) -> None:
    row = occurrences_in("四", "行政复议", *heads, " ".join(map(str, range(15))))[-1]
    assert (len(row.texts), row.doubt) == (15, not is_sure)


def test_the_heads_of_a_row_of_part_four_end_with_its_values() -> None:
    values = " ".join(map(str, range(15)))
    lines = ["行政复议", "部分维持", "行政诉讼", values, "附表", "行政复议", "行政诉讼", values]
    assert [row.doubt for row in occurrences_in("四", *lines) if row.texts] == [True, False]


def test_words_between_rows_are_no_heads() -> None:
    lines = [IN_ORDER, ROW, "本年修订件数", "行政规范性文件 | 4 | 5 | 6 |"]
    assert rows_in("二", *lines) == ["规章 1 2 3", "行政规范性文件 4 5 6"]
    assert rows_in("二", "数据来自台账", *lines) == ["规章 1 2 3", "行政规范性文件 4 5 6"]


def test_the_next_heads_begin_anew() -> None:
    lines = [IN_ORDER + " 本年修订件数 |", ROW, IN_ORDER, "行政规范性文件 | 4 | 5 | 6 |"]
    assert rows_in("二", *lines) == ["规章 1 2 3 ?", "行政规范性文件 4 5 6"]


def test_the_name_of_a_group_leaves_the_heads_as_they_are() -> None:
    lines = ["自然人 | 公益单位 | 总计", FULL, "（三）不予公开", "1.属于国家秘密 2 0 0 0 0 0 2"]
    assert rows_in("三", *lines) == [FULL + " ?", "1.属于国家秘密 2 0 0 0 0 0 2 ?"]


@pytest.mark.parametrize(
    ("heads", "rules"),
    [
        ([IN_ORDER], "规章 1 _ 3"),
        (["信息内容 | 本年制发件数 | | 本年废止件数 | 现行有效件数 |"], "规章 1 _ 3 ?"),
        (["信息内容 | | 本年制发件数 | 本年废止件数 | 现行有效件数 |"], "规章 1 _ 3 ?"),
        (["附 | | 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |"], "规章 1 _ 3"),
        (["信息内容 | | 本年处理决定数量 |", "行政许可 | | 7 |", IN_ORDER], "规章 1 _ 3"),
    ],
)
def test_heads_without_gaps_say_how_many_cells_pipes_keep(heads: list[str], rules: str) -> None:
    assert rules in rows_in("二", *heads, "规章 | 1 | | 3 |", "行政处罚 | 8 |")


def test_pipes_behind_a_row_are_none_of_its_heads() -> None:
    lines = ["规章 | 1 | | 3 |", "行政规范性文件 | 4 | |", "行政许可 | 7 |"]
    assert rows_in("二", IN_ORDER, *lines) == ["规章 1 _ 3", "行政规范性文件 4", "行政许可 7"]


def test_heads_in_two_rows_do_not_say_how_many_cells_pipes_keep() -> None:
    heads = "自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |"
    short = FULL.replace(" ", " | ").replace("1 | 0", "1 |", 1) + " |"
    assert rows_in("三", heads, short) == [FULL.replace("1 0", "1 _", 1) + " ?"]


@pytest.mark.parametrize(
    ("part", "lines", "is_sure"),
    [
        ("三", ["总计", "5", "一、本年新收政府信息公开申请数量", "1", *"000001"], False),
        ("三", ["总计", "五", "一、本年新收政府信息公开申请数量", "1", *"000001"], True),
        ("三", ["总计", "一、本年新收政府信息公开申请数量", "1", *"000001"], True),
        # Without heads of columns a number above all labels is the page's.
        ("三", ["5", "一、本年新收政府信息公开申请数量", "1", *"000001"], True),
        ("三", ["（三）不予公开", "5", "1.属于国家秘密", "1", *"000001"], True),
        ("二", ["5", "行政许可", "3"], True),
        ("二", ["信息内容", "5", "行政许可", "3"], False),
        ("二", ["信息内容", "5", "行政许可 | 3"], True),
        # Below a row a number is no longer below the heads.
        ("二", ["信息内容", "行政许可 | 3 |", "5", "行政处罚", "4"], True),
    ],
)
def test_a_number_below_heads_may_stand_above_its_label(part: str, lines: list[str], is_sure: bool) -> None:
    assert occurrences_in(part, *lines)[-1].doubt is not is_sure


def test_a_unit_belongs_to_the_head_before_it() -> None:
    heads = ["信息内容 | 采购项目数量 | 采购总金额 |", "（单位：万元）"]
    for lines, units in ((heads, ("", "万元")), (["信息内容（单位：万元）", "采购总金额"], ())):
        row = occurrences_in("二", *lines, "政府集中采购 | 3 | 5 |", form=dr.Form.Y2019)[-1]
        assert row.units == units


def test_the_units_of_heads_end_with_them() -> None:
    heads = Heads(labels_in("二"))
    heads.meet("信息内容", 0)
    heads.meet_strange("（单位：元）", runs=False)
    heads.used = True
    heads.meet("本年收费金额", 0)
    assert (heads.met, heads.units, heads.strange, heads.used) == (["本年收费金额"], {}, [], False)
