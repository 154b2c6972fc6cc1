"""What Hypothesis calls by its entry point: the library's types get strategies."""

from functools import partial
from typing import Any

from hypothesis import strategies as st

from disclosure_report.model.prose import Prose
from disclosure_report.model.registry import TABLES
from disclosure_report.model.report import Report
from disclosure_report.model.tree import table
from disclosure_report.testing.strategies import cells, prose, reports


def register() -> None:
    """`hypothesis.strategies.from_type` knows Report, Prose and the tables of each form.

    Nothing is built before a test asks for it.
    """
    st.register_type_strategy(Report, _report)
    st.register_type_strategy(Prose, _prose)
    for form in TABLES.values():
        for part, cls in form.items():
            st.register_type_strategy(cls, partial(_table, part))


def _report(_: type) -> st.SearchStrategy[Report]:
    return reports()


def _prose(_: type) -> st.SearchStrategy[Prose]:
    return prose()


def _table(part: str, cls: type) -> st.SearchStrategy[Any]:
    compiled = table(part, cls)
    return cells(compiled).map(compiled.build)
