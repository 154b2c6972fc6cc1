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
    assert (owner.office.agency, owner.counts, owner.findings) == (office, True, ())


@pytest.mark.parametrize(
    ("agency", "file", "office", "code"),
    [
        ("悦来镇", "青溪镇.docx", "青溪镇", "A304"),
        ("清河镇", "青溪镇.docx", "青溪镇", "A304"),
        ("发改局", "青溪镇.docx", "青溪镇", "A304"),
        # The name of the county in front is an area, no second office.
        ("云岭县", "云岭县财政局.docx", "云岭县财政局", "A304"),
        ("安泰县青溪镇人民政府", "青溪镇.docx", "青溪镇", "A304"),
        ("安泰县青溪镇人民政府", "a.docx", None, "A305"),
        ("安泰县发改局", "a.docx", None, "A305"),
        ("清河镇", "a.docx", None, "A305"),
        ("镇", "a.docx", None, "A305"),
        ("清河镇", "青溪镇/a.docx", None, "A305"),
        ("清河县", "a.docx", None, "A305"),
        ("清河县财政局", "a.docx", None, "A305"),
        (None, "a.docx", None, "A305"),
        (None, "青溪镇、悦来镇.docx", None, "A315"),
        # The folder of an office above others holds files of theirs.
        (None, "云岭县/a.docx", None, "A305"),
    ],
)
def test_what_is_in_doubt_counts_for_nobody(
    agency: str | None, file: str, office: str | None, code: str
) -> None:
    owner = OWNERS.of_report(dr.Report.blank(agency, 2026), file)
    [finding] = owner.findings
    listed = owner.office.agency if owner.office else None
    assert (listed, owner.counts, finding.code) == (office, False, code)
    assert (agency or "（机关不明）") in finding.text()


def _owner(
    roster: str, agency: str | None, file: str = "a.docx", agency_id: str | None = None
) -> list[object]:
    """The office, whether it counts, the codes."""
    report = dr.Report.blank(agency, 2026).replace(agency_id=agency_id)
    owner = Owners(dr.Roster.parse(roster)).of_report(report, file)
    codes = [finding.code for finding in owner.findings]
    return [owner.office.agency if owner.office else None, owner.counts, *codes]


SHORT = "agency,parent\n云岭县发展和改革局,云岭县\n"
DISTRICT = "agency\n财政局\n青山区财政局\n"
TOWNS = "agency\n云岭县城关镇\n清河县城关镇\n"
MARKET = "agency,parent\n市场监督管理局,云岭县\n"


CITY = (
    "agency,parent\n云岭县,示例市\n云岭县本级,云岭县\n青溪镇,云岭县\n云岭县财政局,云岭县\n教育局,云岭县\n"
    "县审计局,云岭县\n城市管理局,云岭县\n"
)
HE = "agency,parent\n财政局,和县\n教育局,和县\n"
BEIJING = "agency,parent\n朝阳区,北京市\n望京街道,朝阳区\n财政局,朝阳区\n"
LAND, MARKETS = "云岭县自然资源和规划局", "云岭县市场监督管理局"
PLANNING = f"agency,parent\n{LAND},云岭县\n{MARKETS},云岭县\n"


