"""What the check of prose against tables promises, on sentences in the words of agencies."""

import string
from collections import Counter
from collections.abc import Iterable, Mapping

import pytest
from held_out import HELD_OUT
from hypothesis import given, settings
from hypothesis import strategies as st
from right_sentences import NONE, OTHER, PARTIAL, PLAIN, SCOPED
from told_sentences import TOLD

import disclosure_report as dr
from disclosure_report.blocks import Paragraph
from disclosure_report.testing import reports


UNITS = "件宗起份"
NAME_OF = {"W101": "new", "W102": "done", "W103": "cf", "W103-b": "bf", "W104": "rec", "W105": "lit"}
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
FIGURES = "零一二三四五六七八九"

# Each is found whatever its number, unit and line breaks.
ALWAYS = (
    ("W101", "2023年，我局共收到政府信息公开申请{n}{u}。"),
    ("W101", "我局全年收到{n}{u}政府信息公开申请。"),
    ("W101", "本年度新收政府信息公开申请{n}{u}，均已答复。"),
    ("W102", "我局全年共办结政府信息公开申请{n}{u}。"),
    ("W102", "收到政府信息公开申请后及时登记，已办结{n}{u}。"),
    ("W103", "政府信息公开申请结转下年度继续办理{n}{u}。"),
    ("W103", "另有{n}{u}政府信息公开申请结转下年度办理。"),
    ("W103", "上年结转政府信息公开申请{n}{u}。"),
    ("W104", "因政府信息公开被申请行政复议{n}{u}。"),
    ("W104", "全年有{n}{u}政府信息公开行政复议案件。"),
    ("W105", "因政府信息公开被提起行政诉讼{n}{u}。"),
    ("W105", "信息公开类行政诉讼共{n}{u}，均已审结。"),
)


def _in_words(value: int) -> str:
    """A number below a hundred in numerals; others in digits."""
    if value >= 100:
        return str(value)
    tens, ones = divmod(value, 10)
    if not tens:
        return FIGURES[ones]
    return (FIGURES[tens] if tens > 1 else "") + "十" + (FIGURES[ones] if ones else "")


@st.composite
def written(draw: st.DrawFn, value: int) -> str:
    """A number as agencies write it."""
    style = draw(st.sampled_from(("plain", "wide", "comma", "wide comma", "words")))
    if style == "words":
        return _in_words(value).replace("二", draw(st.sampled_from("二两")) if value == 2 else "二")
    digits = f"{value:,}" if "comma" in style else str(value)
    return digits.translate(WIDE).replace(",", "，") if "wide" in style else digits


def _numbers(report: dr.Report) -> dict[str, int]:
    def total(row: str) -> int:
        return int(report[f"{row}.total"] or 0)

    new, before = total("applications.newly_received"), total("applications.brought_forward")
    direct = total("disputes.direct_litigation")
    return {
        "new": new,
        "bf": before,
        "both": new + before,
        "done": total("applications.outcomes.total"),
        "cf": total("applications.carried_forward"),
        "rec": total("disputes.reconsideration"),
        "lit": direct + total("disputes.litigation_after_reconsideration"),
    }


@st.composite
def broken_lines(draw: st.DrawFn, sentence: str) -> str:
    """The sentence with blanks and line breaks, as they are left by pages, but not inside a number."""
    gaps = draw(st.lists(st.integers(1, len(sentence) - 1), max_size=4, unique=True))
    for at in sorted(gaps, reverse=True):
        if not any(each.isdigit() or each in ",，" for each in sentence[at - 1 : at + 1]):
            sentence = sentence[:at] + draw(st.sampled_from(("\n", " ", "　", "\n　　"))) + sentence[at:]
    return sentence


@st.composite
def filled(draw: st.DrawFn, template: str, numbers: Mapping[str, int]) -> str:
    """The template with its numbers, each in a way of writing, and a unit."""
    names = {name for _, name, _, _ in string.Formatter().parse(template) if name}
    values = {"u": draw(st.sampled_from(UNITS))}
    for name in sorted(names - {"u"}):
        value = numbers[name] if name in numbers else draw(st.integers(1, 20_000))
        values[name] = draw(written(value))
    return draw(broken_lines(template.format(**values)))


def _report(report: dr.Report, *sentences: str) -> dr.Report:
    prose = dr.Prose(Paragraph(sentence) for sentence in sentences)
    return report.replace(agency="青溪区水务局", year=2023, overview=prose)


def _codes(report: dr.Report) -> set[str]:
    return {finding.code for finding in dr.check(report, select=["W"])}


TABLES = reports(max_count=300, max_blocks=0)


