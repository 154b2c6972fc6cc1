"""Rows whose digits run together, cut where the relations of the columns leave one way."""

from collections.abc import Iterable, Mapping
from itertools import islice, product

import pytest

from disclosure_report.blocks import Place
from disclosure_report.layout.recognise.found import Found, Occurrence
from disclosure_report.layout.recognise.labels import Record, labels_of
from disclosure_report.layout.recognise.rows import read_record
from disclosure_report.layout.recognise.table_reading import TableReading
from disclosure_report.layout.recognise.ties import break_ties
from disclosure_report.model.registry import tables_of


THREE = labels_of(next(iter(tables_of("applications"))))
ROWS = {record.label: record for record in THREE.records}
NEW, CARRIED = ROWS["一、本年新收政府信息公开申请数量"], ROWS["四、结转下年度继续办理"]
DISCLOSED, SECRET, INTERNAL = ROWS["（一）予以公开"], ROWS["1.属于国家秘密"], ROWS["5.属于三类内部事务信息"]
TOTAL = ROWS["（七）总计"]
LABEL, BEHIND = Place(line=1), Place(line=2)
Way = tuple[str, ...]


def _way(person: int, company: int) -> Way:
    """A row of two kinds of applicants, with its total."""
    return (str(person), str(company), "0", "0", "0", "0", str(person + company))


def _ways(total: int) -> list[Way]:
    """Ways to cut a row with this total."""
    return [_way(person, total - person) for person in range(total, -1, -1)]


def _found(rows: dict[Record, Way], tied: Mapping[Record, Iterable[Way]]) -> tuple[Found, TableReading]:
    """A table of zeros but for these rows; of the tied, digits stand there."""
    found = Found()
    for record in THREE.records:
        if record in tied:
            places = (BEHIND,)
            found.add(Occurrence(record, LABEL, ("digits",), places, ways=tuple(tied[record])))
        else:
            texts = rows.get(record, _way(0, 0))
            found.add(Occurrence(record, LABEL, texts, (BEHIND,) * len(texts)))
    return found, _read(found)


def _read(found: Found) -> TableReading:
    reading = TableReading(THREE.table)
    for record in THREE.records:
        read_record(reading, record, found.of(record))
    return reading


def _row(found: Found, record: Record) -> Way:
    """The values of a row as it is read again."""
    values = _read(found).values
    return tuple("" if values[slot] is None else str(values[slot]) for slot in record.slots)


BLANK = ("",) * 7


def test_the_way_that_the_columns_leave_is_taken() -> None:
    rows = {NEW: _way(20, 2), TOTAL: _way(20, 2)}
    found, reading = _found(rows, {DISCLOSED: [_way(22, 0), _way(20, 2), _way(2, 20)]})
    assert break_ties(reading, found)
    assert _row(found, DISCLOSED) == _way(20, 2)
    [row] = found.of(DISCLOSED)
    assert (row.place, row.places) == (LABEL, (BEHIND,) * 7)


def test_rows_are_cut_together() -> None:
    rows = {NEW: _way(42, 1), TOTAL: _way(42, 1)}
    tied = {DISCLOSED: [_way(22, 0), _way(2, 20)], SECRET: [_way(19, 2), _way(20, 1)]}
    found, reading = _found(rows, tied)
    assert break_ties(reading, found)
    assert (_row(found, DISCLOSED), _row(found, SECRET)) == (_way(22, 0), _way(20, 1))


def test_of_two_ways_that_fit_none_is_taken() -> None:
    found, reading = _found({}, {NEW: [_way(3, 0), _way(2, 1)], CARRIED: [_way(3, 0), _way(2, 1)]})
    assert not break_ties(reading, found)
    assert (_row(found, NEW), _row(found, CARRIED)) == (BLANK, BLANK)


def test_a_row_is_cut_beside_others_that_stay_uncertain() -> None:
    tied = {
        NEW: [_way(23, 0), _way(22, 1)],
        DISCLOSED: [_way(22, 0), _way(2, 20)],
        CARRIED: [_way(1, 0), _way(0, 1)],
    }
    found, reading = _found({TOTAL: _way(22, 0)}, tied)
    assert break_ties(reading, found)
    assert [_row(found, record) for record in tied] == [BLANK, _way(22, 0), BLANK]


def test_a_relation_that_no_way_satisfies_says_nothing() -> None:
    found, reading = _found({TOTAL: _way(9, 9)}, {DISCLOSED: [_way(22, 0), _way(2, 20)]})
    assert not break_ties(reading, found)
    found, reading = _found({TOTAL: _way(22, 5)}, {DISCLOSED: [_way(22, 0), _way(2, 20)]})
    assert break_ties(reading, found)
    assert _row(found, DISCLOSED) == _way(22, 0)


def test_relations_that_contradict_each_other_leave_no_way() -> None:
    found, reading = _found({TOTAL: _way(22, 20)}, {DISCLOSED: [_way(22, 0), _way(2, 20)]})
    assert not break_ties(reading, found)
    assert _row(found, DISCLOSED) == BLANK


def test_a_row_that_is_cut_already_stays_so() -> None:
    found, _ = _found({TOTAL: _way(22, 0)}, {})
    found.occurrences[DISCLOSED] = [
        Occurrence(DISCLOSED, LABEL, _way(2, 20), (BEHIND,) * 7, ways=(_way(22, 0), _way(2, 20)))
    ]
    assert not break_ties(_read(found), found)
    assert _row(found, DISCLOSED) == _way(2, 20)


@pytest.mark.parametrize(("count", "is_cut"), [(39, True), (40, False)])
def test_a_row_with_forty_ways_may_have_more_and_is_left(count: int, is_cut: bool) -> None:
    found, reading = _found({TOTAL: _way(60, 0)}, {DISCLOSED: islice(_ways(60), count)})
    assert break_ties(reading, found) is is_cut
    assert _row(found, DISCLOSED) == (_way(60, 0) if is_cut else BLANK)


@pytest.mark.parametrize(("counts", "is_cut"), [((20, 20, 5), True), ((3, 23, 29), False)])
def test_at_most_two_thousand_ways_are_tried(counts: tuple[int, int, int], is_cut: bool) -> None:
    records = (DISCLOSED, SECRET, INTERNAL)
    tied = {record: islice(_ways(50), count) for record, count in zip(records, counts, strict=True)}
    found, reading = _found({TOTAL: _way(150, 0)}, tied)
    assert break_ties(reading, found) is is_cut
    assert {_row(found, record) for record in records} == {_way(50, 0) if is_cut else BLANK}
    assert len([*product(*map(range, counts))]) in {2000, 2001}
