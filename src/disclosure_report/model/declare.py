"""The words in which a form is declared.

Each node of a form is a class; each field says, once, what the notice prescribes. Every helper gives a
default (blank), so that a type checker reads ``x: ByApplicant = row("…")`` as sound; no helper shares its
name with a field. The declarations are kept in attrs' own field metadata.
"""

from functools import cache
from typing import Any, TypeVar, cast, dataclass_transform

import attrs
from attrs import Attribute, frozen

from disclosure_report.blocks import Kind
from disclosure_report.errors import InvalidValueError
from disclosure_report.model.text import refusing
from disclosure_report.model.values import PROBLEM, plain


T = TypeVar("T")
_KEY = "disclosure_report"


@frozen
class Section:
    """A band of table two: the item of Article 20 under which its rows stand."""

    label: str
    basis: str


@frozen
class Sums:
    """That a field is the total of what stands above it: the code of the relation and its sentence."""

    code: str
    sentence: str


@frozen
class Balance:
    """A relation between rows that the form prints as a sentence: *left* and *right* name the rows."""

    code: str
    sentence: str
    left: tuple[str, ...]
    right: tuple[str, ...]


@frozen
class GoesOn:
    """That a cell goes on from last year: *last* in last year's row, *plus* and *minus* in this year's.

    *code* is that of the finding where it does not.
    """

    code: str
    last: tuple[str, ...]
    plus: tuple[str, ...] = ()
    minus: tuple[str, ...] = ()


@frozen
class Declaration:
    """What the notice prescribes of one field.

    *carried_from* names the row of last year's table that this one repeats; *goes_on* says how a cell goes on
    from last year's, which is then worth seeing while it is filled in.
    """

    label: str
    also: tuple[str, ...] = ()
    basis: str | None = None
    kind: Kind | None = None
    unit: str | None = None
    under: str | None = None
    section: Section | None = None
    sums: Sums | None = None
    carried_from: str | None = None
    goes_on: GoesOn | None = None


@frozen
class Facts:
    """What the notice prescribes of a whole table: its short title, heads that belong to no row, its balance.

    *across* says that all values stand in one row, with the blocks beside each other.
    """

    title: str
    row_head: str = ""
    band: str = ""
    balance: Balance | None = None
    across: bool = False


@dataclass_transform(frozen_default=True, kw_only_default=True)
def declared(cls: type[T]) -> type[T]:
    """Make a frozen value of a class of declarations: keyword-only, slotted, blank by default."""
    return frozen(cls, kw_only=True, field_transformer=_blank_by_default)


def _blank_by_default(_: type, fields: list["Attribute[Any]"]) -> list["Attribute[Any]"]:
    return [f if f.validator else f.evolve(default=f.type and f.type(), validator=_is_node) for f in fields]


def _is_node(_: Any, attribute: "Attribute[Any]", value: Any) -> None:
    if type(value) is not attribute.type:
        raise InvalidValueError(attribute.name, f"takes {attribute.type}, not {type(value).__name__}")


def row(  # noqa: PLR0913  one word for each thing that a notice says of a row
    label: str, *, also: tuple[str, ...] = (), basis: str | None = None, section: Section | None = None,
    under: str | None = None, carried_from: str | None = None,
) -> Any:  # fmt: skip
    """A row of cells; *also* are wordings that are read as this label, *under* a head printed above it."""
    basis = section.basis if section else basis
    return _node(Declaration(label, also, basis, section=section, under=under, carried_from=carried_from))


def rows(label: str, *, also: tuple[str, ...] = (), basis: str | None = None) -> Any:
    """A group of rows."""
    return _node(Declaration(label, also, basis))


def total_row(label: str, *, code: str, sentence: str, also: tuple[str, ...] = ()) -> Any:
    """The row that is the total of all rows above it in its group."""
    return _node(Declaration(label, also, sums=Sums(code, sentence)))


def count(
    label: str,
    unit: str = "件",
    *,
    also: tuple[str, ...] = (),
    under: str | None = None,
    goes_on: GoesOn | None = None,
) -> Any:
    """A column of whole numbers that are not negative; *under* is a head printed above several columns."""
    return _leaf(Declaration(label, also, kind="count", unit=unit, under=under, goes_on=goes_on))


def total_count(label: str, *, code: str, sentence: str) -> Any:
    """The column that is the total of all columns before it."""
    return _leaf(Declaration(label, kind="count", unit="件", sums=Sums(code, sentence)))


def change(label: str, unit: str, *, also: tuple[str, ...] = ()) -> Any:
    """A column of signed whole numbers."""
    return _leaf(Declaration(label, also, kind="signed", unit=unit))


def money(label: str, unit: str, *, also: tuple[str, ...] = ()) -> Any:
    """A column of exact decimal amounts."""
    return _leaf(Declaration(label, also, kind="amount", unit=unit))


def _node(declaration: Declaration) -> Any:
    return attrs.field(metadata={_KEY: declaration})


def _leaf(declaration: Declaration) -> Any:
    kind = cast("Kind", declaration.kind)
    convert = plain if kind == "amount" else None
    return attrs.field(
        default=None, converter=convert, validator=refusing(PROBLEM[kind]), metadata={_KEY: declaration}
    )


@cache
def declarations(cls: type) -> tuple[tuple[str, type, Declaration], ...]:
    """Name, type and declaration of each field of a declared class, in the order of the form."""
    return tuple((f.name, cast("type", f.type), f.metadata[_KEY]) for f in attrs.fields(cls))
