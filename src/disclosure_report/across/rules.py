"""What adding up and comparing with a sum have to say."""

from disclosure_report.model.findings import Rule


DOUBLED = Rule(
    "A101",
    "error",
    "{agency}：同一年度的报告有{count}份，都计入了合计，请只留一份",
    "{agency}: {count} reports of the same year, all of them in the sum; keep one",
)
OTHER_YEAR = Rule(
    "A102",
    "warning",
    "{count}份报告不是{year}年的，也计入了合计：{names}",
    "{count} reports are not of {year}; they are in the sum: {names}",
)
FORMS_MIXED = Rule(
    "A103",
    "warning",
    "{part}：各份报告的格式不一致；{count}个单元格只有{form}年格式才有，没有写入合计，如“{first}”；用{form}年格式的是：{names}",
    "{part}: the reports are of different forms; {count} cells that form {form} alone has are left out of "
    "the sum, such as {first}; of form {form} are: {names}",
)
BLANKS_IN_SUM = Rule(
    "A104",
    "warning",
    "{part}：{count}个单元格有的报告空着，没有写入合计，如“{first}”：{blanks}份空着，其余合计{known}",
    "{part}: {count} cells are blank in some report and are left out of the sum, such as {first}: "
    "blank in {blanks}, the others add up to {known}",
)
SUM_TOO_LONG = Rule(
    "A105",
    "warning",
    "{label}：合计{known}超过15位数字，没有写入",
    "{label}: the sum {known} has more than 15 digits and is left out",
)
CELL_DIFFERS = Rule(
    "A201",
    "warning",
    "{label}：本级报告{found}，下级合计{expected}，相差{difference}",
    "{label}: {found} in the parent's report, {expected} in the sum of its children; difference {difference}",
)
CHILD_ABSENT = Rule(
    "A202",
    "hint",
    "本级报告没有计入“{child}”，就能解释全部{count}处差异",
    "the parent's report without {child}: that alone explains all {count} differences",
)
CHILD_TWICE = Rule(
    "A203",
    "hint",
    "本级报告把“{child}”计入了两次，就能解释全部{count}处差异",
    "the parent's report counts {child} twice: that alone explains all {count} differences",
)
CHILD_OF_OTHER_YEAR = Rule(
    "A204",
    "hint",
    "本级报告计入的是“{child}”{year}年的报告，就能解释全部{count}处差异",
    "the parent's report counts {child}'s report of {year}: that alone explains all {count} differences",
)
TWO_CAUSES = Rule(
    "A205",
    "hint",
    "两个下级合在一起能解释全部{count}处差异：本级报告 = 下级合计 {terms}",
    "two children together explain all {count} differences: the parent's report = the sum {terms}",
)
EQUAL_TO_CHILD = Rule(
    "A206",
    "warning",
    "本级报告可能只含本机关：{cells}个单元格都与“{child}”的报告相同，与下级合计有{count}处差异",
    "the parent's report may cover its own office alone: {cells} cells are those of {child}'s report, "
    "{count} differ from the sum of the children",
)
SMALLER_EVERYWHERE = Rule(
    "A207",
    "warning",
    "本级报告可能只含本机关：下级合计不是0的{count}个单元格，本级报告都比合计小，如“{first}”：{found}，合计{expected}",
    "the parent's report may cover its own office alone: it is smaller in all {count} cells in which the sum "
    "of the children is not 0, such as {first}: {found}, and {expected} in the sum",
)
HOLDS_NO_CHILD = Rule(
    "A208",
    "warning",
    "本级报告可能只含本机关：{children}个下级都有数比本级报告大，"
    "如“{child}”的“{first}”：{expected}，本级报告{found}",
    "the parent's report may cover its own office alone: each of {children} children has a larger "
    "number than the parent's, such as {child}, {first}: {expected}, and {found} in the parent's report",
)
CHILD_MISSING = Rule(
    "A209",
    "warning",
    "{count}个下级没有报告，不在合计中：{names}",
    "{count} children have no report and are not in the sum: {names}",
)
CHILD_SENT_TWICE = Rule(
    "A210",
    "hint",
    "“{child}”有几份报告，去掉一份，就能解释全部{count}处差异",
    "of {child} there are several reports; without one of them all {count} differences are explained",
)

RULES = (
    *(DOUBLED, OTHER_YEAR, FORMS_MIXED, BLANKS_IN_SUM, SUM_TOO_LONG),
    *(CELL_DIFFERS, CHILD_ABSENT, CHILD_TWICE, CHILD_OF_OTHER_YEAR, TWO_CAUSES),
    *(EQUAL_TO_CHILD, SMALLER_EVERYWHERE, HOLDS_NO_CHILD, CHILD_MISSING, CHILD_SENT_TWICE),
)

UNKNOWN = "（机关不明）"  # stands for a name that is not known
_MOST_NAMES = 20  # that a sentence lists


def listed(names: list[str]) -> str:
    """The names in a sentence; of very many the first, and a mark for the rest.

    >>> listed(["青溪镇", "悦来镇"])
    '青溪镇、悦来镇'
    """
    return "、".join(names[:_MOST_NAMES]) + ("…" if len(names) > _MOST_NAMES else "")
