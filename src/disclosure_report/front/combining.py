"""The front door for several reports at once: their sum, and a parent's report against it."""

from collections.abc import Iterable, Iterator, Mapping

from disclosure_report.across import aggregate as sums
from disclosure_report.across import levels
from disclosure_report.across import reconcile as parents_and_children
from disclosure_report.across.aggregate import Aggregate
from disclosure_report.across.reconcile import Reconciliation, nowhere
from disclosure_report.errors import InvalidValueError
from disclosure_report.layout.recognise.reading import Reading
from disclosure_report.model.report import Report


def aggregate(
    reports: Iterable[Report | Reading],
    *,
    agency: str | None = None,
    year: int | None = None,
    keep_parts: bool = True,
) -> Aggregate:
    """Add up reports cell by cell (汇总).

    *reports* may be an iterator over thousands: none of them is held. *agency* and *year* are those of the
    sum; the year is that of all reports unless it is given. Totals are added as they are printed and never
    computed; amounts are exact.

    A cell of the sum has a number where every report gave one, else it is blank: a sum that lacks some of its
    parts would break relations that all parts satisfy. `totals` has each cell with the sum of what is known
    and the number of blanks. Where tables are of different forms, the sum has the newest, with what both
    have. Nothing is left out on its own account: a report that is there twice, or of another year, is in the
    sum, and a finding says so (A101 to A105).

    `parts` names what each report gave to a cell. For that its numbers are kept in little room; without
    *keep_parts* only its name is. Of readings, give those that are a report (`is_report`): another page is
    blank everywhere, and so would be the sum.

    >>> path = "disputes.reconsideration.total"
    >>> reports = [Report.blank(name, 2025).replace({path: number})
    ...            for name, number in (("青溪镇", 3), ("悦来镇", 4))]
    >>> found = aggregate(reports, agency="云岭县")
    >>> found.report.year, found.report[path]
    (2025, 7)
    >>> [tuple(part) for part in found.parts(path)]
    [('青溪镇', 2025, 3), ('悦来镇', 2025, 4)]
    >>> found.totals["disputes.reconsideration.upheld"]
    Total(known=None, reports=0, blanks=2, absent=0)

    Raises:
        InvalidValueError: there is no report, something that is none, or a year that no report can have.
    """
    return sums.aggregate(_reports(reports), agency=agency, year=year, keep_parts=keep_parts)


def reconcile(
    parent: Report | Reading,
    children: Iterable[Report | Reading],
    *,
    previous: Iterable[Report | Reading] = (),
) -> Reconciliation:
    """Compare a parent's own report with the sum of its children's, and say which child explains it.

    A cell is compared where the parent and every child have a number. A difference is explained by a child
    that is absent from the parent's report, counted twice in it, or counted with a report of another year
    (those come in *previous* and are told by the name of the agency), or that sent two reports.
    Single children are tried first, then pairs of them. An explanation makes every cell equal at once,
    exactly; where none does, none is given. It is arithmetic, no proof: children with equal numbers explain
    equally well.

    A report that seems to cover its own office (本机关) alone gets a finding with the evidence instead of one
    for each cell: it is that of one child, or far smaller than the sum everywhere, or has room for no child.

    >>> path = "disputes.reconsideration.total"
    >>> children = [Report.blank(name, 2025).replace({path: number})
    ...             for name, number in (("青溪镇", 3), ("悦来镇", 4))]
    >>> found = reconcile(Report.blank("云岭县", 2025).replace({path: 4}), children)
    >>> found.differences
    (Difference(path='disputes.reconsideration.total', parent=4, total=7, difference=-3),)
    >>> [(cause.child, cause.kind) for each in found.explanations for cause in each.causes]
    [('青溪镇', 'absent')]

    Raises:
        InvalidValueError: there is no child, or something that is no report.
    """
    place_of = parent.place_of if isinstance(parent, Reading) else nowhere
    return parents_and_children.reconcile(
        _report(parent), _reports(children), _reports(previous), place_of=place_of
    )


def reconcile_levels(
    reports: Mapping[str, Report | Reading],
    parents: Mapping[str, str | None],
    *,
    previous: Mapping[str, Report | Reading] | None = None,
) -> dict[str, Reconciliation]:
    """Reconcile each parent of a tree with its own children, the highest first.

    *parents* names the parent of each organ, None or an empty text at the top; *reports* and *previous* are
    by the same names, which the findings use. A parent without a report is left out, and one none of whose
    children has a report; a child without a report is a finding of its parent (A209).

    >>> path = "disputes.reconsideration.total"
    >>> reports = {name: Report.blank(name, 2025).replace({path: number})
    ...            for name, number in (("云岭市", 7), ("云岭县", 8), ("青溪镇", 3), ("悦来镇", 4))}
    >>> parents = {"云岭市": None, "云岭县": "云岭市", "青溪镇": "云岭县", "悦来镇": "云岭县"}
    >>> {name: len(found.differences) for name, found in reconcile_levels(reports, parents).items()}
    {'云岭市': 1, '云岭县': 1}

    Raises:
        InvalidValueError: an organ stands under itself, or something is no report.
    """
    return levels.reconcile_levels(_by_name(reports), parents, _by_name(previous or {}))


def _report(given: Report | Reading) -> Report:
    """The report of a reading; what is neither is refused where it is used."""
    return given.report if isinstance(given, Reading) else given


def _reports(given: Iterable[Report | Reading]) -> Iterator[Report]:
    if isinstance(given, Report | Reading):
        raise InvalidValueError("reports", "takes several reports, not one by itself")
    return map(_report, given)


def _by_name(given: Mapping[str, Report | Reading]) -> dict[str, Report]:
    return {name: _report(each) for name, each in given.items()}
