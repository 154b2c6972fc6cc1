"""Prose against the tables: a code for each count that a report tells twice."""

from disclosure_report.model.findings import Rule


def _hint(code: str, zh: str, en: str) -> Rule:
    return Rule(
        code,
        "hint",
        "{part}：“{text}”中" + zh + "是{found}件，表中是{expected}件，请核对",
        "{part}: {text} gives {found} " + en + "; the table has {expected}: look at it",
    )


RECEIVED_DIFFERS = _hint("W101", "收到的申请", "applications received")
COMPLETED_DIFFERS = _hint("W102", "办结的申请", "applications completed")
CARRIED_DIFFERS = _hint("W103", "结转的申请", "applications carried over")
RECONSIDERED_DIFFERS = _hint("W104", "行政复议", "cases of reconsideration")
LITIGATED_DIFFERS = _hint("W105", "行政诉讼", "cases of litigation")

WORD_RULES = (
    RECEIVED_DIFFERS,
    COMPLETED_DIFFERS,
    CARRIED_DIFFERS,
    RECONSIDERED_DIFFERS,
    LITIGATED_DIFFERS,
)
