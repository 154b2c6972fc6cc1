"""Every code of checks and reading, declared once with its sentence in Chinese and English.

A code is never reused for another meaning. First letter: P a printed relation (the digit after it is the
part of the report), B blanks, R reading; C is what `complete` says (declared beside its proofs).
"""

from disclosure_report.model.findings import Rule
from disclosure_report.relations.complete import RULES as COMPLETION


def _relation(code: str, sentence: str) -> Rule:
    return Rule(
        code,
        "error",
        "{label}：{left}；{right}；相差 {difference}。{sentence}",
        "{label}: {left}; {right}; difference {difference}. " + sentence,
    )


ROW_TOTAL = _relation("P301", "A row's total is the sum of the columns before it.")
OUTCOME_TOTAL = _relation("P302", "The total of outcomes is the sum of items one to six.")
BALANCE = _relation("P303", "Item one plus item two equals item three plus item four.")
CASE_TOTAL = _relation("P401", "A total of cases is the sum of the four results before it.")

BLANK_TABLE = Rule("B101", "error", "{part}：整张表都是空白", "{part}: the whole table is blank")
BLANK_CELLS = Rule(
    "B102",
    "warning",
    "{part}：{count}个单元格是空白，如{first}；空白不等于0",
    "{part}: {count} cells are blank, such as {first}; a blank is not 0",
)