@pytest.mark.parametrize(
    ("roster", "agency", "file", "found"),
    [
        # The area in front is that of the parent, with those above it.
        (CITY, "云岭县教育局", "a.docx", ["教育局", True]),
        (CITY, "示例市云岭县教育局", "a.docx", ["教育局", True]),
        (CITY, "县教育局", "a.docx", ["教育局", True]),
        (CITY, "县财政局", "县财政局.docx", ["云岭县财政局", True]),
        (CITY, "云岭县审计局", "县审计局.docx", ["县审计局", True]),
        (CITY, "审计局", "a.docx", ["县审计局", True]),
        (CITY, "示例市云岭县人民政府", "a.docx", ["云岭县", True]),
        (CITY, "示例市财政局", "a.docx", [None, False, "A305"]),
        (CITY, "示例市教育局", "a.docx", [None, False, "A305"]),
        (CITY, "岭县教育局", "a.docx", [None, False, "A305"]),
        (CITY, "别市云岭县教育局", "a.docx", [None, False, "A305"]),
        (CITY, "管理局", "a.docx", [None, False, "A305"]),
        (HE, "太和县财政局", "太和县财政局.docx", [None, False, "A305"]),
        (HE, "和县财政局", "a.docx", ["财政局", True]),
        (HE, "某市和县财政局", "a.docx", ["财政局", True, "A314"]),
        (BEIJING, "长春市朝阳区望京街道", "a.docx", [None, False, "A305"]),
        (BEIJING, "北京市朝阳区望京街道办事处", "a.docx", ["望京街道", True]),
        ("agency,parent\n青溪镇,云岭县\n", "安市云岭县青溪镇", "a.docx", ["青溪镇", True, "A314"]),
        ("agency,parent\n青溪镇,云岭县\n", "云林县青溪镇", "a.docx", [None, False, "A305"]),
        ("agency,parent\n青溪镇,云岭\n", "云岭县青溪镇", "a.docx", ["青溪镇", True, "A314"]),
        ("agency,parent\n青溪镇,云岭彝族自治县\n", "云岭县青溪镇", "a.docx", ["青溪镇", True, "A314"]),
        ("agency\n县教育局\n", "云岭县教育局", "县教育局.docx", ["县教育局", True, "A314"]),
        ("agency\n云岭县教育局\n", "县教育局", "a.docx", ["云岭县教育局", True, "A314"]),
        # A name that stands in the roster as it is comes before all others.
        (CITY, "云岭县本级", "a.docx", ["云岭县本级", True]),
        (CITY, "云岭县", "a.docx", ["云岭县", True]),
        (CITY, "云岭县人民政府", "云岭县.docx", ["云岭县", True]),
        # A file that is called as the area does not contradict a report of one below it.
        (CITY, "云岭县财政局", "云岭县2025年政府信息公开工作年度报告.docx", ["云岭县财政局", True]),
        (CITY, "青溪镇", "青溪镇/云岭县政府信息公开年报.docx", ["青溪镇", True]),
        (CITY, "青溪镇", "2025年云岭县政府信息公开年报表.xlsx", ["青溪镇", True]),
        (CITY, "云岭县林业局", "云岭县林业局.docx", [None, False, "A305"]),
        # Short forms are compared without the area that both have; only a whole name takes the doubt away.
        (PLANNING, "云岭县规划局", "a.docx", [None, False, "A305"]),
        (
            PLANNING,
            "云岭县自规局",
            "云岭县自然资源和规划局下属单位.docx",
            ["云岭县自然资源和规划局", True, "A306"],
        ),
        (PLANNING, "云岭县自规局", "自然资源和规划局2025年报.docx", [LAND, True]),
        (PLANNING, "云岭县市监局", "a.docx", [MARKETS, True, "A306"]),
        (f"agency\n{MARKETS}\n", "云岭县市监局", "a.docx", [MARKETS, True, "A306"]),
        (f"agency\n{MARKETS}\n", "云岭县管理局", "a.docx", [None, False, "A305"]),
        ("agency\n云岭县本级\n", "云岭县人民政府", "a.docx", ["云岭县本级", True]),
        (PLANNING, "云岭县管理局", "a.docx", [None, False, "A305"]),
        (PLANNING, "云岭县监理局", "a.docx", [None, False, "A305"]),
    ],
)
def test_areas_in_front_of_names(roster: str, agency: str, file: str, found: list[object]) -> None:
    assert _owner(roster, agency, file) == found


@pytest.mark.parametrize(
    ("file", "found"),
    [
        ("青溪镇.xlsx", ["青溪镇", True]),
        ("2026年青溪镇政府信息公开年报（修改稿）.xlsx", ["青溪镇", True]),
        ("附件2：青溪镇_数据表.xlsx", ["青溪镇", True]),
        ("云岭县青溪镇人民政府.xlsx", ["青溪镇", True]),
        ("云岭县-青溪镇.xlsx", ["青溪镇", True]),
        ("县教育局.xlsx", ["教育局", True]),
        ("财政局.xlsx", ["云岭县财政局", True]),
        ("青溪镇/云岭县政府信息公开年报.xlsx", ["青溪镇", True]),
        # Names of others in which an office's stands, and names that any report may have.
        ("东山县财政局.xlsx", [None, False, "A305"]),
        ("示例市财政局2025.xlsx", [None, False, "A305"]),
        ("云岭县林业局.docx", [None, False, "A305"]),
        ("青溪镇卫生院.xlsx", [None, False, "A305"]),
        ("石青溪镇.xlsx", [None, False, "A305"]),
        ("云岭县.xlsx", [None, False, "A305"]),
        ("云岭县政府信息公开年报.xlsx", [None, False, "A305"]),
        ("青溪镇、教育局.xlsx", [None, False, "A315"]),
    ],
)
def test_names_of_files_whose_reports_name_nobody(file: str, found: list[object]) -> None:
    assert _owner(CITY, None, file) == found


