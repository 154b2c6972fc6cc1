"""What both notices prescribe alike: the columns of parts three and four, and the rows that did not change.

Source: 国办公开办函〔2019〕60号 and 国办公开办函〔2021〕30号, tables of parts three and four.
"""

from typing import ClassVar

from disclosure_report.model.declare import Balance, Facts, Section, count, declared, row, total_count


ITEM_1 = Section("第二十条第（一）项", basis="条例 第二十条第（一）项")
ITEM_5 = Section("第二十条第（五）项", basis="条例 第二十条第（五）项")
ITEM_6 = Section("第二十条第（六）项", basis="条例 第二十条第（六）项")
ITEM_8 = Section("第二十条第（八）项", basis="条例 第二十条第（八）项")
ITEM_9 = Section("第二十条第（九）项", basis="条例 第二十条第（九）项")

BALANCE = Balance(
    code="P303",
    sentence="（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
    left=("newly_received", "brought_forward"),
    right=("outcomes.total", "carried_forward"),
)


@declared
class ByApplicant:
    """One row of part three: a number for each kind of applicant."""

    natural_person: int | None = count("自然人")
    commercial_enterprise: int | None = count("商业企业", under="法人或其他组织")
    research_institution: int | None = count("科研机构", under="法人或其他组织", also=("科研企业",))
    public_interest_organization: int | None = count("社会公益组织", under="法人或其他组织")
    legal_service_institution: int | None = count("法律服务机构", under="法人或其他组织")
    other_organization: int | None = count("其他", under="法人或其他组织")
    total: int | None = total_count("总计", code="P301", sentence="总计等于自然人与法人或其他组织各项之和")


@declared
class NotDisclosed:
    """（三）不予公开"""

    state_secret: ByApplicant = row("1.属于国家秘密", basis="条例 第十四条")
    prohibited_by_law: ByApplicant = row(
        "2.其他法律行政法规禁止公开", basis="条例 第十四条", also=("2.其他法律行政止公开",)
    )
    security_and_stability: ByApplicant = row("3.危及“三安全一稳定”", basis="条例 第十四条")
    third_party_rights: ByApplicant = row("4.保护第三方合法权益", basis="条例 第十五条、第三十二条")
    internal_affairs: ByApplicant = row("5.属于三类内部事务信息", basis="条例 第十六条第一款")
    deliberative_information: ByApplicant = row("6.属于四类过程性信息", basis="条例 第十六条第二款")
    enforcement_case_file: ByApplicant = row("7.属于行政执法案卷", basis="条例 第十六条第二款")
    registry_query: ByApplicant = row("8.属于行政查询事项", basis="条例 第三十六条第（七）项")


@declared
class UnableToProvide:
    """（四）无法提供"""

    not_held: ByApplicant = row("1.本机关不掌握相关政府信息", basis="条例 第三十六条第（四）项、第（五）项")
    requires_creation: ByApplicant = row("2.没有现成信息需要另行制作", basis="条例 第三十八条")
    unclear_after_supplement: ByApplicant = row("3.补正后申请内容仍不明确", basis="条例 第三十条")


@declared
class NotProcessed:
    """（五）不予处理"""

    petition_or_complaint: ByApplicant = row("1.信访举报投诉类申请", basis="条例 第三十九条第一款")
    repeated: ByApplicant = row("2.重复申请", basis="条例 第三十六条第（六）项")
    publications: ByApplicant = row("3.要求提供公开出版物", basis="条例 第三十九条第二款")
    excessive: ByApplicant = row("4.无正当理由大量反复申请", basis="条例 第三十五条")
    confirmation_or_reissue: ByApplicant = row("5.要求行政机关确认或重新出具已获取信息")


@declared
class CaseResults:
    """One block of part four: cases by their result."""

    upheld: int | None = count("结果维持")
    corrected: int | None = count("结果纠正")
    other_result: int | None = count("其他结果")
    pending: int | None = count("尚未审结")
    total: int | None = total_count(
        "总计", code="P401", sentence="总计等于结果维持、结果纠正、其他结果、尚未审结之和"
    )


@declared
class Disputes:
    """四、政府信息公开行政复议、行政诉讼情况. Both notices print the same table."""

    facts: ClassVar[Facts] = Facts(title="四 复议诉讼", across=True)

    reconsideration: CaseResults = row("行政复议", basis="条例 第五十条第（三）项")
    direct_litigation: CaseResults = row(
        "未经复议直接起诉", under="行政诉讼", basis="条例 第五十条第（三）项"
    )
    litigation_after_reconsideration: CaseResults = row(
        "复议后起诉", under="行政诉讼", basis="条例 第五十条第（三）项"
    )
