"""What a reading carries beside the report, and what is refused."""

import pytest

import disclosure_report as dr
from disclosure_report.errors import DamagedFileError, FileTooLargeError, SeveralReportsError
from disclosure_report.layout.recognise.reading import Reading


TITLE = "青溪镇2021年政府信息公开工作年度报告\n"
PART_FOUR = "四、政府信息公开行政复议、行政诉讼情况\n行政复议\n行政诉讼\n" + "0\n" * 15


def _read(page: str) -> Reading:
    return dr.read(page.encode(), "text")


def test_every_cell_has_a_source_that_says_where_or_why_not() -> None:
    reading = _read(
        TITLE + "二、主动公开政府信息情况\n行政许可\n15\n行政处罚\n/\n行政强制\nx5\n规章\n1\n" + PART_FOUR
    )
    assert set(reading.sources) == set(reading.report.cells())
    source = reading.sources["proactive_disclosure.licensing.decisions"]
    assert (source.text, str(source.place), source.absent) == ("15", "第4行", None)
    absences = {
        "proactive_disclosure.penalties.decisions": "blank",
        "proactive_disclosure.rules.issued": "uncertain",
        "proactive_disclosure.administrative_fees.amount": "no row",
        "applications.newly_received.total": "no table",
    }
    assert {path: reading.sources[path].absent for path in absences} == absences


def test_the_summary_counts() -> None:
    summary = _read(TITLE + PART_FOUR).summary
    assert (summary.is_report, summary.cells, summary.read, summary.blank) == (True, 200, 15, 185)
    assert summary.doubtful == 185


def test_what_the_caller_knows_wins_and_a_difference_is_a_finding() -> None:
    reading = dr.read((TITLE + PART_FOUR).encode(), "text", agency="清溪镇", year=2022)
    assert (reading.report.agency, reading.report.year) == ("清溪镇", 2022)
    assert reading.report.title == TITLE.strip()
    texts = {finding.code: finding.text("en") for finding in reading.findings}
    assert "青溪镇" in texts["R104"]
    assert "2021" in texts["R105"]


def test_agency_and_year_are_none_where_nothing_tells_them() -> None:
    reading = _read(PART_FOUR)
    assert (reading.report.agency, reading.report.year) == (None, None)
    assert {"R102", "R103"} <= {finding.code for finding in reading.findings}


def test_what_is_no_report_says_so() -> None:
    reading = _read("今天天气很好。\n明天也是。")
    assert not reading.is_report
    assert [finding.code for finding in reading.findings] == ["R101"]
    assert not reading.summary.is_report


def test_a_missing_part_and_a_missing_table_are_findings() -> None:
    reading = _read(TITLE + "一、总体情况\n好。\n")
    codes = [finding.code for finding in reading.findings]
    assert codes.count("R201") == 2
    assert codes.count("R202") == 3
    assert len(reading.report.cells()) == 200


def test_two_reports_in_one_file_are_refused() -> None:
    table = "四、政府信息公开行政复议、行政诉讼情况\n行政复议\n行政诉讼\n" + "结果维持\n" * 10 + "0\n" * 15
    with pytest.raises(SeveralReportsError, match="2 times"):
        _read((TITLE + table) * 2)


def test_a_table_of_contents_does_not_hide_the_parts() -> None:
    contents = "一、总体情况\n四、政府信息公开行政复议、行政诉讼情况\n"
    reading = _read(TITLE + contents + "一、总体情况\n好。\n" + PART_FOUR)
    assert reading.report.overview.text == "好。"
    assert reading.report["disputes.reconsideration.total"] == 0
    assert [finding.code for finding in reading.findings].count("R203") == 2


def test_a_row_that_stands_twice_with_other_values_is_blank() -> None:
    page = TITLE + "二、主动公开政府信息情况\n行政许可\n15\n行政处罚\n1\n行政许可\n16\n"
    reading = _read(page)
    assert reading.report["proactive_disclosure.licensing.decisions"] is None
    assert "R304" in [finding.code for finding in reading.findings]
    same = _read(page.replace("16", "15"))
    assert same.report["proactive_disclosure.licensing.decisions"] == 15


def test_characters_that_no_file_can_hold_are_left_out_with_a_finding() -> None:
    reading = _read(TITLE + "一、总体情况\n全年\x00公开\x0b126条。\n" + PART_FOUR)
    assert reading.report.overview.text == "全年公开126条。"
    [finding] = [finding for finding in reading.findings if finding.code == "R403"]
    assert finding.text("en").startswith("2 characters")
    assert finding.place
    assert finding.place.line == 3


@pytest.mark.parametrize("data", [b"", b"  \n", b"\xef\xbb\xbf", b"\0\0"])
def test_an_empty_file_is_an_error(data: bytes) -> None:
    with pytest.raises(DamagedFileError, match="is empty"):
        dr.read(data, "text")


def test_bytes_that_are_no_text_are_an_error() -> None:
    with pytest.raises(DamagedFileError, match="no text"):
        dr.read(b"\x81\xff\xff\xff", "text")
    with pytest.raises(DamagedFileError, match="ascii"):
        dr.read("年".encode(), "text", encoding="ascii")
    with pytest.raises(DamagedFileError):
        dr.read("年".encode(), "text", encoding="no-such-encoding")


def test_too_many_lines_are_refused_with_the_limit() -> None:
    with pytest.raises(FileTooLargeError, match="500000"):
        _read(TITLE + "\n" * 500_001)


def test_a_finding_shows_the_first_of_very_many_values() -> None:
    reading = _read(TITLE + "二、主动公开政府信息情况\n行政许可\n" + "1\n" * 5000)
    [finding] = [finding for finding in reading.findings if finding.code == "R302"]
    assert len(finding.text()) < 200
    assert "5000" in finding.text()


def test_a_number_with_a_character_that_no_file_can_hold_is_no_number() -> None:
    reading = _read(TITLE + "二、主动公开政府信息情况\n行政许可\n1\x002\n")
    assert reading.report["proactive_disclosure.licensing.decisions"] is None
    assert "R305" in [finding.code for finding in reading.findings]
