"""Tidy rows, one a cell."""

from typing import NamedTuple

from disclosure_report.blocks import Value
from disclosure_report.front.held import report_of
from disclosure_report.layout.recognise.reading import Reading
from disclosure_report.layout.recognise.reading import Source as CellSource
from disclosure_report.model.report import Report


class Row(NamedTuple):
    """One cell as a tidy row, ready for a table or a database."""

    agency: str | None
    year: int | None
    form: int | None
    path: str
    group: str
    labels: str
    value: Value
    text: str | None
    place: str | None


def rows(report: Report | Reading) -> tuple[Row, ...]:
    """Tidy rows, one a cell, in the order of the form; with the text and place of a reading.

    >>> row = rows(Report.blank("悦来镇", 2021).replace({"proactive_disclosure.rules.issued": 3}))[0]
    >>> row.path, row.labels, row.value
    ('proactive_disclosure.rules.issued', '第二十条第（一）项 / 规章 / 本年制发件数', 3)
    """
    reading = report if isinstance(report, Reading) else None
    held = report_of("report", report)
    nothing = CellSource()
    return tuple(
        Row(
            held.agency,
            held.year,
            compiled.form.value if compiled.form else None,
            said.path,
            compiled.part,
            " / ".join(said.labels),
            value,
            source.text,
            str(source.place) if source.place else None,
        )
        for compiled, instance in held.tables()
        for said, value in zip(compiled.fields, compiled.values(instance), strict=True)
        for source in [reading.sources.get(said.path, nothing) if reading else nothing]
    )
