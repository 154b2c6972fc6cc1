"""How large a chart is, in millimetres; known before anything is drawn."""

from disclosure_report.blocks import Chart


WIDTH = 156.0  # the text block of GB/T 9704—2012: there 9 points are 9 points
LEGEND = 9.0
BAR = 3.6
GAP = 2.8  # between categories
BETWEEN = 4.0  # between groups
SWATCH = 5.0
SPACE = 1.5  # beside words


def height_of(chart: Chart) -> float:
    """How high the picture is."""
    category = len(chart.series) * BAR + GAP
    return LEGEND + sum(len(group) * category + BETWEEN for group in chart.groups) - BETWEEN
