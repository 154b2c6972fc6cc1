"""Each grid is a whole rectangle, holds every path once, and is drawn as the notice prints it."""

from collections import Counter

import pytest

from disclosure_report.blocks import Box, Shape
from disclosure_report.layout.shapes import shape_of
from disclosure_report.model.forms import Form
from disclosure_report.model.registry import TABLES
from disclosure_report.model.tree import Table, table


EVERY = [table(part, cls) for form in Form for part, cls in TABLES[form].items()]


def _ids(compiled: Table) -> str:
    return f"{compiled.part}-{compiled.form}"


@pytest.mark.parametrize("compiled", EVERY, ids=_ids)
def test_the_boxes_cover_the_rectangle_once(compiled: Table) -> None:
    shape = shape_of(compiled)
    covered = Counter(
        (row, column)
        for box in shape.boxes
        for row in range(box.row, box.row + box.rowspan)
        for column in range(box.column, box.column + box.colspan)
    )
    assert set(covered.values()) == {1}
    assert set(covered) == {(r, c) for r in range(shape.rows) for c in range(len(shape.columns))}


@pytest.mark.parametrize("compiled", EVERY, ids=_ids)
def test_the_grid_holds_every_path_once(compiled: Table) -> None:
    shape = shape_of(compiled)
    slots = [box.content for box in shape.boxes if isinstance(box.content, int)]
    assert sorted(slots) == list(range(len(compiled.fields)))
    assert [entry.name for entry in shape.inputs] == [said.path for said in compiled.fields]


@pytest.mark.parametrize("compiled", EVERY, ids=_ids)
def test_the_columns_fill_the_text_block(compiled: Table) -> None:
    assert sum(shape_of(compiled).columns) == pytest.approx(156)


def _at(shape: Shape, row: int, column: int) -> Box:
    return next(box for box in shape.boxes if (box.row, box.column) == (row, column))


def _spans(shape: Shape, row: int) -> list[tuple[object, int, int]]:
    """Content, rows and columns of the boxes that begin in a row; "·" stands for a value."""
    return [
        ("·" if isinstance(box.content, int) else box.content, box.rowspan, box.colspan)
        for box in shape.boxes
        if box.row == row
    ]


def test_table_two_of_2021() -> None:
    shape = shape_of(table("proactive_disclosure", TABLES[Form.Y2021]["proactive_disclosure"]))
    assert shape.rows == 14
    assert _spans(shape, 0) == [("第二十条第（一）项", 1, 4)]
    assert _spans(shape, 1) == [
        ("信息内容", 1, 1),
        ("本年制发件数", 1, 1),
        ("本年废止件数", 1, 1),
        ("现行有效件数", 1, 1),
    ]
    assert _spans(shape, 5) == [("信息内容", 1, 1), ("本年处理决定数量", 1, 3)]
    assert _spans(shape, 13) == [("行政事业性收费", 1, 1), ("·", 1, 3)]


def test_table_two_of_2019() -> None:
    shape = shape_of(table("proactive_disclosure", TABLES[Form.Y2019]["proactive_disclosure"]))
    assert shape.rows == 18
    assert _spans(shape, 15) == [("第二十条第（九）项", 1, 4)]
    assert _spans(shape, 16) == [("信息内容", 1, 1), ("采购项目数量", 1, 1), ("采购总金额", 1, 2)]


@pytest.mark.parametrize(
    ("form", "rows", "results", "last"), [(Form.Y2021, 28, 22, 3), (Form.Y2019, 26, 20, 1)]
)
def test_table_three(form: Form, rows: int, results: int, last: int) -> None:
    shape = shape_of(table("applications", TABLES[form]["applications"]))
    assert (shape.rows, len(shape.columns), shape.header_rows) == (rows, 10, 3)
    assert _spans(shape, 0) == [
        ("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", 3, 3),
        ("申请人情况", 1, 7),
    ]
    assert _spans(shape, 1) == [("自然人", 2, 1), ("法人或其他组织", 1, 5), ("总计", 2, 1)]
    assert [words for words, _, _ in _spans(shape, 2)] == [
        "商业企业",
        "科研机构",
        "社会公益组织",
        "法律服务机构",
        "其他",
    ]
    assert _spans(shape, 3)[0] == ("一、本年新收政府信息公开申请数量", 1, 3)
    assert _at(shape, 5, 0) == Box(5, 0, results, 1, "三、本年度办理结果", "group", vertical=True)
    assert _spans(shape, 7)[:2] == [("（三）不予公开", 8, 1), ("1.属于国家秘密", 1, 1)]
    assert _at(shape, 23, 1).rowspan == last
    assert _spans(shape, rows - 2)[0] == ("（七）总计", 1, 2)
    assert _spans(shape, rows - 1)[0] == ("四、结转下年度继续办理", 1, 3)


def test_table_four() -> None:
    shape = shape_of(table("disputes", TABLES[Form.Y2021]["disputes"]))
    assert (shape.rows, len(shape.columns)) == (4, 15)
    assert _spans(shape, 0) == [("行政复议", 1, 5), ("行政诉讼", 1, 10)]
    assert _spans(shape, 1) == [
        *((words, 2, 1) for words in ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")),
        ("未经复议直接起诉", 1, 5),
        ("复议后起诉", 1, 5),
    ]
    assert len(_spans(shape, 2)) == 10
    assert _spans(shape, 3) == [("·", 1, 1)] * 15


@pytest.mark.parametrize("form", Form)
def test_widths_head_rows_and_roles(form: Form) -> None:
    two, three, four = (shape_of(table(part, cls)) for part, cls in TABLES[form].items())
    assert two.columns == (60, 32, 32, 32)
    assert three.columns == (8, 16, 33, *[99 / 7] * 7)
    assert four.columns == (10.4,) * 15
    assert [each.header_rows for each in (two, three, four)] == [0, 3, 3]
    lines = {Form.Y2021: 25, Form.Y2019: 23}[form]
    assert Counter(box.role for box in three.boxes)["total"] == lines + 6  # a column, and a row of seven
    assert Counter(box.role for box in three.boxes)["value"] == (lines - 1) * 6
    assert Counter(box.role for box in four.boxes) == {"head": 4 + 15, "value": 12, "total": 3}
    assert {box.role for box in two.boxes} == {"band", "head", "label", "value"}
    assert {(box.column, box.role) for box in two.boxes if box.role in {"label", "value"}} == {
        (0, "label"),
        *((column, "value") for column in (1, 2, 3)),
    }


def test_prompts_and_sums_are_said_beside_the_cells() -> None:
    shape = shape_of(table("disputes", TABLES[Form.Y2021]["disputes"]))
    assert shape.inputs[0].prompt == "行政复议 / 结果维持（件）"
    assert [(each.plus, each.minus) for each in shape.sums] == [
        ((start, start + 1, start + 2, start + 3), (start + 4,)) for start in (0, 5, 10)
    ]
    assert shape.sums[0].sentence.startswith("行政复议：总计等于")
    assert "〔2019〕60号" in shape.source
    assert "、" in shape.source
    assert shape_of(table("applications", TABLES[Form.Y2021]["applications"])).source == Form.Y2021.notice
