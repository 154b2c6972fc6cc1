"""Ratios measured in one run: `python benchmarks/run.py`. Many reports at once: `many.py`.

Each line compares a job with a baseline on the same data, alternating, by the median of many rounds. The
baselines live in `baselines.py`.
"""

import gc
import io
import random
import statistics
import sys
import time
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable
from decimal import Decimal
from functools import partial
from pathlib import Path

import baselines
from lxml import etree, html
from openpyxl import load_workbook
from pages import pasted_page

import disclosure_report as dr
from disclosure_report.blocks import Paragraph, Value
from disclosure_report.testing.strategies import made_consistent


sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "properties"))

from linear_text import as_text


ROUNDS = 60
SENTENCES = (
    "全年通过政府网站主动公开各类信息{}条，其中财政预决算信息占三成。",
    "坚持“公开为常态、不公开为例外”，及时公开涉及群众切身利益的事项。",
    "组织业务培训{}人次，各股室明确专人负责，实行先审查后公开。",
    "通过“青溪发布”微信公众号推送信息{}条，阅读量稳步上升。",
    "健全政府信息管理制度，规范发布流程，做到谁发布、谁负责。",
    "少数单位对政策解读重视不够，形式单一，下一步将丰富图解、视频等方式。",
    "平台栏目设置更加合理，新增专栏{}个，方便群众查阅。",
    "接受社会监督，邀请代表座谈{}次，意见建议均已研究采纳。",
)
WRONG = "applications.outcomes.disclosed.natural_person"
Job = Callable[[], object]


def ratio(job: Job, baseline: Job, times: int, rounds: int = ROUNDS) -> tuple[float, float]:
    """The median of job/baseline over alternating rounds, and the job's median in milliseconds."""
    ratios, spent = [], []
    for _ in range(rounds):
        measured = []
        for function in (job, baseline):
            start = time.perf_counter()
            for _ in range(times):
                function()
            measured.append((time.perf_counter() - start) / times)
        ratios.append(measured[0] / measured[1])
        spent.append(measured[0] * 1000)
    return statistics.median(ratios), statistics.median(spent)


