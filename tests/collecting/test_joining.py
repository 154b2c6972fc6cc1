"""Several files of one office: what they agree on stands, what they differ in is blank and told."""

from datetime import date
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import disclosure_report as dr
from disclosure_report.checks.catalogue import ROW_TOTAL
from disclosure_report.collecting.joining import Joined, join
from disclosure_report.collecting.merging import Sent
from disclosure_report.model.findings import Finding
from disclosure_report.testing import reports


NEW, UPHELD = "applications.newly_received.total", "disputes.reconsideration.upheld"
NATURAL = "applications.newly_received.natural_person"
PROSE = ("preamble", "overview", "problems_and_improvements", "other_matters")


def _sent(file: str, report: dr.Report) -> Sent:
    """A file with this report, of the medium that its name says."""
    return Sent(file, dr.read(dr.to_bytes(report, file.rpartition(".")[2])))


def _report(*parts: str, form: dr.Form | None = None, **cells: Any) -> dr.Report:
    """A report with text in *parts* and numbers in cells of part four."""
    report = dr.Report.blank("青溪镇", 2026, form)
    texts = {part: dr.Prose.from_text(f"{part}的文字。") for part in parts}
    return report.replace({f"disputes.reconsideration.{name}": it for name, it in cells.items()}, **texts)


def _codes(joined: Joined) -> list[str]:
    return [filed.finding.code for filed in joined.findings]


def test_one_file_is_what_it_was() -> None:
    sent = _sent("a.docx", _report("overview", upheld=3))
    joined = join([sent])
    assert joined.reading is sent.reading
    assert (joined.files, _codes(joined)) == (("a.docx",), [each.code for each in sent.reading.findings])
    assert joined.file_of_path(UPHELD) == joined.file_of_path("overview[0]") == "a.docx"


def test_numbers_of_a_workbook_and_text_of_a_document_are_one_report() -> None:
    numbers = dr.complete(_report(upheld=3), zeros=True).report
    texts = dr.read(
        "一、总体情况\n公开信息。\n五、存在的主要问题及改进情况\n不足。\n六、其他需要报告的事项\n无。".encode(),
        "text",
    )
    joined = join([_sent("a.xlsx", numbers), Sent("b.txt", texts)])
    report = joined.reading.report
    assert report.cells() == numbers.cells()
    assert (report.agency, report.year, report.overview.text) == ("青溪镇", 2026, "公开信息。")
    assert _codes(joined) == []
    assert (joined.file_of_path(UPHELD), joined.file_of_path("overview[0]")) == ("a.xlsx", "b.txt")
    assert str(joined.reading.place_of(UPHELD)).startswith("四 复议诉讼!")
    assert str(joined.reading.place_of("overview[0]")) == "第2行"


def test_what_no_file_has_is_told_once() -> None:
    texts = (
        "青溪镇2026年政府信息公开工作年度报告\n一、总体情况\n公开信息。",
        "一、总体情况\n公开信息。\n五、存在的主要问题及改进情况\n不足。",
    )
    sent = [Sent(f"{number}.txt", dr.read(text.encode(), "text")) for number, text in enumerate(texts)]
    joined = join(sent)
    assert [filed.file for filed in joined.findings] == [None] * 4
    assert _codes(joined) == ["R201", "R202", "R202", "R202"]
    assert "六、" in joined.findings[0].finding.text()


def test_a_cell_in_which_workbook_and_document_differ_is_blank() -> None:
    joined = join(
        [_sent("a.xlsx", _report(upheld=3, pending=1)), _sent("b.docx", _report(upheld=4, pending=1))]
    )
    assert joined.reading.report.cells()[UPHELD] is None
    assert joined.reading.sources[UPHELD].absent == "uncertain"
    assert joined.file_of_path(UPHELD) is None
    assert joined.file_of_path("disputes.reconsideration.pending") == "b.docx"
    assert joined.reading.report["disputes.reconsideration.pending"] == 1
    [filed] = [each for each in joined.findings if each.finding.code.startswith("A")]
    assert (filed.file, filed.finding.code, filed.finding.paths) == (None, "A309", (UPHELD,))
    assert filed.finding.text() == "行政复议 / 结果维持：各文件不同，留空：4（b.docx）；3（a.xlsx）"


