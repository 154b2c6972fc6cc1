"""Tables sorted without their numbers: what one sorting serves, and what goes on in the next piece."""

from collections.abc import Callable

import pytest

from disclosure_report.blocks import Grid, Paragraph, Place
from disclosure_report.layout.recognise.found import Found
from disclosure_report.layout.recognise.grids import Texts, fill, sketch_of, sketches_of
from disclosure_report.layout.recognise.labels import labels_of
from disclosure_report.model.registry import tables_of


Draw = Callable[..., Grid]
TWO = labels_of(next(iter(tables_of("proactive_disclosure"))))
RULES, DOCUMENTS, LICENSING, *_ = TWO.records
HEADS = "信息内容|本年制发件数|本年废止件数|现行有效件数"
SWAPPED = "信息内容|现行有效件数|本年制发件数|本年废止件数"


def _found(*grids: Grid) -> Found:
    found = Found()
    for sketch, texts in sketches_of(TWO, [*map(Texts.of, grids)]):
        fill(sketch, texts, found)
    return found


def _slots(found: Found) -> list[tuple[int, ...] | None]:
    """For each row met, the cells that its values are for."""
    return [each.slots for occurrences in found.occurrences.values() for each in occurrences]


@pytest.mark.parametrize(
    ("text", "is_number"),
    [
        ("", True),
        ("12", True),
        ("-1.5", True),
        ("1" * 20, True),
        ("1" * 21, False),
        ("1,234", False),
        ("１", False),
        ("规章", False),
    ],
)
def test_what_is_certainly_a_number_is_no_word(draw: Draw, text: str, is_number: bool) -> None:
    texts = Texts.of(draw(text))
    assert (texts.texts, texts.words) == ((text,), (None if is_number else text,))


def test_tables_with_the_same_words_are_sorted_once(draw: Draw) -> None:
    one, other = Texts.of(draw(HEADS, "规章|1|2|3")), Texts.of(draw(HEADS, "规章|4|5|"))
    assert sketch_of(TWO, one) is sketch_of(TWO, other)
    assert sketch_of(TWO, one) is not sketch_of(TWO, Texts.of(draw(HEADS, "规章|1|2|无")))


@pytest.mark.parametrize(
    ("boxes", "characters", "is_kept"),
    [(1000, 1000, True), (1001, 1001, False), (10, 20_000, True), (10, 20_001, False), (1001, 20_001, False)],
)
def test_a_table_far_larger_than_a_forms_is_not_kept(
    draw: Draw, boxes: int, characters: int, is_kept: bool
) -> None:
    grid = draw("|".join(["1"] * (boxes - 1) + ["甲" * (characters - boxes + 1)]))
    one, other = Texts.of(grid), Texts.of(grid)
    assert (sketch_of(TWO, one) is sketch_of(TWO, other)) is is_kept
    assert sketch_of(TWO, one) is sketch_of(TWO, one)


def test_a_piece_with_as_many_columns_goes_on_below_the_heads(draw: Draw) -> None:
    pieces = ("行政规范性文件|6|4|5", "规章|3|1|2")
    below = [draw(row, table=table) for table, row in enumerate(pieces, 2)]
    found = _found(draw(SWAPPED, "规章|3|1|2"), *below)
    assert _slots(found) == [(2, 0, 1), (2, 0, 1), (5, 3, 4)]
    assert [each.place for each in found.of(RULES)] == [
        Place(table=1, row=2, column=1),
        Place(table=3, row=1, column=1),
    ]


def test_the_heads_that_go_on_are_those_of_the_piece_before(draw: Draw) -> None:
    found = _found(draw(SWAPPED, "规章|3|1|2"), draw(HEADS, "行政规范性文件|4|5|6"), draw("规章|1|2|3"))
    assert [each.slots for each in found.of(RULES)] == [(2, 0, 1), (0, 1, 2)]


def test_a_unit_goes_on_with_its_head(draw: Draw) -> None:
    found = _found(draw("信息内容|本年收费金额（单位：元）"), draw("行政事业性收费|5", table=2))
    [[row]] = found.occurrences.values()
    assert row.units == ("元",)


@pytest.mark.parametrize(
    ("heads", "doubt"),
    [(HEADS, False), (SWAPPED, True)],
)
def test_a_piece_with_other_columns_is_in_doubt_below_heads_in_another_order(
    draw: Draw, heads: str, doubt: bool
) -> None:
    found = _found(draw(heads, "规章|1|2|3"), draw("行政规范性文件|4|5|6|"))
    [row] = found.of(DOCUMENTS)
    assert (row.slots, row.doubt) == (None, doubt)
    assert [each.doubt for each in found.of(RULES)] == [False]


def test_a_piece_with_heads_of_its_own_is_not_in_doubt(draw: Draw) -> None:
    found = _found(draw(SWAPPED, "规章|3|1|2"), draw("信息内容|本年处理决定数量", "行政许可|7"))
    [row] = found.of(LICENSING)
    assert (row.slots, row.texts, row.doubt) == (LICENSING.slots, ("7",), False)


def test_values_have_their_places_and_no_spaces(draw: Draw) -> None:
    grid = draw(HEADS, "规章| 1 |2|3", table=4)
    [[row]] = _found(grid).occurrences.values()
    assert row.texts == ("1", "2", "3")
    assert row.place == Place(table=4, row=2, column=1)
    assert row.places == tuple(Place(table=4, row=2, column=column) for column in (2, 3, 4))


def test_boxes_that_belong_to_no_row_are_left_over_by_rows(draw: Draw) -> None:
    found = _found(draw("甲||乙", "|| ", f"{HEADS}|备注", "规章|1|2|3|9"))
    assert found.left_over == [Paragraph("甲 | 乙"), Paragraph("备注"), Paragraph("9")]
    assert [block.place for block in found.left_over] == [
        Place(table=1, row=1, column=1),
        Place(table=1, row=3, column=5),
        Place(table=1, row=4, column=5),
    ]


@pytest.mark.parametrize(("beside", "doubt"), [("", False), ("9", True)])
def test_a_value_under_no_head_puts_its_row_in_doubt(draw: Draw, beside: str, doubt: bool) -> None:
    [[row]] = _found(draw(HEADS, f"规章|1|2|3|{beside}")).occurrences.values()
    assert row.doubt is doubt