def parts_of(data: bytes, prefix: str) -> list[bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return [package.read(name) for name in package.namelist() if name.startswith(prefix)]


def deflate(contents: list[bytes]) -> Job:
    return lambda: [zlib.compress(content, 6) for content in contents]


def inflate_and_parse(content: bytes) -> Job:
    deflated = zlib.compress(content, 6)
    return lambda: etree.fromstring(zlib.decompress(deflated))


def joining(text: str) -> Job:
    lines = text.split("\n")
    return lambda: "\n".join(lines).encode()


def report_to_measure(paragraphs: int = 40) -> dr.Report:
    """40 paragraphs and 200 numbers."""
    texts = [f"全年公开信息{n * 7}条，办理申请{n}件，培训{n % 3}次。" * 2 for n in range(paragraphs)]
    counts = [f.path for f in dr.fields(dr.Form.Y2021) if f.kind == "count"]
    cells = {path: 10 ** (n % 5) + n for n, path in enumerate(counts)}
    return dr.Report.blank("青溪镇", 2021).replace(cells, overview=dr.Prose(map(Paragraph, texts)))


def sound_reports(count: int = 40) -> list[dr.Report]:
    """Different reports whose relations hold: a village's zeros, a city's eight digits."""
    dice = random.Random(0)
    found = []
    for number in range(count):
        report = dr.Report.blank("青溪镇", 2021)
        largest = (9, 999, 99_999_999)[number % 3]
        cells: dict[str, Value] = {}
        for compiled, _ in report.tables():
            values = [dice.choice((0, dice.randrange(largest))) for _ in compiled.fields]
            sums = made_consistent(compiled, list[Value](values))
            cells |= {
                said.path: Decimal(value or 0) if said.kind == "amount" else value
                for said, value in zip(compiled.fields, sums, strict=True)
            }
        found.append(report.replace(cells))
    return found


def worded(found: list[dr.Report], length: int = 3_000) -> list[dr.Report]:
    """The reports with about so many characters of prose each, no two of which are the same."""
    dice = random.Random(1)
    said = []
    for report in found:
        lines: list[str] = []
        while sum(map(len, lines)) < length:
            lines.append("".join(dice.choice(SENTENCES).format(dice.randrange(2, 999)) for _ in range(4)))
        third = len(lines) // 3
        said.append(
            report.replace(
                agency="青溪县财政局",
                preamble=dr.Prose.from_text("统计期限为2021年1月1日至2021年12月31日。"),
                overview=dr.Prose.from_text("\n".join(lines[:-third])),
                problems_and_improvements=dr.Prose.from_text("\n".join(lines[-third:])),
                other_matters=dr.Prose.from_text("全年未收取信息处理费。"),
            )
        )
    return said


def verdicts(found: list[dr.Report]) -> Job:
    return lambda: [each.status for report in found for each in dr.evaluate(report)]


def added(found: list[dr.Report]) -> Job:
    """The sum of the numbers of each report: the least that a check of sums can cost."""
    numbers = [[int(value or 0) for value in report.cells().values()] for report in found]
    return lambda: [*map(sum, numbers)]


def once(function: Job) -> float:
    start = time.perf_counter()
    function()
    return time.perf_counter() - start


def growth() -> None:
    sizes = (1_000, 10_000, 20_000)
    reports = [report_to_measure(size) for size in sizes]
    jobs: tuple[tuple[str, Callable[[dr.Report], object]], ...] = (
        ("writing", _write),
        ("reading", _written_then_read()),
    )
    for name, job in jobs:
        times = [min(once(partial(job, r)) for _ in range(5)) for r in reports]
        first, second = times[1] / times[0], times[2] / times[1]
        print(f"{name} 10,000 / 1,000 paragraphs: {first:.1f}; 20,000 / 10,000: {second:.1f}")
    report = report_to_measure()
    tracemalloc.start()
    held = []
    for number in range(1, 1001):
        dr.read(dr.to_bytes(report, "docx"))
        if number % 500 == 0:
            gc.collect()
            held.append(tracemalloc.get_traced_memory()[0])
    tracemalloc.stop()
    print(f"bytes held more after 1,000 than after 500 reports written and read: {held[1] - held[0]}")


def _write(report: dr.Report) -> object:
    return dr.to_bytes(report, "docx")


def _written_then_read() -> Callable[[dr.Report], object]:
    files: dict[dr.Report, bytes] = {}

    def read(report: dr.Report) -> object:
        if report not in files:
            files[report] = dr.to_bytes(report, "docx")
        return dr.read(files[report])

    return read


def main() -> None:
    report = report_to_measure()
    numbers = [int(value) for value in report.cells().values() if value is not None]
    word, excel = dr.to_bytes(report, "docx"), dr.to_bytes(report, "xlsx")
    [body], sheets = parts_of(word, "word/document.xml"), parts_of(excel, "xl/worksheets/")
    naive = baselines.python_docx(report)
    print(f"document.xml {len(body)} bytes, docx {len(word)}, xlsx {len(excel)}")
    print(f"docx size / straightforward python-docx: {len(word) / len(naive):.2f}")
    template = baselines.docxtpl_template(report)
    page = pasted_page(report)
    print(f"pasted page {len(page)} bytes")
    old, ours = as_text(report, "piped"), dr.to_bytes(report, "text")
    apart = as_text(report, "lines")

    def write_word() -> object:
        return dr.to_bytes(report, "docx")

    def write_excel() -> object:
        return dr.to_bytes(report, "xlsx")

    def write_form() -> object:
        return dr.to_bytes(report, "xlsx", fillable=True)

    sound = sound_reports()
    prose = worded(sound)
    if any(map(dr.check, prose)):
        sys.exit("the reports whose check is timed are not clean")
    wrong = [each.replace({WRONG: int(each[WRONG] or 0) + 7}) for each in sound]

    form_sheets = parts_of(dr.to_bytes(report, "xlsx", fillable=True), "xl/worksheets/")
    lines: tuple[tuple[str, Job, Job, int, int], ...] = (
        ("docx / deflating document.xml", write_word, deflate([body]), 3, ROUNDS),
        ("docx read / inflate and parse", lambda: dr.read(word), inflate_and_parse(body), 3, ROUNDS),
        ("xlsx / deflating the sheets", write_excel, deflate(sheets), 3, ROUNDS),
        ("xlsx form / deflating its sheets", write_form, deflate(form_sheets), 3, ROUNDS),
        ("openpyxl script / xlsx", lambda: baselines.openpyxl_book(report), write_excel, 3, 7),
        (
            "xlsx read / openpyxl load_workbook",
            lambda: dr.read(excel),
            lambda: load_workbook(io.BytesIO(excel)),
            1,
            10,
        ),
        (
            "pasted page / libxml2's parse",
            lambda: dr.read(page),
            lambda: html.document_fromstring(page),
            2,
            ROUNDS,
        ),
        ("text, pipes / str.splitlines", lambda: dr.read(old.encode(), "text"), old.splitlines, 3, ROUNDS),
        (
            "text, a cell a line / str.splitlines",
            lambda: dr.read(apart.encode(), "text"),
            apart.splitlines,
            3,
            ROUNDS,
        ),
        ("our own text / str.splitlines", lambda: dr.read(ours, "text"), ours.decode().splitlines, 3, ROUNDS),
        ("text / joining its lines", lambda: dr.to_bytes(report, "text"), joining(ours.decode()), 3, ROUNDS),
        ("evaluate, every verdict read / sum", verdicts(sound), added(sound), 1, ROUNDS),
        ("check, everything / evaluate", lambda: [*map(dr.check, prose)], verdicts(prose), 1, ROUNDS),
        ("has_violations / sum", lambda: [*map(dr.has_violations, sound)], added(sound), 1, ROUNDS),
        ("locate, nothing wrong / sum", lambda: [*map(dr.locate, sound)], added(sound), 1, ROUNDS),
        ("locate, one cell wrong / sum", lambda: [*map(dr.locate, wrong)], added(wrong), 1, ROUNDS),
        ("locate, most relations broken / sum", lambda: dr.locate(report), lambda: sum(numbers), 5, ROUNDS),
        ("rule-engine, the same relations / sum", baselines.rules(sound), added(sound), 1, 7),
        ("docxtpl / docx", lambda: baselines.docxtpl(template, report), write_word, 3, 7),
        ("python-docx / docx", lambda: baselines.python_docx(report), write_word, 1, 3),
    )
    for name, job, baseline, times, rounds in lines:
        found, spent = ratio(job, baseline, times, rounds)
        print(f"{name}: {found:.2f} ({spent:.3f} ms)")
    growth()


if __name__ == "__main__":
    main()
