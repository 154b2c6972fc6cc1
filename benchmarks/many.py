"""Many reports at once, measured in one run: `python benchmarks/many.py`.

A county of 82 offices is collected, and 4,000 reports are added up, alone and over two processes. Each figure
is a ratio to reading the same files one after another; memory is what the process that adds up takes at most.
"""

import tempfile
import time
import tracemalloc
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from random import Random

import county
from click.testing import CliRunner

import disclosure_report as dr
from disclosure_report.cli.commands import commands


Job = Callable[[], object]
MANY = 4_000


def once(job: Job) -> float:
    """The seconds that a job takes."""
    start = time.perf_counter()
    job()
    return time.perf_counter() - start


def peak(job: Job) -> int:
    """The bytes that a job holds at most."""
    tracemalloc.start()
    job()
    found = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return found


def of_county(folder: Path) -> None:
    """Forms out, forms in, and in again; next to reading what came in."""
    chance = Random(11)
    (folder / "last").mkdir()
    (folder / "in").mkdir()
    (folder / "roster.csv").write_text(county.roster(), encoding="utf-8")
    last = [county.report_of(name, county.YEAR - 1, chance) for name, _ in county.offices()]
    for report in last:
        dr.write(report, folder / f"last/{report.agency}.docx")

    def run(command: str, *words: str) -> float:
        paths = [word if word.startswith("-") or word.isdigit() else str(folder / word) for word in words]
        return once(lambda: CliRunner().invoke(commands, [command, *paths]))

    blank = run("blank", "roster.csv", "forms", "--year", str(county.YEAR), "--previous", "last")
    for before in last:
        form = (folder / f"forms/{before.agency}.xlsx").read_bytes()
        report = county.report_of(str(before.agency), county.YEAR, chance, before)
        (folder / f"in/{before.agency}.xlsx").write_bytes(county.fill(form, report, totals=True))
    files = sorted((folder / "in").iterdir()) + sorted((folder / "last").iterdir())
    reading = min(once(lambda: [*map(dr.read, files)]) for _ in range(3))
    first = run("collect", "roster.csv", "in", "-o", "out", "--previous", "last")
    again = min(run("collect", "roster.csv", "in", "-o", "out", "--previous", "last") for _ in range(3))
    print(f"82 offices, their files of two years read one after another: {reading:.2f} s")
    for name, seconds in (("blank", blank), ("collect", first), ("collect again", again)):
        print(f"{name} / reading: {seconds / reading:.2f} ({seconds:.2f} s)")


def report_in(file: Path) -> dr.Report:
    """What a process gives back: a report is a tenth of its reading."""
    return dr.read(file).report


def of_many(folder: Path) -> None:
    """4,000 files read and added up, one after another and over two processes."""
    chance = Random(5)
    files = [folder / f"{number}.docx" for number in range(MANY)]
    for number, file in enumerate(files):
        dr.write(county.report_of(f"第{number}镇", county.YEAR, chance), file)

    def read(count: int) -> Iterator[dr.Report]:
        return (dr.read(file).report for file in files[:count])

    def readings(count: int = MANY) -> object:
        with ProcessPoolExecutor(2) as pool:
            given = pool.map(dr.attempt, files[:count], chunksize=32)
            return dr.aggregate((it for _, it in given if not isinstance(it, Exception)), keep_parts=False)

    def reports(count: int = MANY) -> object:
        with ProcessPoolExecutor(2) as pool:
            return dr.aggregate(pool.map(report_in, files[:count], chunksize=32), keep_parts=False)

    held = tuple(read(MANY))
    reading = once(lambda: [None for _ in read(MANY)])
    adding = min(once(partial(dr.aggregate, held)) for _ in range(3))
    held = ()
    both = once(lambda: dr.aggregate(read(MANY), keep_parts=False))
    print(f"{MANY} reports added up / read from docx: {adding / reading:.4f} ({adding * 1000:.0f} ms)")
    print(f"read and added up / read: {both / reading:.2f}")
    for gives, pooled in (("readings", readings), ("reports", reports)):
        print(f"the same over two processes that give {gives} / read: {once(pooled) / reading:.2f}")
    for name, job in (
        ("with parts", lambda count: dr.aggregate(read(count))),
        ("without", lambda count: dr.aggregate(read(count), keep_parts=False)),
        ("without, over two processes", reports),
    ):
        peaks = [peak(partial(job, count)) for count in (MANY // 10, MANY)]
        print(f"peak bytes, read and added up {name}: {peaks[0]} for {MANY // 10}, {peaks[1]} for {MANY}")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        for name, measure in (("county", of_county), ("many", of_many)):
            (Path(made) / name).mkdir()
            measure(Path(made) / name)
