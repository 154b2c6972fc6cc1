"""All rows of a part together: what they tell of each other's places, captions, and blocks of one row."""

import pytest
from linear_rows import occurrences_in, rows_in


NEW, OLD = "一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量"
DISCLOSED, TOTAL = "（一）予以公开", "（七）总计"
HEADS = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
BLOCKS = ["行政复议", "未经复议直接起诉", "复议后起诉"]


def piped(label: str, number: int, tail: str = "") -> str:
    return f"{label} | {number} | 0 | 0 | 0 | 0 | 0 | {number} |{tail}"


@pytest.mark.parametrize(
    ("lines", "disclosed"),
    [
        ([piped(NEW, 1), "{} | 3 | | 0 | 0 | 0 | 0 | 3 |", piped(TOTAL, 3)], "3 _ 0 0 0 0 3"),
        # Full rows that keep different numbers of cells.
        ([piped(NEW, 1, "|"), piped(OLD, 2), "{} | 3 | | 0 | 0 | 0 | 0 | 3 |", piped(TOTAL, 3)],
         "3 _ 0 0 0 0 3 ?"),
        # Behind the last row a page may print fewer pipes, or more.
        ([piped(NEW, 1), "{} | 3 | | 0 | 0 | 0 | 0 | 3 |", piped(TOTAL, 3, "||")], "3 _ 0 0 0 0 3"),
        (["{} | 3 | | 0 | 0 | 0 | 0 | 3 |", piped(TOTAL, 3)], "3 _ 0 0 0 0 3 ?"),
        # A row in one line says how many cells its pipes keep; the last with a cell in each line does not.
        ([piped(NEW, 1), "{} | 3 | 0 | 0 | 0 | 0 | 3 | |"], "3 0 0 0 0 3 _"),
        ([piped(NEW, 1), "{} |", "3 |", "0 |", "0 |", "0 |", "0 |", "3 |", "|"], "3 0 0 0 0 3"),
        ([piped(NEW, 1), "{} |", "3 |", "0 |", "0 |", "0 |", "0 |", "3 |", "|", piped(TOTAL, 3)],
         "3 0 0 0 0 3 _"),
        # Numbers with blanks between them keep no place.
        ([piped(NEW, 1), "{} 3 0 0 0 0 3", "| | |", piped(TOTAL, 3)], "3 0 0 0 0 3"),
        ([f"{NEW} 1 0 0 0 0 0 1", "{} | 3 | | 0 | 0 | 0 | 0 | 3", piped(TOTAL, 3)], "3 _ 0 0 0 0 3 ?"),
        # More places than the form has columns.
        ([piped(NEW, 1), "{} | 3 | | 0 | 0 | 0 | 0 | 0 | 3", piped(TOTAL, 3)], "3 _ 0 0 0 0 0 3 ?"),
        # One number with nothing behind it may be for cells that were merged.
        ([piped(NEW, 1), "{} | 3 | | | | | | |", piped(TOTAL, 3)], "3 _ _ _ _ _ _ ?"),
        ([piped(NEW, 1), "{} | 3 | | | | | | 3 |", piped(TOTAL, 3)], "3 _ _ _ _ _ 3"),
        ([piped(NEW, 1), "{} | | | | | | | 3 |", piped(TOTAL, 3)], "_ _ _ _ _ _ 3"),
        ([piped(NEW, 1), "{} | | | | | | | |", piped(TOTAL, 3)], "_ _ _ _ _ _ _"),
    ],
)  # fmt: skip
def test_full_rows_show_how_many_cells_pipes_keep(lines: list[str], disclosed: str) -> None:
    assert f"{DISCLOSED} {disclosed}" in rows_in("三", *(line.format(DISCLOSED) for line in lines))


def test_a_kept_place_behind_the_values_stands_at_the_label() -> None:
    lines = [piped(NEW, 1), f"{DISCLOSED} |", "3 | 0 | 0 | 0 | 0 | 3 | |", piped(TOTAL, 3)]
    places = occurrences_in("三", *lines)[1].places
    assert [place and place.line for place in places] == [3] * 6 + [2]


