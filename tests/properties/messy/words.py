"""Mess in the title, the headings and the lines between them."""

from itertools import pairwise

from .page import Cell, Dice, Line, Page, Table, unmarked


# {a} is the agency, {y} the year; a title of two lines has a line end.
TITLES = (
    "{a}{y}年度政府信息公开工作年度报告",
    "{y}年度{a}政府信息公开工作年度报告",
    "{y}年{a}政府信息公开工作年度报告",
    "{a}{y}年政府信息公开年度报告",
    "{a}{y}年信息公开年度报告",
    "{a}{y}年度政府信息公开工作报告",
    "{a}{y}年政府信息公开年度工作报告",
    "{a}政府信息公开{y}年度报告",
    "{a}{y}年政务公开工作年报",
    "{a}{y}年政府信息公开工作告年度报",
    "关于{a}{y}年政府信息公开工作年度报告",
    "{a}政府信息公开工作年度报告（{y}年度）",
    "{y}{a}{y}年度政府信息公开工作年度报告",
    "{a} {y} 年政府信息公开工作年度报告",
    "《{a}{y}年政府信息公开工作年度报告》",
    "{a}\n{y}年政府信息公开工作年度报告",
    "{a}政府信息公开工作年度报告\n（{y}年度）",
    "{a}{y}年\n政府信息公开工作年度报告",
)
HEADINGS = {
    "overview": (
        *("一、工作基本情况", "一、工作开展情况", "一、总体工作情况", "一、工作概述", "一、工作总体推进情况"),
        *("一、政务信息公开情况概述", "一、{y}年政府信息公开工作的总体情况", "一、{y}年政务公开总体情况"),
        "一、",
    ),
    "proactive_disclosure": (
        *("二、主动公开政府信息的情况", "二、主动公开信息情况", "二、主动公开政府政府信息情况"),
        "二、行政机关主动公开政府信息情况",
    ),
    "applications": ("三、收到的处理政府信息公开申请情况", "三、收到和处理老虎机申请情况"),
    "disputes": ("四、政府信息公开行政法复议、行政诉讼情况", "四、政府信息公开行政复议和行政诉讼情况"),
    "problems_and_improvements": (
        *("五、存在问题及改进情况", "五、政府信息公开工作存在的主要问题及改进情况"),
        "五、存在的主要问题和改进措施",
    ),
    "other_matters": ("五、其他需要报告的事项", "六、其他需报告的事项", "六、其它需要报告的事项"),
}
NUMBERS = ("{n}.", "{n} 、", "({n})", "第{n}部分 ", "{n}．", "{n}, ")


def _year(page: Page, words: str) -> str:
    return words.format(y=page.report.year, a=page.report.agency)


def title_order(page: Page, dice: Dice) -> None:
    """The words of the title in another order, or over two lines."""
    words = _year(page, dice.one(TITLES))
    titles = [Line(each, "title") for each in words.split("\n")]
    page.blocks[:] = [*titles, *(block for block in page.blocks if block not in page.lines("title"))]


def title_twice(page: Page, dice: Dice) -> None:
    """The site prints the title above the document, which has it too."""
    page.blocks[:0] = [Line(line.words, "title", tag=dice.one(("h1", "p"))) for line in page.lines("title")]


def other_headings(page: Page, dice: Dice) -> None:
    """Headings of parts in other words, or with misprints."""
    for line in dice.some(page.lines("heading")):
        line.words = _year(page, dice.one(HEADINGS[line.part]))


def bare_headings(page: Page, dice: Dice) -> None:
    """Headings of parts without their number."""
    for line in dice.some(page.lines("heading")):
        line.words = line.words.partition("、")[2] or line.words


def other_numbers(page: Page, dice: Dice) -> None:
    """Headings whose number is written in another way."""
    for line in dice.some(page.lines("heading")):
        numeral, _, words = line.words.partition("、")
        line.words = dice.one(NUMBERS).format(n=numeral) + words if words else line.words


def heading_tags(page: Page, dice: Dice) -> None:
    """Headings marked as such, or in any other element."""
    for line in dice.some(page.lines("heading", "title")):
        line.tag = dice.one(("h1", "h2", "h3", "div", "center", "dt", "li"))


def contents(page: Page, dice: Dice) -> None:
    """A table of contents before the report, or between its title and the preamble."""
    leader = dice.one(("", "", "…………{n}", " {n}", "......{n}"))
    lines = [
        Line(line.words + leader.format(n=number), "extra", tag=dice.one(("p", "li")))
        for number, line in enumerate(page.lines("heading"), start=1)
        if len(unmarked(line.words)) > len("一、")
    ]
    at = dice.one((0, len(page.lines("title"))))
    page.blocks[at:at] = [*[Line("目录", "extra")] * dice.number(0, 1), *lines]


def headings_in_tables(page: Page, dice: Dice) -> None:
    """The heading of a part is the first row of its table."""
    for line, table in dice.some([*pairwise(page.blocks)]):
        if isinstance(line, Line) and line.role == "heading" and isinstance(table, Table):
            table.open_row(0)
            table.cells.append(Cell(0, 0, 1, table.columns, line.words, "heading", extra=True))
            table.heads += bool(table.heads)
            page.blocks.remove(line)


def lines_around(page: Page, dice: Dice) -> None:
    """Lines beside the tables: the instruction of the form, a unit, a note, an empty paragraph."""
    said = (
        "该部分以表格形式报告。表格如下：",
        "单位：件",
        "注：数据截至本年12月31日。",
        "\xa0",
        "表1",
        "（见下表）",
    )
    for table in dice.some(page.tables):
        at = page.blocks.index(table) + dice.number(0, 1)
        page.blocks.insert(at, Line(dice.one(said), "extra", table.part))
