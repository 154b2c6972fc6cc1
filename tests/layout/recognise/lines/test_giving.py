"""Values without a label: given to the rows that are missing there, or left over with a doubt."""

import pytest
from linear_rows import left_in, occurrences_in, rows_in


def full(number: int, between: str = " ") -> str:
    """The numbers of one row of part three, which add up."""
    return between.join([str(number), *"00000", str(number)])


ONE, TWO, THREE, FOUR = (
    "1.属于国家秘密",
    "2.其他法律行政法规禁止公开",
    "3.危及“三安全一稳定”",
    "4.保护第三方合法权益",
)
FIRST, LAST = f"{ONE} {full(1)}", f"{FOUR} {full(4)}"
HEADS = "信息内容 | 现行有效件数 | 本年制发件数 | 本年废止件数 |"


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        (["行政许可 | 3", "| 4 |", "行政强制 | 5"], ["行政许可 3", "行政处罚 4 given", "行政强制 5"]),
        # What stands above the first row or below the last says nothing of the rows between.
        (
            ["一般程序", "行政许可 | 3", "| 4 |", "行政强制 | 5", "简易程序"],
            ["行政许可 3", "行政处罚 4 given", "行政强制 5"],
        ),
        # Other words, before the values or behind them, may be a label that nobody knows.
        (["行政许可 | 3", "一般程序", "| 4 |", "行政强制 | 5"], ["行政许可 3", "行政强制 5"]),
        # One number more than rows are missing: the first may be the rest of the row above.
        (["行政许可 | 3", "| 4 |", "| 6 |", "行政强制 | 5"], ["行政许可 3 ?", "行政强制 5"]),
        (["| 9 |", "行政许可 | 3", "行政处罚 | 4", "| 5 |"], ["行政许可 3", "行政处罚 4 ?"]),
        (["行政许可 | 3", "| 4 |", "一般程序", "行政强制 | 5"], ["行政许可 3 ?", "行政强制 5"]),
        # Words between them, or several numbers in the line: it is not the rest of one.
        (["行政许可 | 3", "一般程序", "| 4 |", "| 6 |", "行政强制 | 5"], ["行政许可 3", "行政强制 5"]),
        (["一般程序", "行政许可 | 3", "| 4 |", "| 6 |", "行政强制 | 5"], ["行政许可 3 ?", "行政强制 5"]),
        (["行政许可 | 3", "| 4 | 6 |", "行政强制 | 5"], ["行政许可 3", "行政强制 5"]),
        # An empty place before a value is no value.
        (["行政许可 | | 3", "行政强制 | 5"], ["行政许可 3", "行政强制 5"]),
        # A row is not like one with other columns.
        (["规章 | 1 | 2 | 3", "| 4 | 5 | 6 |", "行政许可 | 7"],
         ["规章 1 2 3", "行政规范性文件 4 5 6 given", "行政许可 7"]),
        (["行政规范性文件 | 4 | 5 | 6", "| 7 |", "行政处罚 | 8"], ["行政规范性文件 4 5 6 ?", "行政处罚 8"]),
        (["行政强制 | 7", "| 0.5 |", "费"], ["行政强制 7 ?"]),
        (["规章 | 1 | 2 | 3", "| 4 | 5 |", "行政许可 | 7"], ["规章 1 2 3", "行政许可 7"]),
    ],
)  # fmt: skip
def test_values_between_rows_of_part_two_go_to_the_one_that_is_missing(
    lines: list[str], rows: list[str]
) -> None:
    assert rows_in("二", *lines) == rows


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        ([FIRST, full(2), f"{THREE} {full(3)}"], [FIRST, f"{TWO} {full(2)} given", f"{THREE} {full(3)}"]),
        # A label whose values stand in the next line is one of those between.
        (
            [FIRST, TWO, full(2), full(3), LAST],
            [FIRST, f"{TWO} {full(2)} given", f"{THREE} {full(3)} given", LAST],
        ),
        ([FIRST, TWO, full(2), f"{THREE} {full(3)}"], [FIRST, f"{TWO} {full(2)}", f"{THREE} {full(3)}"]),
        # Labels in another order, with as many values as rows: nothing tells whose they are.
        ([FIRST, THREE, TWO, full(2), full(3), LAST], [FIRST, f"{THREE} ?", f"{TWO} {full(2)} ?", LAST]),
        # With a gap between the values one of them was lost, and nothing tells which.
        ([FIRST, "| 2 | 0 | 0 | 0 | 0 | 0 | 2 |", f"{THREE} {full(3)}"],
         [FIRST, f"{TWO} {full(2)} given", f"{THREE} {full(3)}"]),
        ([FIRST, "| 2 | | 0 | 0 | 0 | 0 | 0 | 2 |", f"{THREE} {full(3)}"], [FIRST, f"{THREE} {full(3)}"]),
        # Behind the last row a piece of a label or of a head must tell whose they are.
        ([f"（七）总计 {full(1)}", full(2)], [f"（七）总计 {full(1)}"]),
        ([f"（七）总计 {full(1)}", "继续办理", full(2)],
         [f"（七）总计 {full(1)}", f"四、结转下年度继续办理 {full(2)} given"]),
        ([f"（七）总计 {full(1)}", "继续办理 法人或", full(2)],
         [f"（七）总计 {full(1)}", f"四、结转下年度继续办理 {full(2)} given"]),
        ([f"（七）总计 {full(1)}", "继续办理 附表", full(2)], [f"（七）总计 {full(1)}"]),
        # So many numbers in a column that they are two rows.
        ([ONE, full(1, "\n"), full(2, "\n"), THREE, full(3, "\n")],
         [f"{ONE} {full(1)} given", f"{TWO} {full(2)} given", f"{THREE} {full(3)}"]),
        ([ONE, full(1, "\n"), full(2, "\n"), "0", THREE, full(3, "\n")],
         [f"{ONE} {full(1)} {full(2)} 0", f"{THREE} {full(3)}"]),
    ],
)  # fmt: skip
def test_rows_of_part_three_without_a_label_are_given_in_order(lines: list[str], rows: list[str]) -> None:
    assert rows_in("三", *lines) == rows


