"""How documents look in print: LibreOffice makes pages of them, and the pages are measured."""

import subprocess
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from attrs import frozen
from lxml import etree

import disclosure_report as dr
from disclosure_report.blocks import Heading, Paragraph
from disclosure_report.media.docx.profile import GBT9704, PROFILES, Profile
from disclosure_report.model.parts import PARTS


pytestmark = pytest.mark.libreoffice

MM = 72 / 25.4
SENTENCE = "全年通过政府网站和政务公开栏主动公开信息，及时回应群众关切，办理结果均已答复申请人。"
FOOT = "—"


@frozen
class Word:
    """A word on a page; lengths in points from the upper left corner."""

    page: int
    left: float
    top: float
    right: float
    bottom: float
    text: str


@frozen
class Print:
    """The pages of a printed report."""

    report: dr.Report
    profile: Profile
    pages: tuple[tuple[float, float], ...]
    words: tuple[Word, ...]

    def body(self) -> list[Word]:
        """All words but the page numbers."""
        floor = (self.profile.height - self.profile.bottom) * MM
        return [word for word in self.words if word.top < floor]

    def lines(self) -> list[Word]:
        """The words of the body, joined where they stand on one line beside each other."""
        joined: list[Word] = []
        for word in self.body():
            last = joined[-1] if joined else None
            if last and last.page == word.page and abs(last.top - word.top) < 1 and word.left >= last.left:
                joined[-1] = Word(
                    word.page, last.left, last.top, word.right, word.bottom, last.text + word.text
                )
            else:
                joined.append(word)
        return joined

    def pages_of(self, text: str) -> list[int]:
        """The page of each word that is this text."""
        return [word.page for word in self.words if word.text == text]


def _filled(year: int, first: int) -> dr.Report:
    """Every cell has a number of its own from *first* on; with 0, every cell is zero."""
    form = dr.Report.blank("青溪镇", year).applications.form
    step = 1 if first else 0
    cells: dict[str, int | Decimal | None] = {
        said.path: (Decimal(first + n * step) / 1000 if said.kind == "amount" else first + n * step)
        for n, said in enumerate(dr.fields(form))
    }
    prose = dr.Prose([Heading(1, "（一）主动公开"), Paragraph(SENTENCE * 3)])
    return dr.Report.blank("青溪镇", year).replace(
        cells, preamble=prose, overview=prose, problems_and_improvements=prose, other_matters=prose
    )


def _long_prose() -> dr.Report:
    blocks: list[Heading | Paragraph] = []
    for number in range(120):
        if number % 10 == 0:
            blocks.append(Heading(1, "（一）工作情况"))
        if number % 5 == 0:
            blocks.append(Heading(2, "1.具体做法"))
        blocks.append(Paragraph(SENTENCE * (1 + number % 3)))
    prose = dr.Prose(blocks)
    return _filled(2021, 40_000_001).replace(overview=prose, problems_and_improvements=prose)


CASES = {
    "zeros": (_filled(2021, 0), "gbt9704"),
    "city": (_filled(2021, 10_000_001), "gbt9704"),
    "city-2019": (_filled(2019, 20_000_001), "gbt9704"),
    "city-plain": (_filled(2021, 30_000_001), "plain"),
    "prose": (_long_prose(), "gbt9704"),
}


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Print]:
    """All cases, printed by one run of LibreOffice."""
    folder = tmp_path_factory.mktemp("looks")
    for name, (report, profile) in CASES.items():
        dr.write(report, folder / f"{name}.docx", profile=profile)
    command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless"]
    command += ["--convert-to", "pdf", "--outdir", str(folder), *map(str, folder.glob("*.docx"))]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return {
        name: _measured(report, PROFILES[profile], folder / f"{name}.pdf")
        for name, (report, profile) in CASES.items()
    }


def _measured(report: dr.Report, profile: Profile, pdf: Path) -> Print:
    command = ["pdftotext", "-bbox-layout", str(pdf), "-"]
    root = etree.fromstring(subprocess.run(command, check=True, capture_output=True).stdout)
    pages = list(root.iter("{*}page"))
    sizes = tuple((float(page.get("width", "0")), float(page.get("height", "0"))) for page in pages)
    words = (word for number, page in enumerate(pages, start=1) for word in _words(number, page))
    return Print(report, profile, sizes, tuple(words))


