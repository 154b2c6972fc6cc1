"""JSON: equal on the way back, every error with its path, a schema that is current."""

import json
import runpy
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import disclosure_report as dr
from disclosure_report.errors import InvalidJSONError
from disclosure_report.model.schema import schema


ROOT = Path(__file__).parent.parent.parent
COMMITTED = ROOT / "src" / "disclosure_report" / "report.schema.json"


def test_the_committed_schema_is_current() -> None:
    current = runpy.run_path(str(ROOT / "docs" / "make_schema.py"))["text"]()
    assert COMMITTED.read_text(encoding="utf-8") == current


def test_the_schema_takes_what_is_written_and_refuses_other_keys(full: dr.Report) -> None:
    check = jsonschema.Draft202012Validator(schema())
    document = json.loads(dr.to_json(full))
    check.validate(document)
    document["applications"]["outcomes"]["x"] = 1
    assert not check.is_valid(document)


def _set(document: Any, path: str, value: Any) -> None:
    *way, last = path.split(".")
    for name in way:
        document = document[int(name)] if isinstance(document, list) else document[name]
    document[last] = value


PROBLEMS: list[tuple[str, Any, str, str]] = [
    ("zzz", 1, "(report)", "unknown keys: zzz"),
    ("applications.outcomes.x", 1, "applications.outcomes", "unknown keys: x"),
    ("applications.newly_received.total", True, "applications.newly_received.total", "not bool"),
    ("applications.newly_received.total", "5", "applications.newly_received.total", "not str"),
    ("applications.newly_received.total", 1.5, "applications.newly_received.total", "not float"),
    ("applications.newly_received.total", -1, "applications.newly_received.total", "not negative"),
    ("applications.newly_received", 5, "applications.newly_received", "takes an object"),
    ("applications.form", 2020, "form", "is 2019 or 2021"),
    ("applications.form", 2021.0, "form", "is 2019 or 2021"),
    ("applications.form", [], "form", "is 2019 or 2021"),
    ("disputes", None, "disputes", "takes an object, not NoneType"),
    ("proactive_disclosure.administrative_fees.amount", 1, "amount", "string"),
    ("proactive_disclosure.administrative_fees.amount", "1,5", "amount", "an amount is a string"),
    ("proactive_disclosure.administrative_fees.amount", "NaN", "amount", "an amount is a string"),
    ("proactive_disclosure.administrative_fees.amount", "9" * 16, "amount", "at most 15 digits"),
    ("proactive_disclosure.administrative_fees.amount", "1 @ 2", "amount", "found '1 @ 2'"),
    ("overview.0.foo", 1, "overview[0]", "foo"),
    ("overview.0.heading", 7, "overview[0]", "level 1 or 2"),
    ("overview.0.heading", True, "overview[0]", "level 1 or 2"),
    ("overview.0.heading", 1.0, "overview[0]", "level 1 or 2"),
    ("overview.0.heading", [], "overview[0]", "level 1 or 2"),
    ("overview.0.text", "", "overview[0]", "not empty"),
    ("overview.1.text", " ", "overview[1]: text", "not empty"),
    ("overview.1.text", None, "overview[1]: text", "is a str"),
    ("overview", ["text"], "overview[0]", "takes an object"),
    ("overview", "text", "overview", "list of blocks"),
    ("year", "2021", "year", "from 2008"),
    ("agency", "a\nb", "agency", "one line"),
    ("agency", "　", "agency: text", "not empty"),
    ("title", 5, "title", "is a str"),
    ("publication_date", 20220118, "publication_date", "2022-01-18"),
    ("publication_date", "1月", "publication_date", "2022-01-18"),
    ("schema_version", 2, "schema_version", "reads 1"),
    ("schema_version", True, "schema_version", "reads 1"),
]


@pytest.mark.parametrize(("path", "value", "at", "words"), PROBLEMS)
def test_a_problem_names_its_path(path: str, value: Any, at: str, words: str, full: dr.Report) -> None:
    document = json.loads(dr.to_json(full))
    _set(document, path, value)
    with pytest.raises(InvalidJSONError) as raised:
        dr.from_json(json.dumps(document))
    [(found_at, problem)] = raised.value.problems
    assert at in f"{found_at}: {problem}"
    assert words in problem


