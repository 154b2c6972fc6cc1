"""The sum of many reports: exact, honest about blanks, and traceable to its parts."""

import pickle
import tracemalloc
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import disclosure_report as dr
from disclosure_report.across.packed import pack
from disclosure_report.errors import InvalidValueError, UnknownPathError
from disclosure_report.model.registry import fields
from disclosure_report.testing import assert_consistent, reports


FORM = dr.Form.Y2021
FEE = "proactive_disclosure.administrative_fees.amount"
RULES = "proactive_disclosure.rules.issued"
UPHELD, PENDING, CASES = (f"disputes.reconsideration.{name}" for name in ("upheld", "pending", "total"))
ONLY_2021 = "applications.outcomes.otherwise_processed.fee_unpaid.total"
ONLY_2019 = "applications.outcomes.otherwise_processed.total"


def whole(**asked: Any) -> st.SearchStrategy[list[dr.Report]]:
    return st.lists(reports(max_count=99, max_blocks=0, **asked), min_size=1, max_size=3)


def report(agency: str | None, cells: dict[str, Any] | None = None, year: int = 2025) -> dr.Report:
    return dr.Report.blank(agency, year).replace(cells)


def codes(found: Any) -> list[str]:
    return [finding.code for finding in found.findings]


@given(whole(form=FORM))
@settings(max_examples=25)
def test_every_cell_is_the_exact_sum_of_what_every_report_gave(parts: list[dr.Report]) -> None:
    found = dr.aggregate(iter(parts))
    for path, value in found.report.cells().items():
        assert value == sum((each[path] or 0 for each in parts), start=0)
        assert [part.value for part in found.parts(path)] == [each[path] for each in parts]
        assert found.totals[path] == (value, len(parts), 0, 0)


@given(whole(form=FORM))
@settings(max_examples=25)
def test_the_sum_satisfies_every_relation_that_all_parts_satisfy(parts: list[dr.Report]) -> None:
    assert {each.status for each in dr.evaluate(dr.aggregate(parts).report)} == {"satisfied"}


@given(st.data())
@settings(max_examples=25)
def test_no_relation_is_violated_that_no_part_violates_blanks_and_forms_mixed_or_not(
    data: st.DataObject,
) -> None:
    made = st.one_of(*(reports(blanks=blanks, max_count=9, max_blocks=0) for blanks in (True, False)))
    parts = data.draw(st.lists(made, min_size=1, max_size=4))
    assert_consistent(dr.aggregate(parts).report)


@given(st.data())
@settings(max_examples=30)
def test_a_relation_without_blanks_is_satisfied_where_the_parts_satisfy_it(data: st.DataObject) -> None:
    parts = data.draw(whole(form=FORM, blanks=True))
    judged = [dr.evaluate(each) for each in parts]
    for number, each in enumerate(dr.evaluate(dr.aggregate(parts).report)):
        if {evaluations[number].status for evaluations in judged} == {"satisfied"}:
            assert each.status == "satisfied"


@given(st.data())
@settings(max_examples=30)
def test_a_cell_with_a_blank_is_blank_and_its_total_tells_how_many(data: st.DataObject) -> None:
    parts = data.draw(whole(blanks=True))
    found = dr.aggregate(parts)
    for path, total in found.totals.items():
        having = [each[path] for each in parts if path in each.cells()]
        known = [value for value in having if value is not None]
        assert total.reports == len(known)
        assert (total.blanks, total.absent) == (having.count(None), len(parts) - len(having))
        assert total.known == (sum(map(Fraction, known)) if known else None)
        assert [part.value for part in found.parts(path)] == having
    for path, value in found.report.cells().items():
        assert value == (found.totals[path].known if found.totals[path].is_whole else None)


def test_known_sums_beside_blanks_would_break_a_relation_so_they_are_not_in_the_report() -> None:
    rows = dict.fromkeys((UPHELD, "disputes.reconsideration.corrected", PENDING), 0)
    other = {"disputes.reconsideration.other_result": 3}
    one = report("青溪镇", {**rows, CASES: 5})
    two = report("悦来镇", {**rows, **other, CASES: 3})
    assert not any(dr.has_violations(each) for each in (one, two))
    found = dr.aggregate([one, two])
    assert found.report[CASES] == 8
    assert found.report["disputes.reconsideration.other_result"] is None
    assert found.totals["disputes.reconsideration.other_result"] == (3, 1, 1, 0)
    forced = found.report.replace(other)
    assert dr.has_violations(forced)
    assert dr.complete(found.report).report["disputes.reconsideration.other_result"] == 8


def test_printed_totals_are_added_as_they_stand_also_where_they_are_wrong() -> None:
    wrong = {UPHELD: 1, "disputes.reconsideration.corrected": 0, PENDING: 0, CASES: 9}
    found = dr.aggregate([report("青溪镇", wrong), report("悦来镇", wrong)])
    assert (found.report[UPHELD], found.report[CASES]) == (2, 18)


AMOUNTS = [
    (["0.1", "0.2"], "0.3"),
    (["99999999999999", "0.000000000000001"], None),
    (["0.5", "0.5"], "1"),
    (["99999999999.9999", "0.0001"], "100000000000"),
    (["0.01"] * 7, "0.07"),
]


