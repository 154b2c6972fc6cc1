"""`mark`: the file that was read, with a comment at each place that a finding has, and all else as it was."""

import io
import os
import pickle
import re
import subprocess
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from attrs import evolve
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.chart import BarChart
from openpyxl.comments import Comment as Note

import disclosure_report as dr
from disclosure_report.blocks import Place
from disclosure_report.checks.catalogue import CATALOGUE
from disclosure_report.errors import DamagedFileError, InvalidValueError
from disclosure_report.layout.recognise.reading import Reading
from disclosure_report.layout.remarks import comments_on
from disclosure_report.model.findings import Finding, Rule
from disclosure_report.testing import broken_reports, reports


MEDIA = "docx", "xlsx"
ON_DISK = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=8)


def all_findings(reading: Reading) -> tuple[Finding, ...]:
    return (*reading.findings, *dr.check(reading))


def marked(reading: Reading, findings: tuple[Finding, ...], lang: Any = "zh") -> bytes:
    buffer = io.BytesIO()
    dr.mark(reading, findings, buffer, lang=lang)
    return buffer.getvalue()


def said_in_word(data: bytes) -> dict[str, list[str]]:
    """What each comment says, by the text that it is about."""
    document = docx.Document(io.BytesIO(data))
    found: dict[str, list[str]] = {}
    for comment in document.comments:
        path = f".//{qn('w:commentRangeStart')}[@{qn('w:id')}='{comment.comment_id}']"
        start = document.element.body.find(path)
        assert start is not None
        about = "".join(text.text or "" for text in start.getparent().iter(qn("w:t")))
        found.setdefault(about, []).append(comment.text)
    return found


