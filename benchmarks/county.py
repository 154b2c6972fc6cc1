"""A county that does not exist: its offices, what each would report, and the forms filled in by a script."""

import io
from collections.abc import Iterable, Mapping
from functools import reduce
from random import Random
from typing import Any

import openpyxl

import disclosure_report as dr
from disclosure_report.blocks import Value


COUNTY, YEAR = "云岭县", 2026
_PLACES = "青白石龙永新安和平大小长双三金玉竹松柳梅桃荷兰菊"
_STREETS = "东西南北中城江河湖山林园"
_TASKS = """
    财政 教育 民政 司法 审计 统计 林业 水利 交通运输 农业农村 卫生健康 应急管理 市场监督管理 生态环境 自然资源
    住房和城乡建设 人力资源和社会保障 文化和旅游 退役军人事务 医疗保障 信访 科学技术 公安 商务 综合行政执法
    机关事务管理 乡村振兴 行政审批 城市管理 体育 投资促进 粮食和物资储备 地方金融监督 档案 国防动员
    经济和信息化 大数据发展 公共资源交易 气象 税务 烟草专卖 消防 邮政管理 地震 供销合作 移民
""".split()  # noqa: SIM905
_TEXTS = {
    "overview": "本年按要求主动公开政府信息，依法办理公开申请。",
    "problems_and_improvements": "存在的问题：公开内容不够丰富。\n改进情况：加强培训，充实栏目。",
    "other_matters": "本年没有收取信息处理费。",
}
_APPLICANTS = (
    "natural_person",
    "commercial_enterprise",
    "research_institution",
    "public_interest_organization",
    "legal_service_institution",
    "other_organization",
)
_OUTCOMES = ("disclosed", "partially_disclosed", "not_processed.repeated")
_APPLICATIONS = "applications."


def offices() -> list[tuple[str, str]]:
    """The names of 82 offices with their kinds."""
    found = [(f"{place}溪镇", "乡镇") for place in _PLACES]
    found += [(f"城{place}街道", "街道") for place in _STREETS]
    found += [(f"{COUNTY}{task}局", "部门") for task in _TASKS]
    return found[:82]


def roster() -> str:
    """The roster as CSV: the county, and the offices below it."""
    lines = [f"{name},{kind},{COUNTY}" for name, kind in offices()]
    return "\n".join(["单位名称,类型,上级", f"{COUNTY},政府,", *lines, ""])


def report_of(name: str, year: int, chance: Random, last: dr.Report | None = None) -> dr.Report:
    """What an office would report: whole, with every relation satisfied, going on from last year."""
    cells: dict[str, Value] = {}
    for applicant in _APPLICANTS:
        outcomes = {f"outcomes.{each}.{applicant}": chance.randrange(4) for each in _OUTCOMES}
        brought = last[f"{_APPLICATIONS}carried_forward.{applicant}"] if last else 0
        assert isinstance(brought, int)
        carried = brought + chance.randrange(3)
        new = sum(outcomes.values()) + carried - brought
        row = {"newly_received": new, "brought_forward": brought, "carried_forward": carried}
        cells |= {f"{_APPLICATIONS}{each}.{applicant}": value for each, value in row.items()}
        cells |= {f"{_APPLICATIONS}{path}": value for path, value in outcomes.items()}
    for result in ("upheld", "corrected", "pending"):
        cells[f"disputes.reconsideration.{result}"] = chance.randrange(3)
    texts = {part: dr.Prose.from_text(text) for part, text in _TEXTS.items()}
    known = dr.Report.blank(name, year).replace(cells, **texts)
    return dr.complete(known, zeros=True).report


def added_up(name: str, reports: Iterable[dr.Report]) -> dr.Report:
    """The sum of reports, added here and not by the library."""
    first, *others = reports
    cells = reduce(_add, (each.cells() for each in others), first.cells())
    return first.replace(cells, agency=name)


def _add(one: Mapping[str, Value], other: Mapping[str, Value]) -> dict[str, Value]:
    return {path: _sum(value, other[path]) for path, value in one.items()}


def _sum(one: Value, other: Value) -> Value:
    return None if one is None or other is None else one + other


def fill(form: bytes, report: dr.Report, *, totals: bool = False) -> bytes:
    """The form with the numbers and the text of a report; formulas stay, or give way to *totals*."""
    book = openpyxl.load_workbook(io.BytesIO(form))
    for path, value in report.cells().items():
        sheet, address = book.defined_names[path].attr_text.split("!")
        cell = book[sheet.strip("'")][address.replace("$", "")]
        if totals or not str(cell.value).startswith("="):
            cell.value = value
    _fill_texts(book["文字"], report)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _fill_texts(sheet: Any, report: dr.Report) -> None:
    """The text of each part below its heading."""
    heads = {str(sheet.cell(row, 2).value)[:2]: row for row in range(1, sheet.max_row + 1)}
    for numeral, part in zip(("一、", "五、", "六、"), _TEXTS, strict=True):
        for number, line in enumerate(getattr(report, part).text.splitlines(), start=1):
            sheet.cell(heads[numeral] + number, 2).value = line