@pytest.mark.parametrize(("amounts", "expected"), AMOUNTS)
def test_amounts_are_exact_and_one_that_no_cell_holds_is_in_the_totals_alone(
    amounts: list[str], expected: str | None
) -> None:
    parts = [report(f"第{n}镇", {FEE: Decimal(amount)}) for n, amount in enumerate(amounts)]
    found = dr.aggregate(parts)
    assert found.totals[FEE].known == sum(map(Fraction, amounts))
    assert (None if found.report[FEE] is None else str(found.report[FEE])) == expected
    assert ("A105" in codes(found)) is (expected is None)


def test_a_sum_of_counts_of_more_than_fifteen_digits_is_a_finding() -> None:
    parts = [report(name, {RULES: 10**15 - 1}) for name in ("青溪镇", "悦来镇")]
    found = dr.aggregate(parts)
    assert found.report[RULES] is None
    [finding] = [each for each in found.findings if each.code == "A105"]
    assert finding.paths == (RULES,)
    assert str(2 * (10**15 - 1)) in finding.text()


def test_tables_of_two_forms_add_up_what_both_have_and_name_the_rest() -> None:
    both = "applications.newly_received.total"
    new = report("青溪镇", {both: 3, ONLY_2021: 1})
    old = dr.Report.blank("悦来镇", 2025, dr.Form.Y2019).replace({both: 4, ONLY_2019: 2})
    found = dr.aggregate([old, new])
    assert found.report.applications.form is FORM
    assert (found.report[both], found.report[ONLY_2021]) == (7, None)
    assert found.totals[ONLY_2021] == (1, 1, 0, 1)
    assert found.totals[ONLY_2019] == (2, 1, 0, 1)
    assert [tuple(part) for part in found.parts(ONLY_2019)] == [("悦来镇", 2025, 2)]
    mixed = [each for each in found.findings if each.code == "A103"]
    assert len(mixed) == 4  # two parts, two forms each
    assert [ONLY_2019 in each.paths and "悦来镇" in each.text() for each in mixed].count(True) == 1
    assert [ONLY_2021 in each.paths and "青溪镇" in each.text() for each in mixed].count(True) == 1


def test_what_is_said_of_years_and_forms_is_said_in_full() -> None:
    def sent(agency: str, year: int, form: dr.Form | None = None) -> dr.Report:
        return dr.complete(dr.Report.blank(agency, year, form), zeros=True).report

    years = dr.aggregate([sent("青溪镇", 2025), sent("悦来镇", 2025), sent("柳湾镇", 2024)])
    assert [each.text() for each in years.findings] == ["1份报告不是2025年的，也计入了合计：柳湾镇2024年"]
    forms = dr.aggregate([sent("青溪镇", 2025), sent("悦来镇", 2025, dr.Form.Y2019)]).findings
    said = [each.text("en") for each in forms]
    assert "; 7 cells that form 2021 alone has are left out" in said[0]
    assert said[0].endswith("第二十条第（一）项 / 规章 / 本年制发件数; of form 2021 are: 青溪镇")
    assert "; 19 cells that form 2019 alone has are left out" in said[1]
    assert said[1].endswith("第二十条第（一）项 / 规章 / 本年新制作数量; of form 2019 are: 悦来镇")


def test_a_path_means_the_same_in_both_forms() -> None:
    old, new = ({said.path: said for said in fields(form)} for form in dr.Form)
    shared = old.keys() & new.keys()
    assert len(shared) > 150
    for path in shared:
        one, other = old[path], new[path]
        assert (one.kind, one.unit, one.is_total) == (other.kind, other.unit, other.is_total)
        assert one.label.removeprefix("本年") == other.label.removeprefix("本年")


def test_one_form_alone_is_not_mixed_and_its_sum_has_it() -> None:
    parts = [dr.Report.blank(name, 2020) for name in ("青溪镇", "悦来镇")]
    found = dr.aggregate(parts)
    assert found.report.proactive_disclosure.form is dr.Form.Y2019
    assert "A103" not in codes(found)


@pytest.mark.parametrize(
    ("sent", "doubled"),
    [
        ([("青溪镇", 2025, None)] * 2, True),
        ([("青溪镇", 2025, None), ("青溪镇", 2024, None)], False),
        ([("青溪镇", 2025, None), ("悦来镇", 2025, None)], False),
        ([("财政局", 2025, "甲"), ("财政局", 2025, "乙")], False),
        ([("财政局", 2025, "甲"), ("财政局", 2025, "甲")], True),
        ([("财政局", 2025, "甲"), ("财政局", 2025, None)], True),
        ([(None, 2025, None)] * 2, False),
    ],
)
def test_who_is_there_twice_is_named_and_still_in_the_sum(
    sent: Sequence[tuple[str | None, int, str | None]], doubled: bool
) -> None:
    parts = [report(name, {RULES: 1}, year).replace(agency_id=told) for name, year, told in sent]
    found = dr.aggregate(parts, year=2025)
    assert [each.text() for each in found.findings if each.code == "A101"] == (
        [f"{sent[0][0]}：同一年度的报告有2份，都计入了合计，请只留一份"] if doubled else []
    )
    assert found.report[RULES] == 2


