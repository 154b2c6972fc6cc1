"""What a good editor says beyond blanks and sums: every code with its sentence, in the order of the codes."""

from disclosure_report.model.findings import Rule
from disclosure_report.model.forms import Form


EMPTY_PART = Rule("B103", "warning", "{part}：没有文字", "{part}: no text stands here", told_by=("R201",))
NO_PROBLEMS = Rule(
    "B104",
    "warning",
    "{part}：只写了“{text}”；存在的问题和改进情况都要写",
    "{part}: says only {text}; problems and improvements are both to be told",
)
NO_PROCESSING_FEE = Rule(
    "B105",
    "hint",
    "{part}：没有写信息处理费的收取情况；没有收取的，也宜写明",
    "{part}: says nothing of the information processing fee; it is well told even where none was charged",
    forms=(Form.Y2021,),
)
MIXED_FORMS = Rule(
    "F101",
    "warning",
    "表格的格式不一致：{parts}",
    "the tables are of different forms: {parts}",
)
FORM_OF_ANOTHER_YEAR = Rule(
    "F102",
    "warning",
    "{part}：用的是{found}年格式，{year}年的报告应用{expected}年格式（{notice}）",
    "{part}: is in form {found}; the report of {year} is to be in form {expected} ({notice})",
)
RULES_OF_TOWNSHIP = Rule(
    "F103",
    "hint",
    "{label}：填了{found}；乡镇、街道不制定规章，请核对",
    "{label}: says {found}; a township makes no rules (规章): look at it",
)
TITLE_OF_ANOTHER_AGENCY = Rule(
    "T101",
    "warning",
    "标题“{title}”中的机关与报告的机关“{agency}”不同",
    "the title {title} names another organ than the report's {agency}",
    told_by=("R104",),
)
TITLE_OF_ANOTHER_YEAR = Rule(
    "T102",
    "warning",
    "标题“{title}”中的年份与报告的年份{year}不同",
    "the title {title} names another year than the report's {year}",
    told_by=("R105",),
)
PERIOD_OF_ANOTHER_YEAR = Rule(
    "T103",
    "warning",
    "统计期限“{text}”不是报告的年份{year}",
    "the reporting period ({text}) is not the report's year {year}",
)
LATE = Rule(
    "T104",
    "hint",
    "公布日期{found}晚于期限{expected}（条例 第四十九条）",
    "published on {found}, after the deadline {expected} (Regulations, Article 49)",
)
ANOTHER_AGENCY_BEFORE = Rule(
    "Y101",
    "warning",
    "上年报告的机关是“{found}”，本年是“{agency}”；请核对是不是同一机关，或已更名",
    "last year's report is of {found}, this one of {agency}: look whether they are one organ, or renamed",
)
CARRIED_FORWARD_DIFFERS = Rule(
    "Y301",
    "error",
    "{label}：本年{found}，上年报告“{last}”为{expected}",
    "{label}: {found} this year; {last} of last year's report has {expected}",
)
KNOWN_CELLS_DIFFER = Rule(
    "Y302",
    "warning",
    "{label}：本年{found}，上年报告“{last}”为{expected}；有空白单元格，只比较都有数的列",
    "{label}: {found} this year; {last} of last year's report has {expected}; blank columns are not compared",
)
IN_FORCE_DIFFERS = Rule(
    "Y201",
    "hint",
    "{label}：{found}，按上年和本年的增减应为{expected}（{sum}）",
    "{label}: {found}; from last year and the changes of this year it would be {expected} ({sum})",
    forms=(Form.Y2021,),
)
ITEMS_DIFFER = Rule(
    "Y202",
    "hint",
    "{label}：{found}，按上年报告应为{expected}（{sum}）",
    "{label}: {found}; from last year's report it would be {expected} ({sum})",
    forms=(Form.Y2019,),
)

ADVICE = (
    EMPTY_PART,
    NO_PROBLEMS,
    NO_PROCESSING_FEE,
    MIXED_FORMS,
    FORM_OF_ANOTHER_YEAR,
    RULES_OF_TOWNSHIP,
    TITLE_OF_ANOTHER_AGENCY,
    TITLE_OF_ANOTHER_YEAR,
    PERIOD_OF_ANOTHER_YEAR,
    LATE,
    ANOTHER_AGENCY_BEFORE,
    IN_FORCE_DIFFERS,
    ITEMS_DIFFER,
    CARRIED_FORWARD_DIFFERS,
    KNOWN_CELLS_DIFFER,
)
