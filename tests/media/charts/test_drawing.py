"""Charts as pictures: what is drawn where, in which font, and that nothing else of matplotlib is touched."""

import io
import subprocess
import sys
from itertools import chain, pairwise
from typing import Any

import matplotlib as mpl
import matplotlib.style
import pytest
from attrs import evolve
from PIL import Image

from disclosure_report.blocks import Bars, Chart, Value
from disclosure_report.errors import DisclosureReportError, MissingExtraError
from disclosure_report.media.charts import WIDTH, height_of, picture_of
from disclosure_report.media.charts.drawing import _Drawing


DARK, LIGHT = (31, 56, 100), (201, 213, 234)


def _chart(*values: tuple[Value, Value]) -> Chart:
    groups = tuple((Bars(f"第{number}类", each),) for number, each in enumerate(values, start=1))
    return Chart("话", caption="图1", blank="空白", series=("2025年", "2024年"), groups=groups)


class _Recorder:
    """A pen that notes what it was told to draw; every character is 2 mm wide."""

    def __init__(self) -> None:
        self.words: list[tuple[float, float, str]] = []
        self.boxes: list[tuple[float, float, float, float]] = []

    def width(self, words: str) -> float:
        return 2.0 * len(words)

    def write(self, x: float, y: float, words: str, **_: Any) -> None:
        self.words.append((x, y, words))

    def box(self, x: float, y: float, width: float, height: float, **_: Any) -> None:
        self.boxes.append((x, y, width, height))


def _drawn(chart: Chart) -> tuple[list[tuple[float, float, str]], list[tuple[float, float, float, float]]]:
    """The words and the bars, without the legend and the lines of the groups."""
    pen: Any = _Recorder()
    _Drawing.of(pen, chart).draw()
    return pen.words, [box for box in pen.boxes[len(chart.series) :] if box[2]]


def test_each_number_stands_behind_its_bar_and_a_bar_is_as_long_as_its_number() -> None:
    words, bars = _drawn(_chart((40, 20), (10, 5)))
    assert [text for _, _, text in words] == ["2025年", "2024年", "第1类", "40", "20", "第2类", "10", "5"]
    assert [width / bars[0][2] for _, _, width, _ in bars] == pytest.approx([1, 0.5, 0.25, 0.125])
    numbers = [word for word in words if word[2].isdecimal()]
    for (x, y, _), (left, top, width, height) in zip(numbers, bars, strict=True):
        assert left + width < x < left + width + 3
        assert top < y < top + height


def test_a_blank_has_a_word_and_no_bar_and_0_has_a_number_and_no_bar() -> None:
    words, bars = _drawn(_chart((None, 4), (0, None)))
    assert [text for _, _, text in words][2:] == ["第1类", "空白", "4", "第2类", "0", "空白"]
    assert len(bars) == 1


def _colours(data: bytes) -> dict[Any, int]:
    """How many pixels have each colour."""
    found = Image.open(io.BytesIO(data)).convert("RGB").getcolors(100_000)
    return {colour: count for count, colour in found or ()}


@pytest.mark.parametrize("largest", [0, 1, 12345678, 10**15 - 1])
def test_all_stays_in_the_picture_and_nothing_stands_on_anything(largest: int) -> None:
    chart = _chart((largest, 3), (None, 0), (largest, largest))
    words, bars = _drawn(chart)
    height = height_of(chart)
    for x, y, text in words:
        assert 0 <= x <= WIDTH - 2 * len(text) or text.startswith("第")
        assert 0 < y < height
    assert all(x > 0 and x + width < WIDTH and y + tall <= height for x, y, width, tall in bars)
    assert all(below[1] - above[1] >= above[3] - 0.01 for above, below in pairwise(bars))


@pytest.mark.usefixtures("chinese_font")
def test_the_picture_is_as_large_as_it_says_and_has_both_shades() -> None:
    chart = _chart((40, 20), (10, 5))
    image = Image.open(io.BytesIO(picture_of(chart)))
    per_mm = 300 / 25.4
    assert (image.width, image.height) == pytest.approx((WIDTH * per_mm, height_of(chart) * per_mm), abs=1)
    pixels = image.convert("RGB")
    assert [pixels.getpixel(at) for at in ((0, 0), (image.width - 1, image.height - 1))] == [(255,) * 3] * 2
    counts = _colours(picture_of(chart))
    assert counts[DARK] > counts[LIGHT] > 10_000
    grey = [sum(colour) // 3 for colour in (DARK, LIGHT)]
    assert grey[1] - grey[0] > 100


@pytest.mark.usefixtures("chinese_font")
def test_a_blank_leaves_its_place_white() -> None:
    filled, blank = (_colours(picture_of(_chart((7, 7), (value, 7)))) for value in (7, None))
    assert blank[DARK] < 0.6 * filled[DARK]


@pytest.mark.usefixtures("chinese_font")
def test_the_same_chart_gives_the_same_bytes_and_no_word_of_a_program() -> None:
    data = picture_of(_chart((40, None), (10, 5)))
    assert picture_of(_chart((40, None), (10, 5))) == data
    assert picture_of(_chart((40, None), (10, 6))) != data
    assert set(Image.open(io.BytesIO(data)).info) <= {"dpi"}


@pytest.mark.usefixtures("chinese_font")
def test_signs_of_formulas_are_letters() -> None:
    groups = ((Bars("$\\q$", (1, None)),),)
    chart = Chart("", caption="", blank="$\\frac$", series=("a_b", "$x^2$"), groups=groups)
    assert picture_of(chart).startswith(b"\x89PNG")


@pytest.mark.usefixtures("chinese_font")
@pytest.mark.parametrize("style", ["dark_background", "ggplot", "fivethirtyeight"])
def test_a_style_of_somebody_changes_nothing(style: str) -> None:
    chart = _chart((40, 20), (10, 5))
    data = picture_of(chart)
    more: dict[Any, Any] = {
        "font.size": 30,
        "text.usetex": True,
        "figure.autolayout": True,
        "savefig.dpi": 50,
    }
    with mpl.rc_context(matplotlib.style.library[style] | more):
        assert picture_of(chart) == data


@pytest.mark.usefixtures("chinese_font")
def test_no_setting_is_changed_and_no_global_figure_made() -> None:
    code = """
import sys, warnings, matplotlib
from disclosure_report.blocks import Bars, Chart
from disclosure_report.media.charts import picture_of
warnings.simplefilter("error")
before = matplotlib.rcParams.copy()
picture_of(Chart("", caption="", blank="空白", series=("今", "昔"), groups=((Bars("甲", (1, None)),),)))
print(dict.__eq__(matplotlib.rcParams, before), "matplotlib.pyplot" in sys.modules)  # "==" imports pyplot
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.stdout.split(), done.stderr) == (["True", "False"], "")


def test_without_matplotlib_the_error_names_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "disclosure_report.media.charts.drawing")
    for name in list(sys.modules):
        if name.partition(".")[0] == "matplotlib":
            monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(MissingExtraError, match=r'pip install "disclosure-report\[charts\]"') as caught:
        picture_of(_chart((1, 2)))
    assert isinstance(caught.value, DisclosureReportError)


def test_the_height_counts_every_bar_and_gap() -> None:
    one, two = (height_of(_chart(*[(1, 2)] * count)) for count in (1, 2))
    apart = _chart((1, 2), (1, 2))
    together = evolve(apart, groups=(tuple(chain(*apart.groups)),))
    assert two - one == pytest.approx(2 * 3.6 + 2.8 + 4)
    assert two - height_of(together) == pytest.approx(4)
