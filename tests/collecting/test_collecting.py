"""From files to reports, findings and a total: what counts, what is told, which year, which blanks."""

import pickle
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import disclosure_report as dr
from disclosure_report.checks.baseline import Baseline, Known
from disclosure_report.collecting import Collection, receive
from disclosure_report.errors import DamagedFileError, InvalidValueError
from disclosure_report.layout.recognise.reading import Reading


ROSTER = dr.Roster.parse("机关,类型,上级\n青溪镇,乡镇,云岭县\n悦来镇,乡镇,云岭县\n财政局,部门,云岭县\n")
TOTAL, UPHELD = "disputes.reconsideration.total", "disputes.reconsideration.upheld"
TEXTS = {
    "overview": "公开信息。",
    "problems_and_improvements": "存在的问题：不足。改进情况：加强培训。",
    "other_matters": "没有收取信息处理费。",
}


def _report(agency: str | None, upheld: int | None = 1, year: int | None = 2026, **more: Any) -> dr.Report:
    blank = dr.Report.blank(agency, year, dr.Form.Y2021)
    texts = {part: dr.Prose.from_text(text) for part, text in TEXTS.items()}
    report = dr.complete(blank.replace({UPHELD: upheld, TOTAL: upheld}, **texts), zeros=True).report
    return report.replace({UPHELD: upheld}, **more)


def _sent(report: dr.Report, medium: str = "docx") -> Any:
    return dr.read(dr.to_bytes(report, medium))


def _files(**upheld: int | None) -> list[Any]:
    """A document of each agency with so many cases."""
    return [(f"{number}.docx", _sent(_report(*each))) for number, each in enumerate(upheld.items())]


def _codes(found: Collection) -> dict[str, list[str]]:
    return {
        each.office.agency: [filed.finding.code for filed in each.findings]
        for each in found.offices
        if each.findings
    }


def test_what_counts_is_added_up_under_the_names_of_the_roster() -> None:
    files = [
        ("a.docx", _sent(_report("云岭县青溪镇人民政府", 2))),
        ("b.xlsx", _sent(_report("悦来镇", 3), "xlsx")),
        ("c.html", _sent(_report("财政局", 4), "html")),
    ]
    found = dr.collect(ROSTER, files)
    assert (found.year, _codes(found), found.others, found.findings) == (2026, {}, (), ())
    assert found.total is not None
    assert (found.total.report.agency, found.total.report.year, found.total.report[TOTAL]) == (
        "云岭县",
        2026,
        9,
    )
    assert [part.agency for part in found.total.parts(TOTAL)] == ["青溪镇", "悦来镇", "财政局"]
    assert [each.reading and each.reading.report.agency for each in found.offices][:1] == [
        "云岭县青溪镇人民政府"
    ]


def test_what_the_roster_knows_is_filled_in_where_the_report_says_nothing() -> None:
    roster = dr.Roster((dr.Office("青溪镇", "X1"),))
    found = dr.collect(roster, [("青溪镇.docx", _sent(_report(None, year=None)))], year=2026)
    [office] = found.offices
    assert office.reading is not None
    report = office.reading.report
    assert (report.agency, report.agency_id, report.year) == ("青溪镇", "X1", 2026)
    assert [filed.finding.code for filed in office.findings] == ["A317", "R102", "R103"]


def test_the_year_is_that_of_most_reports() -> None:
    files = [
        ("a", _sent(_report("青溪镇"))),
        ("b", _sent(_report("悦来镇"))),
        ("c", _sent(_report("财政局", year=2025))),
    ]
    found = dr.collect(ROSTER, files)
    assert (found.year, _codes(found)) == (2026, {"财政局": ["A307"]})
    assert found.findings[0].text() == "是2025年的报告，不是2026年的，没有计入"
    assert found.total is not None
    assert len(found.total.sources) == 2
    assert _codes(dr.collect(ROSTER, files, year=2025)) == {"青溪镇": ["A307"], "悦来镇": ["A307"]}
    with pytest.raises(InvalidValueError, match="year: is to be given: as many files are of 2025 as of 2026"):
        dr.collect(ROSTER, files[1:])


def test_nothing_that_counts_has_no_total() -> None:
    found = dr.collect(ROSTER, iter(()))
    assert (found.year, found.total) == (None, None)
    assert _codes(found) == {"青溪镇": ["A301"], "悦来镇": ["A301"], "财政局": ["A301"]}
    assert len(found.findings) == 3


