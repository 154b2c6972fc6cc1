"""A parent's own report against the sum of its children's."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import localcontext
from typing import Literal, NamedTuple, TypeAlias

from attrs import field, frozen

from disclosure_report.across.adding import EXACT
from disclosure_report.across.aggregate import Aggregate, aggregate
from disclosure_report.across.causes import (
    Books,
    Cause,
    CauseKind,
    Child,
    Explanation,
    explanations,
)
from disclosure_report.across.notes import doubled
from disclosure_report.across.rules import (
    CELL_DIFFERS,
    CHILD_ABSENT,
    CHILD_OF_OTHER_YEAR,
    CHILD_SENT_TWICE,
    CHILD_TWICE,
    TWO_CAUSES,
    UNKNOWN,
)
from disclosure_report.across.scope import Scope
from disclosure_report.blocks import Place, Value
from disclosure_report.errors import InvalidValueError
from disclosure_report.model.findings import Detail, Finding, Rule
from disclosure_report.model.report import Report
from disclosure_report.model.tree import Field


Covers: TypeAlias = Literal["area", "own office"]
PlaceOf: TypeAlias = Callable[[str], Place | None]


class Difference(NamedTuple):
    """A cell in which the parent's report is not the sum; *difference* is the parent's minus the total."""

    path: str
    parent: Value
    total: Value
    difference: Value


@frozen
class Reconciliation:
    """A parent's report against the sum of its children's.

    *aggregate* is the sum. *differences* are in the order of the form. *explanations* are what explains all
    of them at once: each names one child, or, where no single one does, two; there are at most twenty.
    *not_compared* are the cells that are blank in the parent's report or in a child's, or that a form lacks.
    *covers* is ``"area"`` where the report is the sum or an explanation is found, ``"own office"`` where it
    seems to leave its children out, None where neither can be said.
    """

    aggregate: Aggregate = field(repr=False)
    differences: tuple[Difference, ...]
    explanations: tuple[Explanation, ...]
    not_compared: tuple[str, ...] = field(repr=False)
    covers: Covers | None
    findings: tuple[Finding, ...] = field(repr=False)


_SINGLE: dict[CauseKind, Rule] = {
    "absent": CHILD_ABSENT,
    "doubled": CHILD_TWICE,
    "other year": CHILD_OF_OTHER_YEAR,
    "sent twice": CHILD_SENT_TWICE,
}
_TERMS: dict[CauseKind, str] = {
    "absent": "− {name}",
    "doubled": "+ {name}",
    "other year": "− {name} + {name}（{year}）",
    "sent twice": "− {name}",
}


def nowhere(_: str) -> Place | None:
    """That no place of a cell is known."""
    return None


def reconcile(
    parent: Report, children: Iterable[Report], previous: Iterable[Report] = (), place_of: PlaceOf = nowhere
) -> Reconciliation:
    """Compare a parent with the sum of its children; `disclosure_report.reconcile` says how.

    Raises:
        InvalidValueError: there is no child, or something that is no report.
    """
    if not isinstance(parent, Report):
        raise InvalidValueError("parent", f"takes a report, not {type(parent).__name__}")
    total = aggregate(children, year=parent.year)
    cells = parent.cells()
    compared = {path: value for path, value in cells.items() if value is not None and _is_whole(total, path)}
    differences = tuple(_differences(compared, total))
    family = [*_family(total, previous)]
    found = explanations(Books.of(cells, total.totals, len(family)), family)
    office = [*_own_office(parent, compared, total, family, found)] if differences else []
    told = office or [*_apart(parent, differences, place_of)]
    findings = (*total.findings, *told, *_explained(found, differences))
    is_area = bool(compared) and (bool(found) or not differences)
    covers: Covers | None = "own office" if office else "area" if is_area else None
    left_out = tuple(path for path in cells if path not in compared)
    return Reconciliation(total, differences, found, left_out, covers, findings)


def _is_whole(total: Aggregate, path: str) -> bool:
    return path in total.totals and total.totals[path].is_whole


def _family(total: Aggregate, previous: Iterable[Report]) -> Iterator[Child]:
    """The children with what they reported in other years; a child without a name is not told from others."""
    earlier: dict[str, list[tuple[int | None, dict[str, Value]]]] = {}
    for number, report in enumerate(previous):
        if not isinstance(report, Report):
            raise InvalidValueError(f"previous[{number}]", f"takes a report, not {type(report).__name__}")
        if report.agency is not None:
            earlier.setdefault(report.agency, []).append((report.year, report.cells()))
    twice = doubled(total.sources)
    for each in total.kept or ():
        agency, year = each.source.agency, each.source.year
        others = [other for other in earlier.get(agency or "", ()) if other[0] is None or other[0] != year]
        yield Child(agency, year, each.cells(), others, (agency, year) in twice)


def _differences(compared: Mapping[str, Value], total: Aggregate) -> Iterator[Difference]:
    with localcontext(EXACT):
        for path, value in compared.items():
            known = total.totals[path].known
            if value is not None and known is not None and value != known:
                yield Difference(path, value, known, value - known)


def _apart(parent: Report, differences: Sequence[Difference], place_of: PlaceOf) -> Iterator[Finding]:
    said = _said(parent)
    for path, value, total, difference in differences:
        details = (
            ("label", " / ".join(said[path].labels)),
            ("found", str(value)),
            ("expected", str(total)),
            ("difference", str(difference)),
        )
        yield Finding(
            CELL_DIFFERS,
            (path,),
            place_of(path),
            expected=total,
            found=value,
            difference=difference,
            details=details,
        )


def _said(report: Report) -> dict[str, Field]:
    return {said.path: said for compiled, _ in report.tables() for said in compiled.fields}


def _own_office(
    parent: Report,
    compared: Mapping[str, Value],
    total: Aggregate,
    family: Sequence[Child],
    found: Sequence[Explanation],
) -> Iterator[Finding]:
    """One child that explains all is the better account; where two do, the report may still be one's."""
    scope = Scope(compared, total.totals, family, _said(parent))
    if not found:
        yield from scope.own_office()
    elif len(found[0].causes) > 1:
        yield from scope.equal_to_child()


def _explained(found: Sequence[Explanation], differences: Sequence[Difference]) -> Iterator[Finding]:
    paths = tuple(each.path for each in differences)
    for explanation in found:
        details: tuple[tuple[str, Detail], ...] = (("count", len(paths)),)
        if len(explanation.causes) > 1:
            terms = " ".join(map(_term, explanation.causes))
            yield Finding(TWO_CAUSES, paths, details=(*details, ("terms", terms)))
        else:
            [cause] = explanation.causes
            child = ("child", cause.child or UNKNOWN)
            year = ("year", cause.year or "□")
            yield Finding(_SINGLE[cause.kind], paths, details=(*details, child, year))


def _term(cause: Cause) -> str:
    """What a cause does to the sum, in signs that need no language."""
    name = cause.child or UNKNOWN
    return _TERMS[cause.kind].format(name=name, year=cause.year or "□")
