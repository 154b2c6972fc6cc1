"""Years and periods as reports write them: wide digits and Chinese ones, with and without blanks."""

import re


YEAR = r"(?<!\d)[2２][0０]\d\d(?!\d)|二[〇○零ＯO0][一二三四五六七八九〇○零ＯO0]{2}"
_CHINESE_DIGITS = str.maketrans("〇○零ＯO一二三四五六七八九", "00000123456789")
# 条例 第四十九条: the report is of "上一年度", so from its first day to its last.
_PERIOD = re.compile(
    r"(?<!\d)([2２][0０]\d\d)\s*年\s*[0０]?[1１]\s*月\s*[0０]?[1１]\s*日[^。；;]{0,8}?"
    r"(?:(?<!\d)([2２][0０]\d\d)\s*年\s*)?[1１][2２]\s*月\s*[3３][1１]\s*日"
)


def year_of(text: str) -> int:
    """The year that a match of `YEAR` names.

    >>> year_of("二○二一年度"), year_of("（２０２１年）")
    (2021, 2021)
    """
    return int("".join(c for c in text.translate(_CHINESE_DIGITS) if c.isdigit()))


def periods(text: str) -> list[tuple[re.Match[str], frozenset[int]]]:
    """Each period from a first of January to an end of December, with the years that it names.

    >>> [years for _, years in periods("统计期限为2021年1月1日至12月31日。")]
    [frozenset({2021})]
    """
    return [
        (found, frozenset(int(year) for year in found.groups() if year)) for found in _PERIOD.finditer(text)
    ]
