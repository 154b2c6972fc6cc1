"""国办公开办函〔2021〕30号: the tables of parts two and three for the reports of 2021 and after."""

from decimal import Decimal
from typing import ClassVar, Literal

from disclosure_report.model.common import (
    BALANCE,
    ITEM_1,
    ITEM_5,
    ITEM_6,
    ITEM_8,
    ByApplicant,
    NotDisclosed,
    NotProcessed,
    UnableToProvide,
)
from disclosure_report.model.declare import (
    Facts,
    GoesOn,
    count,
    declared,
    money,
    row,
    rows,
    total_row,
)
from disclosure_report.model.forms import Form


@declared
class Documents:
    """Rules and normative documents of the year."""

    issued: int | None = count("本年制发件数")
    repealed: int | None = count("本年废止件数")
    in_force: int | None = count(
        "现行有效件数",
        also=("现行有效件",),
        goes_on=GoesOn("Y201", last=("in_force",), plus=("issued",), minus=("repealed",)),
    )


@declared
class Decisions:
    """All decisions of the year, disclosed or lawfully not disclosed."""

    decisions: int | None = count("本年处理决定数量")


@declared
class Fees:
    """Administrative fees collected in the year."""

    amount: Decimal | None = money("本年收费金额（单位：万元）", "万元", also=("本年收费金额",))


@declared
class ProactiveDisclosure2021:
    """二、主动公开政府信息情况"""

    form: ClassVar[Literal[Form.Y2021]] = Form.Y2021
    facts: ClassVar[Facts] = Facts(title="二 主动公开", row_head="信息内容")

    rules: Documents = row("规章", section=ITEM_1)
    normative_documents: Documents = row("行政规范性文件", section=ITEM_1, also=("规范性文件", "规范性档案"))
    licensing: Decisions = row("行政许可", section=ITEM_5)
    penalties: Decisions = row("行政处罚", section=ITEM_6)
    compulsion: Decisions = row("行政强制", section=ITEM_6)
    administrative_fees: Fees = row("行政事业性收费", section=ITEM_8)


@declared
class OtherwiseProcessed:
    """（六）其他处理"""

    not_supplemented: ByApplicant = row(
        "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", basis="条例 第三十条"
    )
    fee_unpaid: ByApplicant = row(
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
        basis="条例 第四十二条，国办函〔2020〕109号",
    )
    other: ByApplicant = row("3.其他")


@declared
class Outcomes2021:
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
    otherwise_processed: OtherwiseProcessed = rows("（六）其他处理", also=("（六）其他",))
    total: ByApplicant = total_row("（七）总计", code="P302", sentence="（七）总计等于（一）至（六）各项之和")


@declared
class Applications2021:
    """三、收到和处理政府信息公开申请情况"""

    form: ClassVar[Literal[Form.Y2021]] = Form.Y2021
    facts: ClassVar[Facts] = Facts(
        title="三 申请",
        band="申请人情况",
        balance=BALANCE,
    )

    newly_received: ByApplicant = row("一、本年新收政府信息公开申请数量", basis="条例 第五十条第（二）项")
    brought_forward: ByApplicant = row(
        "二、上年结转政府信息公开申请数量", basis="条例 第五十条第（二）项", carried_from="carried_forward"
    )
    outcomes: Outcomes2021 = rows("三、本年度办理结果", basis="条例 第五十条第（二）项")
    carried_forward: ByApplicant = row("四、结转下年度继续办理", basis="条例 第三十三条")
