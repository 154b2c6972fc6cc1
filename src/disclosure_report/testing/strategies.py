"""Strategies: prose, cells, and reports that hold together or need not."""

from typing import Any

from hypothesis import strategies as st

from disclosure_report.blocks import Heading, Paragraph, Value
from disclosure_report.model.forms import Form
from disclosure_report.model.parts import PROSE_PARTS
from disclosure_report.model.prose import LEVELS, Prose
from disclosure_report.model.registry import FIRST_YEAR, TABLES
from disclosure_report.model.report import Report
from disclosure_report.model.tree import Table, table
from disclosure_report.relations.compile import equations
from disclosure_report.relations.complete import ZERO, spread
from disclosure_report.testing.bounds import MAX_COUNT, at_least, count_bound, known_form, sizes, values_up_to


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


def prose(*, max_blocks: int = 6) -> st.SearchStrategy[Prose]:
    """Headings and paragraphs, at most *max_blocks*, with text that is hard for files.

    Raises:
        InvalidValueError: a bound that is negative.
    """
    at_least("max_blocks", max_blocks, 0)
    headings = st.builds(Heading, st.sampled_from(LEVELS), _TEXT)
    blocks = st.one_of(st.builds(Paragraph, _TEXT), headings)
    return st.lists(blocks, max_size=max_blocks).map(Prose)


@st.composite
def cells(
    draw: st.DrawFn,
    compiled: Table,
    *,
    consistent: bool = True,
    blanks: bool = False,
    max_count: int = MAX_COUNT,
) -> list[Value]:
    """The values of one table; consistent ones satisfy every relation, as far as they are not blank.

    No cell is over *max_count* but totals, which are what their addends give, and what the balance of part
    three gives: what is newly received and what is carried forward.
    """
    by_kind = values_up_to(draw(sizes(max_count)))
    values: list[Value] = [ZERO[said.kind] for said in compiled.fields]
    for line in compiled.lines:
        if draw(st.booleans()):  # a row of zeros is one choice, so reports shrink fast
            for slot in line.slots:
                values[slot] = draw(by_kind[compiled.fields[slot].kind])
    if consistent:
        values = made_consistent(compiled, values)
    if blanks:
        hidden = draw(_few_or_many(len(values)))
        values = [None if slot in hidden else value for slot, value in enumerate(values)]
    return values


def _few_or_many(count: int) -> st.SearchStrategy[frozenset[int]]:
    """The slots of blanks: a few, as in a form that somebody filled in, or about half."""
    few = st.frozensets(st.integers(0, count - 1), max_size=4)
    half = st.lists(st.booleans(), min_size=count, max_size=count)
    return st.one_of(few, half.map(lambda each: frozenset(n for n, hidden in enumerate(each) if hidden)))


def made_consistent(compiled: Table, values: list[Value]) -> list[Value]:
    """Totals from their addends; then what is new, or carried forward, so that every balance holds."""
    found: list[Value] = [
        None if said.is_total else value for said, value in zip(compiled.fields, values, strict=True)
    ]
    spread(equations(compiled), found, compiled)
    balance = compiled.facts.balance
    if balance is not None:
        left = [compiled.line(path).slots for path in balance.left]
        right = [compiled.line(path).slots for path in balance.right]
        for column in range(len(left[0])):
            new, brought = (slots[column] for slots in left)
            done, carried = (slots[column] for slots in right)
            missing = int(found[brought] or 0) - int(found[done] or 0) - int(found[carried] or 0)
            found[new] = max(-missing, 0)
            found[carried] = int(found[carried] or 0) + max(missing, 0)
        for line in compiled.lines:
            found[line.slots[-1]] = None
        spread(equations(compiled), found, compiled)
    return found


def reports(
    *,
    form: Form | None = None,
    consistent: bool = True,
    blanks: bool = False,
    max_count: int = MAX_COUNT,
    max_blocks: int = 6,
) -> st.SearchStrategy[Report]:
    """Whole reports: three tables of one form (any where none is given), prose and details.

    *consistent* reports satisfy every relation of the form, as far as its cells are not blank; *blanks* lets
    any cell be blank. Counts go from a village's zeros to a city's eight digits, but not over *max_count*
    (totals, and what is newly received and carried forward, are what the others give); each prose has at
    most *max_blocks* blocks. They shrink to zeros without prose.

    >>> from disclosure_report import evaluate
    >>> from hypothesis import given
    >>> @given(reports(form=Form.Y2021, max_count=9, max_blocks=0))
    ... def test_a_consistent_report_breaks_nothing(report):
    ...     assert {each.status for each in evaluate(report)} == {"satisfied"}
    >>> test_a_consistent_report_breaks_nothing()

    Raises:
        InvalidValueError: a bound that no report can have.
    """
    count_bound(max_count)
    at_least("max_blocks", max_blocks, 0)
    known_form(form)
    forms = [form] if form else sorted(Form, key=lambda each: -each.value)
    tables = {
        each: {
            part: cells(table(part, cls), consistent=consistent, blanks=blanks, max_count=max_count)
            for part, cls in TABLES[each].items()
        }
        for each in forms
    }
    return st.sampled_from(forms).flatmap(
        lambda each: _reports(each, tables[each], prose(max_blocks=max_blocks))
    )


@st.composite
def _reports(
    draw: st.DrawFn,
    form: Form,
    values: dict[str, st.SearchStrategy[list[Value]]],
    words: st.SearchStrategy[Prose],
) -> Report:
    parts: dict[str, Any] = {
        part: table(part, cls).build(draw(values[part])) for part, cls in TABLES[form].items()
    }
    parts |= {part: draw(words) for part in PROSE_PARTS}
    maybe = st.one_of(st.none(), _LINE)
    return Report(
        agency=draw(maybe),
        year=draw(st.one_of(st.none(), st.integers(min(FIRST_YEAR), 2100))),
        title=draw(maybe),
        publication_date=draw(st.one_of(st.none(), st.dates())),
        document_number=draw(maybe),
        index_number=draw(maybe),
        source_address=draw(maybe),
        agency_id=draw(maybe),
        **parts,
    )
