"""Titles: who and which year a line names, alone and with the lines around it."""

import pytest

from disclosure_report.layout.recognise.titles import (
    BOTH,
    joined,
    may_be_title,
    one_line,
    title_of,
    words_of_title,
)


WORDS = "政府信息公开工作年度报告"


@pytest.mark.parametrize(
    ("text", "agency", "year"),
    [
        (f"青溪镇2021年{WORDS}", "青溪镇", 2021),
        (f"2021年青溪镇{WORDS}", "青溪镇", 2021),
        (f"青溪镇{WORDS}（2021年度）", "青溪镇", 2021),
        (f"青溪镇{WORDS}2021年", "青溪镇", 2021),
        ("青溪镇政府信息公开2021年度报告", "青溪镇", 2021),
        (f"青溪镇二〇二一年{WORDS}", "青溪镇", 2021),
        (f"青溪镇二Ｏ二一年{WORDS}", "青溪镇", 2021),
        (f"青溪镇２０２１年{WORDS}", "青溪镇", 2021),
        ("青溪县人民政府信息公开年报2021", "青溪县人民政府", 2021),
        (f"关于青溪镇2021年{WORDS}", "青溪镇", 2021),
        (f"附件1：青溪镇2021年{WORDS}", "青溪镇", 2021),
        (f"标题：青溪镇2021年{WORDS}", "青溪镇", 2021),
        (f"1.青溪镇2021年{WORDS}", "青溪镇", 2021),
        (f"《青溪镇2021年{WORDS}》", "青溪镇", 2021),
        (f"【年报】青溪镇2021年{WORDS}", "青溪镇", 2021),
        (f"青溪镇2021年{WORDS}（公开版）", "青溪镇", 2021),
        (f"青溪镇2021年{WORDS}-青溪县人民政府", "青溪镇", 2021),
        ("青溪镇2021年政府信息公开工作告年度报", "青溪镇", 2021),
        (f"青溪镇2021年度{WORDS}2021年", "青溪镇", 2021),
        ("青溪镇2021年政府信息公开工作情况的工作年度报告", "青溪镇", 2021),
        (f"本机关2021年{WORDS}", None, 2021),
        (f"全县2021年{WORDS}", None, 2021),
        (f"2021年{WORDS}", None, 2021),
        (f"青溪镇{WORDS}", "青溪镇", None),
        (f"青溪镇2008年{WORDS}", "青溪镇", 2008),
        (f"青溪镇2007年{WORDS}", "青溪镇", None),
        ("青溪县统计局2021年政务公开工作年度报告", "青溪县统计局", 2021),
    ],
)
def test_a_title(text: str, agency: str | None, year: int | None) -> None:
    found = title_of(text)
    assert found
    assert (found.agency, found.year) == (agency, year)
    assert (found.rank == BOTH) is (agency is not None and year is not None)


@pytest.mark.parametrize(
    "text",
    [
        WORDS,
        f"首页>青溪镇2021年{WORDS}",
        f"青溪镇2021年{WORDS}，2020年{WORDS}",
        f"青溪镇2021年2020年{WORDS}",
        f"青溪镇2021年{WORDS}目录" + "长" * 40,
        f"2021年{WORDS}统计表",
        "青溪镇2021年政府信息公开工作总结",
        "青溪镇2021年政府信息公开年度报告总结",
        "青溪镇2021年政府信息公开工作年度报告报告",
        "青溪镇2021年政府信息公开工作报",
        "青溪镇2021年政府信息公开指南",
        f"点击查看青溪镇2021年{WORDS}",
        f"青溪镇2021年{WORDS}{' ' * 80}",
    ],
)
def test_no_title_that_names_anything(text: str) -> None:
    assert title_of(text) is None


def test_a_title_is_no_longer_than_a_line() -> None:
    assert may_be_title("报" * 80)
    assert may_be_title("報" * 80)
    assert not may_be_title("报" * 81)
    assert not may_be_title("青溪镇")


@pytest.mark.parametrize(
    ("before", "text", "behind", "named", "taken"),
    [
        ("青溪镇人民政府", f"2021年{WORDS}", "", ("青溪镇人民政府", 2021), (True, False)),
        ("青溪镇2021年", WORDS, "", ("青溪镇", 2021), (True, False)),
        ("青溪镇", WORDS, "（2021年）", ("青溪镇", 2021), (True, True)),
        ("", f"青溪镇{WORDS}", "（2021年度）", ("青溪镇", 2021), (False, True)),
        ("2021年度", f"青溪镇{WORDS}", "", ("青溪镇", 2021), (True, False)),
        ("2021年", f"青溪镇{WORDS}", "", ("青溪镇", None), (False, False)),  # a bare year is a menu's
        ("（2007年）", f"青溪镇{WORDS}", "", ("青溪镇", None), (False, False)),
        ("（2008年）", f"青溪镇{WORDS}", "", ("青溪镇", 2008), (True, False)),
        ("返回青溪镇", f"2021年{WORDS}", "", (None, 2021), (False, False)),
        ("青溪镇 青溪县", f"2021年{WORDS}", "", (None, 2021), (False, False)),
        ("青溪" * 20 + "局", f"2021年{WORDS}", "", ("青溪" * 20 + "局", 2021), (True, False)),
        ("青溪" * 20 + "县局", f"2021年{WORDS}", "", (None, 2021), (False, False)),
        ("青溪镇", f"悦来镇2021年{WORDS}", "（2020年）", ("悦来镇", 2021), (False, False)),
    ],
)
def test_a_title_with_the_lines_around_it(
    before: str, text: str, behind: str, named: tuple[str | None, int | None], taken: tuple[bool, bool]
) -> None:
    title = words_of_title(text)
    assert title
    whole, *found = joined(title, before, behind)
    assert (whole.agency, whole.year) == named
    assert tuple(found) == taken


@pytest.mark.parametrize(
    ("before", "text", "behind", "whole"),
    [
        ("2021年度", f"青溪镇{WORDS}", "", f"2021年度青溪镇{WORDS}"),
        ("首页", f"青溪镇{WORDS}", "（2021 年度）", f"青溪镇{WORDS}（2021年度）"),
        (" 青溪镇 ", f"2021年{WORDS}", "下一篇", f"青溪镇2021年{WORDS}"),
        ("青溪镇", WORDS, "（2021年）", f"青溪镇{WORDS}（2021年）"),
        ("首页", f"青溪镇2021年{WORDS}", "（2021年）", f"青溪镇2021年{WORDS}"),
    ],
)
def test_a_title_has_the_words_of_the_lines_that_it_takes(
    before: str, text: str, behind: str, whole: str
) -> None:
    title = words_of_title(text)
    assert title
    assert joined(title, before, behind)[0].text == whole


def test_a_title_that_is_broken_is_one_line() -> None:
    assert one_line("青溪镇\n2021年\x0b报告\x00") == "青溪镇2021年报告"
