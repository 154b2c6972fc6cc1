"""Cells of a workbook by their names, beside their labels."""

from collections.abc import Sequence
from typing import Any

import pytest

from disclosure_report.blocks import Place, Remark
from disclosure_report.checks.doubts import NO_NUMBER, NO_ROW
from disclosure_report.layout.recognise.names import named_table, settle_cells
from disclosure_report.layout.recognise.reading import Absence, Source
from disclosure_report.layout.recognise.sheets import Named, Sheets
from disclosure_report.layout.recognise.table_reading import TableReading
from disclosure_report.model.forms import Form
from disclosure_report.model.registry import tables_of


TWO, OLD = tables_of("proactive_disclosure")
THREE, _ = tables_of("applications")
HERE, THERE, THIRD = (Place(sheet="二", row=4, column=column) for column in (2, 3, 4))
PATH, NEXT, LAST = [*TWO.index][:3]
LABEL = "第二十条第（一）项 / 规章 / 本年制发件数"


def _labelled(*cells: tuple[str, Place] | Absence) -> TableReading:
    """A table whose first cells are read by their labels, or are absent."""
    reading = TableReading(TWO)
    for slot, cell in enumerate(cells):
        if isinstance(cell, tuple):
            reading.take(slot, *cell)
        else:
            reading.sources[slot] = Source(None, None, cell)
    return reading


def _settled(reading: TableReading, *cells: tuple[str, Place] | None) -> TableReading:
    """The table settled with the names of its first cells."""
    names = {path: Named(*cell) for path, cell in zip(TWO.index, cells, strict=False) if cell}
    settle_cells(reading, Sheets(has_text=False, names=names), by_names=True)
    return reading


def _codes(reading: TableReading) -> list[str]:
    return [finding.code for finding in reading.findings]


SETTLED: dict[str, tuple[tuple[str, Place] | Absence, tuple[str, Place] | None, Any, list[str]]] = {
    "both point to it": (("1", HERE), ("1", HERE), 1, []),
    "to cells with the same in them": (("1", HERE), (" 1 ", THERE), 1, []),
    "to cells with nothing in them": ((" ", HERE), ("", THERE), None, []),
    "to cells with different values": (("1", HERE), ("2", THERE), None, ["R502"]),
    "to a value and to nothing": (("1", HERE), ("", THERE), None, ["R502"]),
    "to the same text that is no number": (("x", HERE), ("x", HERE), None, ["R305"]),
    "the name is lost": (("1", HERE), None, 1, ["R501"]),
    "the name of a blank cell is lost": (("/", HERE), None, None, ["R501"]),
    "the label is lost": ("no row", (" 5 ", THERE), 5, ["R503"]),
    "the table is lost": ("no table", ("5", THERE), 5, ["R503"]),
    "both are lost": ("no row", None, None, []),
    "the label is doubtful": ("uncertain", ("5", THERE), None, []),
}


@pytest.mark.parametrize(("label", "name", "value", "codes"), SETTLED.values(), ids=SETTLED)
def test_a_cell_by_its_label_and_by_its_name(
    label: tuple[str, Place] | Absence, name: tuple[str, Place] | None, value: Any, codes: list[str]
) -> None:
    reading = _settled(_labelled(label), name)
    assert (reading.values[0], _codes(reading)) == (value, codes)


def test_where_the_two_differ_the_cell_is_uncertain_and_stands_where_its_name_is() -> None:
    reading = _settled(_labelled(("1", HERE)), ("2", THERE))
    assert reading.sources[0] == Source(None, THERE, "uncertain")
    assert reading.findings[0].place == THERE


def test_a_value_that_the_name_alone_tells_has_its_place() -> None:
    reading = _settled(_labelled("no row"), (" 5 ", THERE))
    assert reading.sources[0] == Source("5", THERE)


def test_a_name_in_the_place_of_another_label_takes_nothing_from_it() -> None:
    reading = _settled(_labelled("no row", ("2", THERE)), ("2", THERE), ("2", THERE))
    assert (reading.values[:2], _codes(reading)) == ([None, 2], ["R502"])
    assert reading.findings[0].paths == (PATH,)


def test_the_same_holds_beside_a_cell_that_is_blank() -> None:
    reading = _settled(_labelled("no row", ("", THERE)), ("", THERE), ("", THERE))
    assert (reading.values[:2], _codes(reading)) == ([None, None], ["R502"])


