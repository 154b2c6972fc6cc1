"""The form is the class: everything derives from the declarations."""

from typing import Any, ClassVar

import pytest
from attrs.exceptions import FrozenInstanceError

from disclosure_report.errors import InvalidValueError
from disclosure_report.layout.shapes import shape_of
from disclosure_report.model.common import BALANCE, ByApplicant, CaseResults
from disclosure_report.model.declare import Facts, declared, row, rows, total_row
from disclosure_report.model.form2021 import Applications2021
from disclosure_report.model.forms import Form
from disclosure_report.model.registry import TABLES, fields, form_in_force
from disclosure_report.model.tree import table
from disclosure_report.relations.compile import equations


APPLICANTS = "natural_person commercial_enterprise research_institution public_interest_organization \
legal_service_institution other_organization total".split()
NOT_DISCLOSED = "state_secret prohibited_by_law security_and_stability third_party_rights internal_affairs \
deliberative_information enforcement_case_file registry_query".split()
NOT_PROCESSED = "petition_or_complaint repeated publications excessive confirmation_or_reissue".split()


def _applications(otherwise: list[str]) -> list[str]:
    outcomes = [
        "disclosed",
        "partially_disclosed",
        *(f"not_disclosed.{name}" for name in NOT_DISCLOSED),
        *(f"unable_to_provide.{n}" for n in ("not_held", "requires_creation", "unclear_after_supplement")),
        *(f"not_processed.{name}" for name in NOT_PROCESSED),
        *otherwise,
        "total",
    ]
    rows_of = [
        "newly_received",
        "brought_forward",
        *(f"outcomes.{name}" for name in outcomes),
        "carried_forward",
    ]
    return [f"applications.{name}.{applicant}" for name in rows_of for applicant in APPLICANTS]


DISPUTES = [
    f"disputes.{case}.{result}"
    for case in ("reconsideration", "direct_litigation", "litigation_after_reconsideration")
    for result in ("upheld", "corrected", "other_result", "pending", "total")
]
PROACTIVE = {
    Form.Y2021: [
        *(
            f"{name}.{c}"
            for name in ("rules", "normative_documents")
            for c in ("issued", "repealed", "in_force")
        ),
        *("licensing.decisions", "penalties.decisions", "compulsion.decisions", "administrative_fees.amount"),
    ],
    Form.Y2019: [
        *(
            f"{name}.{column}"
            for name in ("rules", "normative_documents")
            for column in ("newly_produced", "newly_disclosed", "total_disclosed")
        ),
        *(
            f"{name}.{column}"
            for name in ("licensing", "other_management_services", "penalties", "compulsion")
            for column in ("items_previous_year", "items_change", "decisions")
        ),
        *("administrative_fees.items_previous_year", "administrative_fees.items_change"),
        *("centralized_procurement.projects", "centralized_procurement.total_amount"),
    ],
}
OTHERWISE = {
    Form.Y2021: [f"otherwise_processed.{name}" for name in ("not_supplemented", "fee_unpaid", "other")],
    Form.Y2019: ["otherwise_processed"],
}


@pytest.mark.parametrize("form", Form)
def test_the_paths_are_the_canonical_ones_in_the_order_of_the_form(form: Form) -> None:
    proactive = [f"proactive_disclosure.{name}" for name in PROACTIVE[form]]
    assert [f.path for f in fields(form)] == proactive + _applications(OTHERWISE[form]) + DISPUTES


@pytest.mark.parametrize("form", Form)
def test_every_field_is_described(form: Form) -> None:
    for said in fields(form):
        assert said.label
        assert said.groups
        assert said.unit in {"件", "项", "元", "万元"}
    without_basis = {said.groups[-1] for said in fields(form) if said.basis is None}
    assert without_basis == set()


def test_totals_are_marked() -> None:
    totals = [said.path for said in fields(Form.Y2021) if said.is_total]
    assert len(totals) == 25 + 6 + 3
    assert "applications.outcomes.total.natural_person" in totals


def test_the_labels_of_a_cell_are_as_printed() -> None:
    by_path = {said.path: said for said in fields(Form.Y2021)}
    said = by_path["applications.outcomes.not_disclosed.state_secret.commercial_enterprise"]
    assert said.labels == (
        "三、本年度办理结果",
        "（三）不予公开",
        "1.属于国家秘密",
        "法人或其他组织",
        "商业企业",
    )
    assert said.basis == "条例 第十四条"
    assert by_path["disputes.direct_litigation.upheld"].labels == ("行政诉讼", "未经复议直接起诉", "结果维持")


@pytest.mark.parametrize(
    ("year", "form"), [(2019, Form.Y2019), (2020, Form.Y2019), (2021, Form.Y2021), (2030, Form.Y2021)]
)
def test_the_form_in_force(year: int, form: Form) -> None:
    assert form_in_force(year) is form


def test_no_form_is_known_before_2019() -> None:
    with pytest.raises(InvalidValueError, match="2018"):
        form_in_force(2018)


@pytest.mark.parametrize("form", Form)
def test_only_part_four_has_all_its_values_in_one_row(form: Form) -> None:
    across = {part: table(part, cls).facts.across for part, cls in TABLES[form].items()}
    assert across == {"proactive_disclosure": False, "applications": False, "disputes": True}


@declared
class _MoreOutcomes:
    disclosed: ByApplicant = row("（一）予以公开")
    newly_added: ByApplicant = row("（二）新增的一行")
    total: ByApplicant = total_row("（七）总计", code="P302", sentence="…")


@declared
class _MoreApplications:
    form: ClassVar[Form] = Form.Y2021
    facts: ClassVar[Facts] = Facts(title="三 申请", band="申请人情况", balance=BALANCE)

    newly_received: ByApplicant = row("一、本年新收")
    brought_forward: ByApplicant = row("二、上年结转")
    outcomes: _MoreOutcomes = rows("三、本年度办理结果")
    carried_forward: ByApplicant = row("四、结转下年度")


def test_a_row_added_to_a_class_reaches_paths_relations_and_the_drawing() -> None:
    compiled = table("applications", _MoreApplications)
    path = "applications.outcomes.newly_added.natural_person"
    assert path in compiled.index
    outcome_totals = [e.relation for e in equations(compiled) if e.relation.code == "P302"]
    assert path in outcome_totals[0].left
    shape = shape_of(compiled)
    assert "（二）新增的一行" in [box.content for box in shape.boxes]
    assert compiled.index[path] in [box.content for box in shape.boxes]


def test_a_node_refuses_what_is_no_node() -> None:
    with pytest.raises(InvalidValueError, match="newly_received"):
        Applications2021(newly_received=5)  # type: ignore[arg-type]


def test_values_and_build_are_inverse() -> None:
    compiled = table("applications", Applications2021)
    values = tuple(range(len(compiled.fields)))
    assert compiled.values(compiled.build(values)) == values


def test_cells_are_given_by_name() -> None:
    """Values in a row without names would be a way to move a number by one column."""
    kind: Any = CaseResults
    assert kind(upheld=1).upheld == 1
    with pytest.raises(TypeError):
        kind(1)


def test_type_checkers_are_told_what_happens() -> None:
    """A declared class is frozen and takes its fields by name: so it is made, and so it is announced."""
    with pytest.raises(FrozenInstanceError):
        CaseResults().upheld = 1  # type: ignore[misc]
    told = vars(declared)["__dataclass_transform__"]
    told |= told["kwargs"]  # where Python 3.11 keeps what came later
    assert (told["frozen_default"], told["kw_only_default"]) == (True, True)
