"""The roster: what is read of a CSV file, which lines are left out, and what names of files may be."""

import codecs
import pickle
from pathlib import Path
from typing import Any

import pytest

import disclosure_report as dr
from disclosure_report.checks.names import same_name
from disclosure_report.collecting.file_names import may_be_file_name
from disclosure_report.errors import DamagedFileError, InvalidValueError


LINES = (
    "单位名称,类型,上级,文件名,机关代码,电话\n青溪镇,乡镇（街道）,云岭县,01.xlsx,X1,5\n悦来镇,,云岭县,,,\n"
)
OFFICES = (
    dr.Office("青溪镇", "X1", "township", "01", "云岭县"),
    dr.Office("悦来镇", parent="云岭县"),
)


@pytest.mark.parametrize(
    "data",
    [
        LINES.encode(),
        codecs.BOM_UTF8 + LINES.encode(),
        LINES.encode("gbk"),
        LINES.replace("\n", "\r\n").encode("gb18030"),
        LINES.replace(",", "\t").encode("utf-16"),
        LINES.replace(",", ";").encode(),
        LINES.replace("\n", "\n,,,,,\n\n").encode(),
        LINES.replace("青溪镇", '" 青溪镇\n"').encode(),
        LINES.replace("01.xlsx", "01.XLSX").encode(),
        LINES.replace("悦来镇,,云岭县,,,", "悦来镇,,云岭县").encode(),
        LINES.replace("X1,5", "X1,5;6;7;8;9;1").encode(),
        b"agency,kind,parent,file,AGENCY_ID,phone\n" + LINES.partition("\n")[2].encode(),
    ],
)
def test_a_roster_is_read_as_excel_and_others_save_it(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "名册.csv"
    path.write_bytes(data)
    roster = dr.Roster.read(path)
    assert (roster.offices, roster.findings) == (OFFICES, ())
    assert dr.Roster.read(str(path)) == dr.Roster.read(data) == roster


def test_a_column_of_agencies_is_enough() -> None:
    roster = dr.Roster.parse("机关\n青溪镇\n")
    assert roster.offices == (dr.Office("青溪镇"),)
    assert roster.offices[0].file == "青溪镇"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "has no column agency"),
        ("name\n青溪镇\n", "has no column agency (机关、"),
        ("机关,单位名称\n青溪镇,悦来镇\n", "has the column agency twice"),
        ('机关\n"青溪镇\n', "is no CSV: line 2"),
        ("机关\n" + "青" * 200_000, "is no CSV: line 2"),
    ],
)
def test_what_is_no_roster_is_refused(text: str, problem: str) -> None:
    with pytest.raises(DamagedFileError, match=r"^名册\.csv: ") as caught:
        dr.Roster.parse(text, name="名册.csv")
    assert problem in str(caught.value)


def test_what_is_no_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DamagedFileError):
        dr.Roster.read(b"\x00\xff\xfe\xfd" * 20)
    with pytest.raises(OSError, match=r"no\.csv"):
        dr.Roster.read(tmp_path / "no.csv")


NO_NAME = "a line without an agency, or with characters that no file can hold; it is left out"
HEADS = "机关,机关代码,类型,文件名,上级\n甲镇,1,,,\n"


@pytest.mark.parametrize(
    ("line", "code", "text"),
    [
        (
            ",2,,,",
            "A321",
            NO_NAME,
        ),
        (
            "甲\ufffe镇,2,,,",
            "A321",
            NO_NAME,
        ),
        ("甲 镇,2,,,", "A322", "甲 镇 stands more than once in the roster; only the first line is used"),
        ("乙镇,1,,,", "A327", "the agency_id 1 is taken by a line above; the line is left out"),
        ("../乙镇,2,,,", "A323", "'../乙镇' cannot be the name of a file"),
        ("乙镇,2,,C:乙,", "A323", "'C:乙' cannot be the name of a file"),
        ("乙镇,2,,甲镇.docx,", "A324", "the file name 甲镇 is taken by a line above; the line is left out"),
        ("乙镇,2,学校,,", "A325", "the kind '学校' is none of government, department, township"),
        (
            "乙镇,\x01,,,",
            "A321",
            NO_NAME,
        ),
        (
            "乙镇,2,,,县\x01",
            "A321",
            NO_NAME,
        ),
        ("乙镇,2,,,,,含社区", "A328", "a line with more cells than heads (含社区); it is left out"),
        ("乙镇,2,,,乙镇", "A326", "乙镇 stands under itself; its parent is left out"),
    ],
)
def test_a_line_that_cannot_be_used_is_left_out_and_told(line: str, code: str, text: str) -> None:
    roster = dr.Roster.parse(f"{HEADS}{line}\n丙镇,3,,,\n")
    [finding] = roster.findings
    assert (finding.code, str(finding.place), finding.severity) == (code, "第3行", "error")
    assert finding.text("en").startswith(text)
    kept = ["甲镇", "乙镇", "丙镇"] if code == "A326" else ["甲镇", "丙镇"]
    assert [office.agency for office in roster.offices] == kept
    assert not any(office.parent for office in roster.offices)


def test_a_circle_is_cut_at_its_first_line() -> None:
    roster = dr.Roster.parse("机关,上级\n甲,乙\n乙,丙\n丙,甲\n丁,丙\n")
    assert roster.parents == {"甲": None, "乙": "丙", "丙": "甲", "丁": "丙"}
    assert [(finding.code, str(finding.place)) for finding in roster.findings] == [("A326", "第2行")]


