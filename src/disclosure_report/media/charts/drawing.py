"""Bars that lie beside each other, and the numbers behind them.

matplotlib is imported here: import this late. Every look is given, so that a style that somebody has set for
matplotlib does not change the picture, and nothing is set.
"""

import io
from collections.abc import Iterator
from typing import Any, Literal

from attrs import frozen
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.patches import Rectangle
from matplotlib.text import Text
from matplotlib.transforms import Affine2D

from disclosure_report.blocks import Bars, Chart, Value
from disclosure_report.media.charts.fonts import font_for
from disclosure_report.media.charts.measures import (
    BAR,
    BETWEEN,
    GAP,
    LEGEND,
    SPACE,
    SWATCH,
    WIDTH,
    height_of,
)
from disclosure_report.media.grids import text_of


_DPI = 300
_SIZE = 9  # points
_MM = 25.4  # in an inch
_FILLS = ("#1f3864", "#c9d5ea")  # of each series: dark and light, which black and white print keeps apart
_EDGE = _FILLS[0]
_PLAIN: dict[str, Any] = {"antialiased": True, "sketch_params": None, "path_effects": []}
_LANGUAGE = "zh-Hans"  # a font for several languages has glyphs for each
_BLACK, _GREY = "#000000", "#595959"


def draw(chart: Chart) -> bytes:
    """The chart as PNG, without the date and the name of a program."""
    height = height_of(chart)
    figure = Figure(
        (WIDTH / _MM, height / _MM), _DPI, facecolor="white", linewidth=0, frameon=True,
        layout="none",  # type: ignore[arg-type]  # is documented, and has no type
    )  # fmt: skip
    canvas: Any = FigureCanvasAgg(figure)
    downwards = Affine2D().scale(1, -1).translate(0, height).scale(_DPI / _MM)
    font = FontProperties(fname=font_for("".join(_texts(chart))), size=_SIZE)
    _Drawing.of(_Pen(canvas, font, downwards), chart).draw()
    data = io.BytesIO()
    canvas.print_png(data, metadata={"Software": None})
    return data.getvalue()


@frozen
class _Pen:
    """Puts words and boxes on a picture, in millimetres from its upper left corner."""

    canvas: Any  # its methods have no types
    font: FontProperties
    millimetres: Affine2D

    def width(self, words: str) -> float:
        """How wide words are."""
        wide, _, _ = self.canvas.get_renderer().get_text_width_height_descent(words, self.font, ismath=False)
        return float(wide) / _DPI * _MM

    def write(
        self,
        x: float,
        y: float,
        words: str,
        *,
        align: Literal["left", "right"] = "left",
        colour: str = _BLACK,
    ) -> None:
        """Words, their middle at *y*; no character of them is a sign of a formula."""
        text = Text(
            x, y, words, color=colour, verticalalignment="center", horizontalalignment=align,
            fontproperties=self.font, usetex=False, parse_math=False, language=_LANGUAGE,
            transform=self.millimetres, **_PLAIN,
        )  # fmt: skip
        self.canvas.figure.add_artist(text)

    def box(self, x: float, y: float, width: float, height: float, *, fill: str = _EDGE) -> None:
        """A filled box with an edge; one without width is a line."""
        box = Rectangle(
            (x, y), width, height, facecolor=fill, edgecolor=_EDGE, linewidth=0.5,
            transform=self.millimetres, **_PLAIN,
        )  # fmt: skip
        self.canvas.figure.add_artist(box)


@frozen
class _Drawing:
    """A chart on a picture: where its bars begin, and how long one of them is for each that is counted."""

    pen: _Pen
    chart: Chart
    left: float
    scale: float

    @classmethod
    def of(cls, pen: _Pen, chart: Chart) -> "_Drawing":
        """Names and numbers get the room that they need; the longest bar has the rest."""
        values = [value for bars in _categories(chart) for value in bars.values]
        left = max(pen.width(bars.name) for bars in _categories(chart)) + 2 * SPACE
        room = WIDTH - left - max(pen.width(_told(value, chart)) for value in values) - 2 * SPACE
        return cls(pen, chart, left, room / max(float(value or 1) for value in values))

    def draw(self) -> None:
        """The legend, then each group along its own line."""
        self._legend()
        top = LEGEND
        for group in self.chart.groups:
            y = top
            for bars in group:
                self._bars(bars, y)
                y += len(bars.values) * BAR + GAP
            self.pen.box(self.left, top - GAP / 2, 0, y - top)
            top = y + BETWEEN

    def _legend(self) -> None:
        x, y = self.left, GAP / 2
        for name, fill in zip(self.chart.series, _FILLS, strict=True):
            self.pen.box(x, y, SWATCH, BAR, fill=fill)
            x += SWATCH + SPACE
            self.pen.write(x, y + BAR / 2, name)
            x += self.pen.width(name) + 3 * SPACE

    def _bars(self, bars: Bars, y: float) -> None:
        self.pen.write(self.left - SPACE, y + len(bars.values) * BAR / 2, bars.name, align="right")
        for value, fill in zip(bars.values, _FILLS, strict=True):
            length = float(value or 0) * self.scale
            if length:
                self.pen.box(self.left, y, length, BAR, fill=fill)
            colour = _GREY if value is None else _BLACK
            self.pen.write(self.left + length + SPACE, y + BAR / 2, _told(value, self.chart), colour=colour)
            y += BAR


def _told(value: Value, chart: Chart) -> str:
    return chart.blank if value is None else text_of(value)


def _categories(chart: Chart) -> Iterator[Bars]:
    return (bars for group in chart.groups for bars in group)


def _texts(chart: Chart) -> Iterator[str]:
    """All that is written in the picture."""
    yield from chart.series
    for bars in _categories(chart):
        yield bars.name
        yield from (_told(value, chart) for value in bars.values)
