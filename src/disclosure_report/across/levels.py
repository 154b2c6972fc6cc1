"""Reconciling every level of a tree of organs."""

from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve

from disclosure_report.across.reconcile import Reconciliation, reconcile
from disclosure_report.across.rules import CHILD_MISSING, listed
from disclosure_report.errors import InvalidValueError
from disclosure_report.model.findings import Finding
from disclosure_report.model.report import Report


def reconcile_levels(
    reports: Mapping[str, Report],
    parents: Mapping[str, str | None],
    previous: Mapping[str, Report] | None = None,
) -> dict[str, Reconciliation]:
    """Reconcile each parent with its children; `disclosure_report.reconcile_levels` says how.

    Raises:
        InvalidValueError: an organ stands under itself, or something is no report.
    """
    named = {name: _named(name, report) for name, report in reports.items()}
    earlier = [_named(name, report) for name, report in (previous or {}).items()]
    children: dict[str, list[str]] = {}
    for name, parent in parents.items():
        if parent:
            children.setdefault(parent, []).append(name)
    return {
        name: _with_missing(reconcile(named[name], [named[child] for child in there], earlier), missing)
        for name in _downwards(children, parents)
        for there in [[child for child in children[name] if child in named]]
        for missing in [[child for child in children[name] if child not in named]]
        if name in named and there
    }


def _named(name: str, report: Report) -> Report:
    """The report under the name of the tree: pages write names of their own, or none."""
    if not isinstance(report, Report):
        raise InvalidValueError(f"reports[{name}]", f"takes a report, not {type(report).__name__}")
    return report.replace(agency=name)


def _downwards(children: Mapping[str, list[str]], parents: Mapping[str, str | None]) -> Iterator[str]:
    """The parents, each after its own; what never comes up stands in a circle."""
    level = [name for name in children if not parents.get(name)]
    met = 0
    while level:
        met += len(level)
        yield from level
        level = [child for name in level for child in children[name] if child in children]
    if met < len(children):
        circle = next(name for name in children if parents.get(name) and _goes_round(name, parents))
        raise InvalidValueError("parents", f"{circle} stands under itself")


def _goes_round(name: str, parents: Mapping[str, str | None]) -> bool:
    met: set[str] = set()
    at: str | None = name
    while at and at not in met:
        met.add(at)
        at = parents.get(at)
    return at == name


def _with_missing(found: Reconciliation, missing: list[str]) -> Reconciliation:
    return evolve(found, findings=(lacking(missing), *found.findings)) if missing else found


def lacking(missing: Sequence[str]) -> Finding:
    """That children have no report."""
    details = (("count", len(missing)), ("names", listed([*missing])))
    return Finding(CHILD_MISSING, ("agency",), details=details)
