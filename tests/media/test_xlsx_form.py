"""The form to fill in: what is open, what is computed, what turns red, what is asked for."""

import io
from typing import Any

import openpyxl
import pytest

import disclosure_report as dr
from disclosure_report.errors import InvalidValueError
from disclosure_report.layout.shapes import shape_of
from disclosure_report.media.xlsx.formulas import totals_of


SHEETS = {"proactive_disclosure": "二 主动公开", "applications": "三 申请", "disputes": "四 复议诉讼"}


def _form(report: dr.Report, *, values: bool = False, **options: Any) -> Any:
    data = dr.to_bytes(report, "xlsx", fillable=True, **options)
    return openpyxl.load_workbook(io.BytesIO(data), data_only=values)


def _cell(book: Any, path: str) -> Any:
    [(sheet, address)] = book.defined_names[path].destinations
    return book[sheet][address.replace("$", "")]


def _validations(book: Any) -> dict[tuple[str, str], Any]:
    return {
        (sheet.title, str(each.sqref)): each
        for sheet in book.worksheets
        for each in sheet.data_validations.dataValidation
    }


@pytest.mark.parametrize("form", dr.Form)
def test_only_the_cells_to_fill_in_are_open_and_say_what_they_take(form: dr.Form) -> None:
    book = _form(dr.Report.blank("青溪镇", form.value))
    validations = _validations(book)
    kinds = {"count": ("whole", "0"), "signed": ("whole", "-9"), "amount": ("decimal", "-9")}
    fields = dr.fields(form)
    for said in fields:
        cell = _cell(book, said.path)
        found = validations.pop((cell.parent.title, cell.coordinate), None)
        if said.is_total:
            assert (cell.protection.locked, found) == (True, None)
            continue
        kind, least = kinds[said.kind]
        assert cell.protection.locked is False
        assert (found.type, found.operator, found.formula1[: len(least)]) == (kind, "between", least)
        assert found.prompt.startswith(" / ".join(said.labels))
        assert len(found.prompt) <= 255
        assert "没有" in found.error
        assert found.showErrorMessage
    assert validations == {}
    for name in (*SHEETS.values(), "勾稽检查", "说明"):
        assert book[name].protection.sheet
        assert book[name].protection.password is None
    locked = [cell for row in book["三 申请"].iter_rows() for cell in row if cell.protection.locked]
    assert len(locked) > len([said for said in fields if said.is_total])


def test_a_total_is_a_formula_that_shows_nothing_over_blanks() -> None:
    blank = dr.Report.blank("青溪镇", 2021)
    path = "applications.newly_received.total"
    assert _cell(_form(blank), path).value == '=IF(COUNT($D$4:$I$4)<6,"",SUM($D$4:$I$4))'
    assert _cell(_form(blank, values=True), path).value is None
    addends = [path.replace("total", name) for name in ("natural_person", "commercial_enterprise")]
    zeros = {p: 0 for p in blank.cells() if p.startswith("applications.newly_received.") and p != path}
    filled = blank.replace({**zeros, addends[0]: 3, addends[1]: 4})
    assert _cell(_form(filled, values=True), path).value == 7


@pytest.mark.parametrize("form", dr.Form)
def test_every_total_of_the_form_is_computed(form: dr.Form) -> None:
    totals = [said.path for said in dr.fields(form) if said.is_total]
    report = dr.Report.blank("青溪镇", form.value)
    computed = [
        shape_of(compiled).inputs[slot].name
        for compiled, _ in report.tables()
        for slot in totals_of(shape_of(compiled))
    ]
    assert sorted(computed) == sorted(totals)


def test_a_total_that_differs_stays_the_number_that_it_is() -> None:
    path = "applications.newly_received.total"
    wrong = dr.complete(dr.Report.blank("青溪镇", 2021), zeros=True).report.replace({path: 5})
    cell = _cell(_form(wrong), path)
    assert (cell.value, cell.protection.locked) == (5, False)
    assert _form(wrong, values=True)["勾稽检查"]["A1"].value == "有 2 处不平"
    only = dr.Report.blank("青溪镇", 2021).replace({path: 5})
    assert dr.read(dr.to_bytes(only, "xlsx", fillable=True)).report == only


