"""China's open-government-information annual report (政府信息公开工作年度报告) as a typed Python object.

Read what agencies publish, check what the form demands, write the official Word and Excel documents.

>>> import disclosure_report as dr
>>> report = dr.Report.blank("悦来镇", 2021)
>>> report = report.replace({"applications.newly_received.total": 5})
>>> report.applications.newly_received.total
5
"""

from disclosure_report.checks.clean import clean
from disclosure_report.collecting import Office, Roster, attempt, collect
from disclosure_report.errors import DisclosureReportError
from disclosure_report.front import (
    aggregate,
    check,
    compare,
    mark,
    read,
    reconcile,
    reconcile_levels,
    rows,
    to_bytes,
    write,
)
from disclosure_report.model.as_json import from_json, to_json
from disclosure_report.model.forms import Form
from disclosure_report.model.prose import Prose
from disclosure_report.model.registry import fields
from disclosure_report.model.report import Report
from disclosure_report.relations.complete import complete
from disclosure_report.relations.evaluate import evaluate, has_violations
from disclosure_report.relations.locate import locate


__all__ = [
    "DisclosureReportError",
    "Form",
    "Office",
    "Prose",
    "Report",
    "Roster",
    "aggregate",
    "attempt",
    "check",
    "clean",
    "collect",
    "compare",
    "complete",
    "evaluate",
    "fields",
    "from_json",
    "has_violations",
    "locate",
    "mark",
    "read",
    "reconcile",
    "reconcile_levels",
    "rows",
    "to_bytes",
    "to_json",
    "write",
]


def __dir__() -> list[str]:
    return __all__