@pytest.mark.parametrize(
    ("files", "doubled"),
    [
        ("0.docx 1.html", "0.docx、1.html"),
        ("0.xlsx 1.xlsx", "0.xlsx、1.xlsx"),
        ("0.docx 1.docx x.xlsx", "0.docx、1.docx"),
        ("0.docx 1.docx 2.html", "0.docx、1.docx、2.html"),
    ],
)
def test_files_of_one_kind_that_agree_are_told_as_one_too_many(files: str, doubled: str) -> None:
    joined = join([_sent(file, _report(upheld=3)) for file in files.split()])
    assert joined.reading.report[UPHELD] == 3
    [finding] = [each.finding for each in joined.findings if each.finding.code.startswith("A")]
    assert (finding.code, finding.text("en").partition(": ")[2]) == ("A302", doubled)


def test_files_of_one_kind_that_differ_are_told_with_each_cell() -> None:
    files = [_sent("a.docx", _report(upheld=3, total=3)), _sent("b.html", _report(upheld=4, total=4))]
    files.append(_sent("c.xlsx", _report(upheld=4, total=4, pending=2)))
    joined = join(files)
    report = joined.reading.report
    assert (report[UPHELD], report["disputes.reconsideration.total"]) == (None, None)
    assert report["disputes.reconsideration.pending"] == 2
    assert joined.uncertain == ("disputes",)
    found = [each.finding for each in joined.findings if each.finding.code.startswith("A")]
    assert [finding.code for finding in found] == ["A303", "A309", "A309"]
    assert found[1].text() == "行政复议 / 结果维持：各文件不同，留空：3（a.docx）；4（b.html）；4（c.xlsx）"


def test_each_kind_of_files_is_told_by_itself() -> None:
    numbers = {"1.xlsx": 5, "2.xlsx": 7, "3.docx": 5, "4.html": 5}
    sent = [_sent(file, _report(upheld=it)) for file, it in numbers.items()]
    for order in permutations(sent):
        found = [each.finding for each in join(order).findings if each.finding.code.startswith("A")]
        assert [(finding.code, finding.text("en").rpartition(": ")[2]) for finding in found] == [
            ("A302", "3.docx、4.html"),
            ("A303", "1.xlsx、2.xlsx"),
            ("A309", "5（3.docx）；5（4.html）；5（1.xlsx）；7（2.xlsx）"),
        ]


def test_of_files_of_one_kind_a_number_beside_a_blank_differs() -> None:
    joined = join([_sent("a.docx", _report(upheld=1)), _sent("b.html", _report(corrected=2))])
    assert {value for path, value in joined.reading.report.cells().items() if "reconsideration" in path} == {
        None
    }
    found = [each.finding for each in joined.findings if each.finding.code.startswith("A")]
    assert [finding.code for finding in found] == ["A303", "A309", "A309"]
    assert found[0].text() == "交了2份，有2个单元格不同，都留空，另外逐格列出：a.docx、b.html"
    assert found[1].text("en").endswith("the files differ, and it is left blank: 1（a.docx）；空白（b.html）")


def test_a_workbook_without_a_year_says_so_beside_a_document_of_this_year() -> None:
    numbers = dr.complete(_report(upheld=3), zeros=True).report.replace(agency=None, year=None)
    joined = join([_sent("a.xlsx", numbers), _sent("b.docx", _report("overview"))])
    assert (joined.reading.report.agency, joined.reading.report.year) == ("青溪镇", 2026)
    told = [(each.file, each.finding.code) for each in joined.findings if each.finding.code.startswith("R1")]
    assert told == [("a.xlsx", "R102"), ("a.xlsx", "R103")]


def test_dates_and_numbers_of_documents_that_differ_are_told() -> None:
    reports = [
        _report().replace(publication_date=date(2027, 1, day), document_number="1号") for day in (5, 6)
    ]
    joined = join([_sent("a.docx", reports[0]), _sent("b.html", reports[1])])
    assert joined.reading.report.publication_date == date(2027, 1, 5)
    [finding] = [each.finding for each in joined.findings if each.finding.code.startswith("A")]
    assert (finding.code, finding.paths) == ("A310", ("publication_date",))
    assert finding.text() == "公布日期：“b.html”与“a.docx”不同，采用后者"


