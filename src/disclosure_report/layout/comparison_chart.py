"""The chart of a comparison: applications received and what became of them, this year beside last year."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain, groupby

from attrs import frozen

from disclosure_report.blocks import Bars, Chart
from disclosure_report.checks.side_by_side import Comparison
from disclosure_report.layout.comparison_grids import Years, added
from disclosure_report.model.parts import PARTS
from disclosure_report.model.tree import Node, Table


NUMBER = "图1"
NO_BAR = "空白"  # where a bar is missing
_PART = next(part for part in PARTS if part.name == "applications")
_ORDINAL = re.compile(r"^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)")
_NOTE = re.compile(r"（[^（）]*）$")
_COUNTED = "政府信息公开申请数量"  # what is counted, the caption says


@frozen
class Drawn:
    """What a document says of its chart, and the chart, where there is one."""

    sentence: str = ""
    charts: tuple[Chart, ...] = ()


def chart_of(comparison: Comparison, years: Years) -> Drawn:
    """What both forms have, by the column 总计; where no number is above 0, words alone."""
    compiled = next(table for table, _ in comparison.this.tables() if table.part == _PART.name)
    nodes = list(_groups(compiled))
    shared = [[each for each in group if _is_shared(each, comparison)] for group in nodes]
    groups = tuple(tuple(_bars(each, compiled, comparison) for each in group) for group in shared if group)
    values = [value for bars in chain(*groups) for value in bars.values]
    if not any(values):
        told = "或者".join(word for word, value in (("0", 0), (NO_BAR, None)) if value in values)
        return Drawn(f"两年报告中收到和处理申请的各项数量都是{told}，不作图。")
    sentence = f"收到和处理申请的各项数量见{NUMBER}。"
    sentence += "两年的表格格式不同，图中只列两年都有的项目。" if shared != nodes else ""
    sentence += f"报告中空白、所含各项有空白的，图中标“{NO_BAR}”。" if None in values else ""
    what = f"{years.this}与{years.last}{_PART.headings[comparison.this.applications.form]}"
    return Drawn(sentence, (_chart(what, years, groups, compiled.fields[0].unit),))


def _chart(what: str, years: Years, groups: tuple[tuple[Bars, ...], ...], unit: str) -> Chart:
    series = years.this, years.last
    words = f"条形图，{what}。{_words(chain(*groups), series, unit)}。"
    caption = f"{NUMBER}\u3000{what}（单位：{unit}）"
    return Chart(words, caption=caption, blank=NO_BAR, series=series, groups=groups)


def _groups(compiled: Table) -> Iterator[list[tuple[str, Node]]]:
    """The names and nodes of the categories: rows beside each other, and what stands in a group of rows."""
    for are_rows, nodes in groupby(compiled.root.children, key=lambda node: node.is_line):
        if are_rows:
            yield [(_name("", node), node) for node in nodes]
        else:
            yield [(_name(_plain(above), node), node) for above in nodes for node in above.children]


def _name(above: str, node: Node) -> str:
    """The printed label without its number and note; a total is named by what it is the total of."""
    return (above if node.declaration.sums else "") + _plain(node)


def _plain(node: Node) -> str:
    label = _ORDINAL.sub("", node.declaration.label)
    return _NOTE.sub("", label).removesuffix(_COUNTED)


def _is_shared(category: tuple[str, Node], comparison: Comparison) -> bool:
    """Whether both forms have all of its cells."""
    below = f"{_PART.name}.{category[1].path}."
    return not any(path.startswith(below) for path in (*comparison.only_this, *comparison.only_last))


def _bars(category: tuple[str, Node], compiled: Table, comparison: Comparison) -> Bars:
    """A row has its total; a group of rows, for which the form has no total, the sum of theirs."""
    name, node = category
    totals = [compiled.fields[line.slots[-1]].path for line in node.lines()]
    cell = added(name, [comparison[path] for path in totals])
    return Bars(name, (cell.this, cell.last))


def _words(categories: Iterable[Bars], series: tuple[str, str], unit: str) -> str:
    return "；".join(f"{bars.name}：{_numbers(bars, series, unit)}" for bars in categories)


def _numbers(bars: Bars, series: tuple[str, str], unit: str) -> str:
    return "，".join(
        f"{year}{NO_BAR if value is None else f'{value}{unit}'}"
        for year, value in zip(series, bars.values, strict=True)
    )
