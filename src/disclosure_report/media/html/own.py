"""What tells a page of ours, and what it keeps for reading back."""

from typing import Any

from disclosure_report.blocks import Detail


GENERATOR = "disclosure_report"
DETAIL = "disclosure_report."
HEADINGS = {"h1": 0, "h2": 1, "h3": 2, "h4": 3}


def is_ours(root: Any) -> bool:
    """Whether a page says that it was written by this library."""
    return any(
        each.get("name") == "generator" and each.get("content") == GENERATOR for each in root.iter("meta")
    )


def details_of(root: Any) -> tuple[Detail, ...]:
    """The details that a page of ours keeps."""
    return tuple(
        Detail(each.get("name").removeprefix(DETAIL), each.get("content", ""))
        for each in root.iter("meta")
        if each.get("name", "").startswith(DETAIL)
    )
