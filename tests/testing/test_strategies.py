"""The public strategies: what they promise of what they make, and what they refuse."""

import itertools
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

import disclosure_report as dr
from disclosure_report.errors import InvalidValueError
from disclosure_report.testing import (
    assert_consistent,
    assert_same_report,
    broken_reports,
    prose,
    published,
    reports,
    yearly_series,
)


FIRST = settings(max_examples=500, phases=(Phase.generate,))
SMALLEST = settings(max_examples=500, phases=(Phase.generate, Phase.shrink))


@given(reports(blanks=True))
def test_blanks_break_no_relation(report: dr.Report) -> None:
    assert {each.status for each in dr.evaluate(report)} <= {"satisfied", "undetermined"}
    assert_consistent(report)


@given(st.data(), st.sampled_from((0, 1, 9, 1234)))
def test_no_count_is_over_its_bound_but_totals(data: st.DataObject, largest: int) -> None:
    loose = data.draw(reports(max_count=largest, consistent=False, max_blocks=2))
    bound = {said.path for said in dr.fields(loose.applications.form) if said.kind == "count"}
    assert all(0 <= int(value or 0) <= largest for path, value in loose.cells().items() if path in bound)
    report = data.draw(reports(max_count=largest, max_blocks=2))
    given_by_others = (".total", "applications.newly_received", "applications.carried_forward")
    for said in dr.fields(report.applications.form):
        if said.kind == "count" and not (said.is_total or any(each in said.path for each in given_by_others)):
            assert 0 <= int(report[said.path] or 0) <= largest
    assert max(map(len, (report.preamble, report.overview, report.other_matters))) <= 2


@pytest.mark.parametrize("size", [0, 9, 10_000_000])
def test_reports_are_a_villages_and_a_citys(size: int) -> None:
    def is_so(report: dr.Report) -> bool:
        totals = {said.path for said in dr.fields(report.applications.form) if said.is_total}
        counts = [int(value or 0) for path, value in report.cells().items() if path not in totals]
        return max(counts) >= size if size else max(counts) == 0

    assert is_so(find(reports(max_blocks=0), is_so, settings=FIRST))


def test_a_report_shrinks_to_what_tells() -> None:
    strategy = reports(form=dr.Form.Y2021, max_count=9, max_blocks=0)
    found = find(
        strategy, lambda report: (report["disputes.reconsideration.total"] or 0) > 2, settings=SMALLEST
    )
    cells = {path: value for path, value in found.cells().items() if value}
    assert sum(int(value or 0) for value in cells.values()) <= 3 + 3
    assert (found.overview, found.agency, found.year) == (dr.Prose(), None, None)


@given(broken_reports(max_errors=3, max_count=999))
def test_broken_reports_name_the_relations_that_are_broken(broken: tuple[dr.Report, tuple[Any, ...]]) -> None:
    report, relations = broken
    assert relations
    violated = [each.relation for each in dr.evaluate(report) if each.status == "violated"]
    assert violated == list(relations)
    with pytest.raises(AssertionError, match=rf"violated relations: {len(relations)}\n[a-z_.]+[ :]"):
        assert_consistent(report)


@given(yearly_series(first_year=2019, max_years=5, max_count=50))
def test_the_figures_of_a_series_fit_from_year_to_year(series: tuple[dr.Report, ...]) -> None:
    assert len({report.agency for report in series}) == 1
    assert [report.year for report in series] == [*range(2019, 2019 + len(series))]
    for before, now in itertools.pairwise(series):
        last, this = before.cells(), now.cells()
        for path in [path for path in this if path.startswith("applications.brought_forward")]:
            assert this[path] == last[path.replace("brought_forward", "carried_forward")]
        if now.proactive_disclosure.form is not before.proactive_disclosure.form:
            continue
        for row in {path.rpartition(".")[0] for path in this if path.endswith(".items_previous_year")}:
            had, change = last[f"{row}.items_previous_year"], last[f"{row}.items_change"]
            assert this[f"{row}.items_previous_year"] == int(had or 0) + int(change or 0)
        for row in {path.rpartition(".")[0] for path in this if path.endswith(".in_force")}:
            issued, repealed = int(this[f"{row}.issued"] or 0), int(this[f"{row}.repealed"] or 0)
            assert this[f"{row}.in_force"] == int(last[f"{row}.in_force"] or 0) + issued - repealed
    for report in series:
        assert_consistent(report)
        assert None not in report.cells().values()