NO_REPORT = Rule(
    "R101",
    "error",
    "没有找到年度报告：既无标题，也无六个部分的标题",
    "no annual report found: neither its title nor the headings of its parts",
)
NO_AGENCY = Rule("R102", "warning", "标题中没有找到行政机关名称", "no administrative organ in the title")
NO_YEAR = Rule("R103", "warning", "标题中没有找到年份", "no year in the title")
SEVERAL_TITLES = Rule(
    "R107",
    "warning",
    "页面有不同的标题：“{other}”和“{used}”，采用后者",
    "the page has different titles: {other} and {used}; the latter is used",
)
DIFFERENT_AGENCY = Rule(
    "R104",
    "warning",
    "页面写的行政机关是“{found}”，采用了给定的“{given}”",
    "the page names the organ {found}; the given {given} is used",
)
DIFFERENT_YEAR = Rule(
    "R105",
    "warning",
    "页面写的年份是{found}，采用了给定的{given}",
    "the page names the year {found}; the given {given} is used",
)
BAD_DETAIL = Rule(
    "R106",
    "warning",
    "文件属性“{name}”的值“{text}”不能用，未采用",
    "the file's property {name} holds {text}, which cannot be used; it is left out",
)
YEAR_OF_PERIOD = Rule(
    "R108",
    "warning",
    "标题中没有年份，按统计期限“{text}”采用{year}年",
    "no year in the title; {year} is taken from the reporting period ({text})",
)
LIST_PAGE = Rule(
    "R109",
    "error",
    "这是目录页，没有年度报告；列有{count}份：{links}",
    "a list of {count} reports, not a report: {links}",
)
ATTACHMENT = Rule(
    "R110",
    "error",
    "页面没有报告正文，只有附件：{links}",
    "the page has no report, only attachments: {links}",
)
ERROR_PAGE = Rule(
    "R111",
    "error",
    "这是网站的出错页：“{first}”",
    "an error page of the site: {first}",
)
NO_PART = Rule("R201", "warning", "没有找到“{part}”", "part not found: {part}")
NO_TABLE = Rule(
    "R202",
    "error",
    "没有找到“{part}”的表格，按{form}年格式作空白表",
    "no table found in {part}; a blank table of form {form} stands for it",
)
REPEATED_PART = Rule(
    "R203",
    "warning",
    "“{part}”的标题出现{count}次，读取内容最多的一处",
    "the heading of {part} stands {count} times; the place with most content is read",
)
CLOSE_HEADING = Rule(
    "R205",
    "hint",
    "“{text}”读作“{part}”的标题",
    "{text!r} is read as the heading of {part}",
)
STRAYED = Rule(
    "R206",
    "warning",
    "“{part}”的表格不在其标题之下，按标签读取",
    "the table of {part} does not stand below its heading; read by its labels",
)
FORM_ASSUMED = Rule(
    "R204",
    "hint",
    "“{part}”的标签不能区分格式，按{form}年格式读取",
    "the labels of {part} do not tell the form; read as form {form}",
)
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
UNWRITABLE = Rule(
    "R403",
    "warning",
    "文字中有{count}个任何文件都不能保存的字符，已去掉",
    "{count} characters that no file can hold were left out of the text",
)
DOUBTFUL_ROW = Rule(
    "R306",
    "warning",
    "{label}：这些值（{values}）的次序或归属不能确定，整行留空",
    "{label}: order or row of these values is uncertain ({values}); the row is blank",
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
LEFT_OVER = Rule(
    "R401",
    "hint",
    "{count}处文字没有归入报告，如“{first}”",
    "{count} pieces of text went nowhere, such as: {first}",
)
PICTURE = Rule("R402", "hint", "原文有图片，未读取", "the source has a picture, which is not read")

OBJECTS = Rule(
    "R404",
    "warning",
    "文字中有{count}处图片、公式、文本框或注释，未读取",
    "the text has {count} pictures, formulas, text boxes or notes, which are not read",
)
HEADS_MOVED = Rule(
    "R311",
    "warning",
    "{part}：列标题的次序与格式不同，按列标题读取，请核对",
    "{part}: heads stand in another order than the form's; read by the heads, look at it",
)
TABLE_OF_YEAR = Rule(
    "R510",
    "warning",
    "“{text}”说的不是{year}年，请核对是否为往年的表",
    "{text} does not say {year}: look whether the table is of another year",
)
CUT_HEAD = Rule(
    "R310",
    "warning",
    "{label}：列标题不全（{heads}），按格式的次序读取",
    "{label}: heads of columns are cut off ({heads}); read in the order of the form",
)
WRONG_BYTES = Rule(
    "R405",
    "warning",
    "有{count}个字符的字节不合编码，以U+FFFD代替",
    "{count} characters whose bytes are not of the encoding; U+FFFD stands for them",
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
DOUBTFUL_HEAD = Rule(
    "R307",
    "warning",
    "{label}：有{count}格不能确定（列标题不清，或格已合并），留空",
    "{label}: {count} cells are uncertain (unclear heads, or merged); left blank",
)

RULES = (
    *(ROW_TOTAL, OUTCOME_TOTAL, BALANCE, CASE_TOTAL),
    *(BLANK_TABLE, BLANK_CELLS),
    *(NO_REPORT, NO_AGENCY, NO_YEAR, DIFFERENT_AGENCY, DIFFERENT_YEAR, BAD_DETAIL, SEVERAL_TITLES),
    *(YEAR_OF_PERIOD, LIST_PAGE, ATTACHMENT, ERROR_PAGE, CLOSE_HEADING, STRAYED, CUT_HEAD, WRONG_BYTES),
    *(HEADS_MOVED, TABLE_OF_YEAR, ROW_BEHIND_MISSING, UNIT_OF_LINE, DIGITS_CUT, DIGITS_RUN, NO_LABEL),
    *(NO_PART, NO_TABLE, REPEATED_PART, FORM_ASSUMED),
    *(INCOMPLETE_ROW, TOO_MANY_VALUES, NO_ROW, REPEATED_ROW, NO_NUMBER, DOUBTFUL_ROW),
    *(LEFT_OVER, PICTURE, UNWRITABLE, OBJECTS, DOUBTFUL_HEAD, UNIT_CONVERTED, NOTE_IN_CELL),
    *(NAME_LOST, NAMES_DIFFER, LABEL_CHANGED, NUMBER_AS_TEXT),
    *(FORMULA_TYPED, NO_RESULT, HIDDEN_CELL, CELL_COVERED, OTHER_NAMES),
    *COMPLETION,
)

CATALOGUE: dict[str, Rule] = {rule.code: rule for rule in RULES}
