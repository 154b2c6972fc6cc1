"""A parent's report against the sum of its children's: what differs, and which child explains it."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import disclosure_report as dr
from disclosure_report.across.causes import Cause, Explanation
from disclosure_report.across.reconcile import Reconciliation
from disclosure_report.errors import InvalidValueError
from disclosure_report.testing import reports


NAMES = ("青溪镇", "悦来镇", "云岭镇", "柳湾镇", "石桥乡")
ROW = "applications.newly_received."
A, B, C = ROW + "natural_person", ROW + "commercial_enterprise", ROW + "total"
FEE = "proactive_disclosure.administrative_fees.amount"
COUNTY = "云岭县"


@st.composite
def families(
    draw: st.DrawFn, *, blanks: bool = False, fewest: int = 3
) -> tuple[list[dr.Report], list[dr.Report]]:
    """Children of one year, and their reports of the year before."""
    form = None if blanks else dr.Form.Y2021
    made = reports(form=form, max_count=9, max_blocks=0, blanks=blanks)
    names = NAMES[: draw(st.integers(fewest, len(NAMES) - 1))]
    drawn = [draw(made) for _ in range(draw(st.integers(1, 3)))]  # some children have equal numbers

    def of(name: str, year: int) -> dr.Report:
        chosen = draw(st.sampled_from(drawn)).replace(agency=name, year=year, title=None, agency_id=None)
        own = draw(st.integers(0, 3))
        return chosen if blanks else chosen.replace({A: own, C: own})

    return [of(name, 2025) for name in names], [of(name, 2024) for name in names]


def county(parts: Sequence[dr.Report]) -> dr.Report:
    return dr.aggregate(parts, agency=COUNTY, year=2025).report


def carried_out(
    cause: Cause, children: Sequence[dr.Report], previous: Sequence[dr.Report]
) -> tuple[list[dr.Report], list[dr.Report]]:
    """The reports that a cause takes out of the sum, and those that it puts in."""
    child = children[cause.number]
    assert child.agency == cause.child
    instead = [each for each in previous if (each.agency, each.year) == (cause.child, cause.year)]
    return {"absent": ([child], []), "doubled": ([], [child]), "other year": ([child], instead)}[cause.kind]


def explains(
    explanation: Explanation, parent: dr.Report, children: Sequence[dr.Report], previous: Sequence[dr.Report]
) -> bool:
    """Whether the parent's report is the sum after all that an explanation says, added up anew."""
    parts = [*children]
    for cause in explanation.causes:
        out, into = carried_out(cause, children, previous)
        parts = [each for each in parts if each not in out] + into
    total = dr.aggregate(parts)
    pairs = [(value, total.totals[path]) for path, value in parent.cells().items() if path in total.totals]
    return all(total.known == value for value, total in pairs if value is not None and total.is_whole)


def singles(found: Reconciliation) -> list[tuple[str | None, str]]:
    return [(cause.child, cause.kind) for each in found.explanations for cause in each.causes]


def cells_of(report: dr.Report) -> dict[str, Any]:
    return report.cells()


@given(families(), st.integers(0, 2))
@settings(max_examples=25)
def test_a_child_that_is_absent_is_found_and_only_one_with_equal_numbers_beside_it(
    family: tuple[list[dr.Report], list[dr.Report]], number: int
) -> None:
    children, _ = family
    left_out = children[number]
    found = dr.reconcile(county([each for each in children if each is not left_out]), children)
    equal = [each.agency for each in children if cells_of(each) == cells_of(left_out)]
    has_any = any(cells_of(left_out).values())
    assert singles(found) == ([(name, "absent") for name in equal] if has_any else [])
    assert bool(found.differences) is has_any


@given(families(), st.integers(0, 2))
@settings(max_examples=25)
def test_a_child_that_is_counted_twice_is_found_and_only_one_with_equal_numbers_beside_it(
    family: tuple[list[dr.Report], list[dr.Report]], number: int
) -> None:
    children, _ = family
    twice = children[number]
    found = dr.reconcile(county([*children, twice]), children)
    equal = [each.agency for each in children if cells_of(each) == cells_of(twice)]
    assert singles(found) == ([(name, "doubled") for name in equal] if any(cells_of(twice).values()) else [])


