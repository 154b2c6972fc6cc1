"""Text in each layout in which old pages survive: read whole, or blank with a finding, never otherwise."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from linear_text import HALF, KEEPING, LAYOUTS, PRINTED, RUNNING, SPACED, Row, as_text

import disclosure_report as dr
from disclosure_report.layout.recognise.reading import Reading
from disclosure_report.testing import reports


ABOVE = "numbers_above"  # lone numbers above labels look like lone numbers below them: see its own test
ALL = [layout for layout in (*LAYOUTS, *PRINTED, *SPACED) if layout != ABOVE]
TAILS = ("", " |", " ||", " ||||")


def wrong(report: dr.Report, reading: Reading) -> dict[str, object]:
    """The cells with another number than the report's, and no finding that names them."""
    named = {path for finding in reading.findings for path in finding.paths}
    cells = report.cells()
    found = {path: value for path, value in reading.report.cells().items() if path not in named}
    return {path: value for path, value in found.items() if value not in {None, cells.get(path)}}


def silent(report: dr.Report, reading: Reading) -> set[str]:
    """The cells whose number was not read, and that no finding names."""
    cells, found = report.cells(), reading.report.cells()
    lost = {path for path, value in cells.items() if value is not None and found.get(path) is None}
    return lost - {path for finding in reading.findings for path in finding.paths}


def with_holes(report: dr.Report, dice: random.Random) -> dr.Report:
    """The report with some cells blank."""
    share = dice.choice((0.05, 0.2, 0.6))
    return report.replace({path: None for path in report.cells() if dice.random() < share})


@given(reports(), st.sampled_from([*LAYOUTS]), st.sampled_from(TAILS), st.booleans())
def test_a_complete_report_is_read_whole_in_every_layout(
    report: dr.Report, layout: str, tail: str, is_half: bool
) -> None:
    text = as_text(report, layout, tail)
    reading = dr.read((text.translate(HALF) if is_half else text).encode(), "text")
    assert reading.report.cells() == report.cells()
    assert [finding for finding in reading.findings if finding.paths] == []


@given(reports(consistent=False), st.sampled_from(ALL), st.sampled_from(TAILS), st.randoms())
def test_blanks_are_blanks_or_whole_rows_stay_blank_with_a_finding(
    report: dr.Report, layout: str, tail: str, dice: random.Random
) -> None:
    report = with_holes(report, dice)
    reading = dr.read(as_text(report, layout, tail).encode(), "text")
    assert (wrong(report, reading), silent(report, reading)) == ({}, set())


@given(reports(consistent=False))
def test_complete_rows_above_their_labels_are_read_right_or_not_at_all(report: dr.Report) -> None:
    assert wrong(report, dr.read(as_text(report, ABOVE).encode(), "text")) == {}


@pytest.mark.parametrize("layout", KEEPING)
def test_pipes_keep_the_places_of_blanks_where_full_rows_show_it(layout: str) -> None:
    report = dr.Report.blank("青溪镇", 2021)
    cells = {said.path: 100 + n for n, said in enumerate(dr.fields(dr.Form.Y2021)) if said.kind == "count"}
    holes = ("applications.brought_forward.natural_person", "applications.brought_forward.total")
    report = report.replace({path: value for path, value in cells.items() if path not in holes})
    reading = dr.read(as_text(report, layout).encode(), "text")
    rows = [path for path in report.cells() if path.startswith("applications")]
    assert {path: reading.report[path] for path in rows} == {path: report[path] for path in rows}


def _lose_a_cell(rows: list[Row], dice: random.Random) -> None:
    row = dice.choice(rows)
    del row[dice.randrange(len(row))]


def _lose_blanks(rows: list[Row], _: random.Random) -> None:
    rows[:] = [[cell for cell in row if cell] for row in rows]


def _lose_a_row(rows: list[Row], dice: random.Random) -> None:
    del rows[dice.randrange(len(rows))]


def _lose_what_comes_again(rows: list[Row], _: random.Random) -> None:
    rows[:] = [list(row) for row in dict.fromkeys(map(tuple, rows))]


def _lengthen_a_label(rows: list[Row], dice: random.Random) -> None:
    """A label that reached over two columns leaves a pipe."""
    dice.choice(rows).insert(1, "")


def _lengthen_labels(rows: list[Row], dice: random.Random) -> None:
    for row in rows:
        row[1:1] = [""] * (dice.random() < 0.5)


def _lengthen_a_tail(rows: list[Row], dice: random.Random) -> None:
    dice.choice(rows).extend([""] * dice.randrange(1, 4))


def _swap_rows(rows: list[Row], dice: random.Random) -> None:
    one, other = dice.randrange(len(rows)), dice.randrange(len(rows))
    rows[one], rows[other] = rows[other], rows[one]


def _add_words(rows: list[Row], dice: random.Random) -> None:
    row = dice.choice(rows)
    row.insert(dice.randrange(len(row) + 1), dice.choice(("备注", "其他", "总计", "1.")))


FAULTS = (
    _lose_a_cell,
    _lose_blanks,
    _lose_a_row,
    _lose_what_comes_again,
    _lengthen_a_label,
    _lengthen_labels,
    _lengthen_a_tail,
    _swap_rows,
    _add_words,
)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__.strip("_"))
@given(report=reports(consistent=False), layout=st.sampled_from(ALL), dice=st.randoms())
def test_no_fault_of_a_table_gives_another_number(
    fault: object, report: dr.Report, layout: str, dice: random.Random
) -> None:
    report = with_holes(report, dice) if dice.random() < 0.7 else report

    def edit(rows: list[Row]) -> list[Row]:
        assert callable(fault)
        fault(rows, dice)
        return [row for row in rows if row]

    reading = dr.read(as_text(report, layout, dice.choice(TAILS), edit).encode(), "text")
    assert wrong(report, reading) == {}


@given(reports(), st.sampled_from([*RUNNING]), st.randoms())
def test_numbers_that_run_together_are_cut_right_or_not_at_all(
    report: dr.Report, layout: str, dice: random.Random
) -> None:
    report = with_holes(report, dice) if dice.random() < 0.7 else report
    assert wrong(report, dr.read(as_text(report, layout).encode(), "text")) == {}


@pytest.mark.parametrize("form", dr.Form)
def test_a_village_of_zeros_is_read_whole_though_its_cells_run_together(form: dr.Form) -> None:
    cells = {said.path: 0 for said in dr.fields(form) if said.kind != "amount"}
    report = dr.Report.blank("青溪镇", form.value).replace(cells)
    read = dr.read(as_text(report, "run_on").encode(), "text").report.cells()
    assert {path: read[path] for path in cells if "procurement" not in path} == {
        path: 0 for path in cells if "procurement" not in path
    }
