"""What reading says of single cells and rows: every code with its sentence, in the order of the codes."""

from disclosure_report.model.findings import Rule


INCOMPLETE_ROW = Rule(
    "R301",
    "warning",
    "{label}：应有{expected}个值，只留下{count}个（{values}），不能确定各属哪一列，整行留空",
    "{label}: {count} of {expected} values are left ({values}), their columns uncertain; the row is blank",
)
TOO_MANY_VALUES = Rule(
    "R302",
    "warning",
    "{label}：应有{expected}个值，却有{count}个（{values}），整行留空",
    "{label}: {count} values where {expected} belong ({values}); the row is blank",
)
NO_ROW = Rule("R303", "warning", "没有找到“{label}”这一行", "row not found: {label}")
REPEATED_ROW = Rule(
    "R304",
    "warning",
    "“{label}”出现不止一次，值不一致（{values}），整行留空",
    "the row {label} stands more than once with different values ({values}); it is blank",
)
NO_NUMBER = Rule(
    "R305",
    "warning",
    "{label}：“{text}”不是{kind}，留空",
    "{label}: {text!r} is not {kind}; left blank",
)
DOUBTFUL_ROW = Rule(
    "R306",
    "warning",
    "{label}：这些值（{values}）的次序或归属不能确定，整行留空",
    "{label}: order or row of these values is uncertain ({values}); the row is blank",
)
DOUBTFUL_HEAD = Rule(
    "R307",
    "warning",
    "{label}：有{count}格不能确定（列标题不清，或格已合并），留空",
    "{label}: {count} cells are uncertain (unclear heads, or merged); left blank",
)
UNIT_CONVERTED = Rule(
    "R308",
    "warning",
    "{label}：“{text}”已换算为{value}{unit}",
    "{label}: {text!r} is converted to {value} {unit}",
)
NOTE_IN_CELL = Rule(
    "R309",
    "warning",
    "{label}：“{text}”括号内有说明，读作{value}",
    "{label}: {text!r} holds a note in brackets; read as {value}",
)
CUT_HEAD = Rule(
    "R310",
    "warning",
    "{label}：列标题不全（{heads}），按格式的次序读取",
    "{label}: heads of columns are cut off ({heads}); read in the order of the form",
)
HEADS_MOVED = Rule(
    "R311",
    "warning",
    "{part}：列标题的次序与格式不同，按列标题读取，请核对",
    "{part}: heads stand in another order than the form's; read by the heads, look at it",
)
ROW_BEHIND_MISSING = Rule(
    "R312",
    "warning",
    "{label}：其后缺少格式中的行（{missing}），请核对数值属于哪一行",
    "{label}: the rows of the form behind it are missing ({missing}); look whose values these are",
)
UNIT_OF_LINE = Rule(
    "R313",
    "warning",
    "表前写有“{text}”，格式的单位是{unit}，请核对",
    "a line above the table says {text}; the unit of the form is {unit}: look which the numbers have",
)
DIGITS_CUT = Rule(
    "R314",
    "warning",
    "{label}：数字连在一起，只有一种切分：{values}，请核对",
    "{label}: numbers run together; only one way to cut them: {values}; look at it",
)
DIGITS_RUN = Rule(
    "R315",
    "error",
    "{label}：数字连在一起（{text}），怎样切分不能确定（{ways}），留空",
    "{label}: numbers run together ({text}), how to cut them is uncertain: {ways}; left blank",
)
NO_LABEL = Rule(
    "R316",
    "warning",
    "{label}：原文有数值而没有行标题，按格式的次序归入（{values}），请核对",
    "{label}: values without a label, given to this row by the order of the form ({values}); look at it",
)
CUT_BY_COLUMNS = Rule(
    "R317",
    "warning",
    "{label}：数字连在一起，按各列的勾稽关系只有一种切分：{values}，请核对",
    "{label}: numbers run together; the relations of the columns leave one way: {values}; look at it",
)
NAME_LOST = Rule(
    "R501",
    "warning",
    "{count}个单元格的名称被删除，按标签读取：{cells}，如“{label}”",
    "{count} cells have lost their names and are read by their labels: {cells}, such as {label}",
)
NAMES_DIFFER = Rule(
    "R502",
    "warning",
    "{count}个单元格的名称和标签指向不同的格，内容不同，留空：{cells}，如“{label}”",
    "{count} cells whose names and labels disagree; left blank: {cells}, such as {label}",
)
LABEL_CHANGED = Rule(
    "R503",
    "warning",
    "{count}个单元格的标签不清，按名称读取，请核对：{cells}，如“{label}”",
    "{count} cells without a clear label are read by their names; look at them: {cells}, such as {label}",
)
NUMBER_AS_TEXT = Rule(
    "R504",
    "hint",
    "{count}个数字以文本保存，按数字读取：{cells}，如“{label}”",
    "{count} numbers are kept as text and read as numbers: {cells}, such as {label}",
)
FORMULA_TYPED = Rule(
    "R505",
    "warning",
    "{count}个填数的单元格有公式，采用公式的结果：{cells}，如“{label}”",
    "{count} cells to fill in hold formulas, whose results are used: {cells}, such as {label}",
)
NO_RESULT = Rule(
    "R506",
    "warning",
    "{count}个公式没有保存结果，留空；用表格软件打开并保存后再读：{cells}，如“{label}”",
    "{count} formulas without a result; left blank, open and save the file first: {cells}, such as {label}",
)
HIDDEN_CELL = Rule(
    "R507",
    "warning",
    "{count}个值在隐藏的行、列或工作表中：{cells}，如“{label}”",
    "{count} values stand in hidden rows, columns or sheets: {cells}, such as {label}",
)
CELL_COVERED = Rule(
    "R508",
    "warning",
    "{count}个单元格被合并掉，留空：{cells}，如“{label}”",
    "{count} cells are covered by a merge; left blank: {cells}, such as {label}",
)
OTHER_NAMES = Rule(
    "R509",
    "warning",
    "{part}：单元格的名称属于另一种格式，按标签读取",
    "{part}: the names of the cells belong to another form; read by the labels",
)
TABLE_OF_YEAR = Rule(
    "R510",
    "warning",
    "“{text}”说的不是{year}年，请核对是否为往年的表",
    "{text} does not say {year}: look whether the table is of another year",
)

DOUBTS = (
    INCOMPLETE_ROW,
    TOO_MANY_VALUES,
    NO_ROW,
    REPEATED_ROW,
    NO_NUMBER,
    DOUBTFUL_ROW,
    DOUBTFUL_HEAD,
    UNIT_CONVERTED,
    NOTE_IN_CELL,
    CUT_HEAD,
    HEADS_MOVED,
    ROW_BEHIND_MISSING,
    UNIT_OF_LINE,
    DIGITS_CUT,
    DIGITS_RUN,
    NO_LABEL,
    CUT_BY_COLUMNS,
    NAME_LOST,
    NAMES_DIFFER,
    LABEL_CHANGED,
    NUMBER_AS_TEXT,
    FORMULA_TYPED,
    NO_RESULT,
    HIDDEN_CELL,
    CELL_COVERED,
    OTHER_NAMES,
    TABLE_OF_YEAR,
)