@given(families(), st.integers(0, 2))
@settings(max_examples=25)
def test_a_child_whose_report_of_last_year_was_taken_is_found(
    family: tuple[list[dr.Report], list[dr.Report]], number: int
) -> None:
    children, previous = family
    taken = [*children[:number], previous[number], *children[number + 1 :]]
    parent = county(taken)
    found = dr.reconcile(parent, children, previous=previous)
    is_same = cells_of(children[number]) == cells_of(previous[number])
    assert (
        Explanation((Cause(NAMES[number], "other year", 2024, number),)) in found.explanations
    ) is not is_same
    assert all(
        len(each.causes) == 1 and explains(each, parent, children, previous) for each in found.explanations
    )


@given(families(), st.data())
@settings(max_examples=25)
def test_two_children_are_found_where_no_single_one_explains(
    family: tuple[list[dr.Report], list[dr.Report]], data: st.DataObject
) -> None:
    children, previous = family
    one, other = data.draw(st.lists(st.integers(0, len(children) - 1), min_size=2, max_size=2, unique=True))
    parts = [each for each in children if each is not children[one]] + [children[other]]
    parent = county(parts)
    found = dr.reconcile(parent, children, previous=previous)
    assert bool(found.explanations) is bool(found.differences)
    assert all(explains(each, parent, children, previous) for each in found.explanations)
    if any(len(each.causes) == 2 for each in found.explanations):
        expected = {(one, "absent"), (other, "doubled")}
        assert expected in [
            {(cause.number, cause.kind) for cause in each.causes} for each in found.explanations
        ]


@given(families(blanks=True, fewest=1), st.data())
@settings(max_examples=40)
def test_no_explanation_is_given_that_leaves_a_cell_unequal(
    family: tuple[list[dr.Report], list[dr.Report]], data: st.DataObject
) -> None:
    children, previous = family
    chosen = data.draw(st.lists(st.sampled_from([*children, *previous]), min_size=1, max_size=5))
    parent = county(chosen)
    if data.draw(st.booleans()):
        parent = parent.replace({data.draw(st.sampled_from([A, B, C])): data.draw(st.integers(0, 9))})
    found = dr.reconcile(parent, children, previous=previous)
    assert all(explains(each, parent, children, previous) for each in found.explanations)
    for path, value, total, difference in found.differences:
        assert value == parent[path] != total == sum(Fraction(each[path] or 0) for each in children)
        assert difference == Fraction(value or 0) - Fraction(total or 0)
    every = [each.cells() for each in (parent, *children)]
    blank = {path for path in parent.cells() if None in [cells.get(path) for cells in every]}
    assert set(found.not_compared) == blank


def child(name: str, cells: dict[str, Any], year: int = 2025) -> dr.Report:
    return dr.Report.blank(name, year).replace(cells)


def test_the_sum_itself_has_no_difference_and_no_explanation() -> None:
    children = [child(name, {A: number, C: number}) for number, name in enumerate(NAMES)]
    found = dr.reconcile(county(children), children)
    assert (found.differences, found.explanations, found.covers) == ((), (), "area")
    assert [each.code for each in found.findings] == [each.code for each in found.aggregate.findings]


def test_a_difference_in_one_cell_that_no_child_has_is_not_explained() -> None:
    children = [child(name, {A: 3, B: number, C: 3 + number}) for number, name in enumerate(NAMES)]
    parent = county(children)
    found = dr.reconcile(parent.replace({C: 1 + int(parent[C] or 0)}), children)
    assert [each.path for each in found.differences] == [C]
    assert (found.explanations, found.covers) == ((), None)
    [finding] = [each for each in found.findings if each.code.startswith("A2")]
    assert (finding.code, finding.paths, finding.expected, finding.found, finding.difference) == (
        "A201",
        (C,),
        25,
        26,
        1,
    )


def test_an_explanation_must_also_hold_where_only_the_child_itself_is_blank() -> None:
    """Without the child the cell has no blank behind it, so it can be compared after all."""
    children = [child("青溪镇", {A: 3}), child("悦来镇", {A: 4, B: 5})]
    right, wrong = (child(COUNTY, {A: 4, B: number}) for number in (5, 6))
    assert singles(dr.reconcile(right, children)) == [("青溪镇", "absent")]
    assert singles(dr.reconcile(wrong, children)) == []


