"""Chromium shows the page at a phone's width and at a desk's, axe finds nothing, A4 holds all of it.

Every check is made on pages with a planted defect too, or it would prove nothing.
"""

import json
import os
import re
import subprocess
from collections.abc import Iterator
from decimal import Decimal
from html import escape
from pathlib import Path
from typing import Any

import pytest
from attrs import frozen
from lxml import html

import disclosure_report as dr


pytestmark = pytest.mark.browser

PHONE, DESK = 360, 1280
KINDS = "blank", "zeros", "busy", "longest"
FIRST = {"busy": 100_001, "longest": 900_000_000_000_001}
PROSE = {
    "busy": "（一）主动公开\n1.平台\n全年公开信息126条。\n2.公报\n印发4期。",
    "longest": "1.没有上级的小标题\n"
    + "全年公开政府信息，" * 400
    + "\n（一）网址\nhttps://example.gov.cn/"
    + "a1b2c3" * 80
    + "\n1."
    + "很长的小标题" * 6
    + "\n"
    + "不断开的文字" * 300,
}

# Chromium makes no window as narrow as a phone; a frame can have any width, and is what the page measures.
FRAMES = """<!DOCTYPE html><title></title><pre></pre>{frames}<script>
const seen = {{}};
addEventListener("message", ({{data: [width, found]}}) => {{
  seen[width] = found;
  document.querySelector("pre").textContent = JSON.stringify(seen);
}});
</script>"""
FRAME = '<iframe src="page.html" style="border: 0; width: {}px; height: 800px"></iframe>'
PROBE = """<script src="{axe}"></script><script>
const all = selector => [...document.querySelectorAll(selector)];
const beyond = selector => all(selector).filter(each => each.scrollWidth > each.clientWidth).length;
addEventListener("load", async () => {{
  const layout = {{
    page: beyond("html"),
    left: all("body *").filter(each => each.getBoundingClientRect().left < 0).length,
    text: beyond("h1, h2, h3, h4, p, caption, th, td"),
    frame: beyond(".wide"),
  }};
  const {{violations, passes}} = await axe.run();
  const rules = violations.map(each => `${{each.id}} ${{each.nodes.map(node => node.target)}}`);
  parent.postMessage([innerWidth, {{layout, rules, passes: passes.length}}], "*");
}});
</script></head>"""


@pytest.fixture(
    params=[(year, kind) for year in (2019, 2021) for kind in KINDS], ids=lambda of: f"{of[0]}-{of[1]}"
)
def case(request: pytest.FixtureRequest) -> tuple[int, str]:
    found: tuple[int, str] = request.param
    return found


def _report(year: int, kind: str) -> dr.Report:
    """A report whose every number is another one, so that none can stand for another."""
    report = dr.Report.blank("青溪镇", year)
    if kind not in FIRST:
        return dr.complete(report, zeros=True).report if kind == "zeros" else report
    prose = dr.Prose.from_text(PROSE[kind])
    parts = dict.fromkeys(("preamble", "overview", "problems_and_improvements", "other_matters"), prose)
    said = dr.fields(report.applications.form)
    numbers = {each.path: _number(each.kind, number) for number, each in enumerate(said, FIRST[kind])}
    return report.replace(numbers, agency="青溪镇" * (30 if kind == "longest" else 1), **parts)


def _number(kind: str, number: int) -> int | Decimal:
    if kind == "amount":
        return Decimal(number).scaleb(-6)
    return -number if kind == "signed" else number


def _page(year: int, kind: str) -> str:
    return dr.to_bytes(_report(year, kind), "html").decode()


def _planted(page: str, before: str, after: str) -> str:
    assert before in page
    return page.replace(before, after)