@pytest.mark.parametrize(
    ("error", "chinese", "reason"),
    [
        (DamagedFileError("青溪镇.docx", "is empty"), "文件已损坏、已加密或不是所称的类型", "is empty"),
        (PermissionError(13, "Permission denied"), "没有打开文件的权限，或文件正被占用", "Permission denied"),
        (OSError("gone"), "文件打不开", "gone"),
        (RecursionError("too deep"), "文件不能读取", "RecursionError: too deep"),
        (InvalidValueError("source", "no path"), "文件不能读取", "source: no path"),
    ],
)
def test_what_cannot_be_read_is_listed_by_its_name(error: Exception, chinese: str, reason: str) -> None:
    found = dr.collect(ROSTER, [("青溪镇.docx", error), ("x.docx", error)], year=2026)
    [filed] = found.offices[0].findings
    assert (filed.file, filed.finding.code, filed.finding.severity) == ("青溪镇.docx", "A308", "error")
    assert filed.finding.text() == f"{chinese}，没有计入（{reason}）"
    assert filed.finding.text("en") == f"cannot be read and does not count: {reason}"
    assert [(each.file, each.finding.code) for each in found.others] == [("x.docx", "A308")]


def test_another_page_is_no_report() -> None:
    found = dr.collect(ROSTER, [("悦来镇.txt", dr.read("请于1月20日前报送。".encode(), "text"))], year=2026)
    assert _codes(found)["悦来镇"] == ["R101"]
    assert found.total is None


def test_last_years_reports_are_compared_with() -> None:
    brought = {"applications.brought_forward.total": 5, "applications.brought_forward.natural_person": 5}
    this = _report("青溪镇").replace({**brought, "applications.carried_forward.total": 5})
    this = this.replace({"applications.carried_forward.natural_person": 5})
    files = [("a", _sent(this))]
    last = [
        ("last.docx", _sent(_report("青溪镇", year=2025))),
        ("x.docx", DamagedFileError("x.docx", "is empty")),
    ]
    found = dr.collect(ROSTER, files, previous=last, select=["Y"])
    assert _codes(found) == {"青溪镇": ["Y301"]}
    assert (
        _codes(dr.collect(ROSTER, files, previous=[("last.docx", _sent(_report("青溪镇")))], select=["Y"]))
        == {}
    )


@pytest.mark.parametrize(("blanks", "value"), [("keep", None), ("prove", 3), ("zero", 3)])
def test_blanks_are_treated_after_files_have_been_joined(blanks: Any, value: int | None) -> None:
    numbers = _report("青溪镇", 3).replace({TOTAL: None})
    document = dr.Report.blank("青溪镇", 2026).replace({UPHELD: 3}, overview=dr.Prose.from_text("公开信息。"))
    files = [("青溪镇.xlsx", _sent(numbers, "xlsx")), ("青溪镇.docx", _sent(document))]
    found = dr.collect(ROSTER, files, blanks=blanks, select=["A309", "B101", "B102"])
    reading = found.offices[0].reading
    assert reading is not None
    assert reading.report[TOTAL] == value
    assert _codes(found) == ({} if value else {"青溪镇": ["B102"]})


def test_zeros_that_cannot_be_are_told() -> None:
    pending, corrected = "disputes.reconsideration.pending", "disputes.reconsideration.corrected"
    report = _report("青溪镇", 3).replace({pending: None, corrected: None, TOTAL: 5})
    found = dr.collect(ROSTER, [("a", _sent(report))], blanks="zero", ignore=["A301"])
    assert _codes(found) == {"青溪镇": ["C202", "B102"]}


def test_findings_that_are_known_are_not_told() -> None:
    files = [("a", _sent(_report("青溪镇").replace({TOTAL: 7})))]
    [found] = [each for each in dr.collect(ROSTER, files).findings if each.code == "P401"]
    report = _report("青溪镇").replace({TOTAL: 7})
    known = Baseline((Known.of(found, report, "上级核定。"),)).text().encode()
    assert _codes(dr.collect(ROSTER, files, ignore=["A3"])) == {"青溪镇": ["P401"]}
    assert _codes(dr.collect(ROSTER, files, ignore=["A3"], baseline=known)) == {}
    with pytest.raises(DamagedFileError):
        dr.collect(ROSTER, files, baseline=b"[[known]]\n")


