"""Promises, each proved under the sentence that it keeps."""

import json
import os
import pickle
import re
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from typing import TypeAlias

import jsonschema
from hypothesis import given, settings
from hypothesis import strategies as st

import disclosure_report as dr
from disclosure_report.blocks import Value
from disclosure_report.model.parts import PARTS
from disclosure_report.model.schema import schema
from disclosure_report.relations.complete import complete
from disclosure_report.relations.evaluate import evaluate
from disclosure_report.testing import broken_reports, reports


Job: TypeAlias = Callable[[], object]
ANY = reports(consistent=False, blanks=True)
RIGHT = reports()
VALIDATOR = jsonschema.Draft202012Validator(schema())


@given(ANY)
def test_cells_are_the_fields_of_the_form_in_order_and_each_is_found_by_its_path(report: dr.Report) -> None:
    cells = report.cells()
    assert list(cells) == [said.path for said in dr.fields(report.applications.form)]
    assert {path: report[path] for path in cells} == cells


@given(ANY, st.data())
def test_replace_changes_the_named_cell_and_no_other(report: dr.Report, data: st.DataObject) -> None:
    said = data.draw(st.sampled_from(dr.fields(report.applications.form)))
    new: dict[str, Value] = {"count": 7, "signed": -7, "amount": Decimal("0.7")}
    changed = report.replace({said.path: new[said.kind]})
    assert changed.cells() == {**report.cells(), said.path: new[said.kind]}
    assert changed.replace({said.path: report[said.path]}) == report


@given(ANY)
def test_what_was_written_as_json_reads_back_equal(report: dr.Report) -> None:
    text = dr.to_json(report)
    assert dr.from_json(text) == report
    assert dr.read(text.encode(), "json").report == report
    VALIDATOR.validate(json.loads(text))


@given(ANY)
def test_a_report_is_equal_by_content_hashable_and_picklable(report: dr.Report) -> None:
    twin = pickle.loads(pickle.dumps(report))
    assert twin == report
    assert hash(twin) == hash(report)


@given(RIGHT)
def test_a_report_that_holds_together_satisfies_every_relation(report: dr.Report) -> None:
    assert {each.status for each in evaluate(report)} == {"satisfied"}
    assert dr.check(report, select=["P", "B101", "B102"]) == ()


@given(RIGHT, st.data())
def test_every_relation_that_is_broken_is_found_with_its_difference(
    report: dr.Report, data: st.DataObject
) -> None:
    relation = data.draw(st.sampled_from([each.relation for each in evaluate(report)]))
    path = data.draw(st.sampled_from(relation.paths))
    error = data.draw(st.integers(1, 1000))
    old = report[path]
    assert isinstance(old, int)
    wrong = report.replace({path: old + error})
    found = {each.relation: each for each in evaluate(wrong) if each.status == "violated"}
    assert set(found) == {each.relation for each in evaluate(report) if path in each.relation.paths}
    assert found[relation].difference == (error if path in relation.right else -error)
    codes = sorted(each.relation.code for each in found.values())
    assert sorted(finding.code for finding in dr.check(wrong, select=["P"])) == codes


@given(reports(consistent=False, blanks=True), st.data())
def test_filling_blanks_never_turns_a_violated_relation_into_a_satisfied_one(
    report: dr.Report, data: st.DataObject
) -> None:
    violated = {each.relation for each in evaluate(report) if each.status == "violated"}
    blank = [path for path, value in report.cells().items() if value is None]
    kinds = {said.path: said.kind for said in dr.fields(report.applications.form)}
    fill = data.draw(st.integers(0, 1000))
    filled = {path: Decimal(fill) if kinds[path] == "amount" else fill for path in blank}
    after = {each.relation for each in evaluate(report.replace(filled)) if each.status == "violated"}
    assert violated <= after


