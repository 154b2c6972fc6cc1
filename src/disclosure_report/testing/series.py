"""Reports of one agency whose figures fit from year to year."""

from collections.abc import Iterator, Mapping
from typing import Any

from hypothesis import strategies as st

from disclosure_report.blocks import Value
from disclosure_report.errors import InvalidValueError
from disclosure_report.model.registry import FIRST_YEAR, form_in_force
from disclosure_report.model.report import LAST_YEAR, Report
from disclosure_report.relations.years import going_on
from disclosure_report.testing.bounds import at_least, count_bound
from disclosure_report.testing.strategies import made_consistent, reports


_FIRST = min(FIRST_YEAR)
_MOST_YEARS = 4  # unless more are asked for


def yearly_series(
    *,
    first_year: int = _FIRST,
    min_years: int = 2,
    max_years: int | None = None,
    max_count: int = 999,
) -> st.SearchStrategy[tuple[Report, ...]]:
    """Consecutive years of one agency, each in the form of its year, earliest first.

    What a year carries forward is what the next brings forward, in every column; rules in force are those of
    last year with those issued and without those repealed; items of last year (form of 2019) are those of
    the year before with their change. No report has blanks.

    Raises:
        InvalidValueError: a bound that no series can have.
    """
    at_least("first_year", first_year, _FIRST)
    at_least("min_years", min_years, 1)
    max_years = max(min_years, _MOST_YEARS) if max_years is None else max_years
    at_least("max_years", max_years, min_years)
    count_bound(max_count, 1)
    if first_year + max_years - 1 > LAST_YEAR:
        raise InvalidValueError("max_years", f"a series ends in {LAST_YEAR} at the latest")
    return _series(first_year, min_years, max_years, max_count)


@st.composite
def _series(
    draw: st.DrawFn, first_year: int, min_years: int, max_years: int, max_count: int
) -> tuple[Report, ...]:
    agency = draw(st.sampled_from(("青溪镇", "悦来镇", "青溪县统计局")))
    found: list[Report] = []
    for number in range(draw(st.integers(min_years, max_years))):
        year = first_year + number
        report = draw(reports(form=form_in_force(year), max_count=max_count, max_blocks=1))
        agency_id = found[0].agency_id if found else report.agency_id
        report = report.replace(agency=agency, agency_id=agency_id, year=year, title=None)
        found.append(fitted(report, found[-1] if found else None))
    return tuple(found)


def fitted(report: Report, previous: Report | None) -> Report:
    """The report with the cells that go on from last year's set to what last year's says."""
    cells: dict[str, Value] = {} if previous is None else dict(_gone_on(report, previous))
    cells |= _no_less_than_nothing({**report.cells(), **cells})
    parts: dict[str, Any] = {}
    for compiled, instance in report.tables():
        values = list(compiled.values(instance))
        for path in cells.keys() & compiled.index.keys():
            values[compiled.index[path]] = cells[path]
        parts[compiled.part] = compiled.build(made_consistent(compiled, values))
    return report.replace(**parts)


def _gone_on(report: Report, previous: Report) -> Iterator[tuple[str, int]]:
    """What last year's cells come to, where both years have them; no more is taken than there is."""
    before, now = previous.cells(), report.cells()
    for compiled, _ in report.tables():
        for cell in going_on(compiled):
            if all(path in before for path in cell.last):
                have = sum(
                    int(value or 0) for value in (*map(before.get, cell.last), *map(now.get, cell.plus))
                )
                for path in cell.minus:
                    less = min(int(now[path] or 0), have)
                    have -= less
                    yield path, less
                yield cell.path, have


def _no_less_than_nothing(cells: Mapping[str, Value]) -> dict[str, Value]:
    """Changes of items that leave none over: no more go than there were."""
    paths = [path for path in cells if path.endswith(".items_change")]
    had = {path: int(cells[path.replace("_change", "_previous_year")] or 0) for path in paths}
    return {path: max(int(cells[path] or 0), -had[path]) for path in paths}