def test_an_explanation_must_also_hold_in_cells_that_only_the_childs_form_lacks() -> None:
    cell = "applications.outcomes.otherwise_processed.other.total"
    old = dr.Report.blank("青溪镇", 2025, dr.Form.Y2019).replace({A: 3})
    children = [old, child("悦来镇", {A: 4, cell: 5})]
    for number, expected in ((5, [("青溪镇", "absent")]), (6, [])):
        assert singles(dr.reconcile(child(COUNTY, {A: 4, cell: number}), children)) == expected


def test_an_earlier_report_that_is_blank_where_cells_are_compared_explains_nothing() -> None:
    children = [child("青溪镇", {A: 3, B: 1}), child("悦来镇", {A: 4, B: 5})]
    parent = child(COUNTY, {A: 6, B: 6})
    for cells, expected in (({A: 2, B: 1}, [("青溪镇", "other year")]), ({A: 2}, [])):
        found = dr.reconcile(parent, children, previous=[child("青溪镇", cells, 2024)])
        assert singles(found) == expected


def test_amounts_explain_to_the_last_digit() -> None:
    children = [
        child(name, {FEE: Decimal(amount)}) for name, amount in zip(NAMES, ("0.1", "0.2"), strict=False)
    ]
    found = dr.reconcile(child(COUNTY, {FEE: Decimal("0.2")}), children)
    assert singles(found) == [("青溪镇", "absent")]
    assert found.differences[0].difference == Decimal("-0.1")
    assert singles(dr.reconcile(child(COUNTY, {FEE: Decimal("0.20001")}), children)) == []


@pytest.mark.parametrize(
    ("again", "of_parent", "expected"),
    [
        (4, 7, [("悦来镇", "sent twice")]),
        (5, 7, [("悦来镇", "sent twice")]),
        (5, 8, [("悦来镇", "sent twice")]),
        (9, 2, []),
    ],
)
def test_a_child_that_sent_twice_is_not_called_absent(
    again: int, of_parent: int, expected: list[tuple[str, str]]
) -> None:
    """Whichever of the two the parent has; two copies of one report are one explanation."""
    children = [child("青溪镇", {A: 3}), child("悦来镇", {A: 4}), child("悦来镇", {A: again})]
    assert singles(dr.reconcile(child(COUNTY, {A: of_parent}), children)) == expected


def test_one_wrong_number_of_an_area_is_no_report_of_the_own_office() -> None:
    """Every child has more in that cell, but the report as a whole is no smaller."""
    children = [child(name, {A: 5, B: 4, C: 9}) for name in NAMES]
    found = dr.reconcile(child(COUNTY, {A: 2, B: 20, C: 45}), children)
    assert [each.code for each in found.findings if each.code != "A104"] == ["A201"]
    assert found.covers is None


def test_one_cell_that_is_equal_is_no_sign_of_the_own_office() -> None:
    children = [child(name, {A: number + 5}) for number, name in enumerate(NAMES)]
    assert "A206" not in [each.code for each in dr.reconcile(child(COUNTY, {A: 6}), children).findings]


@pytest.mark.parametrize(
    ("name", "of_parent", "sentence"),
    [
        ("悦来镇", 3, "本级报告没有计入“悦来镇”，就能解释全部1处差异"),
        (None, 3, "本级报告没有计入“（机关不明）”，就能解释全部1处差异"),
        ("悦来镇", 13, "本级报告把“悦来镇”计入了两次，就能解释全部1处差异"),
        ("悦来镇", 23, "本级报告计入的是“悦来镇”2024年的报告，就能解释全部1处差异"),
    ],
)
def test_an_explanation_is_a_sentence_with_the_childs_name(
    name: str | None, of_parent: int, sentence: str
) -> None:
    children = [child("青溪镇", {A: 3}), dr.Report.blank(name, 2025).replace({A: 5})]
    found = dr.reconcile(child(COUNTY, {A: of_parent}), children, previous=[child("悦来镇", {A: 20}, 2024)])
    assert [each.text() for each in found.findings if each.code in ("A202", "A203", "A204")] == [sentence]


@pytest.mark.parametrize(("year", "is_taken"), [(2023, True), (2026, True), (None, True), (2025, False)])
def test_a_report_of_the_same_year_is_none_of_another_year(year: int | None, is_taken: bool) -> None:
    other = dr.Report.blank("青溪镇", year, dr.Form.Y2021).replace({A: 11})
    found = dr.reconcile(
        child(COUNTY, {A: 16}), [child("青溪镇", {A: 4}), child("悦来镇", {A: 5})], previous=[other]
    )
    assert bool(found.explanations) is is_taken


