"""What callers give: a report, or the reading that has it."""

from disclosure_report.errors import InvalidValueError
from disclosure_report.layout.recognise.reading import Reading
from disclosure_report.model.report import Report


def report_of(name: str, given: object) -> Report:
    """The report itself.

    Raises:
        InvalidValueError: it is neither; *name* is what the caller knows it by.
    """
    report = given.report if isinstance(given, Reading) else given
    if not isinstance(report, Report):
        raise InvalidValueError(name, f"takes a report or what read gave, not {type(report).__name__}")
    return report


def refuse_other_year(name: str, last: Report, this: Report) -> None:
    """Refuse what is not of the year before, where both years are known.

    Raises:
        InvalidValueError: it names both years.
    """
    if this.year is not None and last.year is not None and last.year != this.year - 1:
        raise InvalidValueError(name, f"is of {last.year}, not of the year before {this.year}")