@pytest.mark.parametrize(
    ("names", "codes"),
    [
        ([("1", HERE), ("2", THERE), ("3", THIRD)], ["R305", "R503"]),
        ([("1", HERE), ("2", THERE)], ["R303", "R305", "R503"]),  # one is still without a row
        ([None, None, None], ["R303", "R305"]),
    ],
)
def test_a_row_whose_cells_all_have_names_is_not_missed(
    names: Sequence[tuple[str, Place] | None], codes: list[str]
) -> None:
    reading = _labelled("no row", "no row", "no row")
    reading.note(NO_ROW, range(3), None, label="规章")
    reading.note(NO_NUMBER, (0,), HERE, label="规章", text="x", kind="")
    assert _codes(_settled(reading, *names)) == codes


def test_a_finding_names_all_its_cells_in_the_order_of_the_form() -> None:
    reading = _settled(_labelled(("1", HERE), ("2", THERE), ("3", THIRD)))
    [finding] = reading.findings
    said = dict(finding.details)
    assert finding.paths == (PATH, NEXT, LAST)
    assert finding.place == HERE
    assert (said["count"], said["cells"], said["label"]) == (3, "二!B4、二!C4、二!D4", LABEL)


@pytest.mark.parametrize(("count", "shown"), [(40, 40), (41, 41)])
def test_a_finding_shows_forty_cells(count: int, shown: int) -> None:
    reading = TableReading(THREE)
    for slot in range(count):
        reading.take(slot, "1", Place(sheet="三", row=slot + 1, column=1))
    settle_cells(reading, Sheets(has_text=False), by_names=True)
    cells = str(dict(reading.findings[0].details)["cells"]).split("、")
    assert len(cells) == shown
    assert cells[39:] == ["三!A40", "…"][: shown - 39]


def test_names_say_nothing_where_they_are_another_tables() -> None:
    reading = _labelled(("1", HERE))
    settle_cells(reading, Sheets(has_text=False, names={PATH: Named("2", THERE)}), by_names=False)
    assert (reading.values[0], reading.findings) == (1, [])


def test_a_cell_that_a_merge_covers_has_no_value() -> None:
    reading = _labelled(("1", HERE), ("2", THERE))
    names = {PATH: Named("1", HERE), NEXT: Named("2", THERE)}
    remarks: dict[Place, tuple[Remark, ...]] = {THERE: ("covered",), HERE: ()}
    settle_cells(reading, Sheets(has_text=False, names=names, remarks=remarks), by_names=True)
    assert reading.values[:2] == [1, None]
    assert reading.sources[1] == Source("2", THERE, "uncertain")
    assert [(finding.code, finding.paths) for finding in reading.findings] == [("R508", (NEXT,))]


NATURAL, TOTAL = 0, 6  # cells of a row of part three
REMARKED: list[tuple[Remark, int, str, list[str]]] = [
    ("text", NATURAL, "1", ["R504"]),
    ("text", TOTAL, "1", ["R504"]),
    ("text", NATURAL, "", []),
    ("formula", NATURAL, "1", ["R505"]),
    ("formula", TOTAL, "1", []),  # totals are added up
    ("formula", NATURAL, "", []),
    ("no result", NATURAL, "", ["R506"]),
    ("no result", TOTAL, "", ["R506"]),
    ("no result", NATURAL, "1", []),
    ("hidden", NATURAL, "1", ["R507"]),
    ("hidden", NATURAL, "", []),
]


@pytest.mark.parametrize(("remark", "slot", "text", "codes"), REMARKED)
def test_what_is_strange_about_a_cell(remark: Remark, slot: int, text: str, codes: list[str]) -> None:
    reading = TableReading(THREE)
    reading.take(slot, text, HERE)
    reading.take(1, "1", THERE)
    remarks: dict[Place, tuple[Remark, ...]] = {HERE: (remark,)}
    settle_cells(reading, Sheets(has_text=False, remarks=remarks), by_names=False)
    assert _codes(reading) == codes
    assert [finding.paths for finding in reading.findings] == [(THREE.fields[slot].path,)] * len(codes)


@pytest.mark.parametrize(
    ("paths", "form"),
    [
        ([], None),
        (["applications.newly_received.total"], None),
        ([PATH], Form.Y2021),
        (["proactive_disclosure.rules.newly_produced"], Form.Y2019),
        (["proactive_disclosure.licensing.decisions"], Form.Y2021),  # in both: the newer
        ([PATH, "proactive_disclosure.rules.newly_produced", *[*OLD.index][1:3]], Form.Y2019),
    ],
)
def test_the_table_whose_cells_have_most_names(paths: list[str], form: Form | None) -> None:
    sheets = Sheets(has_text=False, names={path: Named("1", HERE) for path in paths})
    found = named_table("proactive_disclosure", sheets)
    assert (found and found.form) == form
