"""What a workbook says to the person who fills it in: names of sheets, heads, advice, messages."""

from disclosure_report.blocks import Kind


GUIDE, TEXT, CHECKS = "说明", "文字", "勾稽检查"

# Names of cells that say which sheet is which, whatever it is called later, and of the details.
ANCHORS = {GUIDE: "sheet.guide", TEXT: "sheet.text", CHECKS: "sheet.checks"}
DETAIL = "detail."

GUIDE_TITLE = {False: "政府信息公开工作年度报告", True: "政府信息公开工作年度报告（填报表）"}
GUIDE_HEADS = ("工作表", "格式")
ADVICE = (
    "一、白色的格要填写，灰色的格是合计，自动计算，不用填写。",
    "二、没有发生的填0，不要留空：空白不等于0。",
    "三、件数填不小于0的整数；增减数可以是负数；金额按表内注明的单位填写，可以有小数。",
    "四、变红的格有误，或与别的格不平：按“勾稽检查”逐条核对。",
    "五、“文字”表一段一行；左列的1、2、3是标题的层级，正文的左列留空。可以插入行。",
    "六、“勾稽检查”第一行是“可以上报”时，再上报。",
)

TEXT_HEADS = ("层级", "文字")
CONTINUED = "续"

CHECK_HEADS = ("勾稽关系", "左边", "右边", "相差", "结果")
BALANCED, UNBALANCED = "✓", "✗"
COUNT_HEADS = ("填写情况", "应填", "已填", "未填", "有误")
READY = "可以上报"
MISSING, WRONG, BROKEN = ("还有 ", " 格未填"), ("有 ", " 格填写有误"), ("有 ", " 处不平")
BETWEEN = "；"

MOST = 10**15 - 1  # what a spreadsheet holds without rounding
KINDS: dict[Kind, tuple[str, str]] = {
    "count": ("请填整数", "请填写不小于0的整数。没有发生的填0。"),
    "signed": ("请填整数", "请填写整数，减少的填负数。没有变化的填0。"),
    "amount": ("请填数", "请填写数，可以有小数。没有发生的填0。"),
}
