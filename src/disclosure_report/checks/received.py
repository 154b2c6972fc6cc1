"""What is said of the files that offices send: every code with its sentence, in the order of the codes."""

from disclosure_report.model.findings import Rule


MISSING = Rule("A301", "error", "没有收到“{agency}”的报告", "nothing has come from {agency}")
SENT_TWICE = Rule(
    "A302",
    "warning",
    "交了{count}份，数字相同，只计一次：{names}",
    "sent {count} times with the same numbers, which count once: {names}",
)
SENT_DIFFERENT = Rule(
    "A303",
    "error",
    "交了{count}份，{cells}个单元格的数不同，都留空，如“{first}”：{values}（{names}）",
    "sent {count} times; {cells} cells differ and are left blank, such as {first}: {values} ({names})",
)
OF_ANOTHER_OFFICE = Rule(
    "A304",
    "error",
    "文件名是“{agency}”，报告的机关却是“{found}”，没有计入",
    "the file is named as that of {agency}, but its report is of {found}; it does not count",
)
OF_NO_OFFICE = Rule(
    "A305",
    "error",
    "不能确定是名册中哪个机关的报告，没有计入：报告的机关是“{found}”",
    "of which office of the roster this is cannot be told; it does not count: its report is of {found}",
)
NAME_TAKEN = Rule(
    "A306",
    "hint",
    "报告的机关写作“{found}”，按名册计入“{agency}”，请核对",
    "its report is of {found}, which is taken for {agency} of the roster; look at it",
)
OF_ANOTHER_YEAR = Rule(
    "A307",
    "error",
    "是{found}年的报告，不是{year}年的，没有计入",
    "a report of {found}, not of {year}; it does not count",
)
NOT_READ = Rule(
    "A308",
    "error",
    "{kind}，没有计入（{reason}）",
    "cannot be read and does not count: {reason}",
)
CELLS_CONTRADICT = Rule(
    "A309",
    "error",
    "{label}：各文件的数不同，留空：{values}",
    "{label}: the files have different numbers, and it is left blank: {values}",
)
TEXTS_CONTRADICT = Rule(
    "A310",
    "warning",
    "{part}：“{other}”的文字与“{used}”不同，采用后者",
    "{part}: the text of {other} differs from that of {used}; the latter is used",
)
FORMS_CONTRADICT = Rule(
    "A311",
    "error",
    "{part}：各文件的格式不同，整张表留空：{names}",
    "{part}: the files have it in different forms, and the table is left blank: {names}",
)
NO_NAME = Rule(
    "A321",
    "error",
    "名册这一行的机关名称空白或不能用，未采用",
    "a line without a usable agency; it is left out",
)
NAME_TWICE = Rule(
    "A322",
    "error",
    "名册中“{agency}”不止一行，只采用第一行",
    "{agency} stands more than once in the roster; only the first line is used",
)
NO_FILE_NAME = Rule(
    "A323",
    "error",
    "“{text}”不能作文件名，名册这一行未采用；请在“文件名”一列另写",
    "{text!r} cannot be the name of a file; the line is left out: give another in the column file",
)
FILE_TWICE = Rule(
    "A324",
    "error",
    "文件名“{text}”前面已有，名册这一行未采用",
    "the file name {text} is taken by a line above; the line is left out",
)
NO_KIND = Rule(
    "A325",
    "error",
    "类型“{text}”不是政府、部门、乡镇之一，名册这一行未采用",
    "the kind {text!r} is none of government, department, township; the line is left out",
)
IN_CIRCLE = Rule(
    "A326",
    "error",
    "“{agency}”的上级又是它自己的下级，名册这一行的上级未采用",
    "{agency} stands under itself; its parent is left out",
)
ID_TWICE = Rule(
    "A327",
    "error",
    "机关代码“{text}”前面已有，名册这一行未采用",
    "the agency_id {text} is taken by a line above; the line is left out",
)

RECEIVED = (
    *(MISSING, SENT_TWICE, SENT_DIFFERENT, OF_ANOTHER_OFFICE, OF_NO_OFFICE, NAME_TAKEN, OF_ANOTHER_YEAR),
    *(NOT_READ, CELLS_CONTRADICT, TEXTS_CONTRADICT, FORMS_CONTRADICT),
    *(NO_NAME, NAME_TWICE, NO_FILE_NAME, FILE_TWICE, NO_KIND, IN_CIRCLE, ID_TWICE),
)