@pytest.mark.parametrize(("count", "rows"), [(24, 0), (25, 25), (26, 0)])
def test_a_table_without_any_label_is_given_its_values_where_it_has_as_many_rows(
    count: int, rows: int
) -> None:
    values = [full(number) for number in range(1, count + 1)]
    found = occurrences_in("三", *values)
    assert [" ".join(each.texts) for each in found] == values[:rows]
    assert left_in("三", *values) == values[rows:]


def test_what_is_not_given_is_left_over_once() -> None:
    lines = ["| 9 |", "行政许可 | 3", "| 4 |", "| 6 |", "行政强制 | 5", "| 7 | 8 |"]
    assert left_in("二", *lines) == ["9", "4", "6", "7", "8"]


def test_a_row_without_a_label_has_the_columns_of_the_row_beside_it() -> None:
    below = [HEADS, "规章 | 3 | 1 | 2 |", "| 6 | 4 | 5 |", "行政许可 | 7 |"]
    above = [HEADS, "章", "| 3 | 1 | 2 |", "行政规范性文件 | 6 | 4 | 5 |", "行政许可 | 7 |"]
    for lines in (below, above):
        rules, documents, _ = occurrences_in("二", *lines)
        assert (rules.slots, documents.slots) == ((2, 0, 1), (5, 3, 4))
        assert [each.is_given for each in (rules, documents)] == [lines is above, lines is below]


def test_a_row_without_a_label_is_as_doubtful_as_the_row_beside_it() -> None:
    heads = HEADS.replace("本年废止件数", "修订件数")
    assert rows_in("二", heads, "规章 | 3 | 1 | 2 |", "| 6 | 4 | 5 |", "行政许可 | 7 |") == [
        "规章 3 1 2 ?",
        "行政规范性文件 6 4 5 ? given",
        "行政许可 7",  # of the heads none is its own
    ]


def test_a_row_that_is_given_stands_where_its_values_do() -> None:
    lines = [FIRST, full(2), f"{THREE} {full(3)}"]
    column = [ONE, full(1, "\n"), full(2, "\n"), f"{THREE} {full(3)}"]
    places = [
        [each.place and each.place.line for each in occurrences_in("三", *page)] for page in (lines, column)
    ]
    assert places == [[1, 2, 3], [1, 9, 16]]


def test_pipes_of_a_row_without_a_label_do_not_measure_the_others() -> None:
    rows = [f"{ONE} {full(1)}", full(2), f"{THREE} 3 0 0 0 0 3 ", f"{FOUR} {full(4)}"]
    first, *others = rows_in("三", *(row.replace(" ", " | ") for row in rows))
    assert (first, others[-1]) == (FIRST, LAST)
    assert others[:-1] == [f"{TWO} {full(2)} given", f"{THREE} 3 0 0 0 0 3 _"]


@pytest.mark.parametrize(
    ("below", "doubt"), [("", False), ("附\n| 7 |", False), ("附\n| 7 | 8 |", True), ("附\n7 8 9", True)]
)
def test_a_second_row_of_part_four_leaves_the_first_in_doubt(below: str, doubt: bool) -> None:
    [row] = occurrences_in("四", "行政复议", "行政诉讼", *map(str, range(15)), below)
    assert row.doubt is doubt