def test_two_causes_are_one_finding_with_both_names() -> None:
    children = [child(name, {A: 10**number, B: 2, C: 10**number + 2}) for number, name in enumerate(NAMES)]
    parent = county([children[0], *children[2:], children[4]])
    found = dr.reconcile(parent, children)
    [finding] = [each for each in found.findings if each.code == "A205"]
    assert "− 悦来镇 + 石桥乡" in finding.text()
    assert finding.paths == tuple(each.path for each in found.differences) == (A, C)
    assert found.covers == "area"


def test_many_children_with_equal_numbers_give_no_endless_list() -> None:
    children = [child(f"第{number}村", {A: 1, C: 1}) for number in range(90)]
    found = dr.reconcile(child(COUNTY, {A: 88, C: 88}), children)
    assert len(found.explanations) == 20
    assert all(len(each.causes) == 2 for each in found.explanations)


OFFICE = {A: 17, B: 2, C: 19}
AREA = [("县政府办公室", OFFICE), ("青溪镇", {A: 40, B: 3, C: 43}), ("悦来镇", {A: 30, B: 4, C: 34})]
AREA += [("云岭镇", {A: 25, B: 5, C: 30})]


@pytest.mark.parametrize(
    ("cells", "codes", "covers"),
    [
        (OFFICE, {"A206", "A207"}, "own office"),
        ({A: 16, B: 1, C: 17}, {"A207", "A208"}, "own office"),
        ({A: 18, B: 4, C: 22}, {"A207"}, "own office"),
        ({A: 16, B: 20, C: 36}, {"A208"}, "own office"),
        ({A: 41, B: 20, C: 61}, {"A201"}, None),
        ({A: 90, B: 10, C: 100}, {"A201"}, None),
        ({A: 59, B: 6, C: 60}, {"A207"}, "own office"),
        ({A: 60, B: 6, C: 60}, {"A201"}, None),
        ({A: 17, B: 14, C: 19}, {"A201"}, None),
        ({A: 112, B: 14, C: 126}, set(), "area"),
        ({A: 72, B: 11, C: 83}, {"A201", "A202"}, "area"),
    ],
)
def test_a_report_of_the_own_office_is_told_from_one_of_the_area(
    cells: dict[str, int], codes: set[str], covers: str | None
) -> None:
    found = dr.reconcile(child(COUNTY, cells), [child(name, its) for name, its in AREA])
    assert {each.code for each in found.findings if each.code.startswith("A2")} == codes
    assert found.covers == covers


def test_cells_that_are_zero_in_all_do_not_matter() -> None:
    zeros = {f"disputes.reconsideration.{name}": 0 for name in ("upheld", "corrected", "total")}
    children = [child(name, its | zeros) for name, its in AREA]
    found = dr.reconcile(child(COUNTY, {A: 18, B: 4, C: 22} | zeros), children)
    [finding] = [each for each in found.findings if each.code.startswith("A2")]
    assert (finding.code, finding.paths) == ("A207", (A, B, C))


def test_a_child_that_explains_all_is_the_better_account_than_an_own_office() -> None:
    children = [child(name, its) for name, its in AREA[:2]]
    found = dr.reconcile(child(COUNTY, OFFICE), children)
    assert [each.code for each in found.findings if each.code.startswith("A2")] == ["A201"] * 3 + ["A202"]
    assert found.covers == "area"


def test_two_cells_are_too_few_to_be_smaller_everywhere() -> None:
    children = [child(name, {A: its[A], C: its[C]}) for name, its in AREA]
    found = dr.reconcile(child(COUNTY, {A: 20, C: 20}), children)
    assert found.covers is None
    assert len(found.differences) == 2


def test_one_child_that_is_larger_is_no_sign_while_the_others_have_nothing() -> None:
    children = [child("青溪镇", {A: 9, B: 9}), *(child(name, {A: 0, B: 0}) for name in NAMES[1:])]
    found = dr.reconcile(child(COUNTY, {A: 1, B: 2}), children)
    assert found.covers is None


