"""From a chart to the bytes of a picture."""

from disclosure_report.blocks import Chart
from disclosure_report.errors import MissingExtraError


def picture_of(chart: Chart) -> bytes:
    """The chart as PNG; on one machine the same chart gives the same bytes.

    Raises:
        MissingExtraError: matplotlib is not installed.
        MissingFontError: no font of this machine has the characters.
    """
    try:
        from disclosure_report.media.charts.drawing import draw
    except ModuleNotFoundError as error:
        raise MissingExtraError(
            'a chart needs matplotlib: pip install "disclosure-report[charts]"'
        ) from error
    return draw(chart)
