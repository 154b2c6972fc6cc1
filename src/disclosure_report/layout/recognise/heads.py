"""The head of a document: its title, agency and year, and the details that a file keeps as properties."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from attrs import evolve, frozen

from disclosure_report.blocks import Block, Grid, Heading, Properties
from disclosure_report.checks.catalogue import (
    BAD_DETAIL,
    DIFFERENT_AGENCY,
    DIFFERENT_YEAR,
    NO_AGENCY,
    NO_YEAR,
    SEVERAL_TITLES,
)
from disclosure_report.layout.compose import PRINTED_TITLE, TITLE_LEVEL
from disclosure_report.layout.recognise.furniture import publication_date
from disclosure_report.layout.recognise.notes import Notes
from disclosure_report.layout.recognise.prose import writable
from disclosure_report.layout.recognise.titles import one_line, title_of
from disclosure_report.model.report import FIRST_YEAR, LAST_YEAR
from disclosure_report.model.text import problem_of, tidy


_KEPT_LINES = ("document_number", "index_number", "source_address", "agency_id")


@frozen
class Head:
    """What is known of a document before its first part; *end* is how many blocks the title takes."""

    agency: str | None = None
    year: int | None = None
    title: str | None = None
    end: int = 0
    details: Mapping[str, Any] = {}


def read_head(front: Sequence[Block], properties: Properties, notes: Notes) -> Head:
    """Title, agency and year as printed; where our own properties still fit the title, they decide."""
    head = Head() if properties.shown else _printed(front, notes)
    kept = {detail.name: detail.text for detail in properties.details if detail.text}
    details: dict[str, Any] = {"publication_date": publication_date(front)}
    if properties.shown or PRINTED_TITLE in kept:
        details = {name: _line(name, kept, notes) for name in _KEPT_LINES}
        details["publication_date"] = _date(kept, notes)
    if properties.shown or (PRINTED_TITLE in kept and head.title in {None, kept[PRINTED_TITLE]}):
        agency, title = (_line(name, kept, notes) for name in ("agency", "title"))
        head = evolve(head, agency=agency, title=title or head.title, year=_year(kept, notes))
    return evolve(head, details=details)


def _printed(front: Sequence[Block], notes: Notes) -> Head:
    """The title as it stands: the marked one, else the last line that reads like one."""
    found = Head()
    for number, block in enumerate(front):
        if isinstance(block, Grid):
            continue
        title = title_of(block.text)
        if isinstance(block, Heading) and block.level == TITLE_LEVEL:
            words = one_line(tidy(writable(block, notes))) or None
            known = (title.agency, title.year) if title else (None, None)
            return Head(*known, words, number + 1)
        if title:
            if found.title and (found.agency, found.year) != (title.agency, title.year):
                notes.add(SEVERAL_TITLES, block.place, other=found.title, used=title.text)
            found = Head(title.agency, title.year, title.text, number + 1)
    return found


def settle(head: Head, agency: str | None, year: int | None, notes: Notes) -> Head:
    """What the caller knows wins; a difference, and what nobody knows, is a finding."""
    if agency is None and head.agency is None:
        notes.add(NO_AGENCY)
    if year is None and head.year is None:
        notes.add(NO_YEAR)
    if agency is not None and head.agency and agency != head.agency:
        notes.add(DIFFERENT_AGENCY, found=head.agency, given=agency)
    if year is not None and head.year and year != head.year:
        notes.add(DIFFERENT_YEAR, found=head.year, given=year)
    return evolve(
        head,
        agency=head.agency if agency is None else agency,
        year=head.year if year is None else year,
    )


def _line(name: str, kept: Mapping[str, str], notes: Notes) -> str | None:
    text = tidy(kept.get(name, "")) or None
    if text is not None and problem_of(text, lines=False):
        notes.add(BAD_DETAIL, name=name, text=ascii(text))
        return None
    return text


def _year(kept: Mapping[str, str], notes: Notes) -> int | None:
    text = kept.get("year", "")
    if text.isascii() and text.isdecimal() and FIRST_YEAR <= int(text[:9]) <= LAST_YEAR:
        return int(text)
    if text:
        notes.add(BAD_DETAIL, name="year", text=text)
    return None


def _date(kept: Mapping[str, str], notes: Notes) -> date | None:
    text = kept.get("publication_date", "")
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        notes.add(BAD_DETAIL, name="publication_date", text=text)
        return None