def test_the_evidence_names_cell_child_and_numbers() -> None:
    found = dr.reconcile(child(COUNTY, OFFICE), [child(name, its) for name, its in AREA])
    said = {each.code: each.text() for each in found.findings}
    small = dr.reconcile(child(COUNTY, {A: 16, B: 20, C: 36}), [child(name, its) for name, its in AREA])
    said |= {each.code: each.text() for each in small.findings}
    first = "一、本年新收政府信息公开申请数量 / 自然人"
    assert "3个单元格都与“县政府办公室”的报告相同，与下级合计有3处差异" in said["A206"]
    assert f"如“{first}”：17，合计112" in said["A207"]
    assert f"4个下级都有数比本级报告大，如“县政府办公室”的“{first}”：17，本级报告16" in said["A208"]


def test_findings_of_a_reading_have_their_places() -> None:
    children = [child(name, {A: 3, C: 3}) for name in NAMES]
    parent = dr.read(dr.to_bytes(child(COUNTY, {A: 16, C: 16}), "docx"), "docx")
    found = dr.reconcile(parent, map(dr.read, (dr.to_bytes(each, "json") for each in children)))
    told = [each for each in found.findings if each.code == "A201"]
    assert [each.place for each in told] == [parent.place_of(A), parent.place_of(C)]
    assert None not in [each.place for each in told]


def test_a_parent_of_another_form_is_compared_where_both_have_the_cell() -> None:
    children = [child(name, {A: 3, C: 3}) for name in NAMES]
    parent = dr.Report.blank(COUNTY, 2025, dr.Form.Y2019).replace({A: 15, C: 16})
    found = dr.reconcile(parent, children)
    assert [each.path for each in found.differences] == [C]


def test_children_of_another_year_are_named() -> None:
    children = [child("青溪镇", {A: 3}), child("悦来镇", {A: 4}, 2024)]
    assert "A102" in [each.code for each in dr.reconcile(child(COUNTY, {A: 7}), children).findings]


PARENTS = {"云岭市": None, COUNTY: "云岭市", "市财政局": "云岭市", "青溪镇": COUNTY, "悦来镇": COUNTY}


def test_each_level_is_reconciled_with_its_own_children_alone() -> None:
    numbers = {"云岭市": 12, COUNTY: 9, "市财政局": 3, "青溪镇": 4, "悦来镇": 6}
    given_ = {name: child("页上的名称", {A: number}) for name, number in numbers.items()}
    found = dr.reconcile_levels(given_, PARENTS)
    assert [(name, len(each.differences)) for name, each in found.items()] == [("云岭市", 0), (COUNTY, 1)]
    assert [part.agency for part in found[COUNTY].aggregate.parts(A)] == ["青溪镇", "悦来镇"]


def test_a_level_names_who_has_no_report_and_finds_last_years_by_name() -> None:
    given_ = {COUNTY: child(COUNTY, {A: 9}), "青溪镇": child("青溪镇", {A: 4})}
    [(name, found)] = dr.reconcile_levels(
        given_, PARENTS, previous={"青溪镇": child("x", {A: 9}, 2024)}
    ).items()
    assert name == COUNTY
    [missing] = [each for each in found.findings if each.code == "A209"]
    assert missing.text() == "1个下级没有报告，不在合计中：悦来镇"
    assert singles(found) == [("青溪镇", "other year")]


@pytest.mark.parametrize(
    "circle", [{"甲": "甲"}, {"甲": "乙", "乙": "甲"}, {"丙": "甲", "甲": "乙", "乙": "甲"}]
)
def test_an_organ_under_itself_is_refused(circle: dict[str, str | None]) -> None:
    with pytest.raises(InvalidValueError, match=r"parents: [甲乙] stands under itself"):
        dr.reconcile_levels({}, {**PARENTS, **circle})


GOOD, WRONG = child(COUNTY, {A: 9}), "青溪镇"


@pytest.mark.parametrize(("parent", "children"), [(WRONG, [GOOD]), (GOOD, [WRONG]), (GOOD, []), (GOOD, GOOD)])
def test_what_is_no_report_is_refused(parent: Any, children: Any) -> None:
    with pytest.raises(InvalidValueError, match=r"parent|reports"):
        dr.reconcile(parent, children)


def test_what_is_no_report_is_refused_by_its_name() -> None:
    wrong: Any = WRONG
    with pytest.raises(InvalidValueError, match=r"previous\[0\]"):
        dr.reconcile(GOOD, [GOOD], previous=[wrong])
    with pytest.raises(InvalidValueError, match="云岭县"):
        dr.reconcile_levels({COUNTY: wrong}, PARENTS)