@given(RIGHT, st.data())
def test_nothing_that_is_proved_is_ever_wrong_when_the_numbers_hold_together(
    report: dr.Report, data: st.DataObject
) -> None:
    cells = report.cells()
    hidden = data.draw(st.sets(st.sampled_from(list(cells)), max_size=len(cells)))
    revision = complete(report.replace(dict.fromkeys(hidden)))
    assert {change.path: change.after for change in revision.changes}.items() <= cells.items()
    assert {change.path for change in revision.changes} <= hidden
    assert revision.findings == ()


@given(reports(consistent=False, blanks=True), st.booleans())
def test_completing_never_breaks_a_relation_and_touches_nothing_that_is_there(
    report: dr.Report, zeros: bool
) -> None:
    before = {each.relation for each in evaluate(report) if each.status == "violated"}
    revision = complete(report, zeros=zeros)
    after = {each.relation for each in evaluate(revision.report) if each.status == "violated"}
    assert after == before
    assert all(report[change.path] is None for change in revision.changes)
    assert dr.complete(revision.report, zeros=zeros).changes == ()
    untouched = {path: value for path, value in report.cells().items() if value is not None}
    assert untouched.items() <= revision.report.cells().items()


@given(st.binary(max_size=400))
def test_reading_raises_nothing_but_the_librarys_own_errors(data: bytes) -> None:
    for medium in (None, "text", "json"):
        try:
            reading = dr.read(data, medium)
        except dr.DisclosureReportError:
            continue
        assert reading.sources.keys() == reading.report.cells().keys()


LINES = st.one_of(
    st.sampled_from(
        [label for form in dr.Form for said in dr.fields(form) for label in said.labels]
        + ["一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况"]
        + ["四、政府信息公开行政复议、行政诉讼情况", "五、存在的主要问题及改进情况", "六、其他需要报告的事项"]
    ),
    st.sampled_from(["", "0", "1", " 3 ", "/", "-", "+2", "1,234", "12/3", "x", "1.5"]),
    st.text(max_size=8),
)


@given(st.lists(LINES, max_size=120))
def test_every_number_that_is_read_stood_in_the_source(lines: list[str]) -> None:
    try:
        reading = dr.read(
            "\n".join(["青溪镇2021年政府信息公开工作年度报告", *lines]).encode("utf-8", "ignore"), "text"
        )
    except dr.DisclosureReportError:
        return
    for path, value in reading.report.cells().items():
        source = reading.sources[path]
        if value is None:
            assert source.absent
        else:
            assert source.text is not None
            assert Decimal(source.text.replace(",", "")) == value
            assert source.place is not None


_PARTS = (
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
)
_WORDS = {word for form in dr.Form for said in dr.fields(form) for word in (said.label, *said.labels)}
_VALUES = ("0", "1", "12", "", "/", "3件", "22（其中修订16件）", "1,2", "备注")
_LINES = st.one_of(st.sampled_from(sorted(_WORDS)), st.sampled_from(_PARTS), st.sampled_from(_VALUES))
_TITLE_LINE = "青溪镇2021年政府信息公开工作年度报告"


@given(st.lists(_LINES, max_size=60), st.sampled_from(["text", "table", "html"]))
def test_no_order_of_labels_and_values_raises_or_invents(lines: list[str], medium: str) -> None:
    page = "\n".join([_TITLE_LINE, *lines])
    if medium != "text":
        rows = [lines[start : start + 5] for start in range(0, len(lines), 5)]
        table = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
        page = f"<p>{_TITLE_LINE}</p><p>{_PARTS[0]}</p><table>{table}</table>"
    try:
        reading = dr.read(page.encode(), "text" if medium == "text" else "html")
    except dr.DisclosureReportError:
        return
    values = [value for value in reading.report.cells().values() if value is not None]
    assert {int(value) for value in values} <= {0, 1, 3, 12, 22}
    assert len(values) <= len([line for line in lines if any(map(str.isdigit, line))])


@given(RIGHT, st.data())
def test_every_proof_names_the_relation_that_it_rests_on(report: dr.Report, data: st.DataObject) -> None:
    hidden = data.draw(st.sets(st.sampled_from(list(report.cells())), max_size=40))
    labels = {each.relation.label for each in evaluate(report)}
    for change in complete(report.replace(dict.fromkeys(hidden))).changes:
        assert change.rule.code in {"C101", "C102"}
        said = dict(change.details)
        assert said["label"] in labels
        assert str(said["sentence"]) in change.text()