def said_in_excel(data: bytes) -> dict[str, str]:
    """What each note says, by its cell."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    return {f"{cell.parent.title}!{cell.coordinate}": cell.comment.text for cell in cells if cell.comment}


@pytest.fixture
def broken(full: dr.Report) -> dr.Report:
    """Two totals that cannot be right, each a number that stands nowhere else, and a cell without one."""
    return full.replace(
        {
            "applications.newly_received.total": 4321,
            "disputes.reconsideration.total": 5432,
            "proactive_disclosure.rules.in_force": None,
        }
    )


def test_a_word_comment_stands_at_the_total_that_does_not_hold(broken: dr.Report) -> None:
    reading = dr.read(dr.to_bytes(broken, "docx"))
    said = said_in_word(marked(reading, dr.check(reading)))
    [total] = said["4321"]
    assert total.startswith("【错误 P301】一、本年新收政府信息公开申请数量：")
    assert "应为 7，实为 4321" in total
    assert "建议：一、本年新收政府信息公开申请数量 / 总计由4321改为7" in total
    assert said["5432"][0].startswith("【错误 P401】")
    assert [each.partition("】")[0] for each in said[""]] == ["【警告 B102"]


def test_a_note_of_excel_stands_at_the_total_that_does_not_hold(broken: dr.Report) -> None:
    reading = dr.read(dr.to_bytes(broken, "xlsx"))
    said = said_in_excel(marked(reading, dr.check(reading)))
    assert said["三 申请!J4"].startswith("【错误 P301】")
    assert said["四 复议诉讼!E4"].startswith("【错误 P401】")
    assert "应为 7，实为 4321" in said["三 申请!J4"]


def test_it_speaks_english_too(broken: dr.Report) -> None:
    reading = dr.read(dr.to_bytes(broken, "docx"))
    [total] = said_in_word(marked(reading, dr.check(reading), "en"))["4321"]
    assert re.fullmatch(
        r"\[error P301\] .*\nexpected 7, found 4321\nsuggestion: .* instead of 4321 .*", total
    )


@given(broken=broken_reports(), medium=st.sampled_from(MEDIA))
@ON_DISK
def test_every_finding_on_a_broken_report_is_said_once(broken: tuple[dr.Report, Any], medium: str) -> None:
    reading = dr.read(dr.to_bytes(broken[0], medium))
    findings = all_findings(reading)
    data = marked(reading, findings)
    said = said_in_word(data) if medium == "docx" else said_in_excel(data)
    words = "\n".join(text for each in said.values() for text in ([each] if isinstance(each, str) else each))
    codes = re.findall(r"^【\w+ (\w+)】", words, re.MULTILINE)
    assert sorted(codes) == sorted(finding.code for finding in findings) != []


@given(report=reports(consistent=False, blanks=True), medium=st.sampled_from(MEDIA))
@ON_DISK
def test_the_marked_file_reads_as_the_file_did(report: dr.Report, medium: str) -> None:
    reading = dr.read(dr.to_bytes(report, medium))
    findings = all_findings(reading)
    data = marked(reading, findings)
    again = dr.read(data)
    assert again == reading
    assert (again.sources, again.places) == (reading.sources, reading.places)
    assert data == marked(reading, findings)


@given(report=reports(consistent=False, blanks=True), medium=st.sampled_from(MEDIA))
@ON_DISK
def test_every_part_that_takes_no_comment_stays_byte_for_byte(report: dr.Report, medium: str) -> None:
    reading = dr.read(dr.to_bytes(report, medium))
    before, after = parts(dr.to_bytes(report, medium)), parts(marked(reading, all_findings(reading)))
    changed = re.compile(
        r"\[Content_Types\].xml|word/(document|comments|_rels/document).xml(.rels)?"
        r"|xl/(comments\d|worksheets/sheet\d|worksheets/_rels/sheet\d).xml(.rels)?|xl/drawings/vmlDrawing\d.vml"
    )
    assert {
        name for name in after if before.get(name) != after[name] and not changed.fullmatch(name)
    } == set()
    assert set(before) <= set(after)


def edited_in_word(data: bytes) -> bytes:
    """The document as somebody left it who used another program: a picture's place, a header, a comment."""
    document = docx.Document(io.BytesIO(data))
    document.add_comment(document.paragraphs[0].runs[0], text="请复核", author="同事")
    document.sections[0].header.paragraphs[0].text = "内部资料"
    table: Any = document.tables[0]
    table.add_row().cells[0].text = "备注"
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def edited_in_excel(data: bytes) -> bytes:
    """The workbook as somebody left it who used another program: a chart, a note, a sheet of their own."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    book.worksheets[2]["J4"].comment = Note("请复核", "同事")
    book.worksheets[1].add_chart(BarChart(), "M2")
    book.create_sheet("备注", 0)["A1"] = "内部资料"
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


@given(report=reports(consistent=False, blanks=True), medium=st.sampled_from(MEDIA))
@ON_DISK
def test_what_others_put_into_the_file_stays_and_it_reads_as_it_did(report: dr.Report, medium: str) -> None:
    edit = {"docx": edited_in_word, "xlsx": edited_in_excel}[medium]
    data = edit(dr.to_bytes(report, medium))
    reading = dr.read(data)
    made = marked(reading, all_findings(reading))
    again = dr.read(made)
    assert (again, again.sources, again.places) == (reading, reading.sources, reading.places)
    said = said_in_word(made) if medium == "docx" else said_in_excel(made)
    words = [text for each in said.values() for text in ([each] if isinstance(each, str) else each)]
    assert any(text.startswith("请复核") for text in words)
    for name in ("word/header1.xml", "xl/charts/chart1.xml", "xl/drawings/drawing1.xml", "xl/styles.xml"):
        assert parts(made).get(name) == parts(data).get(name)


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


@given(report=reports(), medium=st.sampled_from(MEDIA))
@ON_DISK
def test_without_findings_the_copy_is_the_file(report: dr.Report, medium: str) -> None:
    data = dr.to_bytes(report, medium)
    assert marked(dr.read(data), ()) == data


def one(code: str, **given: Any) -> Finding:
    rule = CATALOGUE[code]
    names = re.findall(r"\{(\w+)", rule.zh + rule.en)
    return Finding(rule, details=tuple((name, f"〈{name}〉") for name in names), **given)


def test_at_one_place_the_gravest_comes_first(full: dr.Report) -> None:
    reading = dr.read(dr.to_bytes(full, "docx"))
    place = Place(paragraph=1)
    findings = tuple(one(code, place=place) for code in ("R401", "R103", "P401", "B102", "P301"))
    [comment] = comments_on(reading, findings)
    assert [re.findall(r"\w\d+", each)[0] for each in comment.paragraphs] == [
        "P401",
        "P301",
        "R103",
        "B102",
        "R401",
    ]


def test_a_finding_stands_at_its_place_its_cell_its_part_or_the_title(full: dr.Report) -> None:
    reading = dr.read(dr.to_bytes(full, "docx"))
    cell, other = "disputes.reconsideration.total", Place(table=1, row=1, column=1)
    cases = (
        (one("P401", paths=(cell,), place=other), other),
        (one("P401", paths=("no.such", cell)), reading.sources[cell].place),
        (one("B105", paths=("other_matters[0]",)), reading.places["other_matters[0]"]),
        (one("B101", paths=("disputes.no.such",)), reading.places["disputes"]),
        (one("R401"), reading.places["title"]),
    )
    for finding, place in cases:
        [comment] = comments_on(reading, [finding])
        assert comment.place == place is not None


def test_cells_that_a_sentence_does_not_work_out_are_named(full: dr.Report) -> None:
    reading = dr.read(dr.to_bytes(full, "docx"))
    paths = [said.path for said in dr.fields(dr.Form.Y2021)]
    few, many = (
        comments_on(reading, [one("B102", paths=tuple(paths[:n]))])[0].paragraphs[0] for n in (2, 30)
    )
    assert few.endswith(
        "涉及：第二十条第（一）项 / 规章 / 本年制发件数；第二十条第（一）项 / 规章 / 本年废止件数"
    )
    assert many.endswith("等30格")
    assert many.count("；") < 20


@pytest.mark.parametrize("medium", MEDIA)
def test_what_is_found_is_the_number_beside_it_so_the_sum_of_a_balance_is_told_in_its_sentence_alone(
    full: dr.Report, medium: str
) -> None:
    column = "natural_person"
    cells = dict.fromkeys(
        (f"applications.{row}.{column}" for row in ("outcomes.total", "carried_forward")), 77
    )
    reading = dr.read(dr.to_bytes(full.replace(cells), medium))
    findings = dr.check(reading, select=["P303"])
    [comment] = comments_on(reading, findings)
    assert "= 154" in comment.paragraphs[0]
    assert "按算式应为" not in comment.paragraphs[0]
    [total] = comments_on(reading, dr.check(reading, select=["P302"]))
    assert "实为 77" in total.paragraphs[0]


def test_a_sentence_is_one_line_and_not_endless(full: dr.Report) -> None:
    reading = dr.read(dr.to_bytes(full, "docx"))
    rule = Rule("X", "hint", "{text}", "{text}")
    for text, said in (("a\r\nb\u2028c", "a b c"), ("长" * 5000, "长" * 1000 + "…")):
        [comment] = comments_on(reading, [Finding(rule, details=(("text", text),))])
        assert comment.paragraphs == (f"【提示 X】{said}",)


def test_findings_without_places_find_theirs_in_the_reading(broken: dr.Report) -> None:
    reading = dr.read(dr.to_bytes(broken, "docx"))
    assert "4321" in said_in_word(marked(reading, dr.check(reading.report)))


def test_what_is_no_report_is_told_at_its_first_paragraph() -> None:
    document = docx.Document()
    document.add_paragraph("会议通知")
    buffer = io.BytesIO()
    document.save(buffer)
    reading = dr.read(buffer.getvalue())
    [said] = said_in_word(marked(reading, reading.findings))["会议通知"]
    assert "R101" in said


@pytest.mark.parametrize("medium", ["html", "text", "json", "markdown"])
def test_a_medium_without_comments_is_refused_by_name(full: dr.Report, medium: str, tmp_path: Path) -> None:
    reading = dr.read(dr.to_bytes(full, medium), medium)
    with pytest.raises(InvalidValueError, match=f"reading: was read from {medium}, .*: docx, xlsx"):
        dr.mark(reading, (), tmp_path / "out.docx")
    assert os.listdir(tmp_path) == []


def test_the_file_that_was_read_is_not_written_over(full: dr.Report, tmp_path: Path) -> None:
    path = tmp_path / "in.docx"
    dr.write(full, path)
    before = path.read_bytes()
    (tmp_path / "link.docx").symlink_to(path)
    (tmp_path / "same.docx").hardlink_to(path)
    for name in ("in.docx", "link.docx", "same.docx", f"../{tmp_path.name}/in.docx", "none/../in.docx"):
        with pytest.raises(InvalidValueError, match=r"target: .* is the file that was read"):
            dr.mark(dr.read(path), (), tmp_path / name)
    assert path.read_bytes() == before


def test_nor_is_it_through_an_open_file(full: dr.Report, tmp_path: Path) -> None:
    path = tmp_path / "in.docx"
    dr.write(full, path)
    before = path.read_bytes()
    with path.open("r+b") as file:
        for reading in (dr.read(file), dr.read(path)):
            with pytest.raises(InvalidValueError, match=r"target: .* is the file that was read"):
                dr.mark(reading, (), file)
    with path.open("rb") as file, pytest.raises(InvalidValueError, match="is the file that was read"):
        dr.mark(dr.read(file), (), path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("name", ["out.xlsx", "out.html", "out", "out.doc"])
def test_the_copy_is_of_the_same_medium(full: dr.Report, tmp_path: Path, name: str) -> None:
    with pytest.raises(InvalidValueError, match="the copy is a file of docx"):
        dr.mark(dr.read(dr.to_bytes(full, "docx")), (), tmp_path / name)
    assert os.listdir(tmp_path) == []


def test_a_file_that_has_changed_since_is_refused(full: dr.Report, tmp_path: Path) -> None:
    path, out = tmp_path / "in.docx", tmp_path / "out.docx"
    dr.write(full, path)
    reading = dr.read(path)
    dr.write(full.replace(agency="别处"), path)
    with pytest.raises(InvalidValueError, match=r"reading: .*in\.docx has changed since it was read"):
        dr.mark(reading, (), out)
    path.unlink()
    with pytest.raises(FileNotFoundError):
        dr.mark(reading, (), out)
    assert not out.exists()


def test_a_damaged_part_leaves_the_target_as_it_was(full: dr.Report, tmp_path: Path) -> None:
    source, out = tmp_path / "in.docx", tmp_path / "out.docx"
    with zipfile.ZipFile(source, "w") as made:
        for name, content in parts(dr.to_bytes(full, "docx")).items():
            is_relations = name == "word/_rels/document.xml.rels"
            made.writestr(name, b"<Relation" if is_relations else content)
    out.write_bytes(b"old")
    with pytest.raises(DamagedFileError, match=r"in\.docx: its part .*rels is no XML"):
        dr.mark(dr.read(source), [one("R401")], out)
    assert out.read_bytes() == b"old"
    assert sorted(os.listdir(tmp_path)) == ["in.docx", "out.docx"]


def test_wrong_arguments_are_named(full: dr.Report) -> None:
    reading = dr.read(dr.to_bytes(full, "docx"))
    wrong: tuple[tuple[Any, Any, Any, str], ...] = (
        (full, (), "zh", "reading"),
        (evolve(reading, origin=None), (), "zh", "reading"),
        (reading, ["P301"], "zh", "findings"),
        (reading, (), "fr", "lang"),
    )
    for given_reading, findings, lang, path in wrong:
        with pytest.raises(InvalidValueError, match=f"^{path}: "):
            dr.mark(given_reading, findings, io.BytesIO(), lang=lang)
    with pytest.raises(InvalidValueError, match=r"^target: "):
        dr.mark(reading, (), 3)  # type: ignore[arg-type]


def test_a_reading_of_a_path_holds_no_file_and_one_of_bytes_those(full: dr.Report, tmp_path: Path) -> None:
    path = tmp_path / "in.docx"
    dr.write(full, path)
    data = path.read_bytes()
    by_path, by_bytes = dr.read(path), dr.read(data)
    assert by_path == by_bytes
    assert "origin" not in repr(by_bytes)
    assert len(pickle.dumps(by_path)) < len(pickle.dumps(by_bytes)) - len(data) + 1000
    assert marked(pickle.loads(pickle.dumps(by_path)), dr.check(full)) == marked(by_bytes, dr.check(full))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a pipe with a name")
def test_a_pipe_cannot_be_read_again_so_its_bytes_are_kept(full: dr.Report, tmp_path: Path) -> None:
    data = dr.to_bytes(full, "docx")
    os.mkfifo(tmp_path / "pipe.docx")
    with ThreadPoolExecutor() as pool:
        pool.submit((tmp_path / "pipe.docx").write_bytes, data)
        reading = dr.read(tmp_path / "pipe.docx")
    assert marked(reading, ()) == data


def test_a_path_is_found_again_from_another_folder(
    full: dr.Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dr.write(full, tmp_path / "in.docx")
    monkeypatch.chdir(tmp_path)
    reading = dr.read("in.docx")
    monkeypatch.chdir("/")
    assert marked(reading, ()) == (tmp_path / "in.docx").read_bytes()


@pytest.mark.libreoffice
def test_libreoffice_shows_each_comment(broken: dr.Report, tmp_path: Path) -> None:
    expected = {}
    for medium, format_, part in (("docx", "odt", "content.xml"), ("xlsx", "ods", "content.xml")):
        reading = dr.read(dr.to_bytes(broken, medium))
        findings = dr.check(reading)
        dr.mark(reading, findings, tmp_path / f"out.{medium}")
        expected[f"out.{format_}", part] = sorted(finding.code for finding in findings)
        convert(tmp_path, f"out.{medium}", format_)
    for (name, part), codes in expected.items():
        with zipfile.ZipFile(tmp_path / name) as package:
            text = package.read(part).decode()
        notes = re.findall("<office:annotation .*?</office:annotation>", text, re.DOTALL)
        words = "".join(re.sub("<[^>]*>", "", note) for note in notes)
        assert sorted(re.findall(r"【\w+ (\w+)】", words)) == codes


@pytest.mark.libreoffice
def test_a_printed_copy_has_its_comments(broken: dr.Report, tmp_path: Path) -> None:
    reading = dr.read(dr.to_bytes(broken, "docx"))
    dr.mark(reading, dr.check(reading), tmp_path / "out.docx")
    option = 'pdf:writer_pdf_Export:{"ExportNotes":{"type":"boolean","value":"true"}}'
    convert(tmp_path, "out.docx", option)
    found = re.findall(rb"/Contents\s*<(FEFF[0-9A-F]+)>", (tmp_path / "out.pdf").read_bytes())
    words = "".join(bytes.fromhex(each.decode()).decode("utf-16") for each in found)
    assert sorted(re.findall(r"【\w+ (\w+)】", words)) == sorted(each.code for each in dr.check(reading))


def convert(folder: Path, name: str, format_: str) -> None:
    home = f"-env:UserInstallation=file://{folder}/office"
    words = ["soffice", home, "--headless", "--convert-to", format_, "--outdir", str(folder), name]
    subprocess.run(words, cwd=folder, check=True, capture_output=True, timeout=240)
