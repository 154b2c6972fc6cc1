"""Strategies: prose, cells, and reports that hold together or need not."""

from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from disclosure_report.blocks import Heading, Kind, Paragraph, Value
from disclosure_report.model.forms import Form
from disclosure_report.model.prose import LEVELS, Prose
from disclosure_report.model.registry import FIRST_YEAR, TABLES
from disclosure_report.model.report import Report
from disclosure_report.model.tree import Table, table
from disclosure_report.relations.compile import equations
from disclosure_report.relations.complete import spread


# A village's zeros and a city's eight digits.
COUNTS = st.one_of(st.just(0), st.integers(0, 9), st.integers(0, 99_999_999))
_HARD = "<&>\"'=+-@\t\n　，。“”—…（）１２①é́😀אبـ𠮷_x000D_"
_TEXT = st.text(
    st.one_of(
        st.sampled_from(_HARD),
        st.sampled_from("年度政府信息公开工作报告一二三四五六、0123456789件"),
        st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co")),
    ),
    min_size=1,
    max_size=60,
).filter(lambda text: bool(text.strip()))
_LINE = _TEXT.map(lambda text: " ".join(text.split())).filter(bool)
_AMOUNTS = st.decimals(0, 10**8, places=6).map(lambda amount: amount.normalize() + Decimal(0))
_BY_KIND: dict[Kind, st.SearchStrategy[Value]] = {
    "count": COUNTS,
    "signed": st.integers(-99_999, 99_999),
    "amount": _AMOUNTS,
}


def prose() -> st.SearchStrategy[Prose]:
    """Headings and paragraphs, with text that is hard for files."""
    headings = st.builds(Heading, st.sampled_from(LEVELS), _TEXT)
    return st.builds(Prose, st.lists(st.one_of(headings, st.builds(Paragraph, _TEXT)), max_size=6))


@st.composite
def cells(draw: st.DrawFn, compiled: Table, *, consistent: bool = True, blanks: bool = False) -> list[Value]:
    """The values of one table; consistent ones satisfy every relation, as far as they are not blank."""
    values = [draw(_BY_KIND[said.kind]) for said in compiled.fields]
    if consistent:
        values = made_consistent(compiled, values)
    if blanks:
        blank = draw(st.lists(st.booleans(), min_size=len(values), max_size=len(values)))
        values = [None if hidden else value for hidden, value in zip(blank, values, strict=True)]
    return values


def made_consistent(compiled: Table, values: list[Value]) -> list[Value]:
    """Totals from their addends; then what comes in is set so that the balance of each column holds."""
    found: list[Value] = [
        None if said.is_total else value for said, value in zip(compiled.fields, values, strict=True)
    ]
    spread(equations(compiled), found, compiled)
    balance = compiled.facts.balance
    if balance is not None:
        left = [compiled.line(path).slots for path in balance.left]
        right = [compiled.line(path).slots for path in balance.right]
        for column in range(len(left[0])):
            processed = sum(int(found[slots[column]] or 0) for slots in right)
            carried = min(int(found[left[1][column]] or 0), processed)
            found[left[1][column]], found[left[0][column]] = carried, processed - carried
        for line in compiled.lines:
            found[line.slots[-1]] = None
        spread(equations(compiled), found, compiled)
    return found


@st.composite
def reports(
    draw: st.DrawFn, *, form: Form | None = None, consistent: bool = True, blanks: bool = False
) -> Report:
    """Whole reports of one form (any where none is given): tables, prose and details."""
    of = form or draw(st.sampled_from(Form))
    tables: dict[str, Any] = {}
    for part, cls in TABLES[of].items():
        compiled = table(part, cls)
        tables[part] = compiled.build(draw(cells(compiled, consistent=consistent, blanks=blanks)))
    maybe = st.one_of(st.none(), _LINE)
    return Report(
        agency=draw(maybe),
        year=draw(st.one_of(st.none(), st.integers(min(FIRST_YEAR), 2100))),
        title=draw(maybe),
        preamble=draw(prose()),
        overview=draw(prose()),
        problems_and_improvements=draw(prose()),
        other_matters=draw(prose()),
        publication_date=draw(st.one_of(st.none(), st.dates())),
        document_number=draw(maybe),
        index_number=draw(maybe),
        source_address=draw(maybe),
        agency_id=draw(maybe),
        **tables,
    )