def test_a_parents_own_report_is_reconciled_with_those_below_it() -> None:
    roster = dr.Roster.parse("机关,上级\n云岭县,\n青溪镇,云岭县\n悦来镇,云岭县\n")
    files = [
        ("a", _sent(_report("青溪镇", 2))),
        ("b", _sent(_report("悦来镇", 3))),
        ("c", _sent(_report("云岭县", 3))),
    ]
    found = dr.collect(roster, files)
    assert _codes(found) == {"云岭县": ["A201", "A201", "A202"]}
    assert "“青溪镇”" in found.offices[0].findings[-1].finding.text()
    assert [*found.reconciliations] == ["云岭县"]
    assert found.total is not None
    assert found.total.report[TOTAL] == 5
    whole = _files(青溪镇=2, 悦来镇=3, 云岭县=5)
    assert _codes(dr.collect(roster, whole)) == {}
    # While a report is missing, a difference accuses nobody.
    lacking = dr.collect(roster, whole[1:])
    assert _codes(lacking) == {"云岭县": ["A209"], "青溪镇": ["A301"]}
    assert lacking.offices[0].findings[0].finding.text() == "1个下级没有报告，不在合计中：青溪镇"
    assert lacking.total is not None
    assert [finding.text() for finding in lacking.total.findings] == ["汇总缺1个机关：青溪镇"]


def test_each_level_is_reconciled_and_the_total_is_that_of_the_lowest() -> None:
    lines = ["机关,上级", "云岭市,", "云岭县,云岭市", "青溪镇,云岭县", "悦来镇,云岭县", "财政局,云岭市"]
    roster = dr.Roster.parse("\n".join(lines))
    files = _files(云岭市=9, 云岭县=3, 青溪镇=2, 悦来镇=3, 财政局=4)
    found = dr.collect(roster, files)
    assert [*found.reconciliations] == ["云岭市", "云岭县"]
    assert found.total is not None
    assert (found.total.report.agency, found.total.report[TOTAL]) == ("云岭市", 9)
    told = {
        each.office.agency: [filed.finding.text("en") for filed in each.findings if filed.file]
        for each in found.offices
        if each.findings
    }
    assert told["云岭县"][-1] == "the parent's report without 青溪镇: that alone explains all 2 differences"
    assert told["云岭市"][0].endswith("9 in the parent's report, 7 in the sum of its children; difference 2")
    assert [*told] == ["云岭市", "云岭县"]


def test_a_report_of_the_own_office_alone_is_told() -> None:
    roster = dr.Roster.parse("机关,上级\n云岭县,\n青溪镇,云岭县\n悦来镇,云岭县\n")
    row = "applications.newly_received."
    many = {f"{row}total": 9, f"{row}natural_person": 9}
    reports = [*(_report(name, 5).replace(many) for name in ("青溪镇", "悦来镇")), _report("云岭县", 1)]
    files = [(f"{number}.docx", _sent(each)) for number, each in enumerate(reports)]
    found = dr.collect(roster, files, select=["A"])
    assert "A208" in _codes(found)["云岭县"]
    assert found.reconciliations["云岭县"].covers == "own office"


def test_what_is_said_of_the_total_is_said_once() -> None:
    found = dr.collect(ROSTER, _files(青溪镇=None, 悦来镇=3), select=["A1"])
    assert found.total is not None
    assert (
        [finding.code for finding in found.findings]
        == [finding.code for finding in found.total.findings]
        == ["A104"]
    )


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        ({"year": 1900}, "year: a year is an int from 2008"),
        ({"blanks": "none"}, "blanks: is one of keep, prove, zero, not 'none'"),
        ({"select": ["Q"]}, "select: no code begins with 'Q'"),
        ({"agency": "a\nb"}, "agency: is one line of text"),
    ],
)
def test_what_cannot_be_meant_is_refused(options: dict[str, Any], problem: str) -> None:
    with pytest.raises(InvalidValueError, match=problem):
        dr.collect(ROSTER, [("a", _sent(_report("青溪镇")))], **options)


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        (("名册.csv", []), "roster: takes a Roster, not str"),
        ((ROSTER, None), "files: takes pairs of a name and a reading, not NoneType"),
        ((ROSTER, [("a.docx", "text")]), r"files\[0\]: takes a name with what read gave, or its error, not"),
        ((ROSTER, [("a.docx", OSError()), ("a", OSError(), 3)]), r"files\[1\]: takes a name"),
        ((ROSTER, ["a.docx"]), r"files\[0\]: takes a name with what read gave, or its error, not 'a.docx'"),
        ((ROSTER, [(5, OSError())]), r"files\[0\]: takes a name"),
    ],
)
def test_what_are_no_files_is_refused_with_its_number(given: Any, problem: str) -> None:
    with pytest.raises(InvalidValueError, match=problem):
        dr.collect(*given)
    if given[0] is ROSTER:
        with pytest.raises(InvalidValueError, match=r"^(files|previous)"):
            dr.collect(ROSTER, [], previous=given[1])


