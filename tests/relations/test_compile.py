"""Relations compiled from the declarations."""

from collections import Counter

import pytest

import disclosure_report as dr
from disclosure_report.relations.compile import Relation


def _relations(year: int) -> list[Relation]:
    return [evaluation.relation for evaluation in dr.evaluate(dr.Report.blank("x", year))]


@pytest.mark.parametrize(
    ("year", "counts"),
    [
        (2021, {"P301": 25, "P302": 7, "P303": 7, "P401": 3}),
        (2019, {"P301": 23, "P302": 7, "P303": 7, "P401": 3}),
    ],
)
def test_the_counts_of_each_kind(year: int, counts: dict[str, int]) -> None:
    assert Counter(relation.code for relation in _relations(year)) == counts


def test_a_row_total() -> None:
    first = _relations(2021)[0]
    assert first.label == "一、本年新收政府信息公开申请数量"
    assert first.right == ("applications.newly_received.total",)
    assert [path.rpartition(".")[2] for path in first.left] == [
        "natural_person",
        "commercial_enterprise",
        "research_institution",
        "public_interest_organization",
        "legal_service_institution",
        "other_organization",
    ]
    assert first.terms[0] == "自然人"


def test_an_outcome_total_takes_every_row_above_it() -> None:
    first = next(relation for relation in _relations(2021) if relation.code == "P302")
    assert len(first.left) == 21
    assert first.right == ("applications.outcomes.total.natural_person",)
    older = next(relation for relation in _relations(2019) if relation.code == "P302")
    assert len(older.left) == 19


def test_the_balance_says_the_sentence_of_the_form() -> None:
    balance = next(relation for relation in _relations(2021) if relation.code == "P303")
    assert balance.left == (
        "applications.newly_received.natural_person",
        "applications.brought_forward.natural_person",
    )
    assert balance.right == (
        "applications.outcomes.total.natural_person",
        "applications.carried_forward.natural_person",
    )
    assert balance.sentence == "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"


def test_each_relation_names_each_of_its_cells_once() -> None:
    for relation in _relations(2021):
        assert len(relation.terms) == len(relation.paths) == len(set(relation.paths))


COLUMNS = (
    "自然人",
    "法人或其他组织·商业企业",
    "法人或其他组织·科研机构",
    "法人或其他组织·社会公益组织",
    "法人或其他组织·法律服务机构",
    "法人或其他组织·其他",
    "总计",
)


@pytest.mark.parametrize("year", [2019, 2021])
def test_labels_name_row_and_column_as_printed(year: int) -> None:
    labels = [relation.label for relation in _relations(year)]
    assert labels[-17:] == [
        *(f"（七）总计 {column}" for column in COLUMNS),
        *COLUMNS,
        "行政复议",
        "未经复议直接起诉",
        "复议后起诉",
    ]
    totals = [relation for relation in _relations(year) if relation.code == "P302"]
    assert {relation.terms[-1] for relation in totals} == {"（七）总计"}
    assert {relation.sentence for relation in totals} != {""}
    assert [relation.right[0].rpartition(".")[2] for relation in totals] == [
        path.rpartition(".")[2] for path in _relations(year)[0].paths
    ]
