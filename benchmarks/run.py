"""Ratios measured in one run: `python benchmarks/run.py`.

Each line compares a job with a baseline on the same data, alternating, by the median of many runs.
"""

import io
import statistics
import time
import zipfile
import zlib
from collections.abc import Callable

import disclosure_report as dr
from disclosure_report.blocks import Paragraph


ROUNDS = 60


def ratio(job: Callable[[], object], baseline: Callable[[], object], times: int) -> tuple[float, float]:
    """The median of job/baseline over alternating rounds, and the job's median in milliseconds."""
    ratios, spent = [], []
    for _ in range(ROUNDS):
        measured = []
        for function in (job, baseline):
            start = time.perf_counter()
            for _ in range(times):
                function()
            measured.append((time.perf_counter() - start) / times)
        ratios.append(measured[0] / measured[1])
        spent.append(measured[0] * 1000)
    return statistics.median(ratios), statistics.median(spent)


def deflate(contents: list[bytes]) -> Callable[[], object]:
    return lambda: [zlib.compress(content, 6) for content in contents]


def changing_parts(data: bytes, prefix: str) -> list[bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return [package.read(name) for name in package.namelist() if name.startswith(prefix)]


def report_to_measure() -> dr.Report:
    blank = dr.Report.blank("青溪镇", 2021)
    prose = [
        Paragraph(f"（{n}）全年公开信息{n * 7}条，办理申请{n}件，培训{n % 3}次。" * 2) for n in range(40)
    ]
    cells = {f.path: 10 ** (n % 5) + n for n, f in enumerate(dr.fields(dr.Form.Y2021)) if f.kind == "count"}
    return blank.replace(cells, overview=dr.Prose(prose))


def main() -> None:
    report = report_to_measure()
    numbers = [int(value) for value in report.cells().values() if value is not None]
    word, excel = dr.to_bytes(report, "docx"), dr.to_bytes(report, "xlsx")
    body, sheets = changing_parts(word, "word/document.xml"), changing_parts(excel, "xl/worksheets/")
    lines = (
        ("docx / deflating document.xml", lambda: dr.to_bytes(report, "docx"), deflate(body), 3),
        ("xlsx / deflating the sheets", lambda: dr.to_bytes(report, "xlsx"), deflate(sheets), 3),
        ("evaluate / sum of the numbers", lambda: dr.evaluate(report), lambda: sum(numbers), 50),
    )
    print(f"document.xml {len(body[0])} bytes, docx {len(word)}, xlsx {len(excel)}")
    for name, job, baseline, times in lines:
        found, spent = ratio(job, baseline, times)
        print(f"{name}: {found:.2f} ({spent:.3f} ms)")


if __name__ == "__main__":
    main()
