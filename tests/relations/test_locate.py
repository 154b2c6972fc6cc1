"""The decoder: every single wrong cell of table three is found, and every explanation is given."""

import itertools
from collections.abc import Iterator

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

import disclosure_report as dr
from disclosure_report.model.registry import TABLES
from disclosure_report.model.tree import table
from disclosure_report.relations.compile import equations
from disclosure_report.relations.locate import MOST, groups
from disclosure_report.testing import reports
from disclosure_report.testing.strategies import made_consistent


PART = "applications"


def sound(form: dr.Form, each: int = 100) -> dr.Report:
    """A report with the same count in every cell that is no total, and whose relations hold."""
    report = dr.Report.blank("青溪镇", form.value)
    cells = {}
    for compiled, _ in report.tables():
        values = made_consistent(compiled, [each] * len(compiled.fields))
        kinds = zip(compiled.fields, values, strict=True)
        cells.update({said.path: value for said, value in kinds if said.kind == "count"})
    return report.replace(cells)


@pytest.mark.parametrize("form", dr.Form)
@pytest.mark.parametrize("error", [1, -1, 7, -90, 90_000_000])
def test_every_single_wrong_cell_of_table_three_is_located_alone(form: dr.Form, error: int) -> None:
    report = sound(form)
    assert not dr.has_violations(report)
    cells = {path: value for path, value in report.cells().items() if path.startswith(PART)}
    assert len(cells) == {dr.Form.Y2021: 175, dr.Form.Y2019: 161}[form]
    for path, value in cells.items():
        assert isinstance(value, int)
        located = dr.locate(report.replace({path: value + error}))
        assert [found.changes for found in located] == [((path, value),)]


@given(report=reports(), dice=st.randoms())
def test_one_wrong_cell_among_any_numbers_is_located_alone(report: dr.Report, dice: object) -> None:
    path, value = _chosen(report, dice)
    wrong = value + _error(value, dice)
    [found] = dr.locate(report.replace({path: wrong}))
    assert found.changes == ((path, value),)
    findings = dr.check(report.replace({path: wrong}), select=["P"])
    assert findings
    assert all(finding.suggestions == (found,) for finding in findings)


def _chosen(report: dr.Report, dice: object) -> tuple[str, int]:
    cells = [(path, value) for path, value in report.cells().items() if path.startswith(PART)]
    path, value = dice.choice(cells)  # type: ignore[attr-defined]
    assert isinstance(value, int)
    return path, value


def _error(value: int, dice: object) -> int:
    error: int = dice.choice((1, 10, 99, 1_000_000, -value))  # type: ignore[attr-defined]
    return error or 3


@pytest.mark.parametrize("form", dr.Form)
def test_no_two_cells_of_table_three_break_the_same_relations_and_no_three_cancel(form: dr.Form) -> None:
    """The argument: a code of distance 4. Columns of the matrix are no multiples, and no three depend."""
    compiled = table(PART, TABLES[form][PART])
    columns = [
        tuple((slot in each.right) - (slot in each.left) for each in equations(compiled))
        for slot in range(len(compiled.fields))
    ]
    rays = {*columns, *(tuple(-n for n in column) for column in columns)}
    assert len(rays) == 2 * len(columns)
    assert all(any(column) for column in columns)
    for one, other in itertools.combinations(columns, 2):
        # Each stands in a relation without the other. So if multiples of three cancel, all are by ±1 as much.
        assert any(a and not b for a, b in zip(one, other, strict=True))
        assert any(b and not a for a, b in zip(one, other, strict=True))
        for sign in (1, -1):
            assert tuple(a + sign * b for a, b in zip(one, other, strict=True)) not in rays


def test_a_total_of_part_four_has_five_explanations_and_check_attaches_none() -> None:
    report = sound(dr.Form.Y2021).replace({"disputes.direct_litigation.total": 401})
    names = ["upheld", "corrected", "other_result", "pending", "total"]
    assert [found.changes[0][0].rpartition(".")[2] for found in dr.locate(report)] == names
    assert [each.suggestions for each in dr.check(report) if each.code == "P401"] == [()]
    # No count is negative: with nothing in the total, only the total can be wrong.
    located = dr.locate(report.replace({"disputes.direct_litigation.total": 0}))
    assert [found.changes for found in located] == [(("disputes.direct_litigation.total", 400),)]


def test_a_cell_that_would_be_negative_explains_nothing() -> None:
    case = "disputes.reconsideration."
    cells = {"upheld": 1, "corrected": 0, "other_result": 2, "pending": 0, "total": 2}
    report = sound(dr.Form.Y2021).replace({case + name: value for name, value in cells.items()})
    assert {found.changes for found in dr.locate(report)} == {
        ((case + "upheld", 0),),
        ((case + "other_result", 1),),
        ((case + "total", 3),),
    }


