"""Which form a table has, and what is read of it."""

from collections.abc import Callable
from typing import Any

import pytest

from disclosure_report.blocks import Grid, Paragraph, Place, Value
from disclosure_report.layout.recognise.gather import Pieces
from disclosure_report.layout.recognise.grids import Texts
from disclosure_report.layout.recognise.table_reading import TableReading
from disclosure_report.layout.recognise.tables import read_table, sources_of
from disclosure_report.model.forms import Form
from disclosure_report.model.registry import tables_of


Draw = Callable[..., Grid]
NEW, OLD = tables_of("proactive_disclosure")
THREE, _ = tables_of("applications")
HEADING = Place(line=3)
WORDS = Paragraph("说明", place=Place(line=4))


def _read(
    part: str, *grids: Grid, lines: tuple[str, ...] = (), form: Form = Form.Y2021, known: Any = None
) -> TableReading:
    placed = [Paragraph(line, place=Place(line=number)) for number, line in enumerate(lines, 10)]
    pieces = Pieces(lines=[*placed], grids=[Texts.of(grid) for grid in grids], rest=[WORDS])
    return read_table(part, pieces, form, HEADING, known)


def _two(*grids: Grid, **said: Any) -> TableReading:
    return _read("proactive_disclosure", *grids, **said)


def _codes(reading: TableReading) -> list[str]:
    """The findings but those on rows that the short table does not have."""
    return [finding.code for finding in reading.findings if finding.code != "R303"]


def _values(reading: TableReading) -> list[Value]:
    return [value for value in reading.values if value is not None]


@pytest.mark.parametrize("assumed", Form)
@pytest.mark.parametrize(
    ("rows", "form", "values"),
    [
        (("信息内容|本年制发件数|本年废止件数|现行有效件数", "规章|1|2|3"), Form.Y2021, [1, 2, 3]),
        (("信息内容|本年新制作数量|本年新公开数量|对外公开总数量", "规章|1|2|3"), Form.Y2019, [1, 2, 3]),
        (("规章|1|2|3", "政府集中采购|4|5"), Form.Y2019, [1, 2, 3, 4, 5]),
    ],
)
def test_the_labels_decide_which_form_it_is(
    draw: Draw, rows: tuple[str, ...], assumed: Form, form: Form, values: list[int]
) -> None:
    reading = _two(draw(*rows), form=assumed)
    assert (reading.table.form, _values(reading), _codes(reading)) == (form, values, [])


@pytest.mark.parametrize("assumed", Form)
def test_where_they_do_not_the_form_is_assumed_and_the_first_finding_says_so(
    draw: Draw, assumed: Form
) -> None:
    reading = _two(draw("规章|1|2|3"), form=assumed)
    assert (reading.table.form, _values(reading)) == (assumed, [1, 2, 3])
    first, *others = reading.findings
    assert (first.code, first.place, dict(first.details)["form"]) == ("R204", HEADING, assumed.value)
    assert first.paths == tuple(field.path for field in reading.table.fields[:3])
    assert {finding.code for finding in others} == {"R303"}
    assert not reading.is_certain


def test_what_tells_the_form_otherwise_decides(draw: Draw) -> None:
    reading = _two(draw("规章|1|2|3"), known=OLD)
    assert (reading.table, _codes(reading)) == (OLD, [])


def test_the_table_of_part_four_is_the_same_in_every_form(draw: Draw) -> None:
    results = "结果维持|结果纠正|其他结果|尚未审结|总计"
    reading = _read("disputes", draw("行政复议|<|<|<|<", results, "1|2|3|4|10"))
    assert _values(reading) == [1, 2, 3, 4, 10]
    assert _codes(reading) == ["R307"]


OTHERS = "（六）其他处理"
GROUPED = (
    f"三、本年度办理结果|{OTHERS}|1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请|1|0|0|0|0|0|1",
    "^|^|2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请|2|0|0|0|0|0|2",
    "^|^|3.其他|3|0|0|0|0|0|3",
)


@pytest.mark.parametrize(
    ("rows", "form"),
    [
        (GROUPED, Form.Y2021),
        ((f"三、本年度办理结果|{OTHERS}|<|1|0|0|0|0|0|1", "^|（七）总计|<|1|0|0|0|0|0|1"), Form.Y2019),
    ],
)
def test_a_group_of_one_form_is_a_row_of_the_other(draw: Draw, rows: tuple[str, ...], form: Form) -> None:
    for assumed in Form:
        reading = _read("applications", draw(*rows), form=assumed)
        assert (reading.table.form, reading.is_certain) == (form, True)


ROW = ("3", "0", "0", "0", "0", "0", "3")


