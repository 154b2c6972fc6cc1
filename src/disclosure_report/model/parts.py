"""The six parts of the report, in the order and under the headings that the notices prescribe."""

from attrs import field, frozen

from disclosure_report.model.forms import Form


@frozen
class Part:
    """One part: the report's field, its number, its heading in each form, wordings that are read as it."""

    name: str
    numeral: str
    headings: dict[Form, str] = field(hash=False)
    also: tuple[str, ...] = ()
    is_table: bool = False


def _same(heading: str) -> dict[Form, str]:
    return dict.fromkeys(Form, heading)


PARTS = (
    Part(
        "overview",
        "一",
        _same("总体情况"),
        also=(
            "总体工作情况",
            "工作概述",
            "工作基本情况",
            "工作开展情况",
            "工作总体推进情况",
            "政务信息公开情况概述",
        ),
    ),
    Part(
        "proactive_disclosure",
        "二",
        _same("主动公开政府信息情况"),
        also=(
            "行政机关主动公开政府信息情况",
            "主动公开政府信息的情况",
            "主动公开信息情况",
            "政府信息主动公开情况",
        ),
        is_table=True,
    ),
    Part(
        "applications",
        "三",
        _same("收到和处理政府信息公开申请情况"),
        also=("收到和处理政府信息公开申请的情况", "收到和处理依申请公开政府信息情况"),
        is_table=True,
    ),
    Part(
        "disputes",
        "四",
        _same("政府信息公开行政复议、行政诉讼情况"),
        also=("因政府信息公开工作被申请行政复议、提起行政诉讼情况",),
        is_table=True,
    ),
    Part(
        "problems_and_improvements",
        "五",
        {
            Form.Y2019: "政府信息公开工作存在的主要问题及改进情况",
            Form.Y2021: "存在的主要问题及改进情况",
        },
        also=("存在问题及改进情况", "存在的主要问题和改进情况", "存在的主要问题及改进措施"),
    ),
    Part("other_matters", "六", _same("其他需要报告的事项"), also=("其他需要报告的事项情况",)),
)

# How a finding names a part: with its number and the wording of the newest notice.
PART_LABEL = {part.name: f"{part.numeral}、{part.headings[Form.Y2021]}" for part in PARTS}
TABLE_PARTS = tuple(part for part in PARTS if part.is_table)
PROSE_PARTS = ("preamble", *(part.name for part in PARTS if not part.is_table))