def test_a_cell_of_nought_is_said_as_it_stands() -> None:
    case = "disputes.reconsideration."
    cells = {"upheld": 0, "corrected": 0, "other_result": 0, "pending": 0, "total": 2}
    report = sound(dr.Form.Y2021).replace({case + name: value for name, value in cells.items()})
    assert [found.text() for found in dr.locate(report)] == [
        *(
            f"行政复议 / {name}由0改为2，则1条不成立的勾稽关系全部成立"
            for name in ("结果维持", "结果纠正", "其他结果", "尚未审结")
        ),
        "行政复议 / 总计由2改为0，则1条不成立的勾稽关系全部成立",
    ]


def test_an_error_in_part_four_hides_none_in_part_three() -> None:
    path = "applications.outcomes.disclosed.natural_person"
    report = sound(dr.Form.Y2021).replace({path: 7, "disputes.reconsideration.total": 999})
    located = dr.locate(report)
    assert located[0].changes == ((path, 100),)
    assert len(located) == 1 + 5
    assert (
        located[0].text("en")
        == "三、本年度办理结果 / （一）予以公开 / 自然人: 100 instead of 7 mends all broken relations (2)"
    )


def test_a_count_and_its_row_total_with_the_same_error() -> None:
    line = "applications.outcomes.disclosed."
    report = sound(dr.Form.Y2021)
    cells = report.cells()
    changes = {line + name: int(cells[line + name] or 0) + 5 for name in ("natural_person", "total")}
    located = [dict(found.changes) for found in dr.locate(report.replace(changes))]
    assert {path: cells[path] for path in changes} in located
    assert all(len(found) == 2 for found in located)
    # Any row of the outcomes explains it as well: none is preferred.
    assert len(located) == 21
    assert len(located) <= MOST


def test_a_count_with_its_total_says_both_cells_and_their_values() -> None:
    line = "applications.outcomes.disclosed."
    report = sound(dr.Form.Y2021)
    wrong = {line + name: int(report[line + name] or 0) + 5 for name in ("natural_person", "total")}
    [said] = [
        found
        for found in dr.locate(report.replace(wrong))
        if dict(found.changes) == {path: report[path] for path in wrong}
    ]
    row = "三、本年度办理结果 / （一）予以公开 / "
    before, after = wrong.values(), [report[path] for path in wrong]
    (first, total), (right, right_total) = before, after
    assert said.text() == (
        f"{row}自然人由{first}改为{right}，合计（{row}总计）由{total}改为{right_total}，"
        "则2条不成立的勾稽关系全部成立"
    )
    assert said.text("en") == (
        f"{row}自然人: {right} instead of {first}, and its total ({row}总计): "
        f"{right_total} instead of {total}, mend all broken relations (2)"
    )
    assert said.relations == ("（七）总计 自然人", "（七）总计 总计")


def test_more_explanations_than_are_listed_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    report = sound(dr.Form.Y2021).replace({"disputes.direct_litigation.total": 401})
    monkeypatch.setattr("disclosure_report.relations.locate.MOST", 5)
    assert len(dr.locate(report)) == 5
    monkeypatch.setattr("disclosure_report.relations.locate.MOST", 4)
    [found] = dr.locate(report)
    assert (found.changes, found.rule.code) == ((), "L202")
    assert found.text() == "1条勾稽关系不成立（未经复议直接起诉），另有5种改法，不一一列出"


def test_a_pair_with_a_cell_that_mends_all_alone_is_no_explanation() -> None:
    part = "applications.outcomes."
    cells: dict[str, int | None] = {
        part + "total.natural_person": 3,
        part + "total.total": 2,
        part + "disclosed.natural_person": 1,
        part + "disclosed.total": None,
        part + "partially_disclosed.natural_person": None,
        "applications.carried_forward.natural_person": 1,
        "applications.carried_forward.total": 1,
        "applications.newly_received.natural_person": 3,
        "applications.newly_received.total": 3,
    }
    zeros = dr.complete(dr.Report.blank("青溪镇", 2021), zeros=True).report
    [found] = dr.locate(zeros.replace(cells))
    assert found.changes == ((part + "total.natural_person", 2),)
    assert {each.suggestions for each in dr.check(zeros.replace(cells)) if each.code[0] == "P"} == {(found,)}


def test_a_value_that_no_cell_can_hold_is_no_explanation() -> None:
    case = "disputes.reconsideration."
    cells = {"upheld": 10**15 - 1, "corrected": 5, "other_result": 0, "pending": 0, "total": 0}
    report = sound(dr.Form.Y2021).replace({case + name: value for name, value in cells.items()})
    [found] = dr.locate(report)
    assert (found.changes, found.rule.code) == ((), "L201")


@pytest.mark.parametrize("form", dr.Form)
def test_a_form_full_of_broken_relations_has_no_explanation_and_says_so(form: dr.Form) -> None:
    cells = {said.path: 1 + n * n for n, said in enumerate(dr.fields(form)) if said.kind == "count"}
    located = dr.locate(sound(form).replace(cells))
    [nothing] = [found for found in located if len(found.relations) > 5]
    assert (nothing.changes, nothing.rule.code) == ((), "L201")
    assert nothing.text("en").startswith(
        f"broken relations: {len(nothing.relations)} ({nothing.relations[0]});"
    )
    assert len(set(nothing.relations)) > 30


