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
CHANGE = "proactive_disclosure.administrative_fees.items_change"


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
        Decimal(1234567890123456),
        Decimal("1E+15"),
        Decimal("12E+14"),
        Decimal("1E-16"),
    ],
)
def test_an_amount_refuses(value: Any, blank: dr.Report) -> None:
    with pytest.raises(InvalidValueError) as raised:
        blank.replace({AMOUNT: value})
    assert raised.value.path == AMOUNT
    with pytest.raises(InvalidValueError):
        Fees(amount=value)


@pytest.mark.parametrize(
    "text",
    [
        "0",
        "24252.311082",
        "0.092",
        "59237.2449",
        "-1.5",
        "123456789012.345",
        "-999999999999999",
        "0.123456789012345",
    ],
)
def test_an_amount_is_exact(text: str, blank: dr.Report) -> None:
    assert str(blank.replace({AMOUNT: Decimal(text)})[AMOUNT]) == text


@pytest.mark.parametrize("value", [-18, 0, 18, 10**15 - 1, 1 - 10**15, None])
def test_a_change_may_be_negative(value: int | None) -> None:
    assert FeeItems(items_change=value).items_change == value


WRONG: list[tuple[str, Any, str]] = [
    (COUNT, True, "a count is an int or None, not bool True"),
    (COUNT, "1" * 99, "a count is an int or None, not str '" + "1" * 59),
    (COUNT, -1, "a count is not negative, found -1"),
    (COUNT, 10**15, "a number has at most 15 digits"),
    (COUNT, -(10**15), "a number has at most 15 digits"),
    (CHANGE, True, "a change is an int or None, not bool True"),
    (CHANGE, 10**15, "a number has at most 15 digits"),
    (CHANGE, -(10**15), "a number has at most 15 digits"),
    (AMOUNT, 1.5, "an amount is a decimal.Decimal or None, not float 1.5"),
    (AMOUNT, Decimal("-Infinity"), "an amount is a finite number, not -Infinity"),
    (AMOUNT, Decimal("1E+15"), "an amount has at most 15 digits, found 1E+15"),
    (AMOUNT, Decimal("9" * 99), "an amount has at most 15 digits, found " + "9" * 60),
]


@pytest.mark.parametrize(("path", "value", "problem"), WRONG)
def test_it_is_said_what_is_wrong_with_a_value(path: str, value: Any, problem: str) -> None:
    with pytest.raises(InvalidValueError) as raised:
        dr.Report.blank("青溪镇", 2021 if path == AMOUNT else 2019).replace({path: value})
    assert (raised.value.path, raised.value.problem) == (path, problem)


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
