"""Headings in words that are only like known ones: how much of them must be the same."""

import pytest

from disclosure_report.layout.recognise.headings import CLOSE, heading_of


@pytest.mark.parametrize(
    ("text", "is_close"),
    [
        # At one place: a misprint, a character too many or too few, wherever it is.
        ("二、主动公开政府信息情兄", True),
        ("二、注动公开政府信息情况", True),
        ("二、主动公开政付信息情况", True),
        ("二、主动公开政府信息情况表", True),
        ("二、本主动公开政府信息情况", True),
        ("二、主动公开政府息情况", True),
        ("二、动公开政府信息情况", True),
        ("二、主动公开政府信息情", True),
        # Words put in: up to 16 characters.
        ("二、主动公开" + "长" * 16 + "政府信息情况", True),
        ("二、主动公开" + "长" * 17 + "政府信息情况", False),
        ("二、主动公开政府信息情况" + "长" * 16, True),
        ("二、主动公开政府信息情况" + "长" * 16 + "况", False),  # no character counts twice
        # Words written over: six tenths of the official ones are the same, before and behind.
        ("五、政府信息公开工作存在的主甲乙丙丁戊己庚辛", True),  # 12 of 20
        ("五、政府信息公开工作存在的甲乙丙丁戊己庚辛壬", False),  # 11
        ("四、政府信息公开行政甲乙丙丁戊己情况", True),  # 10 of 16
        ("四、政府信息公开行甲乙丙丁戊己庚情况", False),  # 9
        # At several places: eight tenths of both are the same.
        ("二、主动甲开政府信乙情况", True),  # 8 of 10 and 10
        ("二、主动甲开政丙信乙情况", False),  # 7
        ("二、主动甲公开政府信息乙丙丁戊情况", True),  # 10 of 10 and 15
        ("二、主动甲公开政府信息乙丙丁戊己情况", False),  # 16
        # The number is another's: then the words must be known.
        ("三、主动公开政府信息情兄", False),
        ("七、主动公开政府信息情兄", False),
        ("主动公开政府信息情兄", False),
    ],
)
def test_words_that_are_like_known_ones(text: str, is_close: bool) -> None:
    found = heading_of(text)
    assert (found and (found.part.name, found.likeness)) == (
        ({"二": "proactive_disclosure", "四": "disputes", "五": "problems_and_improvements"}[text[0]], CLOSE)
        if is_close
        else None
    )
