"""A table that holds more than a table: which rows are lines, which are a table, and its gaps."""

import pytest

from disclosure_report.blocks import Box, Grid, Manuscript, Paragraph, Place, Remark, Shape
from disclosure_report.layout.recognise.cutting import (
    has_parts,
    lines_of,
    opened,
    piece_of,
    pieces_of,
    rectangular,
    saying,
)
from disclosure_report.layout.recognise.run import recognise
from disclosure_report.layout.recognise.sheets import Named, sheets_of


def grid(*rows: tuple[str, ...], sheet: str | None = None) -> Grid:
    """A grid without spans, all its cells slots."""
    cells = [(row, column) for row, texts in enumerate(rows) for column in range(len(texts))]
    boxes = tuple(Box(row, column, 1, 1, slot, "value") for slot, (row, column) in enumerate(cells))
    values = tuple(text for texts in rows for text in texts)
    columns = (1.0,) * max(map(len, rows), default=0)
    return Grid(
        Shape("", columns, len(rows), 0, boxes),
        values,
        place=Place(table=None if sheet else 2, sheet=sheet),
        within=(1, 2),
        remarks=((),) * len(values),
    )


@pytest.mark.parametrize(
    ("rows", "is_so"),
    [
        ([("一、总体情况",), ("五、存在的主要问题及改进情况",)], True),
        ([("一、总体情况\n好。", "六、其他需要报告的事项\n无。")], True),
        ([("一、总体情况",), ("一、总体情况",)], False),
        ([("一、总体情况",), ("好。",)], False),
        ([("总体情况",), ("其他需要报告的事项",)], False),
        ([("1、总体情况",), ("6、其他需要报告的事项",)], False),
        ([("一、总体情况",), ("三、收到的处理政府信息公开申请情况",)], False),  # other words
        ([("",)], False),
    ],
)
def test_a_table_with_the_headings_of_two_parts_holds_the_report(
    rows: list[tuple[str, ...]], is_so: bool
) -> None:
    assert has_parts(grid(*rows)) is is_so


@pytest.mark.parametrize(
    ("rows", "pieces"),
    [
        ([("说明", ""), ("甲", "乙"), ("丙", "1")], ["=说明", "甲 乙 丙 1"]),
        ([("甲", "乙"), ("丙", "1"), ("说明", "")], ["甲 乙 丙 1", "=说明"]),
        ([("甲", "乙"), ("说明", ""), ("丙", "1")], ["甲 乙", "=说明", "丙 1"]),
        ([("说明", ""), ("", "附注")], ["=说明", "=附注"]),
        ([("规章", "")], ["规章"]),  # a label is no line
        ([("", "12")], ["12"]),  # nor is a value
        ([("", "/")], ["/"]),
        ([("", "")], [""]),
        ([], []),
    ],
)
def test_words_alone_in_a_row_are_a_line_and_the_rows_between_lines_a_table(
    rows: list[tuple[str, ...]], pieces: list[str]
) -> None:
    table = grid(*rows)
    boxes, texts = table.shape.boxes, [str(value) for value in table.values]
    said = saying(boxes, texts)
    found = [
        "=" * is_line + " ".join(texts[int(box.content)] for box in piece).strip()
        for piece, is_line in pieces_of(boxes[::-1], texts, said)
    ]
    # The boxes come in any order: the rows are sorted, the boxes of each are as they came.
    assert [sorted(each.split()) for each in found] == [sorted(each.split()) for each in pieces]


def test_what_says_something() -> None:
    table = grid(("甲", " ", ""), ("", "乙", ""))
    one, two, three, _, five, _ = table.shape.boxes
    texts = [str(value) for value in table.values]
    assert saying(table.shape.boxes, texts) == {one, five}
    assert saying(table.shape.boxes, texts, {1, 2}) == {one, two, three, five}


def test_a_piece_of_a_table_has_its_own_values_in_their_order() -> None:
    table = grid(("甲", "乙"), ("丙", "丁"))
    piece = piece_of(table, table.shape.boxes[2:], ["甲", "乙", "丙", "丁"])
    assert piece.values == ("丙", "丁")
    assert [box.content for box in piece.shape.boxes] == [0, 1]
    assert (piece.place, piece.within) == (table.place, table.within)
    fixed = Box(0, 0, 1, 1, "戊", "head")
    assert piece_of(table, [fixed], []).values == ("戊",)


