"""Charts as pictures, for the media that can hold one."""

from disclosure_report.media.charts.measures import WIDTH, height_of
from disclosure_report.media.charts.picture import picture_of


__all__ = ["WIDTH", "height_of", "picture_of"]
