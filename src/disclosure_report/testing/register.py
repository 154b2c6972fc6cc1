"""What Hypothesis calls by its entry point: the library's types get strategies."""

from hypothesis import strategies as st

from disclosure_report.model.prose import Prose
from disclosure_report.model.registry import TABLES
from disclosure_report.model.report import Report
from disclosure_report.model.tree import table
from disclosure_report.testing.strategies import cells, prose, reports


def register() -> None:
    """`hypothesis.strategies.from_type` knows Report, Prose and the tables of each form."""
    st.register_type_strategy(Report, reports())
    st.register_type_strategy(Prose, prose())
    for form in TABLES.values():
        for part, cls in form.items():
            compiled = table(part, cls)
            st.register_type_strategy(cls, cells(compiled).map(compiled.build))