def _chromium(folder: Path, *options: str) -> str:
    """What Chromium prints; it reaches nothing but files."""
    command = [
        *("chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"),
        *("--disable-background-networking", "--host-resolver-rules=MAP * ~NOTFOUND", "--no-first-run"),
        *("--hide-scrollbars", "--window-size=1800,1000", f"--user-data-dir={folder / 'profile'}"),
    ]
    done = subprocess.run([*command, *options], capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr
    return done.stdout


def _seen(page: str, folder: Path) -> dict[int, Any]:
    """What the page says of itself at both widths, in a copy that has axe in its head."""
    axe = escape(Path(os.environ["AXE_CORE"]).resolve(strict=True).as_uri())
    (folder / "page.html").write_text(_planted(page, "</head>", PROBE.format(axe=axe)), "utf-8")
    frames = folder / "frames.html"
    frames.write_text(FRAMES.format(frames="".join(map(FRAME.format, (PHONE, DESK)))), "utf-8")
    shown = _chromium(folder, "--virtual-time-budget=60000", "--dump-dom", frames.as_uri())
    found = json.loads(html.fromstring(shown).findtext(".//pre") or "{}")
    assert set(found) == {str(PHONE), str(DESK)}, "axe did not come to its end"
    return {int(width): each for width, each in found.items()}


def test_nothing_is_too_wide_and_axe_finds_nothing(case: tuple[int, str], tmp_path: Path) -> None:
    for width, found in _seen(_page(*case), tmp_path).items():
        # Tables may move inside their frames on a phone, and on a desk where numbers have fifteen digits.
        moves = found["layout"].pop("frame")
        assert not moves or width == PHONE or case[1] == "longest"
        assert found["layout"] == {"page": 0, "left": 0, "text": 0}
        assert found["rules"] == []
        assert found["passes"] > 20


@pytest.mark.parametrize(
    ("before", "after", "rule"),
    [
        ("</main>", '<img src="data:,"></main>', "image-alt"),
        ("</main>", '<p style="color: #aaa">灰字难读</p></main>', "color-contrast"),
        ("</main>", "<h4>太深</h4></main>", "heading-order"),
        (' lang="zh-CN"', "", "html-has-lang"),
        ("青溪镇2021年政府信息公开工作年度报告</title>", "</title>", "document-title"),
        (' headers="', ' headers="nowhere ', "td-headers-attr"),
        ("main>", "div>", "landmark-one-main"),
    ],
)
def test_axe_would_find_it(before: str, after: str, rule: str, tmp_path: Path) -> None:
    page = _planted(_page(2021, "zeros"), before, after)
    for found in _seen(page, tmp_path).values():
        assert rule in {each.split()[0] for each in found["rules"]}


@pytest.mark.parametrize(
    ("style", "phone", "desk"),
    [
        ("width: 360px", set(), set()),
        ("width: 361px", {"page"}, set()),
        ("width: 900px", {"page"}, set()),
        ("width: 1281px", {"page"}, {"page"}),
        ("left: -1px", {"left"}, {"left"}),
    ],
)
def test_one_pixel_too_wide_is_found(style: str, phone: set[str], desk: set[str], tmp_path: Path) -> None:
    block = f'<div style="position: absolute; left: 0; height: 9px; {style}"></div></main>'
    found = _seen(_planted(_page(2021, "blank"), "</main>", block), tmp_path)
    for width, expected in ((PHONE, phone), (DESK, desk)):
        assert {name for name, many in found[width]["layout"].items() if many} - {"frame"} == expected


@pytest.mark.parametrize(
    ("style", "name", "many"),
    [("table { min-width: 1000px }", "frame", 3), ("h2 { white-space: pre; width: 3em }", "text", 6)],
)
def test_what_leaves_its_box_is_found(style: str, name: str, many: int, tmp_path: Path) -> None:
    found = _seen(_planted(_page(2021, "blank"), "</style>", f"{style}</style>"), tmp_path)
    assert found[DESK]["layout"][name] == many


# Points. A heading of part one is 1.2rem; the margin is 20 mm.
A4, MARGIN, HEADING = (595, 842), 56, 14.4


@frozen
class Print:
    """A page on paper: each sheet's size and text, each word with its ends, each sheet as rows of pixels."""

    sizes: list[tuple[int, int]]
    sheets: list[str]
    words: list[tuple[float, float, str]]
    pixels: list[list[bytes]]


def _print(page: str, folder: Path) -> Print:
    source, pdf = folder / "page.html", folder / "page.pdf"
    source.write_text(page, "utf-8")
    _chromium(folder, "--no-pdf-header-footer", f"--print-to-pdf={pdf}", source.as_uri())
    boxes = html.fromstring(_poppler("pdftotext", "-bbox", pdf, "-").decode())
    return Print(
        [(round(_points(each, "width")), round(_points(each, "height"))) for each in boxes.iter("page")],
        _poppler("pdftotext", "-raw", pdf, "-").decode().removesuffix("\f").split("\f"),
        [(_points(each, "xmin"), _points(each, "xmax"), each.text or "") for each in boxes.iter("word")],
        [*_pixels(_poppler("pdftoppm", "-r", "72", "-gray", pdf))],
    )


def _points(box: html.HtmlElement, name: str) -> float:
    return float(box.get(name) or "nan")


def _poppler(*command: str | Path) -> bytes:
    return subprocess.run(command, capture_output=True, check=True, timeout=300).stdout


def _pixels(images: bytes) -> Iterator[list[bytes]]:
    start = 0
    while head := re.compile(rb"P5\s(\d+)\s(\d+)\s255\s").match(images, start):
        width, height = map(int, head.groups())
        start = head.end() + width * height
        yield [images[at : at + width] for at in range(head.end(), start, width)]


def _flaws(page: str, on_paper: Print) -> set[str]:
    """What is wrong with the print, by name."""
    root = html.fromstring(page.encode())
    printed = _dense("".join(on_paper.sheets))
    part_one = next(word for word in on_paper.words if word[2].startswith("一、"))
    last = {_dense(sheet.strip().split("\n")[-1]) for sheet in on_paper.sheets}
    found = {
        "size": set(on_paper.sizes) != {A4},
        "lost": any(_dense(text) not in printed for text in root.xpath("//body//text()")),
        "cut": any(left < MARGIN or right > A4[0] - MARGIN for left, right, _ in on_paper.words),
        "ink": any(min(_edge(sheet)) < 255 for sheet in on_paper.pixels),
        "empty": any(min(map(min, sheet)) == 255 for sheet in on_paper.pixels),
        "shrunk": abs((part_one[1] - part_one[0]) / len(part_one[2]) - HEADING) > 0.1,
        "stranded": any(_dense(each.text) in last for each in root.iter("h1", "h2", "h3", "h4", "caption")),
    }
    return {name for name, is_so in found.items() if is_so}


def _dense(text: str | None) -> str:
    return "".join((text or "").split())


def _edge(sheet: list[bytes]) -> bytes:
    """The pixels that lie in the margin: one point of it is left for what rounding blackens."""
    wide = MARGIN - 1
    sides = (row[:wide] + row[-wide:] for row in sheet)
    return b"".join([*sheet[:wide], *sheet[-wide:], *sides])


def test_a4_holds_all_of_it(case: tuple[int, str], tmp_path: Path) -> None:
    page = _page(*case)
    # A blank report ends in the headings of two empty parts.
    allowed = {"stranded"} if "<p>" not in page else set()
    assert _flaws(page, _print(page, tmp_path)) - allowed == set()


@pytest.mark.parametrize(
    ("before", "after", "flaws"),
    [
        ("</style>", "@page { size: A3 }</style>", {"size", "cut"}),
        ("</style>", "table { min-width: 180mm }</style>", {"shrunk"}),
        ("</style>", "table { min-width: 600mm }</style>", {"shrunk", "lost"}),
        ("</style>", "@page { margin: 5mm }</style>", {"cut", "ink"}),
        ("</style>", "caption { position: relative; left: -9mm }</style>", {"lost"}),
        ("</main>", '</main><div style="break-before: page">&nbsp;</div>', {"empty"}),
        ("</main>", '<h2>末</h2><p style="break-before: page">续</p></main>', {"stranded"}),
    ],
)
def test_what_paper_cannot_hold_is_found(before: str, after: str, flaws: set[str], tmp_path: Path) -> None:
    page = _planted(_page(2021, "busy"), before, after)
    assert flaws <= _flaws(page, _print(page, tmp_path))


def test_long_numbers_would_be_lost_without_a_break(tmp_path: Path) -> None:
    page = _planted(_page(2021, "longest"), ' class="long"', "")
    assert {"shrunk", "lost"} <= _flaws(page, _print(page, tmp_path))


@pytest.mark.parametrize(("style", "flaws"), [("", set()), ("caption { break-after: auto }", {"stranded"})])
def test_a_caption_stays_with_its_table(style: str, flaws: set[str], tmp_path: Path) -> None:
    filler = '<div style="break-before: page; height: 228mm">满</div>\n<h2>四'
    page = _planted(_planted(_page(2021, "busy"), "<h2>四", filler), "</style>", f"{style}</style>")
    assert _flaws(page, _print(page, tmp_path)) == flaws
