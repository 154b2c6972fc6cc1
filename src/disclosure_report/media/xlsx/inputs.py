"""Filling in: what a cell takes, the words that ask for it, and red where something does not hold."""

from typing import Any, Literal

from disclosure_report.blocks import Kind, Shape
from disclosure_report.media.xlsx.addresses import address, ranges
from disclosure_report.media.xlsx.formulas import broken, cells_of, side_of, totals_of, wrong_cell
from disclosure_report.media.xlsx.styles import red
from disclosure_report.media.xlsx.words import KINDS, MOST


HINT = "\ue001"  # stands for the hint of a slot at the end of its prompt
LONGEST_PROMPT = 255

# What the program lets a person type: its type, and the smallest number.
_TYPES: dict[Kind, tuple[Literal["whole", "decimal"], int]] = {
    "count": ("whole", 0),
    "signed": ("whole", -MOST),
    "amount": ("decimal", -MOST),
}


def add_inputs(sheet: Any, shape: Shape) -> None:
    """Validations with prompts for the cells to fill in, and red for what does not hold."""
    cells = cells_of(shape)
    for slot in open_slots(shape):
        sheet.add_data_validation(_validation(shape, slot, address(*cells[slot])))
    for each in shape.sums:
        left, right = (side_of(slots, cells) for slots in (each.plus, each.minus))
        where = " ".join(ranges((cells[slot] for slot in (*each.plus, *each.minus)), absolute=False))
        _make_red(sheet, where, broken(left, right))
    for kind in KINDS:
        of_kind = (cells[slot] for slot, said in enumerate(shape.inputs) if said.kind == kind)
        for area in ranges(of_kind, absolute=False):
            _make_red(sheet, area, wrong_cell(kind, area.partition(":")[0]))


def open_slots(shape: Shape) -> list[int]:
    """The slots to fill in, in the order of their cells."""
    totals = totals_of(shape)
    return [slot for slot in cells_of(shape) if slot not in totals]


def _validation(shape: Shape, slot: int, cell: str) -> Any:
    from openpyxl.worksheet.datavalidation import DataValidation

    said = shape.inputs[slot]
    kind, least = _TYPES[said.kind]
    title, message = KINDS[said.kind]
    made = DataValidation(
        type=kind,
        operator="between",
        formula1=str(least),
        formula2=str(MOST),
        allow_blank=True,
        showErrorMessage=True,
        showInputMessage=True,
        errorTitle=title,
        error=message,
        prompt=said.prompt + HINT,
    )
    made.add(cell)
    return made


def _make_red(sheet: Any, where: str, formula: str) -> None:
    from openpyxl.formatting.rule import Rule

    sheet.conditional_formatting.add(where, Rule(type="expression", dxf=red(), formula=[formula]))
