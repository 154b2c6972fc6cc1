"""国办公开办函〔2019〕60号: the tables of parts two and three for the reports of 2019 and 2020."""

from decimal import Decimal
from typing import ClassVar, Literal

from disclosure_report.model.common import (
    BALANCE,
    ITEM_1,
    ITEM_5,
    ITEM_6,
    ITEM_8,
    ITEM_9,
    ByApplicant,
    NotDisclosed,
    NotProcessed,
    UnableToProvide,
)
from disclosure_report.model.declare import (
    Facts,
    GoesOn,
    change,
    count,
    declared,
    money,
    row,
    rows,
    total_row,
)
from disclosure_report.model.forms import Form


@declared
class ProducedDocuments:
    """Rules and normative documents of the year."""

    newly_produced: int | None = count("本年新制作数量")
    newly_disclosed: int | None = count("本年新公开数量")
    total_disclosed: int | None = count("对外公开总数量")


# 上一年项目数量 is what last year's report said of the year before, and what it said was added or taken away.
_ITEMS = GoesOn("Y202", last=("items_previous_year", "items_change"))


@declared
class Powers:
    """Matters in which the organ decides, and its decisions of the year."""

    items_previous_year: int | None = count("上一年项目数量", "项", goes_on=_ITEMS)
    items_change: int | None = change("本年增/减", "项", also=("本年增",))
    decisions: int | None = count("处理决定数量")


@declared
class FeeItems:
    """Items for which an administrative fee is charged."""

    items_previous_year: int | None = count("上一年项目数量", "项", goes_on=_ITEMS)
    items_change: int | None = change("本年增/减", "项", also=("本年增",))


@declared
class Procurement:
    """Centralized procurement of the year."""

    projects: int | None = count("采购项目数量", "项", also=("采购项目数",))
    total_amount: Decimal | None = money("采购总金额", "元")


@declared
class ProactiveDisclosure2019:
    """二、主动公开政府信息情况"""

    form: ClassVar[Literal[Form.Y2019]] = Form.Y2019
    facts: ClassVar[Facts] = Facts(title="二 主动公开", row_head="信息内容")

    rules: ProducedDocuments = row("规章", section=ITEM_1)
    normative_documents: ProducedDocuments = row(
        "规范性文件", section=ITEM_1, also=("行政规范性文件", "规范性档案")
    )
    licensing: Powers = row("行政许可", section=ITEM_5)
    other_management_services: Powers = row("其他对外管理服务事项", section=ITEM_5)
    penalties: Powers = row("行政处罚", section=ITEM_6)
    compulsion: Powers = row("行政强制", section=ITEM_6)
    administrative_fees: FeeItems = row("行政事业性收费", section=ITEM_8)
    centralized_procurement: Procurement = row("政府集中采购", section=ITEM_9)


@declared
class Outcomes2019:
    """三、本年度办理结果"""

    disclosed: ByApplicant = row("（一）予以公开", basis="条例 第三十六条第（一）项、第（二）项")
    partially_disclosed: ByApplicant = row(
        "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
        basis="条例 第三十七条",
        also=("（二）部分公开",),
    )
    not_disclosed: NotDisclosed = rows("（三）不予公开")
    unable_to_provide: UnableToProvide = rows("（四）无法提供")
    not_processed: NotProcessed = rows("（五）不予处理")
    otherwise_processed: ByApplicant = row("（六）其他处理", also=("（六）其他",))
    total: ByApplicant = total_row("（七）总计", code="P302", sentence="（七）总计等于（一）至（六）各项之和")


@declared
class Applications2019:
    """三、收到和处理政府信息公开申请情况"""

    form: ClassVar[Literal[Form.Y2019]] = Form.Y2019
    facts: ClassVar[Facts] = Facts(
        title="三 申请",
        band="申请人情况",
        balance=BALANCE,
    )

    newly_received: ByApplicant = row("一、本年新收政府信息公开申请数量", basis="条例 第五十条第（二）项")
    brought_forward: ByApplicant = row(
        "二、上年结转政府信息公开申请数量", basis="条例 第五十条第（二）项", carried_from="carried_forward"
    )
    outcomes: Outcomes2019 = rows("三、本年度办理结果", basis="条例 第五十条第（二）项")
    carried_forward: ByApplicant = row("四、结转下年度继续办理", basis="条例 第三十三条")
