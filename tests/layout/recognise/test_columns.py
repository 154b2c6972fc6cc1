"""Which cell of a row a column is, where its head alone does not tell."""

import pytest

from disclosure_report.layout.recognise.columns import beside, completed, in_order, is_value
from disclosure_report.layout.recognise.labels import Record


RECORD = Record("规章", (4, 5, 6), {("本年新制作数量",): 4, ("本年新公开数量",): 5, ("对外公开总数量",): 6})
ACROSS = Record(
    "四",
    (0, 1),
    {("行政复议", "结果维持"): 0, ("行政复议", "结果纠正"): 1, ("行政诉讼", "总计"): 1},
)
FIRST, SECOND, THIRD = (("本年新制作数量",), ("本年新公开数量",), ("对外公开总数量",))
Heads = list[tuple[str, ...]]
Slots = list[int | None]

COMPLETED: dict[str, tuple[Slots, Heads, set[int | None], Slots, str]] = {
    "all heads are known": ([4, 5, 6], [FIRST, SECOND, THIRD], {4, 5, 6}, [4, 5, 6], ""),
    "a head is missing": ([4, None, 6], [FIRST, (), THIRD], {4, 6}, [4, 5, 6], ""),
    "two heads are missing": ([4, None, None], [FIRST, (), ()], {4}, [4, 5, 6], ""),
    "all heads are missing": ([None] * 3, [(), (), ()], set(), [None] * 3, ""),
    "a head is cut off": ([4, 5, None], [FIRST, SECOND, ("对外",)], {4, 5}, [4, 5, 6], "对外"),
    "two are cut off": ([None, None, 6], [("本年",), ("本年新",), THIRD], {6}, [4, 5, 6], "本年、本年新"),
    "all are cut off": ([None] * 3, [("本年",), ("本年",), ("对外",)], set(), [4, 5, 6], "本年、本年、对外"),
    "one character is left": ([4, 5, None], [FIRST, SECOND, ("对",)], {4, 5}, [4, 5, None], ""),
    "another head": ([4, 5, None], [FIRST, SECOND, ("备注",)], {4, 5}, [4, 5, None], ""),
    "the head of another column": ([None, 5, 6], [("对外",), SECOND, THIRD], {5, 6}, [None, 5, 6], ""),
    "its head stands elsewhere": ([4, None, 6], [FIRST, (), THIRD], {4, 5, 6}, [4, None, 6], ""),
    "heads out of order": ([5, None, 6], [SECOND, (), THIRD], {5, 6}, [5, None, 6], ""),
    "fewer columns": ([4, None], [FIRST, ()], {4}, [4, None], ""),
    "more columns": ([4, None, 6, None], [FIRST, (), THIRD, ()], {4, 6}, [4, None, 6, None], ""),
}


@pytest.mark.parametrize(("slots", "heads", "standing", "found", "cut"), COMPLETED.values(), ids=COMPLETED)
def test_a_head_that_is_missing_or_cut_off(
    slots: Slots, heads: Heads, standing: set[int | None], found: Slots, cut: str
) -> None:
    assert completed(RECORD, slots, heads, standing) == (found, cut)


@pytest.mark.parametrize(
    ("heads", "found", "cut"),
    [
        (("行政复议", "结果"), 1, "结果"),
        (("行政诉讼", "结果"), None, ""),  # the beginning of one of the other block
        (("行政诉讼",), 1, ""),  # the head of the column is missing
        (("行政复议", "纠正"), None, ""),
    ],
)
def test_a_head_below_another_is_cut_off_below_the_same(
    heads: tuple[str, ...], found: int | None, cut: str
) -> None:
    known = ("行政复议", "结果维持")
    assert completed(ACROSS, [0, None], [known, heads], {0}) == ([0, found], cut)


def test_the_columns_that_were_given_stay_as_they_were() -> None:
    slots: Slots = [4, None, 6]
    assert completed(RECORD, slots, [FIRST, (), THIRD], {4, 6})[0] == [4, 5, 6]
    assert slots == [4, None, 6]


@pytest.mark.parametrize(("slots", "order"), [((), True), ((1, 2, 4), True), ((1, 4, 2), False)])
def test_the_order_of_columns(slots: tuple[int, ...], order: bool) -> None:
    assert in_order(slots) is order


@pytest.mark.parametrize(
    ("words", "value"),
    [("1", True), ("1,234件", True), ("/", True), ("", True), ("无", True), ("见附件", False)],
)
def test_what_may_be_a_value(words: str, value: bool) -> None:
    assert is_value(words) is value


@pytest.mark.parametrize(
    ("covered", "slots"),
    [
        ([[4], [5], [6]], []),  # each stands below its own head: nothing is uneven
        ([[4], [4, 5], [6]], [4, 5, 6]),
        ([[4], [], [4, 5], [6]], [4, None, 5, 6]),
        ([[4, 5], [4], [6]], []),  # the second does not touch the second
        ([[4, 5], [6]], []),
        ([[4, 5], [5]], []),
        ([], []),
    ],
)
def test_uneven_spans_keep_the_order_of_the_heads(covered: list[list[int]], slots: list[int | None]) -> None:
    assert beside(RECORD, covered) == slots