@pytest.mark.parametrize(
    ("offices", "problem"),
    [
        (
            (dr.Office("甲镇"), dr.Office("甲 镇")),
            r"^offices\[1\]: 甲 镇 stands more than once in the roster$",
        ),
        ((dr.Office("甲", "1"), dr.Office("乙", "1")), r"^offices\[1\]: the agency_id 1 is taken"),
        ((dr.Office("甲", file="a/b"),), r"^offices\[0\]: 'a/b' cannot be the name of a file$"),
        (
            (dr.Office("甲", parent="乙"), dr.Office("乙", parent="甲")),
            r"^offices\[0\]: 甲 stands under",
        ),
        (("甲镇",), r"^offices\[0\]: takes an Office, not str$"),
    ],
)
def test_offices_of_a_program_are_looked_at_as_lines_are(
    offices: tuple[dr.Office, ...], problem: str
) -> None:
    with pytest.raises(InvalidValueError, match=problem):
        dr.Roster(offices)


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"agency": ""}, "agency: text is not empty"),
        ({"agency": None}, "agency: text is a str, not NoneType"),
        ({"agency": 5}, "agency: text is a str, not int"),
        ({"agency": "甲", "agency_id": ["1"]}, "agency_id: text is a str, not list"),
        ({"agency": "甲", "file": 5}, "file: text is a str, not int"),
        ({"agency": "甲", "parent": "a\nb"}, "parent: is one line of text"),
        ({"agency": "甲", "kind": "school"}, "kind: is one of government, department, township or None"),
    ],
)
def test_what_is_no_office_is_refused_with_its_field(fields: dict[str, Any], problem: str) -> None:
    with pytest.raises(InvalidValueError, match=f"^{problem}"):
        dr.Office(**fields)


def test_a_roster_is_a_value_whatever_it_was_made_of() -> None:
    made = dr.Roster(office for office in OFFICES)
    assert made == dr.Roster([*OFFICES]) == dr.Roster(OFFICES)
    assert hash(made) == hash(dr.Roster(OFFICES))
    assert pickle.loads(pickle.dumps(made)) == made


@pytest.mark.parametrize(
    ("lines", "parents", "codes"),
    [
        ("云岭县人民政府,\n甲,云岭县\n乙,云岭县（本级）", ["", "云岭县人民政府", "云岭县人民政府"], []),
        (
            "云岭县,\n云岭县本级,\n甲,云岭县\n乙,云岭县（本级）",
            ["", "", "云岭县", "云岭县本级"],
            [],
        ),
        ("Ａ县,\n甲,a 县", ["", "Ａ县"], []),
        ("甲,Ａ县\n乙,a县", ["Ａ县", "Ａ县"], []),
        ("Ａ县,a县", [""], ["A326"]),
        ("甲,云岭县\n乙,云岭县\n丙,云领县", ["云岭县", "云岭县", "云领县"], ["A329"]),
        ("云岭县,\n甲,云领县\n乙,云领县\n丙,云岭县", ["", "云领县", "云领县", "云岭县"], ["A329"]),
        ("云岭市,\n云岭县,云岭市\n甲,云岭县", ["", "云岭市", "云岭县"], []),
    ],
)
def test_a_parent_is_the_line_that_is_called_so(lines: str, parents: list[str], codes: list[str]) -> None:
    roster = dr.Roster.parse(f"机关,上级\n{lines}\n")
    assert [office.parent or "" for office in roster.offices] == parents
    assert [finding.code for finding in roster.findings] == codes


def test_a_parent_that_may_be_mistyped_is_told_at_its_line() -> None:
    roster = dr.Roster.parse("机关,上级\n甲,云岭县\n乙,云岭县\n丙,云领县\n")
    [finding] = roster.findings
    assert (str(finding.place), finding.severity) == ("第4行", "warning")
    assert finding.text() == "上级“云领县”没有自己的一行，名册另有没有上级的“云岭县”，请核对"
    assert roster.below("云岭县") == ("甲", "乙")


@pytest.mark.parametrize(
    ("lines", "leaves", "top"),
    [
        ("甲,县\n乙,县", "甲乙", "县"),
        ("县,\n甲,县\n乙,县", "甲乙", "县"),
        ("市,\n县,市\n甲,县\n局,市", "甲局", "市"),
        ("甲,县\n乙,区", "甲乙", None),
        ("甲,县\n乙,", "甲乙", None),
        ("甲,\n乙,", "甲乙", None),
    ],
)
def test_a_tree_has_leaves_and_may_have_a_top(lines: str, leaves: str, top: str | None) -> None:
    roster = dr.Roster.parse(f"机关,上级\n{lines}\n")
    assert ("".join(office.agency for office in roster.leaves), roster.top) == (leaves, top)


@pytest.mark.parametrize(
    ("name", "may"),
    [
        ("青溪镇", True),
        ("a.b（1）", True),
        ("console", True),
        ("e\u0301", True),
        ("a" * 200, True),
        ("a" * 201, False),
        ("青" * 67, False),
        *((name, False) for name in ("", ".", "..", ".a", "~$a", " a", "a ", "a.", "a/b", "a\\b", "a:b")),
        *((name, False) for name in ("a*", "a?", 'a"', "<a", "a>", "a|b", "a\nb", "a\x7f", "\ud800")),
        *((name, False) for name in ("con", "NUL", "com1", "LPT9.txt", "aux.a", "a\u2028b")),
    ],
)
def test_what_may_name_a_file(name: str, may: bool) -> None:
    assert may_be_file_name(name) is may


@pytest.mark.parametrize(
    ("one", "other"), [("é", "e\u0301"), ("ＡＢ", "ab"), ("青 溪镇", "青溪镇"), ("ß", "SS")]
)
def test_names_that_a_system_takes_for_the_same(one: str, other: str) -> None:
    assert same_name(one) == same_name(other)
    assert same_name("青溪镇") != same_name("清溪镇")
