"""From a report, or a comparison, to a file."""

from typing import Any

from disclosure_report.checks.side_by_side import Comparison
from disclosure_report.errors import InvalidValueError, UnknownMediumError
from disclosure_report.layout.compose import compose
from disclosure_report.layout.recognise.reading import Reading
from disclosure_report.media.files import Target, name_of, put
from disclosure_report.media.registry import Medium, check_options, medium_to_write, write_manuscript
from disclosure_report.model.as_json import to_json
from disclosure_report.model.report import Report


COMPARED_WITH = ("chart",)  # options of a comparison, beside those of its medium


def to_bytes(report: Report | Comparison, medium: str, **options: Any) -> bytes:
    """The report as a file of *medium*: ``"docx"``, ``"xlsx"``, ``"html"`` or ``"json"``.

    What `compare` gives becomes a ``"docx"``, and nothing else. For it alone there is *chart*: with True the
    document shows the applications of both years as a picture, too. It takes matplotlib (extra ``[charts]``)
    and a font with Chinese characters.

    Options of docx: *profile*, the name of a look (``"gbt9704"`` or ``"plain"``); *template*, a Word file
    (path, bytes or binary file) with one paragraph ``{{report}}``, where the report is placed. Options of
    xlsx: *fillable*, for a form to fill in, where totals are formulas; with it *previous*, last year's
    report, whose numbers are shown beside the cells that go on from them.

    Raises:
        UnknownMediumError: the medium is none that can be written.
        InvalidValueError: an unknown option or profile, or a template without its mark.
        DamagedFileError: a template that is no Word document.
        MissingExtraError: a chart without matplotlib.
        MissingFontError: a chart without a font that has its characters.
    """
    if not isinstance(report, Report | Comparison):
        raise InvalidValueError("report", f"takes a Report, not {type(report).__name__}")
    found = medium_to_write(f"<{medium}>", medium)
    if isinstance(report, Comparison):
        return _comparison_bytes(report, found, options)
    check_options(found, options)
    if found.name == "json":
        return to_json(report).encode()
    previous = options.pop("previous", None)
    if previous is not None and not (isinstance(previous, Report | Reading) and options.get("fillable")):
        raise InvalidValueError("previous", "takes last year's report, together with fillable=True")
    manuscript = compose(report, previous.report if isinstance(previous, Reading) else previous)
    return write_manuscript(found, manuscript, options)


def _comparison_bytes(comparison: Comparison, medium: Medium, options: dict[str, Any]) -> bytes:
    if medium.name != "docx":
        raise UnknownMediumError(f"<{medium.name}>", "a comparison is written as docx alone")
    from disclosure_report.layout.comparison import compose_comparison

    check_options(medium, options, also=COMPARED_WITH)
    manuscript = compose_comparison(comparison, chart=bool(options.pop("chart", False)))
    return write_manuscript(medium, manuscript, options)


def write(report: Report | Comparison, target: Target, medium: str | None = None, **options: Any) -> None:
    """Write the report to a path or a binary file; the medium is told by the suffix unless it is given.

    A file on disk is replaced whole or not at all. The options are those of `to_bytes`.

    Raises:
        UnknownMediumError: the medium is none that can be written.
        OSError: the target cannot be written.
    """
    found = medium_to_write(name_of(target), medium)
    put(to_bytes(report, found.name, **options), target)