def test_blanks_in_a_broken_relation_hide_the_value() -> None:
    case = "disputes.reconsideration."
    report = dr.Report.blank("青溪镇", 2021).replace({case + "upheld": 3, case + "total": 1})
    [found] = dr.locate(report)
    assert (found.changes, found.rule.code) == ((), "L203")
    assert found.text() == "1条勾稽关系不成立（行政复议），其中有空白，不推算哪一格有误"


def test_nothing_is_said_of_a_report_without_broken_relations() -> None:
    assert dr.locate(dr.Report.blank("青溪镇", 2021)) == ()
    assert dr.locate(sound(dr.Form.Y2019)) == ()


def test_the_groups_are_part_three_and_the_blocks_of_part_four() -> None:
    found = [[len(group.equations) for group in groups(each)] for each, _ in sound(dr.Form.Y2021).tables()]
    assert found == [[], [39], [1, 1, 1]]


@st.composite
def faulty_reports(draw: st.DrawFn) -> dr.Report:
    """A report that holds together, then spoilt as typists do: wrong cells, a count with its total, swaps."""
    report = draw(reports(max_blocks=0, max_count=draw(st.sampled_from((3, 999)))))
    totals = [each.relation for each in dr.evaluate(report) if len(each.relation.right) == 1]
    for _ in range(draw(st.integers(1, 3))):
        relation = draw(st.one_of(st.sampled_from(totals), st.sampled_from(totals[-3:])))  # part four too
        one, other = draw(st.permutations(relation.paths))[:2]
        [total] = relation.right
        first, second, sum_ = (int(report[path] or 0) for path in (one, other, total))
        error = draw(st.sampled_from((1, -1, 10, -second)))
        faults = (
            {one: first + error},
            {one: first + error, total: sum_ + error},
            {one: second, other: first},
        )
        spoilt = draw(st.sampled_from(faults))
        report = report.replace({path: max(0, value) for path, value in spoilt.items()})
    near = st.sampled_from(relation.paths)  # of the last fault; elsewhere a blank seldom matters
    far = st.sampled_from([path for each in totals for path in each.paths])
    blank = draw(st.lists(st.one_of(near, far), max_size=3))
    return report.replace(dict.fromkeys(blank))


@given(faulty_reports())
def test_locate_gives_what_trying_everything_gives(report: dr.Report) -> None:
    """Against a slow search that sets every cell, and every count with its total, and evaluates."""
    tried = {frozenset(changes.items()) for changes in _tried(report)}
    smallest = {each for each in tried if not any(other < each for other in tried)}
    assert {frozenset(found.changes) for found in dr.locate(report) if found.changes} == smallest


@pytest.mark.parametrize("code", ["L101", "L102", "L201", "L203"])
def test_faulty_reports_are_of_every_kind(code: str) -> None:
    def is_so(report: dr.Report) -> bool:
        return code in {found.rule.code for found in dr.locate(report)}

    first = settings(max_examples=500, phases=(Phase.generate,), database=None)
    assert is_so(find(faulty_reports(), is_so, settings=first))


def _tried(report: dr.Report) -> Iterator[dict[str, int]]:
    before = {each.relation: each for each in dr.evaluate(report)}
    for part in ("applications.", *(f"disputes.{b}." for b in ("reconsideration", "direct_litigation"))):
        yield from _tried_in(report, before, part)
    yield from _tried_in(report, before, "disputes.litigation_after_reconsideration.")


def _tried_in(report: dr.Report, before: dict, part: str) -> Iterator[dict[str, int]]:  # type: ignore[type-arg]
    cells = report.cells()
    inside = {each: found for each, found in before.items() if each.right[0].startswith(part)}
    broken = [each for each, found in inside.items() if found.status == "violated"]
    errors = {
        sign * inside[each].difference
        for each in broken
        if all(cells[path] is not None for path in each.paths)
        for sign in (1, -1)
    }
    totals = [each for each in inside if len(each.right) == 1]
    pairs = [(path, each.right[0]) for each in totals for path in each.left]
    for chosen in [*((path,) for path in cells if path.startswith(part)), *pairs]:
        for error in errors:
            if any(cells[path] is None or cells[path] + error < 0 for path in chosen):
                continue
            changes = {path: int(cells[path] or 0) + error for path in chosen}
            after = {each.relation: each.status for each in dr.evaluate(report.replace(changes))}
            if not any(after[each] == "violated" for each in inside):
                yield changes


def test_the_slow_search_finds_something() -> None:
    path = "applications.outcomes.disclosed.natural_person"
    assert [*_tried(sound(dr.Form.Y2021).replace({path: 1}))] == [{path: 100}]
