"""Counts in prose: a number matches its whole grammar, with a unit of cases, or is none."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure_report.checks.statements.numerals import counts, number


DIGITS = "零一二三四五六七八九"
READ = (
    ("12件", 12),
    ("0件", 0),
    ("１２宗", 12),
    ("1,234件", 1234),
    ("1，234起", 1234),
    ("１，２３４份", 1234),
    ("零件", 0),
    ("〇起", 0),
    ("十件", 10),
    ("十二宗", 12),
    ("两起", 2),
    ("二十份", 20),
    ("一百零五件", 105),
    ("一百一十件", 110),
    ("两百三十件", 230),
    ("一千零二十件", 1020),
    ("三千两百零一件", 3201),
    ("收到，3件", 3),
    ("申请数12件", 12),
    ("申请数十二件", 12),
    ("发生一起行政复议", 1),
    ("行政复议一起，", 1),
)
NOT_READ = (
    "405条",
    "12次",
    "12个",
    "12.5件",
    "2023，125件",
    "1,23件",
    "12345678件",
    "007件",
    "第3件",
    "第三件",
    "几十件",
    "数百件",
    "数十件",
    "十余件",
    "20多件",
    "12件以上",
    "12件左右",
    "3件至5件",
    "3-5件",
    "3～5件",
    "12件次",
    "12件套",
    "一百二件",
    "二〇二三件",
    "一二三件",
    "二三十件",
    "一万二千件",
    "1万件",
    "一起会商",
    "件件有回音",
    "12",
)


@pytest.mark.parametrize(("text", "value"), READ)
def test_a_count_is_read_with_its_place(text: str, value: int) -> None:
    found = [*counts(text)]
    assert [count.value for count in found] == [value]
    assert text[found[0].end - 1] in "件宗起份"
    assert number(text[found[0].start : found[0].end - 1]) == value


@pytest.mark.parametrize("text", NOT_READ)
def test_what_is_no_whole_count_is_none(text: str) -> None:
    assert not [*counts(text)]


def _in_words(value: int) -> str:
    """A number in standard numerals, made in another way: digit by digit, zeros run together."""
    units = ("", "十", "百", "千")
    figures = [(int(figure), units[len(str(value)) - 1 - at]) for at, figure in enumerate(str(value))]
    words = "".join(DIGITS[figure] + unit if figure else DIGITS[0] for figure, unit in figures)
    while "零零" in words:
        words = words.replace("零零", "零")
    words = words.rstrip("零") or "零"
    return words.removeprefix("一") if words.startswith("一十") else words


@given(st.integers(0, 9999), st.booleans())
def test_every_number_below_ten_thousand_is_read_in_numerals(value: int, liang: bool) -> None:
    words = _in_words(value)
    if liang:
        words = words.replace("二千", "两千").replace("二百", "两百")
    assert number(words) == value


@given(st.integers(0, 9_999_999), st.sampled_from((",", "，", "")), st.booleans())
def test_every_number_is_read_in_digits(value: int, separator: str, wide: bool) -> None:
    digits = f"{value:,}".replace(",", separator)
    if wide:
        digits = digits.translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    assert number(digits) == value


@given(st.text(alphabet="零〇一二两三九十百千件宗起份0129,，.．-至第余", max_size=30))
def test_counts_stand_in_order_and_never_overlap(text: str) -> None:
    found = [*counts(text)]
    assert all(one.end <= two.start for one, two in pairwise(found))
    assert all(number(text[count.start : count.end - 1]) == count.value for count in found)