def test_attempt_gives_the_error_of_a_file_and_raises_that_of_the_caller(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"PK\x03\x04 cut off")
    name, error = dr.attempt(path)
    assert (name, type(error)) == (str(path), DamagedFileError)
    dr.write(_report("青溪镇"), path)
    name, reading = dr.attempt(path, agency="青溪镇", year=2026)
    assert isinstance(reading, Reading)
    assert reading.report == _report("青溪镇")
    with pytest.raises(TypeError):
        dr.attempt(path, strict=True)  # type: ignore[call-arg]
    for options in ({"year": "x"}, {"agency": 5}):
        with pytest.raises(InvalidValueError):
            dr.attempt(path, **options)


def test_files_of_no_office_have_no_voice_in_the_year() -> None:
    strangers = [("x.docx", _sent(_report(f"{name}镇", year=2024))) for name in "甲乙丙丁戊"]
    found = dr.collect(ROSTER, [*strangers, *_files(青溪镇=1, 悦来镇=1)])
    assert (found.year, _codes(found)) == (2026, {"财政局": ["A301"]})


@pytest.mark.parametrize("blanks", ["prove", "zero"])
def test_what_files_say_differently_is_settled_by_no_declaration(blanks: Any) -> None:
    files = [("a.docx", _sent(_report("青溪镇", 5))), ("b.xlsx", _sent(_report("青溪镇", 6), "xlsx"))]
    found = dr.collect(ROSTER, files, blanks=blanks, ignore=["A301", "B"])
    assert _codes(found) == {"青溪镇": ["A309", "A309"]}
    assert found.total is not None
    assert {found.total.report[path] for path in (UPHELD, TOTAL)} == {None}
    assert found.total.report["applications.newly_received.total"] == 0
    # What filling in would say of such a table is not said.
    pending, corrected = "disputes.reconsideration.pending", "disputes.reconsideration.corrected"
    unsure = [_report("青溪镇", each).replace({pending: None, corrected: None, TOTAL: 9}) for each in (5, 6)]
    twice = [("a.docx", _sent(unsure[0])), ("b.xlsx", _sent(unsure[1], "xlsx"))]
    assert _codes(dr.collect(ROSTER, twice, blanks=blanks, ignore=["A301", "B"])) == {"青溪镇": ["A309"]}
    old = dr.complete(dr.Report.blank("青溪镇", 2026, dr.Form.Y2019), zeros=True).report
    mixed = dr.collect(ROSTER, [files[0], ("b.xlsx", _sent(old, "xlsx"))], blanks=blanks)
    assert mixed.total is not None
    assert mixed.total.report["applications.newly_received.total"] is None


def test_doubts_are_those_about_the_files_themselves() -> None:
    twice = [("a.docx", _sent(_report("青溪镇", 1))), ("b.docx", _sent(_report("青溪镇", 2)))]
    nameless = ("悦来镇.docx", _sent(_report(None)))
    found = receive(ROSTER, [*twice, nameless, ("x.docx", _sent(_report("清河镇")))], 2026)
    assert [(name, finding.code) for name, finding in found.doubts] == [
        ("青溪镇", "A303"),
        ("青溪镇", "A309"),
        ("青溪镇", "A309"),
        ("悦来镇.docx", "A317"),
        ("x.docx", "A305"),
    ]
    assert [*found.reports] == ["青溪镇", "悦来镇"]


def test_what_was_collected_is_a_value() -> None:
    report = _report("青溪镇")
    files = [("a.docx", _sent(report)), ("b.xlsx", _sent(report, "xlsx"))]
    found = dr.collect(ROSTER, files, previous=[("c.docx", _sent(_report("青溪镇", year=2025)))])
    again = dr.collect(ROSTER, files, previous=[("c.docx", _sent(_report("青溪镇", year=2025)))])
    assert found == again == pickle.loads(pickle.dumps(found))
    assert hash(found) == hash(again)


def test_choosing_codes_changes_no_fact() -> None:
    damaged = DamagedFileError("悦来镇.docx", "is empty")
    files = [("财政局.docx", _sent(_report("青溪镇"))), ("悦来镇.docx", damaged)]
    found = dr.collect(ROSTER, files, year=2026, select=["P"])
    assert (found.findings, found.unread) == ((), ("悦来镇.docx",))
    assert [office.files for office in found.offices] == [(), ("悦来镇.docx",), ("财政局.docx",)]
    lacking = dr.collect(ROSTER, _files(青溪镇=None), ignore=["A104", "A3", "B"])
    assert lacking.findings == ()


def test_files_may_come_one_after_another() -> None:
    def files() -> Iterator[Any]:
        yield "a", _sent(_report("青溪镇"))
        yield "b", _sent(_report("悦来镇"))

    assert _codes(dr.collect(ROSTER, files())) == {"财政局": ["A301"]}
