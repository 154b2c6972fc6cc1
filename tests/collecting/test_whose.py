"""Whose a file is: the report's own words, then the names of file and folder; a doubt counts for nobody."""

import pytest

import disclosure_report as dr
from disclosure_report.collecting.whose import Owners


ROSTER = dr.Roster.parse(
    "agency,agency_id,file,parent\n"
    "云岭县,,,\n"
    "青溪镇,Q1,,云岭县\n"
    "悦来镇人民政府,,yl,云岭县\n"
    "云岭县财政局,C1,,云岭县\n"
    "云岭县发展和改革局,,,云岭县\n"
    "东山街道办事处,,01,云岭县\n"
)
OWNERS = Owners(ROSTER)


@pytest.mark.parametrize(
    ("agency", "file", "office"),
    [
        ("青溪镇", "a.docx", "青溪镇"),
        ("青溪镇人民政府", "a.docx", "青溪镇"),
        ("云岭县青溪镇人民政府", "a.docx", "青溪镇"),
        ("江城市云岭县青溪镇", "a.docx", "青溪镇"),
        ("悦来镇", "a.docx", "悦来镇人民政府"),
        ("财政局", "a.docx", "云岭县财政局"),
        ("东山街道办", "a.docx", "东山街道办事处"),
        ("云岭县", "a.docx", "云岭县"),
        ("云岭县人民政府", "a.docx", "云岭县"),
        # Names of files that say nothing, or the same.
        ("青溪镇", "青溪镇.docx", "青溪镇"),
        ("青溪镇", "云岭县青溪镇2026年年报（修改）.docx", "青溪镇"),
        ("青溪镇", "青溪镇、悦来镇.docx", "青溪镇"),
        ("悦来镇", "YL.xlsx", "悦来镇人民政府"),
        # A number in a name may mean anything.
        ("青溪镇", "2026-01-15.docx", "青溪镇"),
        ("青溪镇", "yly.docx", "青溪镇"),
        # A folder is no more than a hint.
        ("青溪镇", "悦来镇/a.docx", "青溪镇"),
        ("青溪镇", "云岭县财政局/a.docx", "青溪镇"),
        # Reports that name nobody.
        (None, "青溪镇.docx", "青溪镇"),
        (None, "报送（青溪镇）.docx", "青溪镇"),
        (None, "云岭县/青溪镇/文字.docx", "青溪镇"),
        (None, "yl/数据.xlsx", "悦来镇人民政府"),
        (None, "青溪镇人民政府/2026/数据.xlsx", "青溪镇"),
        # Only much like one, but the name of the file says so, too.
        ("发改局", "云岭县发展和改革局.docx", "云岭县发展和改革局"),
    ],
)
def test_a_file_is_an_offices_own(agency: str | None, file: str, office: str) -> None:
    owner = OWNERS.of_report(dr.Report.blank(agency, 2026), file)
    assert owner.office is not None
    assert (owner.office.agency, owner.counts, owner.finding) == (office, True, None)


@pytest.mark.parametrize(
    ("agency", "file", "office", "code"),
    [
        ("悦来镇", "青溪镇.docx", "青溪镇", "A304"),
        ("清河镇", "青溪镇.docx", "青溪镇", "A304"),
        ("发改局", "青溪镇.docx", "青溪镇", "A304"),
        ("清河镇", "a.docx", None, "A305"),
        ("清河镇", "青溪镇/a.docx", None, "A305"),
        ("清河县", "a.docx", None, "A305"),
        ("清河县财政局", "a.docx", None, "A305"),
        (None, "a.docx", None, "A305"),
        (None, "青溪镇、悦来镇.docx", None, "A305"),
        # The folder of an office above others holds files of theirs.
        (None, "云岭县/a.docx", None, "A305"),
    ],
)
def test_what_is_in_doubt_counts_for_nobody(
    agency: str | None, file: str, office: str | None, code: str
) -> None:
    owner = OWNERS.of_report(dr.Report.blank(agency, 2026), file)
    assert owner.finding is not None
    listed = owner.office.agency if owner.office else None
    assert (listed, owner.counts, owner.finding.code) == (office, False, code)
    assert (agency or "（机关不明）") in owner.finding.text()


def test_a_short_form_counts_and_is_told() -> None:
    owner = OWNERS.of_report(dr.Report.blank("发改局", 2026), "a.docx")
    assert owner.office is not None
    assert owner.finding is not None
    assert (owner.office.agency, owner.counts, owner.finding.code) == ("云岭县发展和改革局", True, "A306")


def test_an_identifier_comes_before_names() -> None:
    report = dr.Report.blank("青溪镇", 2026).replace(agency_id="C1")
    owner = OWNERS.of_report(report, "a.docx")
    assert owner.office is not None
    assert (owner.office.agency, owner.counts, owner.finding) == ("云岭县财政局", True, None)
    unknown = OWNERS.of_report(report.replace(agency_id="Z"), "a.docx")
    assert unknown.office is not None
    assert unknown.office.agency == "青溪镇"
    nameless = OWNERS.of_report(report.replace(agency=None), "a.docx")
    assert nameless.office is not None
    assert nameless.office.agency == "云岭县财政局"


def test_of_several_that_are_alike_the_name_of_the_file_tells() -> None:
    owners = Owners(dr.Roster.parse("agency\n云岭县城关镇\n清河县城关镇\n"))
    report = dr.Report.blank("城关镇", 2026)
    told = owners.of_report(report, "清河县城关镇/a.docx")
    assert told.office is not None
    assert (told.office.agency, told.finding) == ("清河县城关镇", None)
    doubt = owners.of_report(report, "a.docx")
    assert (doubt.office, doubt.finding and doubt.finding.code) == (None, "A305")


@pytest.mark.parametrize(
    ("file", "office"),
    [
        ("01.docx", "东山街道办事处"),
        ("2026-01.docx", None),
        ("青溪镇.docx", "青溪镇"),
        ("青溪镇/a.docx", "青溪镇"),
        ("青溪镇悦来镇.docx", None),
        ("a", None),
    ],
)
def test_of_a_file_that_is_not_read_its_name_tells(file: str, office: str | None) -> None:
    found = OWNERS.of_file(file)
    assert (found.agency if found else None) == office