def test_gaps_of_a_table_are_filled_where_rows_and_columns_say_something() -> None:
    wide, tall = Box(0, 0, 1, 2, 0, "value"), Box(2, 3, 2, 1, 1, "value")
    empty = Box(0, 3, 1, 1, 2, "value")
    far, inside = Box(9, 9, 1, 1, 3, "value"), Box(3, 1, 1, 1, 4, "value")
    found = rectangular([tall, wide, empty, far, inside], {wide, tall})
    assert found == [
        wide,
        empty,
        Box(2, 0, 1, 1, "", "value"),
        Box(2, 1, 1, 1, "", "value"),
        tall,
        Box(3, 0, 1, 1, "", "value"),
        inside,
    ]
    assert rectangular([], set()) == []


@pytest.mark.parametrize(("rows", "columns", "is_filled"), [(250, 200, True), (21, 2381, False)])
def test_a_table_with_too_many_gaps_stays_as_it_is(rows: int, columns: int, is_filled: bool) -> None:
    """50,000 places are filled, 50,001 are not."""
    tall, wide = Box(0, 0, rows, 1, 0, "value"), Box(0, 1, 1, columns - 1, 1, "value")
    found = rectangular([tall, wide], {tall, wide})
    assert len(found) == 2 + (rows - 1) * (columns - 1) * is_filled


def test_rows_that_are_no_table_are_lines_with_the_place_of_their_first_cell() -> None:
    boxes = (Box(1, 2, 1, 1, 0, "value"), Box(1, 4, 1, 1, 1, "value"), Box(3, 0, 1, 1, 2, "value"))
    piece = Grid(Shape("", (), 0, 0, boxes), (" 甲 ", "乙", " "), place=Place(table=2), within=(7,))
    [found] = lines_of(piece)
    assert (found.text, found.place, found.within) == ("甲 | 乙", Place(table=2, row=2, column=3), (7,))
    [bare] = lines_of(Grid(piece.shape, piece.values))
    assert bare.place == Place(row=2, column=3)


def test_a_table_that_holds_the_report_opens_to_lines_and_tables() -> None:
    six = "六、其他需要报告的事项"
    table = grid(("一、总体情况\n \n好。", ""), ("", ""), ("规章", "1"), (six, ""), ("", ""))
    line, more, piece, last = opened(table)
    words = [block.text for block in (line, more, last) if isinstance(block, Paragraph)]
    assert words == ["一、总体情况", "好。", six]
    assert isinstance(piece, Grid)
    assert piece.values == ("", "", "规章", "1")


DECISIONS = (("信息内容", "本年处理决定数量"), ("行政许可", "7"))


def test_a_sheet_gives_its_tables_by_part_and_its_lines() -> None:
    sheet = grid(("2021年统计表", ""), *DECISIONS, ("渠道", "条数"), sheet="二")
    other = grid(("渠道", "条数"), sheet="三")
    line, plain = Paragraph("好。"), grid(("甲", "乙"))
    found = sheets_of((line, sheet, other, plain), has_text=False)
    assert [list(found.tables), found.left_over] == [
        ["proactive_disclosure"],
        [Paragraph("渠道 | 条数")],
    ]
    assert found.blocks == [line, Paragraph("2021年统计表"), plain]
    assert found.blocks[1].place == Place(sheet="二", row=1, column=1)
    assert (found.names, found.remarks) == ({}, {})
    of_text = sheets_of((sheet,), has_text=True)
    assert (of_text.blocks, of_text.left_over) == ([], [Paragraph("2021年统计表")])


def test_names_and_remarks_of_cells_are_kept_with_their_places() -> None:
    sheet = grid(*DECISIONS, ("行政处罚", ""), sheet="二")
    remarks: tuple[tuple[Remark, ...], ...] = ((), (), (), ("hidden",), (), ("covered",))
    named = Grid(sheet.shape, sheet.values, names=(("x", 3), ("y", 5)), remarks=remarks, place=sheet.place)
    found = sheets_of((named,), has_text=False)
    seven, empty = Place(sheet="二", row=2, column=2), Place(sheet="二", row=3, column=2)
    assert found.names == {"x": Named("7", seven), "y": Named("", empty)}
    assert found.remarks == {seven: ("hidden",), empty: ("covered",)}
    [piece] = found.tables["proactive_disclosure"]
    assert piece.values == ("信息内容", "本年处理决定数量", "行政许可", "7", "行政处罚", "")


def test_a_table_that_holds_the_report_is_read_as_its_lines() -> None:
    table = grid(
        ("青溪镇2021年政府信息公开工作年度报告",), ("一、总体情况\n好。",), ("六、其他需要报告的事项\n无。",)
    )
    report = recognise(Manuscript((table,)), "a").report
    assert (report.agency, report.overview.text, report.other_matters.text) == ("青溪镇", "好。", "无。")
