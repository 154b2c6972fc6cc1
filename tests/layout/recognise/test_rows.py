"""From the times that a row stands on a page to its values, or to a doubt about them."""

from typing import Any

import pytest

from disclosure_report.blocks import Place
from disclosure_report.layout.recognise.found import Occurrence
from disclosure_report.layout.recognise.labels import Labels, labels_of
from disclosure_report.layout.recognise.rows import read_record
from disclosure_report.layout.recognise.table_reading import TableReading
from disclosure_report.model.registry import tables_of


def _labels(part: str) -> Labels:
    """The labels of the newest form."""
    return labels_of(next(iter(tables_of(part))))


TWO, FOUR = _labels("proactive_disclosure"), _labels("disputes")
RULES, *_, FEES = TWO.records
[ACROSS] = FOUR.records
ROW = Place(table=1, row=4, column=1)


def _met(*texts: str, of: Any = RULES, at: Place | None = ROW, **said: Any) -> Occurrence:
    """One time that a record stands there, with these values."""
    return Occurrence(of, at, texts, (at,) * len(texts), **said)


def _read(*occurrences: Occurrence, labels: Labels = TWO) -> TableReading:
    reading = TableReading(labels.table)
    record = occurrences[0].record if occurrences else RULES
    read_record(reading, record, list(occurrences))
    return reading


def _codes(reading: TableReading) -> list[str]:
    return [finding.code for finding in reading.findings]


def _said(reading: TableReading, name: str) -> Any:
    """What the one finding says under this name."""
    [finding] = reading.findings
    return dict(finding.details)[name]


ONCE = {
    "as many as cells": (_met("1", "2", "3"), [1, 2, 3], []),
    "a blank and a mark": (_met("1", "", "/"), [1, None, None], []),
    "in another order": (_met("3", "1", "2", slots=(2, 0, 1)), [1, 2, 3], []),
    "too few": (_met("1", "2"), [None, None, None], ["R301"]),
    "none": (_met(), [None, None, None], ["R301"]),
    "none, and in doubt": (_met(doubt=True), [None, None, None], ["R301"]),
    "too many": (_met("1", "2", "3", "4"), [None, None, None], ["R302"]),
    "in doubt": (_met("1", "2", "3", doubt=True), [None, None, None], ["R306"]),
    "a cell without a head": (_met("1", "3", slots=(0, 2)), [1, None, 3], ["R307"]),
    "more heads than values": (_met("1", "2", slots=(0, 1, 2)), [None, None, None], ["R301"]),
    "as many as cells, but not as heads": (_met("1", "2", "3", slots=(0, 1)), [1, 2, 3], []),
}


@pytest.mark.parametrize(("occurrence", "values", "codes"), ONCE.values(), ids=ONCE)
def test_a_row_that_stands_once(occurrence: Occurrence, values: list[int | None], codes: list[str]) -> None:
    reading = _read(occurrence)
    assert (reading.values[:3], _codes(reading)) == (values, codes)
    assert {source.place for source in reading.sources[:3]} == {ROW}
    assert {finding.place for finding in reading.findings} <= {ROW}


@pytest.mark.parametrize("occurrence", [_met("1", "2"), _met("1", "2", "3", doubt=True)])
def test_a_row_that_is_not_read_is_uncertain(occurrence: Occurrence) -> None:
    assert {source.absent for source in _read(occurrence).sources[:3]} == {"uncertain"}


def test_the_cell_without_a_head_alone_is_uncertain() -> None:
    reading = _read(_met("1", "3", slots=(0, 2)))
    assert [source.absent for source in reading.sources[:3]] == [None, "uncertain", None]
    assert [finding.paths for finding in reading.findings] == [("proactive_disclosure.rules.repealed",)]


def test_a_row_that_stands_nowhere() -> None:
    reading = _read()
    assert _codes(reading) == ["R303"]
    assert [(source.absent, source.place) for source in reading.sources[:4]] == [("no row", None)] * 3 + [
        ("no table", None)
    ]


BELOW, FAR = Place(table=1, row=6, column=1), Place(table=1, row=7, column=1)
TWICE = {
    "the same values": ([_met("1", "2", "3"), _met("1", "2", "3", at=BELOW)], [1, 2, 3], []),
    "other values": ([_met("1", "2", "3"), _met("1", "2", "4", at=BELOW)], [None] * 3, ["R304"]),
    "the same in other columns": (
        [_met("1", "2", "3"), _met("1", "2", "3", at=BELOW, slots=(2, 1, 0))],
        [None] * 3,
        ["R304"],
    ),
    "a label without values": ([_met(), _met("1", "2", "3", at=BELOW)], [None] * 3, ["R304"]),
    "labels without values": ([_met(), _met(at=BELOW)], [None] * 3, ["R301"]),
    "a blank one": ([_met("", "", ""), _met("1", "2", "3", at=BELOW)], [None] * 3, ["R304"]),
}


@pytest.mark.parametrize(("occurrences", "values", "codes"), TWICE.values(), ids=TWICE)
def test_a_row_that_stands_twice(
    occurrences: list[Occurrence], values: list[int | None], codes: list[str]
) -> None:
    reading = _read(*occurrences)
    assert (reading.values[:3], _codes(reading)) == (values, codes)


