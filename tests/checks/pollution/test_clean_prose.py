"""Nothing on clean prose; advertisements of invented brands are found wherever they stand."""

from collections import Counter

import pytest
from hypothesis import Phase, given, seed, settings
from hypothesis import strategies as st
from injected import FOR_AN_ORGAN, IN_A_SENTENCE, KINDS, LINES, injected
from official_prose import TRICKY, paragraphs, plain_sentences

import disclosure_report as dr
from disclosure_report.checks.pollution.detect import pieces


LEAST = 0.9


@pytest.mark.parametrize("sentence", TRICKY)
def test_nothing_on_a_clean_sentence(sentence: str) -> None:
    assert pieces(sentence) == ()
    assert pieces(sentence.replace("，", ",").replace("（", "(").replace("）", ")").replace("：", ":")) == ()


@given(st.lists(paragraphs(), max_size=4))
@settings(max_examples=200)
def test_nothing_on_clean_prose(texts: list[str]) -> None:
    report = dr.Report.blank("青溪镇", 2021).replace(overview=dr.Prose.from_text("\n".join(texts)))
    assert dr.check(report, select=["X"]) == ()


def test_there_are_many_kinds_of_advertisements() -> None:
    assert len(KINDS) == len(IN_A_SENTENCE) + len(FOR_AN_ORGAN) + len(LINES) >= 10


@pytest.mark.parametrize("kind", KINDS)
def test_nine_of_ten_advertisements_are_found(kind: str) -> None:
    counts: Counter[bool] = Counter()

    @settings(max_examples=100, database=None, phases=[Phase.generate])
    @seed(20211231)
    @given(KINDS[kind], plain_sentences(), st.integers(0, 200))
    def look(advertisement: str, sentence: str, place: int) -> None:
        text, start = injected(kind, sentence, place, advertisement)
        end = start + len(advertisement)
        found = [piece for piece in pieces(text) if piece.rule.code == "X101"]
        counts[any(piece.start < end and start < piece.end for piece in found)] += 1

    look()
    assert counts[True] >= LEAST * counts.total()


@given(st.text(max_size=60))
def test_pieces_lie_in_the_text_in_order_and_never_overlap(text: str) -> None:
    behind = 0
    for piece in pieces(text):
        assert behind <= piece.start < piece.end <= len(text)
        behind = piece.end