@pytest.mark.parametrize(
    ("file", "found"),
    [
        ("青溪2026年报.xlsx", ["青溪镇", True]),
        ("02.xlsx", ["悦来镇", True]),
        ("2026-02.xlsx", [None, False, "A305"]),
        ("02 年报.xlsx", [None, False, "A305"]),
    ],
)
def test_the_roster_tells_what_files_are_called(file: str, found: list[object]) -> None:
    assert _owner("agency,file\n青溪镇,青溪\n悦来镇,02\n", None, file) == found


def test_numbers_that_count_by_the_name_of_a_file_are_told() -> None:
    report = dr.Report.blank(None, 2026).replace({"applications.newly_received.total": 1})
    owner = Owners(dr.Roster.parse(CITY)).of_report(report, "青溪镇.xlsx")
    [finding] = owner.findings
    assert (finding.code, finding.text()) == ("A317", "报告没有写机关，按文件名或文件夹计入“青溪镇”，请核对")


@pytest.mark.parametrize(
    ("roster", "agency", "file", "found"),
    [
        (SHORT, "发改局", "a.docx", ["云岭县发展和改革局", True, "A306"]),
        (SHORT, "云岭县发改局", "a.docx", ["云岭县发展和改革局", True, "A306"]),
        (SHORT, "发改局", "发展和改革局.docx", ["云岭县发展和改革局", True]),
        (SHORT, "改革局", "a.docx", [None, False, "A305"]),
        # A name as it stands in the roster comes before one without its area.
        (DISTRICT, "青山区财政局", "a.docx", ["青山区财政局", True]),
        (DISTRICT, "青山区财政局", "财政局.docx", ["财政局", False, "A304"]),
        (DISTRICT, "青山区财政局", "财政局/a.docx", ["青山区财政局", True]),
        (DISTRICT, "财政局", "a.docx", ["财政局", True]),
        # Without a parent nothing tells the area.
        (DISTRICT, "安泰县财政局", "a.docx", ["财政局", True, "A314"]),
        ("agency\n云岭县青溪镇\n", "青溪镇", "a.docx", ["云岭县青溪镇", True, "A314"]),
        ("agency\n青溪镇\n", "安泰县青溪镇", "青溪镇.docx", ["青溪镇", True, "A314"]),
        # What ends in 市 or 区 need be no area.
        ("agency,parent\n城市管理局,云岭县\n", "管理局", "a.docx", [None, False, "A305"]),
        (MARKET, "云岭县市场监督管理局", "a.docx", ["市场监督管理局", True]),
        ("agency,parent\n街道,云岭县\n城关街道,云岭县\n", "城关街道", "a.docx", ["城关街道", True]),
        # Several that are alike; the name of the file or of its folder tells.
        (TOWNS, "城关镇", "a.docx", [None, False, "A315"]),
        (TOWNS, "城关镇", "清河县城关镇/a.docx", ["清河县城关镇", True, "A314"]),
        # Names are compared as the roster compares its own.
        ("agency\n第1街道\n", "第１街道", "a.docx", ["第1街道", True]),
        ("agency\nABC开发区\n", "ａｂｃ开发区管委会", "a.docx", ["ABC开发区", True]),
        ("agency\né镇\n", "e\u0301镇", "a.docx", ["é镇", True]),
    ],
)
def test_names_that_are_alike(roster: str, agency: str, file: str, found: list[object]) -> None:
    assert _owner(roster, agency, file) == found


IDS = "agency,agency_id\n青溪镇,A1\n悦来镇,B2\n柳湾镇,\n"


@pytest.mark.parametrize(
    ("agency", "agency_id", "file", "found"),
    [
        ("青溪镇", "A1", "a.docx", ["青溪镇", True]),
        (None, "A1", "a.docx", ["青溪镇", True]),
        (None, "A1", "悦来镇.docx", ["悦来镇", False, "A304"]),
        # A form of somebody else, with another name written into it.
        ("悦来镇", "A1", "a.docx", ["悦来镇", False, "A312"]),
        ("悦来镇", "A1", "悦来镇.docx", ["悦来镇", False, "A312"]),
        ("清河镇", "A1", "a.docx", ["青溪镇", False, "A312"]),
        ("青溪镇", "Z9", "a.docx", ["青溪镇", True, "A313"]),
        ("青溪镇", None, "a.docx", ["青溪镇", True]),
        ("柳湾镇", "Z9", "a.docx", ["柳湾镇", True]),
        ("清河镇", "Z9", "a.docx", [None, False, "A305"]),
    ],
)
def test_an_identifier_and_a_name_must_agree(
    agency: str | None, agency_id: str | None, file: str, found: list[object]
) -> None:
    assert _owner(IDS, agency, file, agency_id) == found


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