@settings(max_examples=150)
@given(TABLES, st.sampled_from((*PLAIN, *PARTIAL, *OTHER, *SCOPED)), st.data())
def test_a_right_sentence_raises_nothing(report: dr.Report, template: str, data: st.DataObject) -> None:
    sentence = data.draw(filled(template, _numbers(report)))
    assert not _codes(_report(report, sentence))


@given(TABLES, st.lists(st.sampled_from((*PLAIN, *PARTIAL, *OTHER)), min_size=2, max_size=8), st.data())
def test_right_sentences_raise_nothing_together(
    report: dr.Report, templates: list[str], data: st.DataObject
) -> None:
    sentences = [data.draw(filled(template, _numbers(report))) for template in templates]
    assert not _codes(_report(report, *sentences))
    assert not _codes(_report(report, "".join(sentences)))


@pytest.mark.parametrize("template", [*PLAIN, *PARTIAL, *OTHER, *SCOPED])
def test_every_right_sentence_raises_nothing(template: str) -> None:
    report = dr.complete(dr.Report.blank("青溪区水务局", 2023), zeros=True).report
    rows = ("newly_received", "brought_forward", "outcomes.disclosed", "outcomes.total", "carried_forward")
    cells = dict(zip(rows, (21, 4, 22, 22, 3), strict=True))
    report = report.replace({f"applications.{row}.total": value for row, value in cells.items()})
    report = report.replace({"disputes.reconsideration.total": 2, "disputes.direct_litigation.total": 6})
    for unit in UNITS:
        numbers = _numbers(report) | {"any": 57, "more": 88}
        assert not _codes(_report(report, template.format(u=unit, **numbers)))


@given(TABLES, st.sampled_from(ALWAYS), st.integers(1, 400), st.data())
def test_a_wrong_number_said_plainly_is_found(
    report: dr.Report, case: tuple[str, str], more: int, data: st.DataObject
) -> None:
    code, template = case
    wrong = max(int(value or 0) for value in report.cells().values()) * 2 + more
    sentence = data.draw(filled(template, {"n": wrong}))
    assert _codes(_report(report, sentence)) == {code}


@given(reports(max_count=9, max_blocks=0), st.sampled_from(NONE))
def test_none_in_words_is_nought(report: dr.Report, sentence: str) -> None:
    numbers = _numbers(report)
    said = {"W101": numbers["new"], "W104": numbers["rec"], "W105": numbers["lit"]}
    found = _codes(_report(report, sentence))
    assert found <= {code for code, value in said.items() if value}
    if all(said.values()):
        assert found


@given(TABLES, st.sampled_from(ALWAYS), st.data())
def test_blank_tables_say_nothing(report: dr.Report, case: tuple[str, str], data: st.DataObject) -> None:
    blank = report.replace(dict.fromkeys(report.cells()))
    assert not _codes(_report(blank, data.draw(filled(case[1], {}))))


def _small() -> dr.Report:
    """A report with 12 new applications and 3 of last year, 11 completed and 4 carried; disputes 2 and 5."""
    report = dr.complete(dr.Report.blank("青溪区水务局", 2023), zeros=True).report
    rows = ("newly_received", "brought_forward", "outcomes.disclosed", "outcomes.total", "carried_forward")
    cells = dict(zip(rows, (12, 3, 11, 11, 4), strict=True))
    report = report.replace({f"applications.{row}.total": value for row, value in cells.items()})
    return report.replace({"disputes.reconsideration.total": 2, "disputes.direct_litigation.total": 5})


def _found(sentences: Iterable[tuple[str, str]], wrong: int) -> dict[str, float]:
    """The part of the sentences, for each quantity, in which a wrong number is found."""
    report = _small()
    asked, found = Counter[str](), Counter[str]()
    for code, template in sentences:
        asked[code] += 1
        told = template.format(n=wrong, unit="件", **_numbers(report))
        found[code] += code[:4] in _codes(_report(report, told))
    return {code: found[code] / asked[code] for code in asked}


@pytest.mark.parametrize(("code", "template"), [each for each in (*HELD_OUT, *TOLD) if "{n}" in each[1]])
def test_a_right_number_is_no_finding(code: str, template: str) -> None:
    numbers = _numbers(_small())
    told = template.format(n=numbers[NAME_OF[code]], unit="件", **numbers)
    assert not _codes(_report(_small(), told))


@pytest.mark.parametrize("wrong", [1, 7, 37, 1234])
def test_three_of_five_wrong_numbers_are_found_in_sentences_kept_apart(wrong: int) -> None:
    assert len(HELD_OUT) >= 40
    assert min(_found(HELD_OUT, wrong).values()) >= 0.6


@pytest.mark.parametrize("wrong", [1, 7, 37, 1234])
def test_three_of_four_wrong_numbers_are_found_in_sentences_that_the_check_was_made_by(wrong: int) -> None:
    assert min(_found(TOLD, wrong).values()) >= 0.75