def test_the_finding_on_a_row_that_stands_twice_shows_both_and_stands_at_the_second() -> None:
    reading = _read(_met("1", "2", "3"), _met("", "", "4", at=BELOW), _met("5", "", "", at=FAR))
    assert reading.findings[0].place == BELOW
    assert _said(reading, "values") == "1、2、3；4；5"
    assert {source.place for source in reading.sources[:3]} == {ROW}
    assert _said(_read(_met("1", "2", "3"), _met(at=BELOW)), "values") == "1、2、3；—"


VALUES, BLANKS = ["1"] * 15, ["/"] * 15
ELSEWHERE = {
    "two rows below": (BELOW, 1),
    "two rows above": (Place(table=1, row=2, column=1), 1),
    "below heads of its own": (FAR, None),
    "above heads between": (Place(table=1, row=1, column=1), None),
    "in another table": (Place(table=2, row=4, column=1), None),
    "in another sheet": (Place(table=1, row=4, column=1, sheet="四"), None),
    "in a line": (None, None),
    "somewhere in the table": (Place(table=1), 1),
}


@pytest.mark.parametrize(("place", "value"), ELSEWHERE.values(), ids=ELSEWHERE)
@pytest.mark.parametrize("is_first", [True, False])
def test_a_blank_row_without_a_label_is_none_near_one_with_values(
    place: Place | None, value: int | None, is_first: bool
) -> None:
    both = [_met(*VALUES, of=ACROSS), _met(*BLANKS, of=ACROSS, at=place)]
    reading = _read(*(both if is_first else both[::-1]), labels=FOUR)
    assert reading.values == [value] * 15
    assert _codes(reading) == ([] if value else ["R304"])


def test_blank_rows_without_labels_alone_are_the_row() -> None:
    reading = _read(_met(*BLANKS, of=ACROSS), _met(*BLANKS, of=ACROSS, at=BELOW), labels=FOUR)
    assert (reading.values, _codes(reading)) == ([None] * 15, [])
    assert {source.absent for source in reading.sources} == {"blank"}


@pytest.mark.parametrize(("count", "shown"), [(40, "1、" * 39 + "1"), (41, "1、" * 40 + "…")])
def test_a_finding_shows_forty_values(count: int, shown: str) -> None:
    assert _said(_read(_met(*["1"] * count)), "values") == shown


def test_a_finding_on_values_that_run_together_shows_five_ways() -> None:
    ways = tuple((str(number), "2", "3") for number in range(6))
    reading = _read(_met("123", ways=ways))
    assert _codes(reading) == ["R315"]
    assert _said(reading, "ways") == "0、2、3 | 1、2、3 | 2、2、3 | 3、2、3 | 4、2、3"


@pytest.mark.parametrize(
    ("said", "name", "shown"),
    [
        ({"cut": "本年制"}, "heads", "本年制"),
        ({"is_given": True}, "values", "1、2、3"),
        ({"missing": ("行政许可", "行政处罚")}, "missing", "行政许可、行政处罚"),
        ({"missing": ("行",) * 41}, "missing", "行、" * 39 + "行"),
        ({"ways": (("1", "2", "3"),)}, "values", "1、2、3"),
        ({"ways": (("1", "2", "3"), ("12", "", "3"))}, "values", "1、2、3"),
    ],
)
def test_values_that_are_read_with_a_finding(said: dict[str, Any], name: str, shown: str) -> None:
    reading = _read(_met("1", "2", "3", **said))
    assert reading.values[:3] == [1, 2, 3]
    assert _said(reading, name) == shown


def test_ways_to_cut_are_told_apart_by_how_many_there_were() -> None:
    one, more = (_read(_met("1", "2", "3", ways=(("1", "2", "3"),) * count)) for count in (1, 2))
    assert (_codes(one), _codes(more)) == (["R314"], ["R317"])


@pytest.mark.parametrize(
    ("text", "unit", "amount", "codes"),
    [
        ("500", "元", "0.05", ["R308"]),
        ("500", "万元", "500", []),
        ("500", "", "500", []),
        ("500", "?", None, ["R305"]),
        ("500元", "亿元", "0.05", ["R308"]),  # its own unit
        ("500（含罚款）", "元", "0.05", ["R308", "R309"]),
        ("/", "元", None, []),
        ("12/3", "元", None, ["R305"]),
    ],
)
def test_the_unit_of_a_head_is_that_of_the_value(
    text: str, unit: str, amount: str | None, codes: list[str]
) -> None:
    reading = _read(_met(text, of=FEES, slots=FEES.slots, units=(unit,)))
    value = reading.values[FEES.slots[0]]
    assert (None if value is None else format(value, "f")) == amount
    assert _codes(reading) == codes


def test_a_unit_of_money_says_nothing_of_counts() -> None:
    reading = _read(_met("1", "2", "3", slots=RULES.slots, units=("元", "", "元")))
    assert (reading.values[:3], _codes(reading)) == ([1, 2, 3], [])