@pytest.mark.parametrize(
    ("years", "asked", "of_sum", "named"),
    [
        ([2025, 2025], None, 2025, ""),
        ([2025, 2025, 2024], None, None, "丙镇2024年"),
        ([2025, 2025, 2024], 2025, 2025, "丙镇2024年"),
        ([2025, 2025, 2024], 2024, 2024, "甲镇2025年、乙镇2025年"),
        ([2025, None], None, None, ""),
        ([None, None], None, None, ""),
        ([2025, 2025], 2026, 2026, "甲镇2025年、乙镇2025年"),
    ],
)
def test_other_years_are_named(
    years: list[int | None], asked: int | None, of_sum: int | None, named: str
) -> None:
    parts = [
        dr.Report.blank(name, year, FORM) for name, year in zip(("甲镇", "乙镇", "丙镇"), years, strict=False)
    ]
    found = dr.aggregate(parts, agency="云岭县", year=asked)
    assert (found.report.agency, found.report.year) == ("云岭县", of_sum)
    said = [each.text() for each in found.findings if each.code == "A102"]
    assert len(said) == bool(named)
    assert all(text.endswith(f"：{named}") for text in said)


def test_blanks_are_one_finding_for_each_table_that_names_every_cell() -> None:
    sound = dr.complete(report("青溪镇"), zeros=True).report
    found = dr.aggregate([sound, sound.replace({RULES: None, CASES: None}, agency="悦来镇")])
    assert [(each.code, each.paths) for each in found.findings] == [("A104", (RULES,)), ("A104", (CASES,))]
    assert "1份空着，其余合计0" in found.findings[0].text()
    assert "blank in 1, the others add up to 0" in found.findings[0].text("en")


def test_readings_are_added_like_their_reports() -> None:
    parts = [report(name, {RULES: 2}) for name in ("青溪镇", "悦来镇")]
    readings = (dr.read(dr.to_bytes(each, "json"), "json") for each in parts)
    assert dr.aggregate(readings) == dr.aggregate(parts)


def test_a_sum_is_a_value() -> None:
    found = dr.aggregate([report("青溪镇", {RULES: 2, FEE: Decimal("1.5")})])
    again = pickle.loads(pickle.dumps(found))
    assert again == found
    assert hash(again) == hash(found)
    assert again.parts(FEE) == found.parts(FEE)


@pytest.mark.parametrize("given_", [[], ["青溪镇"], [None]])
def test_what_is_no_report_is_refused(given_: list[Any]) -> None:
    with pytest.raises(InvalidValueError, match="reports"):
        dr.aggregate(given_)


def test_a_year_that_no_report_can_have_is_refused_before_any_is_read() -> None:
    passed = iter([report("青溪镇")])
    with pytest.raises(InvalidValueError, match="year"):
        dr.aggregate(passed, year=25)
    assert len([*passed]) == 1


def test_parts_are_refused_where_there_is_no_such_cell_or_none_were_kept() -> None:
    parts = [report("青溪镇", {RULES: 2})]
    with pytest.raises(UnknownPathError):
        dr.aggregate(parts).parts("disputes.nothing")
    thin = dr.aggregate(parts, keep_parts=False)
    assert thin.report == dr.aggregate(parts).report
    with pytest.raises(InvalidValueError, match="keep_parts"):
        thin.parts(RULES)


@given(st.lists(st.one_of(st.none(), st.integers(-(10**15) + 1, 10**15 - 1), st.decimals(0, 9, places=4))))
def test_packed_values_are_the_values(values: list[int | Decimal | None]) -> None:
    packed = pack(values)
    assert packed.values() == values
    assert [packed.at(slot) for slot in range(len(values))] == values


@pytest.mark.parametrize("largest", [0, 126, 127, 128, 32_766, 32_767, 32_768, 2**31 - 1, 2**31, 10**15 - 1])
def test_no_count_is_taken_for_a_blank_at_the_edges_of_a_size(largest: int) -> None:
    for values in ([largest, None], [-largest, None, 0]):
        assert pack(values).values() == values


def _memory(count: int, *, keep_parts: bool) -> int:
    made = report("青溪镇", {path: n % 90 for n, path in enumerate(report("青溪镇").cells()) if path != FEE})

    def stream() -> Iterator[dr.Report]:
        return (
            made.replace(agency=f"第{n}镇", overview=dr.Prose.from_text("空话。" * 400)) for n in range(count)
        )

    tracemalloc.start()
    dr.aggregate(stream(), keep_parts=keep_parts)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


@pytest.mark.parametrize(("keep_parts", "bytes_each"), [(True, 1_000), (False, 500)])
def test_a_sum_does_not_hold_its_reports(keep_parts: bool, bytes_each: int) -> None:
    _memory(10, keep_parts=keep_parts)  # what is compiled once is compiled now
    few, many = (_memory(count, keep_parts=keep_parts) for count in (100, 400))
    assert (many - few) / 300 < bytes_each
