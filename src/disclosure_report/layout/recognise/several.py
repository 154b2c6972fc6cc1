"""Two reports in one file: an error, for their numbers must never be mixed into one."""

from collections.abc import Collection, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain, islice
from typing import TypeAlias

from disclosure_report.blocks import Grid, Place
from disclosure_report.errors import SeveralReportsError
from disclosure_report.layout.recognise.headings import EXACT
from disclosure_report.layout.recognise.parts import Outline
from disclosure_report.layout.recognise.stands import ENOUGH, Stand
from disclosure_report.layout.recognise.titles import MOST_LINES, Title, title_of
from disclosure_report.model.parts import PARTS, Part


Head: TypeAlias = tuple[str | None, int | None]  # the organ and the year that a title names


def refuse_two(places: Sequence[Stand], name: str) -> None:
    """Refuse a document in which a table, or more than one part, stands in two places.

    Raises:
        SeveralReportsError: names the parts.
    """
    by_part: dict[Part, list[Stand]] = {}
    for place in places:
        if place.likeness == EXACT:
            by_part.setdefault(place.part, []).append(place)
    twice = {part: full for part, each in by_part.items() if len(full := _different(*each)) > 1}
    for part, full in twice.items():
        tables = sum(place.weight >= ENOUGH for place in full)
        if part.is_table and tables > 1:
            raise SeveralReportsError(name, f"the part {part.name} stands in it {tables} times")
    # Numbers may start again inside part one, but then part one itself does not come again.
    first, *_ = PARTS
    if len(twice) > 1 and first in twice:
        parts = "、".join(part.name for part in twice)
        raise SeveralReportsError(name, f"the parts {parts} stand in it more than once")


def _different(first: Stand, *others: Stand) -> Collection[Stand]:
    """The places with something in them; of copies, as for a desktop and a telephone, one."""
    if not others:
        return [first]
    return {place.words: place for place in (first, *others) if place.weight}.values()


def refuse_other_titles(
    outline: Outline,
    head: Head,
    linked: AbstractSet[Place],
    name: str,
    *,
    is_book: bool,
) -> None:
    """Two reports must never be mixed into one; below the last part a page may name others, a book does not.

    Raises:
        SeveralReportsError: another report's title stands between the parts.
    """
    if outline.is_marked:
        return
    sections = list(outline.sections.values())
    between = chain.from_iterable([*sections, outline.others] if is_book else sections[:-1])
    lines = (each for each in between if not isinstance(each, Grid) and each.place not in linked)
    found = [title_of(line.text) for line in islice(lines, MOST_LINES) if line.text.strip()]
    for before, title, behind in zip([None, *found], found, [*found[1:], None], strict=False):
        # Titles in a row are a list of other reports.
        if title and not before and not behind and _is_other(title, head):
            raise SeveralReportsError(name, "titles of different reports stand between its parts")


def _is_other(title: Title, head: Head) -> bool:
    """Whether a title names another year or another organ than the head of the document."""
    agency, year = head
    if title.year and year and title.year != year:
        return True
    if not title.agency or not agency:
        return False
    one, other = (each.removesuffix("人民政府") for each in (title.agency, agency))
    return not one.endswith(other) and not other.endswith(one)
