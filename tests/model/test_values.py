"""What a cell may hold."""

from decimal import Decimal
from typing import Any

import pytest

import disclosure_report as dr
from disclosure_report.errors import InvalidValueError
from disclosure_report.model.common import ByApplicant
from disclosure_report.model.form2019 import FeeItems
from disclosure_report.model.form2021 import Fees


COUNT = "applications.newly_received.total"
AMOUNT = "proactive_disclosure.administrative_fees.amount"


@pytest.mark.parametrize("value", [True, False, 1.0, "1", -1, 10**15, Decimal(1), [], object()])
def test_a_count_refuses(value: Any, blank: dr.Report) -> None:
    with pytest.raises(InvalidValueError) as by_path:
        blank.replace({COUNT: value})
    assert by_path.value.path == COUNT
    with pytest.raises(InvalidValueError) as by_field:
        ByApplicant(total=value)
    assert by_field.value.path == "total"


@pytest.mark.parametrize("value", [0, 1, 10**15 - 1, None])
def test_a_count_holds(value: int | None, blank: dr.Report) -> None:
    assert blank.replace({COUNT: value})[COUNT] == value


@pytest.mark.parametrize(
    "value",
    [
        1,
        1.5,
        "1.5",
        True,
        Decimal("NaN"),
        Decimal("sNaN"),
        Decimal("Infinity"),
        Decimal("1E+999999"),
        Decimal("1E-999999"),
        Decimal("1234567890123.456"),
    ],
)
def test_an_amount_refuses(value: Any, blank: dr.Report) -> None:
    with pytest.raises(InvalidValueError) as raised:
        blank.replace({AMOUNT: value})
    assert raised.value.path == AMOUNT
    with pytest.raises(InvalidValueError):
        Fees(amount=value)


@pytest.mark.parametrize("text", ["0", "24252.311082", "0.092", "59237.2449", "-1.5"])
def test_an_amount_is_exact(text: str, blank: dr.Report) -> None:
    assert str(blank.replace({AMOUNT: Decimal(text)})[AMOUNT]) == text


def test_a_change_may_be_negative() -> None:
    assert FeeItems(items_change=-18).items_change == -18
    with pytest.raises(InvalidValueError):
        FeeItems(items_change=True)


def test_an_error_is_also_a_value_error(blank: dr.Report) -> None:
    with pytest.raises(ValueError, match=COUNT):
        blank.replace({COUNT: -1})


def test_equal_amounts_are_written_alike(blank: dr.Report) -> None:
    spellings = ("1.50", "1.5", "15E-1")
    reports = [blank.replace({AMOUNT: Decimal(text)}) for text in spellings]
    assert {str(report[AMOUNT]) for report in reports} == {"1.5"}
    assert {str(blank.replace({AMOUNT: Decimal(text)})[AMOUNT]) for text in ("-0", "0.00", "0E+3")} == {"0"}
    assert str(blank.replace({AMOUNT: Decimal("1.2E+3")})[AMOUNT]) == "1200"


@pytest.mark.parametrize("sign", [-1, 1])
def test_a_number_too_long_to_print_is_still_refused_with_its_path(sign: int, blank: dr.Report) -> None:
    with pytest.raises(InvalidValueError, match=COUNT):
        blank.replace({COUNT: sign * 10**6000})
