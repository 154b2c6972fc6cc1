"""What a site prints around a report, and what it hides."""

from .page import Dice, Page


_LINKS = "<li><a href='/{n}.html'>{words}</a></li>"
_METADATA = (
    ("索引号", "113325/2022-00001", "主题分类", "政务公开"),
    ("发布机构", "悦来镇人民政府", "成文日期", "2022-01-20"),
    ("文号", "无", "有效性", "有效"),
)
_NUMBERS = "行政许可 31 行政处罚 32 规章 1 2 3 一、总体情况 二、主动公开政府信息情况"
_OTHER = "清溪镇2016年政府信息公开工作年度报告"


def navigation(page: Page, dice: Dice) -> None:
    """The site's name, its sections, and the way to this page."""
    links = "".join(
        _LINKS.format(n=n, words=w) for n, w in enumerate(("首页", "政务公开", "政府信息公开年报"))
    )
    page.before.append(f"<div class=top><ul>{links}</ul></div>")
    page.before.append(
        "<div class=path>当前位置：<a href=/>首页</a> &gt; <a href=/n>政府信息公开年报</a></div>"
    )


def footer(page: Page, dice: Dice) -> None:
    """The end of a site's page."""
    page.behind.append(
        "<div class=foot><p>主办：悦来镇人民政府 备案号12345678号</p><p>联系电话：0000-1234567</p></div>"
    )


def share_bar(page: Page, dice: Dice) -> None:
    """Buttons to share and to print, with the size of letters."""
    sizes = "字号：[ <a href=#>大</a> <a href=#>中</a> ]"
    bar = f"<div class=bar>分享到：<a href=#>微信</a> {sizes} <a href=#>打印</a></div>"
    dice.one((page.inside, page.behind)).append(bar)


def metadata(page: Page, dice: Dice) -> None:
    """The page's own data in a table, before the report or behind its title."""
    rows = "".join("<tr>" + "".join(f"<td>{words}</td>" for words in row) + "</tr>" for row in _METADATA)
    dice.one((page.before, page.inside)).append(f"<table class=meta>{rows}</table>")


def source_line(page: Page, dice: Dice) -> None:
    """Where and when the page was published, below the title."""
    page.inside.append(
        "<p class=source>来源：悦来镇人民政府 发布时间：2022-01-20 09:30 浏览次数：<span>105</span></p>"
    )


def other_reports(page: Page, dice: Dice) -> None:
    """Links to reports of other years and places."""
    words = ("清溪镇2019年政府信息公开工作年度报告", "清溪镇2018年政府信息公开工作年度报告")
    links = "".join(_LINKS.format(n=n, words=w) for n, w in enumerate(words))
    place = dice.one((page.before, page.behind))
    place.append(f"<div class=more><p>相关信息</p><ul>{links}</ul>上一篇：<a href=/9.html>{_OTHER}</a></div>")


def scripts(page: Page, dice: Dice) -> None:
    """Scripts, styles and frames."""
    script = f"<script>var n=31;document.write('<td>{_NUMBERS}</td>');</script>"
    page.head.append("<title>政府信息公开</title><style>td{width:31px}</style>" + script)
    page.before.append("<!-- 规章 31 --><noscript>本页需要脚本 31</noscript>")
    page.behind.append(script + "<iframe src=/x>31</iframe>")


def hidden(page: Page, dice: Dice) -> None:
    """Hidden elements with other numbers, and a whole hidden report."""
    table = "".join(f"<tr><td>{words}<td>31<td>32<td>33</tr>" for words in ("规章", "行政规范性文件"))
    style = dice.one(("style='display:none'", "style='DISPLAY: none;'", "hidden", "style=visibility:hidden"))
    said = f"<div {style}><p>{_OTHER}</p><p>二、主动公开政府信息情况</p><table>{table}</table></div>"
    dice.one((page.before, page.inside, page.behind)).append(said)
    page.inside.append("<input type=hidden value=31><select><option>2019<option>2021</select>")


def layout_tables(page: Page, dice: Dice) -> None:
    """The report stands in a cell of a table that lays out the page, one or more deep."""
    side = "<td width=200><ul><li>机构概况</li><li>信息公开目录</li></ul></td>"
    for _ in range(dice.number(1, 4)):
        left = side * dice.number(0, 1)
        rows = "<tr><td colspan=2>&nbsp;</td></tr>" * dice.number(0, 1)
        page.wraps.append((f"<table width=1000>{rows}<tr>{left}<td valign=top>", "</td></tr></table>"))


def divisions(page: Page, dice: Dice) -> None:
    """The report stands in a division of its own, with everything else around it."""
    page.before.append("<div class=main><div class=article>")
    page.behind.insert(0, "</div></div>")