def test_the_first_line_of_the_checks_says_how_it_stands() -> None:
    blank = dr.Report.blank("青溪镇", 2021)
    zeros = dr.complete(blank, zeros=True).report
    path = "applications.carried_forward.natural_person"
    first = {
        "还有 166 格未填": blank,
        "可以上报": zeros,
        "有 2 处不平": zeros.replace({path: 1, path.replace("natural_person", "total"): None}),
        "还有 1 格未填": zeros.replace({path: None, path.replace("natural_person", "total"): None}),
    }
    for words, report in first.items():
        assert str(_form(report, values=True)["勾稽检查"]["A1"].value).startswith(words)


def test_each_relation_and_each_wrong_number_turns_red() -> None:
    report = dr.Report.blank("青溪镇", 2021)
    book = _form(report)
    rules = {
        name: [(str(where.sqref), rule) for where, found in _rules(book[name]) for rule in found]
        for name in SHEETS.values()
    }
    assert all(rule.dxf.fill.bgColor.rgb == "FFFFC7CE" for found in rules.values() for _, rule in found)
    for compiled, _ in report.tables():
        shape = shape_of(compiled)
        found = rules[shape.title]
        relations = [where for where, rule in found if rule.formula[0].startswith("OR(AND(COUNT(")]
        assert len(relations) == len(shape.sums)
        covered = {
            cell.coordinate
            for where, rule in found
            if rule.formula[0].startswith("IF(")
            for area in where.split()
            for row in book[shape.title][f"{area}:{area}" if ":" not in area else area]
            for cell in row
        }
        assert covered == {_cell(book, said.name).coordinate for said in shape.inputs}


def _rules(sheet: Any) -> list[tuple[Any, Any]]:
    return [(where, where.rules) for where in sheet.conditional_formatting]


def test_what_last_year_says_is_shown_beside_the_cell() -> None:
    last = dr.complete(dr.Report.blank("青溪镇", 2021), zeros=True).report.replace(
        {"proactive_disclosure.rules.in_force": 12, "applications.carried_forward.natural_person": 3}
    )
    book = _form(dr.Report.blank("青溪镇", 2022), previous=last)
    validations = _validations(book)
    hinted = {
        "proactive_disclosure.rules.in_force": "上年报告为12",
        "applications.brought_forward.natural_person": "上年报告为3",
    }
    for path, words in hinted.items():
        cell = _cell(book, path)
        assert validations[cell.parent.title, cell.coordinate].prompt.endswith("\n" + words)
    cell = _cell(book, "proactive_disclosure.rules.issued")
    assert "上年" not in validations[cell.parent.title, cell.coordinate].prompt


def test_last_years_report_needs_a_form_to_fill_in(full: dr.Report) -> None:
    for options in ({"previous": full}, {"previous": 5, "fillable": True}):
        with pytest.raises(InvalidValueError, match="previous"):
            dr.to_bytes(full, "xlsx", **options)


def test_there_is_room_for_words_under_each_heading() -> None:
    rows = list(_form(dr.Report.blank("青溪镇", 2021))["文字"].iter_rows(min_row=2, values_only=True))
    headings = [number for number, (level, _) in enumerate(rows) if level]
    assert len(headings) == 3
    assert headings[0] > 0
    assert all(rows[number + 1] == (None, None) for number in headings)


def test_a_form_filled_in_reads_as_what_was_filled_in() -> None:
    book = _form(dr.Report.blank(None, 2021))
    _cell(book, "detail.agency").value = "青溪镇"
    _cell(book, "applications.newly_received.natural_person").value = 3
    sheet = book["文字"]
    first = next(cell for cell in sheet["B"] if cell.value == "一、总体情况")
    sheet.cell(first.row + 1, 2).value = "全年公开信息126条。"
    sheet.cell(first.row + 2, 1).value = 2
    sheet.cell(first.row + 2, 2).value = "（一）主动公开"
    made = io.BytesIO()
    book.save(made)
    reading = dr.read(made.getvalue())
    report = reading.report
    assert (report.agency, report.year) == ("青溪镇", 2021)
    assert report["applications.newly_received.natural_person"] == 3
    assert [block.text for block in report.overview] == ["全年公开信息126条。", "（一）主动公开"]
    # openpyxl keeps no results of formulas: the totals are blank, and it is said
    assert {finding.code for finding in reading.findings} == {"R506"}
