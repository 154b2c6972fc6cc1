"""Reading text raises nothing, and invents nothing: `python benchmarks/fuzz.py MINUTES [SEED]`.

Hypothesis makes pages from bytes (`fuzz_one_input`); this driver changes the bytes, and keeps those that led
to something new: other findings, other cells. A page must be read or refused with an error of the library's
own, in bounded time, and each number that was read must stand in its line.
"""

import random
import sys
import time
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st


sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "properties"))

from linear_text import LAYOUTS, PRINTED, RUNNING, SPACED, as_text

import disclosure_report as dr
from disclosure_report.testing import reports


SECONDS = 8.0  # the most that one page may take
_POOL = 4_000
_FEWEST = 64  # bytes that a page is made from

WORDS = (
    *("规章", "行政许可", "2.重复申请", "（七）总计", "三、本年度办理结果", "信息内容", "自然人", "总计"),
    *("二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况"),
    *("青溪镇2021年政府信息公开工作年度报告", "其他结果", "年", "〔", "[disclosure_report]", "- 3 -"),
    *("0", "7", "12", "1,234", "－１", "—", "/", "无", "3件", "0.5万元", "00", "7130074"),
    *("|", "||", "|---|---|", "&nbsp;", "", " ", "\t", "\u3000", "\u2028", "\ufeff", "\x00"),
)
SEPARATORS = ("\n", "\r\n", "\n\n", "|", " | ", " ", "", "\t", "\x85")


@st.composite
def pages(draw: st.DrawFn) -> str:
    """A page in some layout with some of its lines changed; or words that pages have, in any order."""
    if draw(st.booleans()):
        pieces = draw(st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(SEPARATORS)), max_size=80))
        return "".join(word + separator for word, separator in pieces)
    layout = draw(st.sampled_from([*LAYOUTS, *PRINTED, *SPACED, *RUNNING]))
    lines = as_text(draw(reports(consistent=False, blanks=True)), layout).split("\n")
    for _ in range(draw(st.integers(0, 6))):
        place = draw(st.integers(0, len(lines) - 1))
        lines[place : place + draw(st.integers(0, 2))] = draw(st.lists(st.sampled_from(WORDS), max_size=2))
        lines = lines or [""]
    return draw(st.sampled_from(("\n", "\r\n", "\n\n"))).join(lines)


PAGES = st.one_of(pages().map(str.encode), st.binary(max_size=300), st.text(max_size=200).map(str.encode))
seen: set[Any] = set()


@given(PAGES)
@settings(database=None, deadline=None, suppress_health_check=[*HealthCheck])
def read_page(page: bytes) -> None:
    """One page is read."""
    start = time.perf_counter()
    try:
        reading = dr.read(page, "text")
    except dr.DisclosureReportError as error:
        seen.add(type(error))
        return
    finally:
        assert time.perf_counter() - start < SECONDS
    lines = page.decode("utf-8-sig", "replace")
    cells = reading.report.cells()
    for path, value in cells.items():
        text = reading.sources[path].text
        assert value is None or (text and text in lines), (path, value, text)
    codes = frozenset(finding.code for finding in reading.findings)
    seen.add((codes, sum(value is not None for value in cells.values()) // 20))


def changed(buffer: bytes, dice: random.Random, pool: list[bytes]) -> bytes:
    """The bytes with a few of them changed, dropped, doubled, or put together with others."""
    work = bytearray(buffer)
    for _ in range(dice.randrange(1, 8)):
        place = dice.randrange(len(work) + 1)
        match dice.randrange(4):
            case 0:
                work[place : place + 1] = dice.randbytes(1)
            case 1:
                del work[place : place + dice.randrange(1, 16)]
            case 2:
                work[place:place] = dice.randbytes(dice.randrange(1, 16))
            case _:
                other = dice.choice(pool)
                work[place:] = other[dice.randrange(len(other) + 1) :]
    return bytes(work)


def main() -> None:
    """Run for so many minutes; say how many pages were read, and how many kinds of outcome there were."""
    minutes, seed = float(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0
    dice = random.Random(seed)
    run = read_page.hypothesis.fuzz_one_input  # type: ignore[attr-defined]
    pool = [dice.randbytes(dice.randrange(_FEWEST, 4096)) for _ in range(200)]
    end, count, made = time.monotonic() + 60 * minutes, 0, 0
    while time.monotonic() < end:
        buffer = changed(dice.choice(pool), dice, pool)
        before = len(seen)
        made += run(buffer) is not None
        count += 1
        if len(seen) > before:
            pool.append(buffer)
            del pool[:-_POOL]
    print(
        f"{minutes:g} minutes: {count} inputs, {made} pages read, {len(seen)} kinds of outcome, none failed"
    )


if __name__ == "__main__":
    main()