@pytest.mark.parametrize("medium", ["text", "html", "docx", "xlsx", "markdown", "json"])
@given(data=st.data())
@settings(max_examples=10)
def test_what_is_published_is_read_whole(medium: str, data: st.DataObject) -> None:
    made = data.draw(published(medium=medium))
    reading = dr.read(made.data, made.medium)
    found, report = reading.report, made.report
    assert (found.cells(), found.agency, found.year) == (report.cells(), report.agency, report.year)
    parts = ("overview", "problems_and_improvements", "other_matters")
    assert [getattr(found, part) for part in parts] == [getattr(report, part) for part in parts]
    assert not [finding for finding in reading.findings if finding.paths]


REFUSED: list[tuple[Callable[..., object], dict[str, Any], str]] = [
    (reports, {"max_count": -1}, "max_count"),
    (reports, {"max_count": 1.5}, "max_count"),
    (reports, {"max_blocks": -1}, "max_blocks"),
    (reports, {"form": 2021}, "form"),
    (broken_reports, {"max_errors": 0}, "max_errors"),
    (broken_reports, {"max_count": 0}, "max_count"),
    (broken_reports, {"form": "2021"}, "form"),
    (yearly_series, {"first_year": 2018}, "first_year"),
    (yearly_series, {"min_years": 3, "max_years": 2}, "max_years"),
    (yearly_series, {"first_year": 9999}, "max_years"),
    (published, {"medium": "pdf"}, "medium"),
    (published, {"max_count": -3}, "max_count"),
    (published, {"medium": ["text"]}, "medium"),
    (reports, {"max_count": 10**15}, "max_count"),
    (prose, {"max_blocks": True}, "max_blocks"),
]


@pytest.mark.parametrize(("strategy", "bounds", "name"), REFUSED)
def test_impossible_bounds_are_refused_where_a_strategy_is_defined(
    strategy: Callable[..., object], bounds: dict[str, Any], name: str
) -> None:
    with pytest.raises(InvalidValueError, match=rf"^{name}: "):
        strategy(**bounds)


def test_two_reports_that_differ_are_told_apart_by_path() -> None:
    report = dr.Report.blank("青溪镇", 2021)
    path = "applications.newly_received.total"
    other = report.replace({path: 3}, overview=dr.Prose.from_text("甲。"))
    assert_same_report(other, other.replace())
    with pytest.raises(AssertionError) as caught:
        assert_same_report(other, report)
    assert str(caught.value).splitlines() == [
        "the reports differ",
        f"{path}: 3 is not None",
        "overview: Prose(blocks=(Paragraph(text='甲。'),)) is not Prose(blocks=())",
    ]
    with pytest.raises(AssertionError, match=r"rules\.newly_produced: None is not no such cell"):
        assert_same_report(dr.Report.blank("青溪镇", 2019), report)


def test_a_balance_names_all_cells_of_its_right_side() -> None:
    column = "applications.{}.natural_person".format
    report = dr.complete(dr.Report.blank("青溪镇", 2021), zeros=True).report
    wrong = report.replace({column("newly_received"): 8, "applications.newly_received.total": 8})
    with pytest.raises(AssertionError) as caught:
        assert_consistent(wrong)
    assert str(caught.value).splitlines()[:2] == [
        "violated relations: 2",
        f"{column('outcomes.total')} + {column('carried_forward')}: 8 is not 0, difference -8 (P303 自然人)",
    ]


def test_long_texts_are_shown_where_they_differ() -> None:
    one, other = (
        dr.Report.blank("青溪镇", 2021).replace(overview=dr.Prose.from_text("甲" * 300 + end))
        for end in ("乙。", "丙。")
    )
    with pytest.raises(AssertionError, match=r"overview: …甲+乙。.* is not …甲+丙。"):
        assert_same_report(one, other)


def test_blanks_are_few_or_many() -> None:
    few = find(reports(blanks=True, max_blocks=0), lambda made: 0 < _blanks(made) <= 12, settings=FIRST)
    many = find(reports(blanks=True, max_blocks=0), lambda made: _blanks(made) > 50, settings=FIRST)
    assert _blanks(few) < _blanks(many)


def _blanks(report: dr.Report) -> int:
    return [*report.cells().values()].count(None)


def test_from_type_knows_a_report_without_an_import_of_the_strategies() -> None:
    """In a new process, as in a user's tests: importing Hypothesis is enough."""
    program = (
        "from hypothesis import given, settings, strategies as st\n"
        "import disclosure_report as dr\n"
        "seen = set()\n"
        "for kind in (dr.Report, dr.Prose, type(dr.Report.blank('x', 2021).applications)):\n"
        "    given(st.from_type(kind))(settings(max_examples=3)(lambda made: seen.add(type(made))))()\n"
        "print(*sorted(kind.__name__ for kind in seen))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "Applications2021 Prose Report\n"
