"""Text in the wrong encoding is repaired exactly or not at all."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from official_prose import paragraphs

from disclosure_report.checks.pollution.detect import pieces
from disclosure_report.checks.pollution.mojibake import mojibake


_HAN = "一二三总体情况主动公开依申请政府信息管理平台建设监督保障工作年度报告群众服务提高质量"
_COMMON = st.text(f"{_HAN}，。、：（）“”", min_size=4, max_size=40).filter(
    lambda text: len(set(text) & set(_HAN)) > 3
)


def _as_936(data: bytes) -> str:
    """As a browser reads GBK: the byte 80 alone is the euro, what makes no pair is lost."""
    said, rest = [], data
    while rest:
        size = 1 if rest[0] <= 0x80 else 2
        said.append("€" if rest[0] == 0x80 else rest[:size].decode("gb18030", "replace"))
        rest = rest[size:]
    return "".join(said)


def _as_1252(data: bytes) -> str:
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in data)


def _repaired(text: str) -> str:
    """The text with every repair that is offered."""
    for piece in reversed(pieces(text)):
        if piece.repaired is not None:
            text = text[: piece.start] + piece.repaired + text[piece.end :]
    return text


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("涓€銆佹€讳綋鎯呭喌", "一、总体情况"),
        ("涓嶆柇鎻愰珮", "不断提高"),
        ("ä¸€ã€\x81æ€»ä½“æƒ…å†µ", "一、总体情况"),
        ("ä¸\x80ã\x80\x81æ\x80»ä½\x93", "一、总体"),
        ("ÐÅÏ¢¹«¿ª", "信息公开"),
        ("青溪镇Â·云门镇", "青溪镇·云门镇"),
    ],
)
def test_each_way_is_repaired(wrong: str, right: str) -> None:
    assert _repaired(wrong) == right


@given(_COMMON)
def test_utf8_read_as_gbk_is_repaired_where_no_byte_is_lost(text: str) -> None:
    wrong = _as_936(text.encode())
    assume("\ufffd" not in wrong)
    assert _repaired(wrong) == text


@given(_COMMON)
def test_utf8_read_as_gbk_is_found_where_a_byte_is_lost(text: str) -> None:
    wrong = _as_936(text.encode()[:-1])
    assert list(mojibake(wrong))
    assert not {"X101", "X103", "X104"} & {piece.rule.code for piece in pieces(wrong)}


@given(_COMMON, st.sampled_from((_as_1252, lambda data: data.decode("latin-1"))))
def test_utf8_read_as_latin_is_repaired(text: str, read: object) -> None:
    assert callable(read)
    assert _repaired(read(text.encode())) == text


@given(_COMMON)
def test_gbk_read_as_latin_is_repaired(text: str) -> None:
    wrong = text.encode("gbk").decode("latin-1")
    assert _repaired(wrong) == text


@given(paragraphs())
def test_gbk_read_as_utf8_is_found_and_not_repaired(text: str) -> None:
    wrong = text.encode("gb18030").decode(errors="replace")
    lost = [piece for piece in pieces(wrong) if piece.rule.code == "X106"]
    assert "\ufffd" not in wrong or lost
    assert not any(piece.repaired for piece in lost if "\ufffd" in wrong[piece.start : piece.end])


@given(paragraphs())
def test_clean_prose_is_no_mojibake(text: str) -> None:
    assert not list(mojibake(text))
