"""`clean` takes out what was reported, lists it, and touches nothing else."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from injected import IN_A_SENTENCE
from official_prose import paragraphs, plain_sentences

import disclosure_report as dr
from disclosure_report.checks.pollution.rules import POLLUTION_RULES, TREATMENTS


def _report(text: str) -> dr.Report:
    return dr.Report.blank("青溪镇", 2021).replace(overview=dr.Prose.from_text(text))


_DIRT = st.one_of(
    *IN_A_SENTENCE.values(),
    st.sampled_from(
        (
            "\u200b",
            "\ufeff",
            "發(fā)",
            "{{ x }}",
            "XX镇",
            "&nbsp;",
            "字体：[大 中 小]",
            "\ufffd",
            "涓嶆柇鎻愰珮",
            "Â·",
            "(",
            "】@",
            "体育",
        )
    ),
)
_DIRTY = st.lists(st.one_of(plain_sentences(), _DIRT), min_size=1, max_size=6).map("".join)


def test_each_rule_says_what_is_done_with_it() -> None:
    assert tuple(TREATMENTS) == POLLUTION_RULES


def test_pieces_are_taken_out_and_listed() -> None:
    revision = dr.clean(_report("区政府88体育投注-【官方】@的部署\u200b。\n— 4 —\n制發(fā)文件。"))
    assert revision.report.overview.text == "区政府的部署。\n制發文件。"
    assert [(each.path, each.before, each.after, each.rule.code) for each in revision.changes] == [
        ("overview[0]", "88体育投注-【官方】@", "", "X101"),
        ("overview[0]", "\u200b", "", "X102"),
        ("overview[1]", "— 4 —", "", "X105"),
        ("overview[2]", "(fā)", "", "X103"),
    ]
    assert revision.findings == ()
    assert "88体育投注" in revision.changes[0].reason
    assert "advertising" in revision.changes[0].text("en")


def test_mojibake_is_repaired_where_no_byte_is_lost() -> None:
    revision = dr.clean(_report("涓€銆佹€讳綋鎯呭喌\n公开\ufffd\ufffd信息"))
    assert revision.report.overview.text == "一、总体情况\n公开\ufffd\ufffd信息"
    assert [(each.before, each.after) for each in revision.changes] == [
        ("涓€銆佹€讳綋鎯呭喌", "一、总体情况")
    ]
    assert [(each.code, each.paths) for each in revision.findings] == [("X106", ("overview[1]",))]


def test_a_placeholder_stays_and_is_told() -> None:
    revision = dr.clean(_report("XX镇公开{{ count }}条"))
    assert (revision.report, revision.changes) == (_report("XX镇公开{{ count }}条"), ())
    assert [each.code for each in revision.findings] == ["X104", "X104"]


def test_headings_keep_their_level_title_and_agency_are_cleaned() -> None:
    report = _report("（一）主动\u200b公开").replace(
        agency="青溪\u200b镇", title="88体育投注-【官方】@青溪镇年报"
    )
    cleaned = dr.clean(report).report
    assert cleaned.overview.blocks == dr.Prose.from_text("（一）主动公开").blocks
    assert (cleaned.agency, cleaned.title) == ("青溪镇", "青溪镇年报")


def test_a_title_of_nothing_else_is_none() -> None:
    assert dr.clean(_report("").replace(title="88体育投注-【官方】@")).report.title is None


@pytest.mark.parametrize("text", ["投\u200b注平台官网88体育\u200b投注官网", "發(f\u200bā)"])
def test_what_comes_to_light_is_cleaned_too(text: str) -> None:
    once = dr.clean(_report(text))
    assert dr.clean(once.report).changes == ()


@given(st.lists(paragraphs(), max_size=3))
@settings(max_examples=30)
def test_a_clean_report_comes_back_as_it_is(texts: list[str]) -> None:
    report = _report("\n".join(texts))
    revision = dr.clean(report)
    assert (revision.report, revision.changes, revision.findings) == (report, (), ())


@given(_DIRTY)
@settings(max_examples=100)
def test_twice_is_once(text: str) -> None:
    once = dr.clean(_report(text))
    twice = dr.clean(once.report)
    assert (twice.report, twice.changes) == (once.report, ())
    assert twice.findings == once.findings


@given(_DIRTY)
@settings(max_examples=100)
def test_nothing_changes_but_what_is_listed(text: str) -> None:
    """What is gone is what the changes took, and what is left stands in its order."""
    report = _report(text)
    revision = dr.clean(report)
    paths = {f"overview[{number}]" for number in range(len(report.overview))}
    assert {change.path for change in revision.changes} <= paths
    before, after = (Counter("".join(each.overview.text.split())) for each in (report, revision.report))
    for change in revision.changes:
        before.subtract("".join(str(change.before).split()))
        before.update("".join(str(change.after).split()))
    assert +before == after
    if not any(change.after for change in revision.changes):
        characters = iter(report.overview.text)
        assert all(character in characters for character in revision.report.overview.text.replace("\n", ""))
    assert revision.report.replace(overview=report.overview) == report


@given(_DIRTY)
def test_what_is_reported_and_can_be_taken_out_is_listed_first(text: str) -> None:
    report = _report(text)
    taken = [
        report.overview.blocks[0].text[finding.span[0] : finding.span[1]]
        for finding in dr.check(report, select=["X"])
        if finding.span and finding.code in {"X101", "X102", "X103", "X105"}
    ]
    listed = [change.before for change in dr.clean(report).changes if change.rule.code != "X106"]
    assert listed[: len(taken)] == taken
