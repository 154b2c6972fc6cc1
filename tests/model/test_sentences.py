"""What a finding shows and says."""

import pytest

from disclosure_report.blocks import Place
from disclosure_report.model.findings import Change, Finding, Language, Rule, Suggestion


RULE = Rule("X101", "hint", "{place}：{count}处", "{count} at {place}")
DETAILS = (("place", Place(line=3)), ("count", 2))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_sentence_is_filled_with_words_numbers_and_places(lang: Language) -> None:
    expected = {"zh": f"{Place(line=3).text('zh')}：2处", "en": f"2 at {Place(line=3).text('en')}"}[lang]
    said = (
        Finding(RULE, details=DETAILS),
        Suggestion((), (), RULE, DETAILS),
        Change("a.b", None, 0, RULE, DETAILS),
    )
    assert {each.text(lang) for each in said} == {expected}
    assert len({Place(line=3).text("zh"), Place(line=3).text("en")}) == 2


def test_chinese_is_spoken_unless_english_is_asked_for() -> None:
    change = Change("a.b", None, 0, RULE, DETAILS)
    assert change.reason == change.text() == change.text("zh") == Finding(RULE, details=DETAILS).text()


def test_the_code_is_shown_and_what_fills_the_sentence_is_not() -> None:
    assert repr(Finding(RULE, ("a.b",), details=DETAILS)) == (
        "Finding(rule=X101, paths=('a.b',), place=None, expected=None, found=None, difference=None, "
        "suggestions=(), span=None)"
    )
    assert repr(Suggestion((("a.b", 5),), ("甲",), RULE, DETAILS)) == (
        "Suggestion(changes=(('a.b', 5),), relations=('甲',), rule=X101)"
    )
    assert repr(Change("a.b", None, 0, RULE, DETAILS)) == (
        "Change(path='a.b', before=None, after=0, rule=X101)"
    )


def test_a_finding_has_the_code_and_the_severity_of_its_rule() -> None:
    assert (Finding(RULE).code, Finding(RULE).severity) == ("X101", "hint")
