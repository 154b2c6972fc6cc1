"""Findings that depend on what kind of organ reports: powers that it does not have, and its deadline."""

import re
from collections.abc import Iterator
from datetime import date

from disclosure_report.checks.advice import LATE, RULES_OF_TOWNSHIP
from disclosure_report.checks.subject import AgencyKind, Subject
from disclosure_report.model.findings import Finding


ORGAN_RULES = (RULES_OF_TOWNSHIP, LATE)
_TOWNSHIP = re.compile(r".+(?:镇|乡|街道|苏木)(?:人民政府|政府|办事处|(?<=街道)办)?")
_RULES = "proactive_disclosure.rules."
# 条例 第四十九条: departments "每年1月31日前", governments "每年3月31日前". It sets no date for townships.
_DEADLINES: dict[AgencyKind, tuple[int, int]] = {"department": (1, 31), "government": (3, 31)}


def check_organ(subject: Subject) -> Iterator[Finding]:
    """Rules (规章) of a township, and a report that was published late."""
    if _is_township(subject):
        yield from _rules(subject)
    yield from _late(subject)


def _is_township(subject: Subject) -> bool:
    """By the kind that the caller gives, else by the name of the organ."""
    if subject.kind is not None:
        return subject.kind == "township"
    return bool(_TOWNSHIP.fullmatch(subject.report.agency or ""))


def _rules(subject: Subject) -> Iterator[Finding]:
    compiled, values = subject.tables[0]
    told = [
        (cell, value)
        for cell, value in zip(compiled.fields, values, strict=True)
        if value and cell.path.startswith(_RULES)
    ]
    if told:
        label = told[0][0].groups[-1]
        details = (("label", label), ("found", "、".join(f"{cell.label}{value}" for cell, value in told)))
        paths = tuple(cell.path for cell, _ in told)
        yield Finding(RULES_OF_TOWNSHIP, paths, subject.place_of(paths[0]), details=details)


def _late(subject: Subject) -> Iterator[Finding]:
    published, year = subject.report.publication_date, subject.report.year
    if published is None or year is None or published.year <= year or subject.kind not in _DEADLINES:
        return
    deadline = date(year + 1, *_DEADLINES[subject.kind])
    if published > deadline:
        details = (("found", published.isoformat()), ("expected", deadline.isoformat()))
        yield Finding(LATE, ("publication_date",), details=details)
