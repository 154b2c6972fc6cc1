"""Every code of checks and reading, declared once with its sentence in Chinese and English.

A code is never reused for another meaning. First letter: P a printed relation (the digit after it is the
part of the report), B blanks, F the form, T title and dates, W words against tables, X what does not belong
in the text, Y from year to year, R reading; C is what `complete` says, L what `locate` says, A what a sum of
reports says, and the files that come in for it (declared beside them).
"""

from disclosure_report.across.rules import RULES as ACROSS
from disclosure_report.checks.advice import ADVICE
from disclosure_report.checks.doubts import DOUBTS
from disclosure_report.checks.pollution.rules import POLLUTION_RULES
from disclosure_report.checks.received import RECEIVED
from disclosure_report.checks.statements.rules import WORD_RULES
from disclosure_report.model.findings import Rule
from disclosure_report.model.forms import Form
from disclosure_report.relations.complete import RULES as COMPLETION
from disclosure_report.relations.locate import RULES as LOCATION


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
OUT_OF_ORDER = Rule(
    "R207",
    "hint",
    "“{part}”不在格式规定的次序上",
    "{part} stands out of the form's order",
)
OTHER_WORDING = Rule(
    "R208",
    "hint",
    "“{text}”是{other}年格式的标题，{form}年格式为“{official}”",
    "{text!r} is the heading of form {other}; form {form} has {official!r}",
    forms=(Form.Y2021,),  # the words of 〔2019〕60号 itself were not seen
)
UNWRITABLE = Rule(
    "R403",
    "warning",
    "文字中有{count}个任何文件都不能保存的字符，已去掉",
    "{count} characters that no file can hold were left out of the text",
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
WRONG_BYTES = Rule(
    "R405",
    "warning",
    "有{count}个字符的字节不合编码，以U+FFFD代替",
    "{count} characters whose bytes are not of the encoding; U+FFFD stands for them",
)

RULES = (
    *(ROW_TOTAL, OUTCOME_TOTAL, BALANCE, CASE_TOTAL),
    *(BLANK_TABLE, BLANK_CELLS),
    *ADVICE,
    *WORD_RULES,
    *POLLUTION_RULES,
    *(
        NO_REPORT,
        NO_AGENCY,
        NO_YEAR,
        SEVERAL_TITLES,
        DIFFERENT_AGENCY,
        DIFFERENT_YEAR,
        BAD_DETAIL,
        YEAR_OF_PERIOD,
        LIST_PAGE,
        ATTACHMENT,
        ERROR_PAGE,
        NO_PART,
        NO_TABLE,
        REPEATED_PART,
        CLOSE_HEADING,
        STRAYED,
        FORM_ASSUMED,
        OUT_OF_ORDER,
        OTHER_WORDING,
        UNWRITABLE,
        LEFT_OVER,
        PICTURE,
        OBJECTS,
        WRONG_BYTES,
    ),
    *DOUBTS,
    *COMPLETION,
    *LOCATION,
    *ACROSS,
    *RECEIVED,
)

CATALOGUE: dict[str, Rule] = {rule.code: rule for rule in RULES}
