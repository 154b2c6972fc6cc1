"""How real published reports are read: `python benchmarks/corpus.py`.

One line a case: cells right, cells left blank that the source says, wrong ones without a finding at that very
cell. The cases lie beside the project, in `../shared`.
"""

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import disclosure_report as dr


SHARED = Path(__file__).parent.parent.parent / "shared"


def cases() -> Iterator[tuple[Path, dict[str, Any]]]:
    """Each case with what a careful person reads in it."""
    for expected in sorted(SHARED.rglob("*.expected.json")):
        stem = expected.name.removesuffix(".expected.json")
        for path in sorted(expected.parent.glob(f"{stem}.*")):
            if path.suffix in {".txt", ".html", ".md", ".docx", ".xlsx"}:
                yield path, json.loads(expected.read_text(encoding="utf-8"))


def page(path: Path) -> bytes:
    """The case without the lines that its collectors wrote at its top."""
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    while lines and lines[0].startswith("# ") and path.parent.name == "excerpts":
        lines.pop(0)
    return "".join(lines).encode()


def main() -> None:
    """Print a line a case and the sums."""
    totals = [0, 0, 0, 0]
    for path, expected in cases():
        if "cells" not in expected:
            continue
        reading = dr.read(page(path), "html" if path.suffix == ".html" else "text")
        doubted = {each for finding in reading.findings for each in finding.paths}
        uncertain = {*expected.get("ambiguous", ()), *expected.get("unsure", ())}
        got = reading.report.cells()
        counts = [0, 0, 0, 0]
        for cell, value in expected["cells"].items():
            wanted = None if value is None else Decimal(str(value))
            found = got.get(cell)
            same = found is None if wanted is None else found is not None and Decimal(found) == wanted
            wrong = not same and found is not None and cell not in doubted
            lost = not same and found is None and cell not in uncertain
            for number, each in enumerate((same, lost, wrong, not same and not lost and not wrong)):
                counts[number] += each
        form = reading.report.applications.form.value
        totals = [a + b for a, b in zip(totals, counts, strict=True)]
        head = f"{reading.report.agency} {reading.report.year} form {form}/{expected.get('form')}"
        print(
            f"{path.name}: right {counts[0]}, blank {counts[1]}, wrong {counts[2]}, other {counts[3]}; {head}"
        )
    print("right {}, blank {}, wrong without a finding {}, other {}".format(*totals))


if __name__ == "__main__":
    main()
