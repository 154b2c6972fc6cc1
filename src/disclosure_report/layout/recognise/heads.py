"""The head of a document: its title, agency and year, and the details that a file keeps as properties."""

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from itertools import islice
from typing import Any

from attrs import evolve, frozen

from disclosure_report.blocks import Block, Grid, Heading, Place, Properties
from disclosure_report.checks.catalogue import (
    BAD_DETAIL,
    DIFFERENT_AGENCY,
    DIFFERENT_YEAR,
    NO_AGENCY,
    NO_YEAR,
    SEVERAL_TITLES,
    YEAR_OF_PERIOD,
)
from disclosure_report.checks.dates import periods
from disclosure_report.layout.compose import PRINTED_TITLE, TITLE_LEVEL, is_ours
from disclosure_report.layout.recognise.furniture import publication_date
from disclosure_report.layout.recognise.notes import Notes
from disclosure_report.layout.recognise.prose import writable
from disclosure_report.layout.recognise.titles import (
    BOTH,
    MOST_LINES,
    Title,
    joined,
    one_line,
    title_of,
    words_of_title,
)
from disclosure_report.model.report import FIRST_YEAR
from disclosure_report.model.text import problem_of, tidy


_PIECES = re.compile(r"[_|\-—－>»]")  # what separates a page's title from the name of the site
_YEAR = re.compile(r"\d{4}", re.ASCII)
_KEPT_LINES = ("document_number", "index_number", "source_address", "agency_id")


@frozen
class Head:
    """What is known of a document before its first part; the title is its blocks from *start* to *end*."""

    agency: str | None = None
    year: int | None = None
    title: str | None = None
    start: int = 0
    end: int = 0
    details: Mapping[str, Any] = {}


def read_head(
    front: Sequence[Block], properties: Properties, notes: Notes, linked: AbstractSet[Place] = frozenset()
) -> Head:
    """Title, agency and year as printed; where our own properties still fit the title, they decide.

    *linked* are lines that lead to another page: they are not this page's title.
    """
    head = Head() if properties.shown else _printed(front, properties, linked, notes)
    kept = {detail.name: detail.text for detail in properties.details if detail.text}
    details: dict[str, Any] = {"publication_date": publication_date(front)}
    if is_ours(properties):
        details = {name: _line(name, kept, notes) for name in _KEPT_LINES}
        details["publication_date"] = _date(kept, notes)
    if properties.shown or (PRINTED_TITLE in kept and head.title in {None, kept[PRINTED_TITLE]}):
        agency, title = (_line(name, kept, notes) for name in ("agency", "title"))
        head = evolve(head, agency=agency, title=title or head.title, year=_year(kept, notes))
    elif head.year is None:
        head = evolve(head, year=_period(front[head.end :], notes))
    return evolve(head, details=details)


def _printed(
    front: Sequence[Block], properties: Properties, linked: AbstractSet[Place], notes: Notes
) -> Head:
    """The title as it stands: the marked one, else the last of those lines that name most."""
    found = Head()
    best = 1
    named = ((n, block) for n, block in enumerate(front) if not isinstance(block, Grid) and block.text)
    lines = list(islice(named, MOST_LINES))
    texts = ["", *("" if block.place in linked else block.text for _, block in lines), ""]
    for at, around in enumerate(zip(texts, texts[1:], texts[2:], strict=False)):
        number, block = lines[at]
        if isinstance(block, Heading) and block.level == TITLE_LEVEL:
            known = title_of(block.text) or Title("", None, None)
            words = one_line(tidy(writable(block, notes))) or None
            return Head(known.agency, known.year, words, number, number + 1)
        told = _title_at(*around)
        if told is None or told[0].rank < best:
            continue
        title, before, behind = told
        if found.title and best == title.rank and (found.agency, found.year) != (title.agency, title.year):
            notes.add(SEVERAL_TITLES, block.place, other=found.title, used=title.text)
        start, end = lines[at - before][0], lines[at + behind][0]
        best, found = title.rank, Head(title.agency, title.year, title.text, start, end + 1)
    return _completed(found, _of_page(properties))


def _title_at(before: str, text: str, behind: str) -> tuple[Title, bool, bool] | None:
    """The title that a line is or begins, and whether it takes the line before and the line behind."""
    title = words_of_title(text)
    if title:
        return joined(title, before, behind)
    broken = title_of(text.strip() + behind.strip()) if title_of(behind) is None else None
    return (broken, False, True) if broken and broken.rank == BOTH else None


def _completed(found: Head, of_page: Head) -> Head:
    """What no line names, as the page itself says it, where the two do not differ."""
    if found.title is None:
        return of_page
    if any(a and b and a != b for a, b in ((found.agency, of_page.agency), (found.year, of_page.year))):
        return found
    return evolve(found, agency=found.agency or of_page.agency, year=found.year or of_page.year)


def _of_page(properties: Properties) -> Head:
    """The title that a page says of itself, where no line is one."""
    titles = filter(None, map(title_of, _PIECES.split(properties.title)))
    title = next(titles, None)
    return Head(title.agency, title.year, title.text) if title else Head()


def _period(lines: Sequence[Block], notes: Notes) -> int | None:
    """The year whose first and last day the preamble names, where the title names none."""
    for block in lines:
        for found, years in periods(block.text) if not isinstance(block, Grid) else ():
            year, *others = years
            if not others and year >= FIRST_YEAR:
                notes.add(YEAR_OF_PERIOD, block.place, text=found[0], year=year)
                return year
    return None


def settle(head: Head, agency: str | None, year: int | None, notes: Notes) -> Head:
    """What the caller knows wins; a difference, and what nobody knows, is a finding."""
    agency = head.agency if agency is None else agency
    year = head.year if year is None else year
    if agency is None:
        notes.add(NO_AGENCY)
    elif head.agency not in {None, agency}:
        notes.add(DIFFERENT_AGENCY, found=head.agency, given=agency)
    if year is None:
        notes.add(NO_YEAR)
    elif head.year not in {None, year}:
        notes.add(DIFFERENT_YEAR, found=head.year, given=year)
    return evolve(head, agency=agency, year=year)


def _line(name: str, kept: Mapping[str, str], notes: Notes) -> str | None:
    text = tidy(kept.get(name, "")) or None
    if text is not None and problem_of(text, lines=False):
        notes.add(BAD_DETAIL, name=name, text=ascii(text))
        return None
    return text


def _year(kept: Mapping[str, str], notes: Notes) -> int | None:
    text = kept.get("year", "")
    if _YEAR.fullmatch(text) and int(text) >= FIRST_YEAR:
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