def _words(number: int, page: "etree._Element") -> Iterator[Word]:
    for word in page.iter("{*}word"):
        left, top, right, bottom = (float(word.get(side, "0")) for side in ("xMin", "yMin", "xMax", "yMax"))
        yield Word(number, left, top, right, bottom, word.text or "")


@pytest.fixture(params=CASES)
def case(request: pytest.FixtureRequest, printed: dict[str, Print]) -> Print:
    return printed[request.param]


def test_every_page_is_a4(case: Print) -> None:
    assert case.pages
    for width, height in case.pages:
        assert (round(width / MM), round(height / MM)) == (210, 297)


def test_all_text_stands_within_the_margins(case: Print) -> None:
    look = case.profile
    left, right = look.left * MM, (look.width - look.right) * MM
    hanging = look.body.size  # a full stop may hang over the edge by its own width
    assert min(word.left for word in case.body()) == pytest.approx(left, abs=8)
    for word in case.body():
        assert word.left > left - 1
        assert word.right < right + (hanging if word.text.endswith(("。", "，")) else 2)
        assert word.top > look.top * MM - 4
        assert word.bottom < (look.height - look.bottom) * MM + 4


def test_a_paragraph_begins_two_characters_in(case: Print) -> None:
    look = case.profile
    starts = [line.left for line in case.lines() if line.text.startswith(SENTENCE[:6])]
    assert starts
    indent = (look.left * MM) + look.body.indent * look.body.size
    assert min(starts) == pytest.approx(indent, abs=2)


def test_the_six_headings_come_in_order(case: Print) -> None:
    form = case.report.applications.form
    text = "\n".join(line.text for line in case.lines())
    places = [text.find(f"{part.numeral}、{part.headings[form]}") for part in PARTS]
    assert -1 not in places
    assert places == sorted(places)


def test_every_number_is_printed_once_and_whole(case: Print) -> None:
    found = [word.text for word in case.body()]
    for value in case.report.cells().values():
        text = format(value, "f") if isinstance(value, Decimal) else str(value)
        expected = list(map(str, case.report.cells().values())).count(text)
        assert found.count(text) == expected, text


def test_a_change_of_page_repeats_the_heads_of_table_three(printed: dict[str, Print]) -> None:
    broken = 0
    for case in printed.values():
        heads, rows = set(case.pages_of("自然人")), set()
        for path, value in case.report.cells().items():
            if path.startswith("applications.") and value:
                rows.update(case.pages_of(str(value)))
        assert not rows or heads == rows
        broken += len(rows) > 1
    assert broken > 1


def test_the_numbers_of_a_row_stand_on_one_page(printed: dict[str, Print]) -> None:
    for name in ("city", "city-2019", "city-plain", "prose"):
        case = printed[name]
        rows: dict[str, set[int]] = {}
        for path, value in case.report.cells().items():
            if path.startswith("applications."):
                rows.setdefault(path.rpartition(".")[0], set()).update(case.pages_of(str(value)))
        assert len(rows) > 20
        assert all(len(pages) == 1 for pages in rows.values())


@pytest.mark.parametrize("part", [PARTS[1], PARTS[3]], ids=["two", "four"])
def test_parts_two_and_four_stay_on_one_page_with_their_heading(part: object, case: Print) -> None:
    assert isinstance(part, type(PARTS[0]))
    heading = f"{part.numeral}、{part.headings[case.report.applications.form]}"
    [page] = [line.page for line in case.lines() if line.text == heading]
    values = [value for path, value in case.report.cells().items() if path.startswith(part.name)]
    if any(values):
        pages = {page for value in values for page in case.pages_of(str(value))}
        assert pages == {page}


def test_no_heading_is_left_alone_at_the_foot_of_a_page(case: Print) -> None:
    lines = case.lines()
    last = [line for line, after in pairwise(lines) if line.page != after.page]
    assert not [
        line.text for line in last if line.text.startswith(("（一）工作", "1.具体", "一、", "三、收"))
    ]


def test_page_numbers_stand_outside(printed: dict[str, Print]) -> None:
    case = printed["prose"]
    middle = GBT9704.width * MM / 2
    for page in range(1, len(case.pages) + 1):
        foot = [word for word in case.words if word.page == page and word not in case.body()]
        assert [word.text for word in foot] == [FOOT, str(page), FOOT]
        assert all((word.left > middle) == (page % 2 == 1) for word in foot)
        dash = (foot[0].top + foot[0].bottom) / 2 / MM
        assert dash - (GBT9704.height - GBT9704.bottom) == pytest.approx(7, abs=1)
