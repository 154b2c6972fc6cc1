"""From a comparison to a manuscript: what changed in words, three tables, what is said between the years."""

from collections.abc import Iterator, Sequence

from disclosure_report.blocks import Block, Heading, Manuscript, Paragraph, Properties
from disclosure_report.checks.side_by_side import ComparedCell, Comparison
from disclosure_report.layout.comparison_chart import Drawn, chart_of
from disclosure_report.layout.comparison_grids import (
    BLANK,
    NOTHING,
    Years,
    added,
    by_applicant,
    by_cell,
    by_row,
    number,
    only_one,
    size,
)
from disclosure_report.model.findings import Severity
from disclosure_report.model.parts import TABLE_PARTS


_REPORT = "政府信息公开工作年度报告"
_NUMERALS = "一二三四五六"
# What the words in front tell: what is counted, and the cells that add up to it.
_TOLD = (
    ("新收政府信息公开申请", ("applications.newly_received.total",)),
    ("政府信息公开行政复议", ("disputes.reconsideration.total",)),
    (
        "政府信息公开行政诉讼",
        ("disputes.direct_litigation.total", "disputes.litigation_after_reconsideration.total"),
    ),
)
_SEVERITY: dict[Severity, str] = {"error": "错误", "warning": "警告", "hint": "提示"}
# The tables of each part: the heading above each, where there are several, and what draws it.
_GRIDS = {
    "proactive_disclosure": (("", by_cell),),
    "applications": (("（一）各类申请和办理结果的总计", by_row), ("（二）各类申请人", by_applicant)),
    "disputes": (("", by_cell),),
}


def compose_comparison(comparison: Comparison, *, chart: bool = False) -> Manuscript:
    """A document for a person who decides: words, tables, findings. It states numbers and judges nothing.

    With *chart* the applications are drawn, too.
    """
    agency = comparison.this.agency or comparison.last.agency or ""
    years = Years.of(comparison.this, comparison.last)
    title = f"{agency}{years.this}与{years.last}", f"{_REPORT}数据对比"
    drawn = chart_of(comparison, years) if chart else Drawn()
    blocks = (Heading(0, "\n".join(title)), *_words(comparison, years, drawn), *_numbered(comparison, years))
    return Manuscript(blocks, Properties(title="".join(title), author=agency))


def _words(comparison: Comparison, years: Years, drawn: Drawn) -> Iterator[Block]:
    """What was counted, with its chart, then how the tables are to be read."""
    cells = {cell.path: cell for cell in comparison.cells}
    sentences = [_sentence(what, [cells[path] for path in paths], years) for what, paths in _TOLD]
    sentences.append(drawn.sentence)
    if any(sentences):
        yield Paragraph("".join(sentences))
    yield from drawn.charts
    note = (
        f"表中“增减”为{years.this}数减{years.last}数，“增减%”为增减占{years.last}数的百分比，四舍五入到一位小数。"
        f"“{NOTHING}”表示没有增减，或者{years.last}数为0或负数，不计算百分比。"
    )
    if any(cell.this is None or cell.last is None for cell in comparison.cells):
        note += f"“{BLANK}”表示报告中空白，空白不按0计算。"
    if comparison.only_this or comparison.only_last:
        note += "两年的表格格式不同，对比两年都有的项目，其余项目另列。"
    yield Paragraph(note)


def _sentence(what: str, cells: Sequence[ComparedCell], years: Years) -> str:
    """One sentence, or none where this year's number is blank."""
    cell = added(what, cells)
    if cell.this is None:
        return ""
    return f"{years.this}{what}{number(cell.this)}件，{_change(cell, years)}。"


def _change(cell: ComparedCell, years: Years) -> str:
    if cell.last is None or cell.difference is None:
        return f"{years.last}报告此数空白"
    if not cell.difference:
        return f"与{years.last}相同"
    percentage = f"（{size(cell.percentage)}%）" if cell.percentage else ""
    verb = "增加" if cell.difference > 0 else "减少"
    return f"{years.last}为{number(cell.last)}件，{verb}{size(cell.difference)}件{percentage}"


def _numbered(comparison: Comparison, years: Years) -> Iterator[Block]:
    """The parts of the document, each with its numeral."""
    parts = (
        *_tables(comparison, years),
        *_rest(comparison, years),
        ("两年数据衔接情况", tuple(_findings(comparison))),
    )
    for numeral, (heading, blocks) in zip(_NUMERALS, parts, strict=False):
        yield Heading(1, f"{numeral}、{heading}")
        yield from blocks


def _tables(comparison: Comparison, years: Years) -> Iterator[tuple[str, tuple[Block, ...]]]:
    cells = {cell.path: cell for cell in comparison.cells}
    form = comparison.this.applications.form
    for part, (compiled, _) in zip(TABLE_PARTS, comparison.this.tables(), strict=True):
        blocks: list[Block] = []
        for heading, draw in _GRIDS[part.name]:
            blocks += [Heading(2, heading)] if heading else []
            blocks.append(draw(f"{part.headings[form]}{heading}", compiled, cells, years))
        yield part.headings[form], tuple(blocks)


def _rest(comparison: Comparison, years: Years) -> Iterator[tuple[str, tuple[Block, ...]]]:
    """What only one year's form has, where the forms differ."""
    sides = (
        (years.this, comparison.this, comparison.only_this),
        (years.last, comparison.last, comparison.only_last),
    )
    blocks: list[Block] = []
    for year, report, paths in sides:
        if paths:
            title = f"只有{year}报告有的项目"
            blocks += [
                Heading(2, f"（{_NUMERALS[len(blocks) // 2]}）{title}"),
                only_one(title, report, paths),
            ]
    if blocks:
        note = Paragraph(
            "两年的表格格式不同，下列项目只有一年的报告有，不作对比。收到和处理申请的项目列总计。"
        )
        yield "只有一年有的项目", (note, *blocks)


def _findings(comparison: Comparison) -> Iterator[Block]:
    """What is said between the years; a blank is not in order, it is open."""
    for count, finding in enumerate(comparison.findings, 1):
        text = finding.text().removesuffix("。")
        yield Paragraph(f"（{count}）{text}（{_SEVERITY[finding.severity]}，{finding.code}）。")
    if not comparison.findings:
        yield Paragraph(_verdict(comparison))
    if comparison.unchecked:
        yield Paragraph(f"因有空白，未能核对：{_named(comparison)}。")


def _verdict(comparison: Comparison) -> str:
    if not comparison.unchecked:
        return "两年数据衔接，没有发现问题。" if comparison.checked else "两年的表格没有可以核对的项目。"
    if comparison.checked:
        return "能够核对的数据衔接，没有发现问题。"
    return "两年的数据有空白，是否衔接不能核对。"


def _named(comparison: Comparison) -> str:
    """The cells that could not be looked at, those of a row together, which its first cell names."""
    fields = {said.path: said for compiled, _ in comparison.this.tables() for said in compiled.fields}
    rows: dict[str, list[str]] = {}
    for path in comparison.unchecked:
        row = path.rpartition(".")[0]
        rows.setdefault(row, []).append(fields[path].label)
    names = {
        row: fields[next(path for path in fields if path.startswith(f"{row}."))].groups[-1] for row in rows
    }
    return "；".join(f"{names[row]}（{'、'.join(labels)}）" for row, labels in rows.items())
