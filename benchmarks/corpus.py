"""How real published reports are read: `python benchmarks/corpus.py`; `--codes` counts findings instead.

One line a case: cells right, cells left blank that the source says, wrong ones with and without a finding
at that very cell; whether form, agency and year are right. An agency is right where one name ends with the
other: many titles name the town alone. The cases lie beside the project, in `../shared`.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import disclosure_report as dr
from disclosure_report.checks.catalogue import CATALOGUE
from disclosure_report.checks.pages import page_of


SHARED = Path(__file__).parent.parent.parent / "shared"


def cases() -> Iterator[tuple[Path, dict[str, Any]]]:
    """Each case with what a careful person reads in it."""
    for expected in sorted(SHARED.rglob("*.expected.json")):
        stem = expected.name.removesuffix(".expected.json")
        for path in sorted(expected.parent.glob(f"{stem}.*")):
            if path.suffix in {".txt", ".html", ".md", ".docx", ".xlsx"}:
                yield path, json.loads(expected.read_text(encoding="utf-8"))


def everything() -> Iterator[Path]:
    """Every page of real reports, those too of which nobody has written down what is read."""
    for folder in (SHARED / "corpus", SHARED / "seed"):
        for path in sorted(folder.rglob("*")):
            if path.suffix in {".txt", ".html", ".md"} and path.name != "README.md":
                yield path


def codes() -> dict[str, tuple[int, int]]:
    """For each code how many findings there are, and in how many pages; of reading and of checks."""
    found: dict[str, list[int]] = {}
    for path in everything():
        reading = dr.read(page(path), "html" if path.suffix == ".html" else "text")
        counts = Counter(each.code for each in (*reading.findings, *dr.check(reading)))
        for code, count in counts.items():
            sums = found.setdefault(code, [0, 0])
            sums[0] += count
            sums[1] += 1
    return {code: (found[code][0], found[code][1]) for code in CATALOGUE if code in found}


def show_codes() -> None:
    """A table of codes, as the docs have it."""
    print("| code | what it is about | findings | pages |")
    print("|---|---|---|---|")
    for code, (count, pages) in codes().items():
        print(f"| {code} | {page_of(code).titles['en']} | {count} | {pages} |")


def page(path: Path) -> bytes:
    """The case without the lines that its collectors wrote at its top."""
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    while lines and lines[0].startswith("# ") and path.parent.name == "excerpts":
        lines.pop(0)
    return "".join(lines).encode()


def main() -> None:
    """Print a table with a line for each case, and the sums."""
    if sys.argv[1:] == ["--codes"]:
        show_codes()
        return
    print("| case | right | blank | wrong, noted | wrong, not noted | form | agency | year |")
    print("|---|---|---|---|---|---|---|---|")
    totals = [0] * 7
    for path, expected in cases():
        if "cells" not in expected:
            continue
        counts = counted(path, expected)
        totals = [a + b for a, b in zip(totals, counts, strict=True)]
        print(_line(path.name, counts[:4], ["yes" if each else "no" for each in counts[4:]]))
    print(_line("all", totals[:4], totals[4:]))


def counted(path: Path, expected: dict[str, Any]) -> list[int]:
    """Cells right, left blank, wrong with and without a finding; whether form, agency and year are right."""
    reading = dr.read(page(path), "html" if path.suffix == ".html" else "text")
    doubted = {each for finding in reading.findings for each in finding.paths}
    uncertain = {*expected.get("ambiguous", ()), *expected.get("unsure", ())}
    got = reading.report.cells()
    counts = [0, 0, 0, 0]
    for cell, value in expected["cells"].items():
        wanted = None if value is None else Decimal(str(value))
        found = None if got.get(cell) is None else Decimal(str(got[cell]))
        if found == wanted:
            counts[0] += 1
        elif found is None:
            counts[1] += cell not in uncertain
        else:
            counts[2 if cell in doubted else 3] += 1
    report = reading.report
    parts = {cell.partition(".")[0] for cell in expected["cells"]} or {"proactive_disclosure"}
    forms = {getattr(report, part).form.value for part in parts if part != "disputes"}
    names = [(name or "?").removesuffix("人民政府") for name in (report.agency, expected.get("agency"))]
    return [
        *counts,
        forms <= {expected.get("form"), None},
        any(a.endswith(b) for a, b in (names, names[::-1])),
        report.year == expected.get("year"),
    ]


def _line(name: str, counts: list[int], flags: list[Any]) -> str:
    return f"| {name} | {' | '.join(map(str, [*counts, *flags]))} |"


if __name__ == "__main__":
    main()
