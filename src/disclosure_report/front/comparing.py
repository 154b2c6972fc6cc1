"""Two years of one organ, compared."""

from disclosure_report.checks.side_by_side import Comparison, refuse_other_organ, side_by_side
from disclosure_report.front.checking import check
from disclosure_report.front.held import refuse_other_year, report_of
from disclosure_report.layout.recognise.reading import Reading
from disclosure_report.model.report import Report


def compare(this: Report | Reading, last: Report | Reading) -> Comparison:
    """Each cell of a report beside the same cell of last year's, and what `check` says between the years.

    `write` and `to_bytes` make a Word document of it. A blank is compared with nothing; amounts are exact.

    >>> last = Report.blank("青溪镇", 2024).replace({"applications.newly_received.total": 8})
    >>> this = Report.blank("青溪镇", 2025).replace({"applications.newly_received.total": 6})
    >>> cell = compare(this, last)["applications.newly_received.total"]
    >>> cell.this, cell.last, cell.difference, cell.percentage
    (6, 8, -2, Decimal('-25.0'))

    Raises:
        InvalidValueError: *last* is of another organ or not of the year before; what is unknown passes.
    """
    held = report_of("this", this), report_of("last", last)
    refuse_other_year("last", held[1], held[0])
    refuse_other_organ(*held)
    return side_by_side(*held, check(this, last, select=["Y"]))