@given(ANY, st.data())
def test_filling_blanks_decides_what_was_undetermined_and_nothing_else(
    report: dr.Report, data: st.DataObject
) -> None:
    fill = data.draw(st.integers(0, 9))
    counts = {said.path for said in dr.fields(report.applications.form) if said.kind == "count"}
    blank = [path for path, value in report.cells().items() if value is None and path in counts]
    before = {each.relation: each.status for each in evaluate(report)}
    for relation, status in (
        (each.relation, each.status) for each in evaluate(report.replace(dict.fromkeys(blank, fill)))
    ):
        assert status != "undetermined"
        assert before[relation] in {status, "undetermined"}


@given(st.sampled_from(dr.Form).flatmap(lambda form: st.lists(reports(form=form), min_size=2, max_size=4)))
def test_the_sum_of_reports_that_hold_together_holds_together(summands: list[dr.Report]) -> None:
    added = summands[0].cells()
    for report in summands[1:]:
        added = {path: value + report[path] for path, value in added.items()}  # type: ignore[operator]
    total = summands[0].replace(added)
    assert {each.status for each in evaluate(total)} == {"satisfied"}


@given(broken_reports(max_errors=6))
def test_findings_come_in_the_order_of_the_form(broken: tuple[dr.Report, object]) -> None:
    report, _ = broken
    found = dr.check(report, select=["P"])
    order = [(each.relation.code, each.relation.paths) for each in evaluate(report)]
    positions = [order.index((finding.code, finding.paths)) for finding in found]
    assert positions == sorted(set(positions))
    everything = dr.check(report)
    assert everything == dr.check(report)
    assert [finding for finding in everything if finding.code.startswith("P")] == list(found)
    parts = [re.split(r"[.\[]", finding.paths[0])[0] for finding in everything]
    names = ("title", "publication_date", "preamble", *(part.name for part in PARTS))
    assert parts == sorted(parts, key=lambda part: max(names.index(part), 1))


@given(ANY, st.sampled_from([2019, 2020, 2021, 2025, None]))
def test_the_form_is_told_by_the_table_and_never_by_the_year(report: dr.Report, year: int | None) -> None:
    report = report.replace(year=year)
    for medium in ("docx", "xlsx", "html", "text"):
        found = dr.read(dr.to_bytes(report, medium), medium).report
        assert found.cells().keys() == report.cells().keys()
        assert found.applications.form is report.applications.form


def test_the_same_report_gives_the_same_bytes_in_every_process() -> None:
    script = (
        "import hashlib, disclosure_report as dr\n"
        "report = dr.complete(dr.Report.blank('青溪镇', 2021), zeros=True).report\n"
        "for medium in ('docx', 'xlsx', 'html', 'json', 'text', 'markdown'):\n"
        "    print(hashlib.sha256(dr.to_bytes(report, medium)).hexdigest())\n"
    )
    seeds = [{"PYTHONHASHSEED": "0", "TZ": "UTC"}, {"PYTHONHASHSEED": "7", "TZ": "Asia/Shanghai"}]
    one, other = (
        subprocess.run([sys.executable, "-c", script], env=os.environ | seed, capture_output=True, check=True)
        for seed in seeds
    )
    assert len(one.stdout.split()) == 6
    assert one.stdout == other.stdout


@given(RIGHT)
@settings(max_examples=5)
def test_threads_share_nothing(report: dr.Report) -> None:
    jobs: list[Job] = [
        lambda: dr.read(dr.to_bytes(report, "docx")).report,
        lambda: dr.read(dr.to_bytes(report, "xlsx")).report,
        lambda: dr.read(dr.to_bytes(report, "text"), "text").report,
        lambda: dr.evaluate(report),
    ]
    alone = [job() for job in jobs]
    with ThreadPoolExecutor(8) as pool:
        together = [each.result() for each in [pool.submit(job) for _ in range(4) for job in jobs]]
    assert together == alone * 4