def test_every_problem_is_reported(full: dr.Report) -> None:
    document = json.loads(dr.to_json(full))
    for path in ("applications.newly_received.total", "disputes.reconsideration.upheld", "year"):
        _set(document, path, -5)
    document["agency"] = "青溪\n镇"
    with pytest.raises(InvalidJSONError) as raised:
        dr.from_json(json.dumps(document))
    assert [path for path, _ in raised.value.problems] == [
        "agency",
        "year",
        "applications.newly_received.total",
        "disputes.reconsideration.upheld",
    ]


@pytest.mark.parametrize(
    "text", ["", "[]", "{", "null", "nan", '{"a":1,"a":2}', "[" * 100_000, "1" * 5000, "{}", '"\\ud800"']
)
def test_what_is_no_report_is_refused(text: str) -> None:
    with pytest.raises(InvalidJSONError):
        dr.from_json(text)


def test_a_missing_table_is_refused_and_a_missing_cell_is_blank(full: dr.Report) -> None:
    document = json.loads(dr.to_json(full))
    del document["disputes"]["reconsideration"]["upheld"]
    assert dr.from_json(json.dumps(document))["disputes.reconsideration.upheld"] is None
    del document["disputes"]
    with pytest.raises(InvalidJSONError, match="disputes: required field missing"):
        dr.from_json(json.dumps(document))


@pytest.mark.parametrize("amount", ["1_000", "１２", " 1.5 ", "٣", "1e3", "", "+"])
def test_an_amount_is_plain_digits(amount: str, full: dr.Report) -> None:
    document = json.loads(dr.to_json(full))
    _set(document, "proactive_disclosure.administrative_fees.amount", amount)
    with pytest.raises(InvalidJSONError, match="amount"):
        dr.from_json(json.dumps(document))


@pytest.mark.parametrize("text", ["20220118", "2022-W03-2", "2022-02-30"])
def test_a_date_is_year_month_day(text: str, full: dr.Report) -> None:
    document = json.loads(dr.to_json(full))
    document["publication_date"] = text
    with pytest.raises(InvalidJSONError, match="publication_date"):
        dr.from_json(json.dumps(document))


def test_a_number_beyond_all_bounds_and_a_key_among_many_are_refused() -> None:
    with pytest.raises(InvalidJSONError, match="year"):
        dr.from_json('{"schema_version":1,"year":1e9999999999999999999}')
    keys = ",".join(f'"k{number}":1' for number in range(50_000))
    with pytest.raises(InvalidJSONError, match="twice"):
        dr.from_json(f'{{{keys},"k49999":1}}')


def test_the_text_is_indented_and_in_plain_characters() -> None:
    report = dr.Report.blank("青溪镇", 2021)
    lines = dr.to_json(report).splitlines()
    assert lines[0] == "{"
    assert '  "agency": "青溪镇",' in lines
    assert dr.to_json(report, indent=None).count("\n") == 1


def test_white_space_around_text_is_not_kept(full: dr.Report) -> None:
    document = json.loads(dr.to_json(full))
    document["agency"] = " 青溪镇\n\n"
    document["overview"][1]["text"] += "　"
    assert dr.from_json(json.dumps(document)) == full


def test_dates_and_small_amounts_are_written_in_digits(full: dr.Report) -> None:
    path = "proactive_disclosure.administrative_fees.amount"
    report = full.replace({path: Decimal("0.00000001")}, publication_date=date(2022, 1, 8))
    document = json.loads(dr.to_json(report))
    assert document["proactive_disclosure"]["administrative_fees"]["amount"] == "0.00000001"
    assert document["publication_date"] == "2022-01-08"
    assert dr.from_json(json.dumps(document)) == report


def test_a_key_that_stands_twice_is_named() -> None:
    with pytest.raises(InvalidJSONError, match=r"the key 'b' stands twice"):
        dr.from_json('{"a": 1, "b": 2, "c": 3, "b": 4}')
