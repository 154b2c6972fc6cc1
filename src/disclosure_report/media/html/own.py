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


def title_of_page(root: Any) -> str:
    """The title that a page says of itself; sites of government name it for other programs too."""
    named = (each.get("content", "") for each in root.iter("meta") if each.get("name") == "ArticleTitle")
    said = ("".join(each.itertext()) for each in root.iter("title"))
    return next(filter(None, (" ".join(words.split()) for words in (*named, *said))), "")


def details_of(root: Any) -> tuple[Detail, ...]:
    """The details that a page of ours keeps."""
    return tuple(
        Detail(each.get("name").removeprefix(DETAIL), each.get("content", ""))
        for each in root.iter("meta")
        if each.get("name", "").startswith(DETAIL)
    )