def test_files_of_one_kind_with_different_parts_are_no_doubling() -> None:
    joined = join([_sent("a.docx", _report("overview")), _sent("b.html", _report(upheld=3))])
    assert not any(code.startswith("A") for code in _codes(joined))
    assert (joined.reading.report[UPHELD], joined.reading.report.overview.text) == (3, "overview的文字。")


def test_files_of_one_kind_with_different_tables_are_no_doubling() -> None:
    other = _report().replace({NEW: 4})
    joined = join([_sent("a.docx", _report(upheld=3)), _sent("b.html", other)])
    assert not any(code.startswith("A") for code in _codes(joined))
    assert (joined.reading.report[UPHELD], joined.reading.report[NEW]) == (3, 4)


def test_different_text_is_told_and_that_of_the_document_is_used() -> None:
    other = _report("overview").replace(overview=dr.Prose.from_text("别的文字。"))
    joined = join([_sent("a.xlsx", other), _sent("b.docx", _report("overview", upheld=1))])
    assert joined.reading.report.overview.text == "overview的文字。"
    assert str(joined.reading.place_of("overview[0]")) == "第3段"
    [finding] = [each.finding for each in joined.findings if each.finding.code.startswith("A")]
    assert (finding.code, finding.paths) == ("A310", ("overview",))
    assert finding.text("en") == "一、总体情况: a.xlsx differs from b.docx; the latter is used"


def test_a_table_in_two_forms_is_blank() -> None:
    old, new = (dr.complete(_report(form=form), zeros=True).report for form in dr.Form)
    joined = join([_sent("a.docx", old), _sent("b.xlsx", new)])
    report = joined.reading.report
    assert {report[path] for path in report.cells() if path.startswith("applications.")} == {None}
    assert (report.applications.form, report[UPHELD]) == (dr.Form.Y2021, 0)
    told = [each.finding for each in joined.findings if each.finding.code == "A311"]
    assert [finding.paths[0].partition(".")[0] for finding in told] == [
        "proactive_disclosure",
        "applications",
    ]
    assert told[0].text().endswith("整张表留空：2019（a.docx）；2021（b.xlsx）")


def test_a_blank_table_beside_a_filled_one_says_nothing_of_the_form() -> None:
    old = dr.complete(_report(form=dr.Form.Y2019), zeros=True).report
    joined = join([_sent("a.docx", _report("overview")), _sent("b.xlsx", old)])
    assert joined.reading.report.cells() == old.cells()
    assert not any(code.startswith("A") for code in _codes(joined))


def test_a_finding_is_about_the_file_of_its_cells_where_they_stood_in_one() -> None:
    numbers, others = _report(upheld=3), _report().replace({NEW: 4, NATURAL: 4})
    joined = join([_sent("a.docx", numbers), _sent("b.html", others)])
    about = (UPHELD,), (NATURAL, NEW), (UPHELD, NEW), ()
    files = [joined.file_of(Finding(ROW_TOTAL, paths)) for paths in about]
    assert files == ["a.docx", "b.html", None, None]
    alone = join([_sent("a.docx", numbers)])
    assert alone.file_of(Finding(ROW_TOTAL)) == "a.docx"


@given(whole=reports(), chosen=st.data())
def test_a_report_cut_in_two_is_joined_again(whole: dr.Report, chosen: st.DataObject) -> None:
    whole = whole.replace(agency="青溪镇", year=2026)
    cells = whole.cells()
    mine = chosen.draw(st.sets(st.sampled_from([*cells])))
    parts = chosen.draw(st.sets(st.sampled_from(PROSE)))
    one = whole.replace({path: None for path in cells if path in mine}, **dict.fromkeys(parts, dr.Prose()))
    rest = dict.fromkeys(set(PROSE) - parts, dr.Prose())
    other = whole.replace({path: None for path in cells if path not in mine}, **rest)
    joined = join([_sent("a.xlsx", one), _sent("b.docx", other)])
    assert joined.reading.report == whole
    assert not any(code.startswith("A") for code in _codes(joined))
