"""Findings on parts: what is empty, what says too little, which form the tables are in."""

import re
from collections.abc import Iterator

from disclosure_report.checks.advice import (
    EMPTY_PART,
    FORM_OF_ANOTHER_YEAR,
    MIXED_FORMS,
    NO_PROBLEMS,
    NO_PROCESSING_FEE,
)
from disclosure_report.checks.subject import Subject
from disclosure_report.model.findings import Finding
from disclosure_report.model.forms import Form
from disclosure_report.model.parts import PART_LABEL, PARTS
from disclosure_report.model.registry import FIRST_YEAR, form_in_force
from disclosure_report.model.report import Report


PART_RULES = (EMPTY_PART, NO_PROBLEMS, NO_PROCESSING_FEE, MIXED_FORMS, FORM_OF_ANOTHER_YEAR)
# Part five is of "主要问题及改进情况" (条例 第五十条第（四）项); these words name neither.
_NOTHING = re.compile(r"(?:本年度?)?(?:[暂尚]?(?:无|没有|不存在)(?:存在)?(?:问题)?|略|)")
_MARKS = re.compile(r"[\W_]+")
# Part six tells what is charged by 国办函〔2020〕109号; reports call it by any of these words.
_FEE = ("处理费", "收费", "费用", "免费", "成本费", "工本费")


def check_parts(subject: Subject) -> Iterator[Finding]:
    """Empty parts of prose, a part five without problems, a part six silent on fees, forms of tables."""
    report = subject.report
    for part in PARTS:
        if not part.is_table and not getattr(report, part.name):
            place = subject.place_of(part.name)
            yield Finding(EMPTY_PART, (part.name,), place, details=(("part", PART_LABEL[part.name]),))
    yield from _problems(subject)
    yield from _fee(subject)
    yield from _forms(report)


def _problems(subject: Subject) -> Iterator[Finding]:
    name = "problems_and_improvements"
    words = subject.report.problems_and_improvements.text
    if words and _NOTHING.fullmatch(_MARKS.sub("", words)):
        details = (("part", PART_LABEL[name]), ("text", words))
        yield Finding(NO_PROBLEMS, (name,), subject.place_of(f"{name}[0]"), details=details)


def _fee(subject: Subject) -> Iterator[Finding]:
    name = "other_matters"
    words = "".join(subject.report.other_matters.text.split())  # a line may end, and a space stand, in a word
    applies = all(form in NO_PROCESSING_FEE.forms for _, form in _forms_of(subject.report))
    if words and applies and not any(word in words for word in _FEE):
        place = subject.place_of(f"{name}[0]")
        yield Finding(NO_PROCESSING_FEE, (name,), place, details=(("part", PART_LABEL[name]),))


def _forms_of(report: Report) -> list[tuple[str, Form]]:
    """The tables that differ between the forms, each with its form."""
    return [(compiled.part, compiled.form) for compiled, _ in report.tables() if compiled.form is not None]


def _forms(report: Report) -> Iterator[Finding]:
    """Tables of different forms; where all are of one form, whether it is that of the year."""
    found = _forms_of(report)
    if len({form for _, form in found}) > 1:
        words = "；".join(f"{PART_LABEL[part]} {form.value}" for part, form in found)
        yield Finding(MIXED_FORMS, tuple(part for part, _ in found), details=(("parts", words),))
        return
    if report.year is None or report.year < min(FIRST_YEAR):
        return
    expected = form_in_force(report.year)
    if found[0][1] is not expected:
        details = (
            ("part", "、".join(PART_LABEL[part] for part, _ in found)),
            ("found", found[0][1].value),
            ("expected", expected.value),
            ("year", report.year),
            ("notice", expected.notice),
        )
        yield Finding(FORM_OF_ANOTHER_YEAR, tuple(part for part, _ in found), details=details)