@pytest.mark.parametrize(
    ("lines", "form"), [((OTHERS, "3.其他", *ROW), Form.Y2021), ((OTHERS, *ROW), Form.Y2019)]
)
def test_in_lines_too_the_label_of_a_group_has_no_values(lines: tuple[str, ...], form: Form) -> None:
    for assumed in Form:
        reading = _read("applications", lines=(*lines, "（七）总计", *ROW), form=assumed)
        assert (reading.table.form, len(_values(reading))) == (form, 14)


def test_pieces_of_a_table_are_one(draw: Draw) -> None:
    heads = "信息内容|本年制发件数|本年废止件数|现行有效件数"
    first, second, third = draw(heads, "规章|1|2|3"), draw("行政规范性文件|4|5|6"), draw("行政许可|7|<|<")
    for assumed in Form:
        for pieces in ((first, second), (first, second, third)):
            reading = _two(*pieces, form=assumed)
            assert (reading.table.form, _values(reading)[:6]) == (Form.Y2021, [1, 2, 3, 4, 5, 6])


def test_a_table_and_lines_below_it_are_one(draw: Draw) -> None:
    grid = draw("信息内容|本年制发件数|本年废止件数|现行有效件数", "规章|1|2|3")
    reading = _two(grid, lines=("行政许可", "7"))
    assert (reading.table.form, _values(reading)) == (Form.Y2021, [1, 2, 3, 7])


def test_heads_in_another_order_are_a_finding_on_their_columns(draw: Draw) -> None:
    moved = _two(draw("信息内容|现行有效件数|本年制发件数|本年废止件数", "规章|3|1|2"))
    assert (_values(moved), _codes(moved)) == ([1, 2, 3], ["R311"])
    paths = {path for finding in moved.findings if finding.code == "R311" for path in finding.paths}
    assert paths == {field.path for field in NEW.fields[:3]}


def test_no_table_is_a_blank_one_and_its_words_are_left_over(draw: Draw) -> None:
    other = draw("姓名|电话", "张三|12")
    reading = _two(other, lines=("本年无。", " "), form=Form.Y2019)
    assert (reading.table, _codes(reading), _values(reading)) == (OLD, ["R202"], [])
    assert reading.findings[0].paths == tuple(OLD.index)
    assert [block.text for block in reading.left_over if not isinstance(block, Grid)] == [
        "本年无。",
        "姓名 | 电话",
        "张三 | 12",
        "说明",
    ]


def test_the_lines_below_a_table_may_tell_its_form(draw: Draw) -> None:
    for assumed in Form:
        reading = _two(draw("规章|1|2|3"), lines=("政府集中采购", "4", "5"), form=assumed)
        assert (reading.table.form, _values(reading), _codes(reading)) == (Form.Y2019, [1, 2, 3, 4, 5], [])


def test_a_label_without_values_is_a_row_that_lost_them() -> None:
    reading = _two(lines=("本年收费金额", "行政事业性收费"))
    assert (reading.table.form, _values(reading), _codes(reading)) == (Form.Y2021, [], ["R301"])


def test_lines_without_a_label_are_no_table() -> None:
    reading = _two(lines=("本年无。",))
    assert (_codes(reading), _values(reading)) == (["R202"], [])
    assert [block.text for block in reading.left_over if not isinstance(block, Grid)] == ["本年无。", "说明"]


def test_what_belongs_to_no_row_is_left_over(draw: Draw) -> None:
    reading = _two(draw("信息内容|本年制发件数|本年废止件数|现行有效件数", "规章|1|2|3", "备注|无"))
    assert [block.text for block in reading.left_over if not isinstance(block, Grid)] == ["备注 | 无", "说明"]


def test_every_cell_has_a_source(draw: Draw) -> None:
    reading = _two(draw("信息内容|本年制发件数|本年废止件数|现行有效件数", "规章|1|2|3"))
    sources = sources_of([reading])
    assert [*sources] == [*NEW.index]
    assert sources["proactive_disclosure.rules.repealed"].text == "2"


def test_digits_that_run_together_are_cut_where_the_columns_decide() -> None:
    zeros = ("0",) * 7
    lines: list[str] = []
    for line in THREE.lines:
        label = line.declaration.label
        decided = {"一、本年新收政府信息公开申请数量", "（七）总计"}
        row = ("22", "0", "0", "0", "0", "0", "22") if label in decided else zeros
        lines += [f"{label}220000022"] if label == "（一）予以公开" else [label, *row]
    reading = _read("applications", lines=tuple(lines))
    assert reading.values[14:21] == [22, 0, 0, 0, 0, 0, 22]
    assert _codes(reading) == ["R317"]