@pytest.mark.parametrize(("count", "said"), [(60, "规章 0 0 0"), (61, "规章 000")])
def test_numbers_are_cut_in_no_more_rows_than_a_part_may_have(count: int, said: str) -> None:
    assert rows_in("二", *["规章000"] * count) == [said] * count


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        # A label in a line of its own above its row is a caption.
        (["行政许可", "行政许可 | 3 |"], ["行政许可 3"]),
        (["行政许可", "行政许可", "3"], ["行政许可 3"]),
        (["行政许可", "附", "行政许可", "3"], ["行政许可 3"]),
        (["行政许可", "附", "行政处罚", "3"], ["行政许可", "行政处罚 3"]),
        (["行政许可", "3", "行政许可"], ["行政许可 3", "行政许可"]),
        (["行政许可", "3", "行政许可", "4"], ["行政许可 3", "行政许可 4"]),
        (["行政许可 | |", "附", "行政许可", "4"], ["行政许可", "行政许可 4"]),
        (["行政许可 附", "行政许可 | 4 |"], ["行政许可 4"]),
        # Labels beside each other head columns: only the last may have a value.
        (["行政许可 | 行政处罚 | 行政强制 |", "3 | 4 | 5 |"], ["行政强制 3 4 5"]),
        (["行政许可 | 行政处罚 | 4 |"], ["行政处罚 4"]),
        (["行政许可 | 3 | 行政处罚 | 4 |"], ["行政许可 3", "行政处罚 4"]),
    ],
)
def test_a_label_without_a_value_may_head_others(lines: list[str], rows: list[str]) -> None:
    assert rows_in("二", *lines) == rows


def test_each_row_knows_which_rows_of_the_form_are_missing_behind_it() -> None:
    rows = occurrences_in("二", "规章 | 1 | 2 | 3 |", "行政许可 | 7 |", "行政处罚 | 8 |")
    assert [row.missing for row in rows] == [("行政规范性文件",), (), ("行政强制", "行政事业性收费")]


def block(name: str, first: int) -> list[str]:
    """A block of part four below its heads, with five values from the first on."""
    return [name, *HEADS, *(str(first + more) for more in range(5))]


def test_blocks_of_part_four_that_stand_apart_are_one_row() -> None:
    [row] = occurrences_in("四", *block(BLOCKS[1], 5), *block(BLOCKS[2], 10), *block(BLOCKS[0], 0))
    assert dict(zip(row.slots or (), row.texts, strict=True)) == {slot: str(slot) for slot in range(15)}
    assert (row.doubt, row.place and row.place.line) == (False, 1)


@pytest.mark.parametrize("gap", [False, True])
def test_blocks_of_part_four_as_rows(gap: bool) -> None:
    values = " | 1 | 2 | | 4 | 7 |" if gap else " | 1 | 2 | 3 | 4 | 10 |"
    [row] = occurrences_in("四", BLOCKS[0] + " | 1 | 2 | 3 | 4 | 10 |", BLOCKS[2] + values)
    assert row.slots == (0, 1, 2, 3, 4, 10, 11, 12, 13, 14)
    assert row.doubt is gap


@pytest.mark.parametrize(
    "lines",
    [
        [*block(BLOCKS[0], 0), *block(BLOCKS[0], 1)],  # one of them twice
        [*block(BLOCKS[0], 0), *block(BLOCKS[1], 5)[:-1]],  # one that lost a value
        [*block(BLOCKS[0], 0), "行政复议", "行政诉讼", *map(str, range(15))],  # and all of them
    ],
)
def test_blocks_of_part_four_beside_other_values_are_rows_of_their_own(lines: list[str]) -> None:
    first, other = occurrences_in("四", *lines)
    assert (first.slots, first.texts) == ((0, 1, 2, 3, 4), ("0", "1", "2", "3", "4"))
    assert other.texts
