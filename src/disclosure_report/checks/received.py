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
    "交了{count}份，有{cells}个单元格不同，都留空，另外逐格列出：{names}",
    "sent {count} times; {cells} cells differ and are left blank, each is told by itself: {names}",
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
    "warning",
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
    "{label}：各文件不同，留空：{values}",
    "{label}: the files differ, and it is left blank: {values}",
)
TEXTS_CONTRADICT = Rule(
    "A310",
    "warning",
    "{part}：“{other}”与“{used}”不同，采用后者",
    "{part}: {other} differs from {used}; the latter is used",
)
FORMS_CONTRADICT = Rule(
    "A311",
    "error",
    "{part}：各文件的格式不同，整张表留空：{names}",
    "{part}: the files have it in different forms, and the table is left blank: {names}",
)
ID_OF_ANOTHER = Rule(
    "A312",
    "error",
    "机关代码“{text}”是“{agency}”的，报告的机关却是“{found}”，没有计入",
    "the agency_id {text} is that of {agency}, but the report is of {found}; it does not count",
)
ID_UNKNOWN = Rule(
    "A313",
    "warning",
    "机关代码“{text}”不是名册中“{agency}”的，按机关名称计入，请核对",
    "the agency_id {text} is not that of {agency} in the roster; it counts by its name: look at it",
)
AREA_TAKEN = Rule(
    "A314",
    "hint",
    "报告的机关写作“{found}”，按名册计入“{agency}”；名册没有写上级，地区不能核对",
    "its report is of {found}, taken for {agency} of the roster, whose area is not known: it has no parent",
)
OF_SEVERAL = Rule(
    "A315",
    "error",
    "可能是名册中几个机关的报告，没有计入：报告的机关是“{found}”，名册中有{names}",
    "it may be of several offices and does not count: its report is of {found}, the roster has {names}",
)
TOTAL_LACKS = Rule(
    "A316",
    "warning",
    "汇总缺{count}个机关：{names}",
    "the total lacks {count} offices: {names}",
)
BY_FILE_NAME = Rule(
    "A317",
    "hint",
    "报告没有写机关，按文件名或文件夹计入“{agency}”，请核对",
    "the report names no organ; by the name of its file or folder it counts for {agency}: look at it",
)
NO_NAME = Rule(
    "A321",
    "error",
    "名册这一行没有机关名称，或有任何文件都不能保存的字符，未采用",
    "a line without an agency, or with characters that no file can hold; it is left out",
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
TOO_MANY_CELLS = Rule(
    "A328",
    "error",
    "名册这一行的格数比表头多（多出“{text}”），未采用",
    "a line with more cells than heads ({text}); it is left out",
)
SEVERAL_TOPS = Rule(
    "A329",
    "warning",
    "上级“{text}”没有自己的一行，名册另有没有上级的{names}，请核对",
    "the parent {text} has no line of its own, and there are others without a parent: {names}; look at it",
)
PARENT_TAKEN = Rule(
    "A330",
    "warning",
    "上级“{text}”按名册计作“{agency}”，请核对",
    "the parent {text} is taken for {agency} of the roster; look at it",
)

RECEIVED = (
    *(MISSING, SENT_TWICE, SENT_DIFFERENT, OF_ANOTHER_OFFICE, OF_NO_OFFICE, NAME_TAKEN, OF_ANOTHER_YEAR),
    *(NOT_READ, CELLS_CONTRADICT, TEXTS_CONTRADICT, FORMS_CONTRADICT, ID_OF_ANOTHER, ID_UNKNOWN),
    *(AREA_TAKEN, OF_SEVERAL, TOTAL_LACKS, BY_FILE_NAME),
    *(NO_NAME, NAME_TWICE, NO_FILE_NAME, FILE_TWICE, NO_KIND, IN_CIRCLE, ID_TWICE, TOO_MANY_CELLS),
    *(SEVERAL_TOPS, PARENT_TAKEN),
)
