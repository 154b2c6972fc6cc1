"""Reports with errors that are known."""

from hypothesis import strategies as st

from disclosure_report.model.forms import Form
from disclosure_report.model.report import Report
from disclosure_report.relations.compile import Relation
from disclosure_report.relations.evaluate import evaluate
from disclosure_report.testing.bounds import MAX_COUNT, at_least, count_bound, known_form
from disclosure_report.testing.strategies import reports


def broken_reports(
    *, form: Form | None = None, max_errors: int = 1, max_count: int = MAX_COUNT
) -> st.SearchStrategy[tuple[Report, tuple[Relation, ...]]]:
    """Reports without blanks in which some relations are broken, each with the relations that are.

    At most *max_errors* counts of a consistent report were changed. They shrink to one wrong 1 among zeros.

    >>> from disclosure_report import check
    >>> from hypothesis import given
    >>> @given(broken_reports(max_count=9))
    ... def test_each_broken_relation_is_found(broken):
    ...     report, relations = broken
    ...     found = check(report, select=["P"])
    ...     assert [finding.code for finding in found] == [each.code for each in relations]
    >>> test_each_broken_relation_is_found()

    Raises:
        InvalidValueError: a bound that no report can have.
    """
    known_form(form)
    at_least("max_errors", max_errors, 1)
    count_bound(max_count, 1)
    return _broken(form, max_errors, max_count)


@st.composite
def _broken(
    draw: st.DrawFn, form: Form | None, max_errors: int, max_count: int
) -> tuple[Report, tuple[Relation, ...]]:
    report = draw(reports(form=form, max_count=max_count))
    bound = list(dict.fromkeys(path for each in evaluate(report) for path in each.relation.paths))
    wrong: dict[str, int] = {}
    for path in draw(st.lists(st.sampled_from(bound), min_size=1, max_size=max_errors, unique=True)):
        before = int(report[path] or 0)
        wrong[path] = draw(st.integers(0, max_count + 1).filter(lambda value: value != before))  # noqa: B023
    changed = report.replace(dict(wrong))
    relations = tuple(each.relation for each in evaluate(changed) if each.status == "violated")
    return (changed, relations) if relations else draw(st.nothing())
