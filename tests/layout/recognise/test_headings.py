"""Which lines are headings of parts, and how sure that is."""

import pytest

from disclosure_report.layout.recognise.headings import (
    CLOSE,
    EXACT,
    LONGEST_HEADING,
    WORDS,
    heading_of,
    is_first_line,
    is_numbered,
    split_heading,
)


@pytest.mark.parametrize(
    ("text", "part", "likeness"),
    [
        ("一、总体情况", "overview", EXACT),
        ("一.总体情况", "overview", EXACT),
        ("一总体情况", "overview", EXACT),
        ("1、总体情况", "overview", WORDS),
        ("第一部分 总体情况", "overview", EXACT),
        ("总体情况", "overview", WORDS),
        ("（一）总体情况", "overview", WORDS),
        ("二、总体情况", "overview", WORDS),
        ("二、主动公开政府信息情况", "proactive_disclosure", EXACT),
        ("二、主動公開政府信息情況", "proactive_disclosure", EXACT),
        ("三、收到的处理政府信息公开申请情况", "applications", CLOSE),
        ("四、政府信息公开行政法复议、行政诉讼情况", "disputes", CLOSE),
        ("五、政府信息公开工作存在的主要问题及改进情况", "problems_and_improvements", EXACT),
        ("六、其他需要报告的事项", "other_matters", EXACT),
    ],
)
def test_a_heading(text: str, part: str, likeness: int) -> None:
    found = heading_of(text)
    assert found
    assert (found.part.name, found.likeness) == (part, likeness)
    if likeness == CLOSE:
        assert heading_of(text, closely=False) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "十五、存在的主要问题及改进情况",
        "二、主动公开",
        "二、加强组织领导",
        "12、总体情况",
        "二、" + "主动公开政府信息情况" * 6,
        "收到的处理政府信息公开申请情况",
    ],
)
def test_no_heading(text: str) -> None:
    assert heading_of(text) is None


def test_a_heading_is_no_longer_than_a_line() -> None:
    blanks = " " * (LONGEST_HEADING - len("一、总体情况"))
    assert heading_of("一、总体情况" + blanks)
    assert heading_of("一、总体情况" + blanks + " ") is None


@pytest.mark.parametrize(
    ("text", "heading", "rest"),
    [
        ("六、其他需要报告的事项：无。", "六、其他需要报告的事项", "无。"),
        ("六、其他需要报告的事项 无", "六、其他需要报告的事项", "无"),
        ("六、其他需要报告的事项。无", "六、其他需要报告的事项", "无"),
        ("六、其他需要报告的事项 12", "六、其他需要报告的事项 12", ""),
        ("六、其他需要报告的事项……12", "六、其他需要报告的事项……12", ""),
        ("六、其他需要报告的事项", "六、其他需要报告的事项", ""),
        ("其他需要报告的事项：无。", "其他需要报告的事项：无。", ""),
        (
            " " * 48 + "六、其他需要报告的事项：无。",
            " " * 48 + "六、其他需要报告的事项",
            "无。",
        ),  # 59 characters
        (" " * 49 + "六、其他需要报告的事项：无。", " " * 49 + "六、其他需要报告的事项：无。", ""),
        ("六、其他：无。", "六、其他：无。", ""),
        ("一、总体情况：二、主动公开：无", "一、总体情况", "二、主动公开：无"),
    ],
)
def test_a_heading_that_runs_into_its_text(text: str, heading: str, rest: str) -> None:
    assert split_heading(text) == (heading, rest)


@pytest.mark.parametrize(("blanks", "is_split"), [(48, True), (49, False)])
def test_a_heading_that_runs_into_its_text_ends_in_the_first_sixty_characters(
    blanks: int, is_split: bool
) -> None:
    heading = " " * blanks + "六、其他需要报告的事项"
    assert split_heading(f"{heading}：无。") == ((heading, "无。") if is_split else (f"{heading}：无。", ""))


@pytest.mark.parametrize(
    ("text", "is_so"),
    [("一、", True), ("# 二、", True), ("\u3000三、", True), ("七、", False), ("（一）", False), ("", False)],
)
def test_a_line_with_the_number_of_a_part(text: str, is_so: bool) -> None:
    assert is_numbered(text) is is_so


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("一、", True),
        ("一．全年工作", True),
        ("一 、全年工作", True),
        ("一、" + "长" * 30, True),
        ("一、" + "长" * 31, False),
        ("一、我镇加强领导，效果良好。", False),
        ("一是加强领导", False),
        ("二、", False),
    ],
)
def test_part_one_in_words_of_its_own(text: str, is_so: bool) -> None:
    assert is_first_line(text) is is_so
