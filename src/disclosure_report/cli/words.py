"""What the command line itself says, in Chinese and English."""

from disclosure_report.model.findings import Language


WORDS = {
    "read": ("读取 {name}", "read {name}"),
    "cells": (
        "单元格 {cells}：读到 {read}，空白 {blank}，存疑 {doubtful}",
        "cells {cells}: {read} read, {blank} blank, {doubtful} in doubt",
    ),
    "no findings": ("没有问题", "nothing to report"),
    "counts": (
        "错误 {error}，警告 {warning}，提示 {hint}",
        "{error} errors, {warning} warnings, {hint} hints",
    ),
    "proved": (
        "由勾稽关系推出 {proved} 个空白，按声明填零 {declared} 个，仍空白 {blank} 个",
        "{proved} blanks proved by relations, {declared} declared 0, {blank} still blank",
    ),
    "wrote": ("写出 {name}", "wrote {name}"),
    "relations": (
        "勾稽关系 {total}：成立 {satisfied}，不成立 {violated}，未定 {undetermined}",
        "relations {total}: {satisfied} satisfied, {violated} violated, {undetermined} undetermined",
    ),
    "one file": ("{option} 只能和一份文件一起用", "{option} goes with one file alone"),
    "no report": ("{name}：不是年度报告，什么也没有写", "{name}: is no annual report; nothing was written"),
    "no rows": (
        "没有读到年度报告，未写 {name}",
        "no annual report was read; {name} was not written",
    ),
    "no stream": ("请给出文件名；不写到标准输出", "give the name of a file; standard output is not written"),
    "taken": (
        "{name} 是要读取或已要写的文件，不能覆盖",
        "{name} is read, or already written to; it cannot be written",
    ),
    "nothing in folder": (
        "文件夹中没有可以读取的文件（{suffixes}）",
        "the folder has no file that can be read ({suffixes})",
    ),
    "files": (
        "文件 {files}：年度报告 {reports}，不是年度报告 {others}，不能读取 {unread}",
        "files {files}: {reports} annual reports, {others} others, {unread} unreadable",
    ),
    "is no report": ("（不是年度报告）", "(no report)"),
    "column file": ("文件", "file"),
    "column agency": ("机关", "agency"),
    "column year": ("年份", "year"),
    "column read": ("读到", "read"),
    "column filled": ("补填", "filled"),
    "column blank": ("空白", "blank"),
    "column doubtful": ("存疑", "doubt"),
    "column error": ("错误", "errors"),
    "column warning": ("警告", "warnings"),
    "column hint": ("提示", "hints"),
    "forms": ("（只用于{forms}年格式）", "(form {forms} only)"),
    "no such code": ("没有这个代码：{codes}", "no such code: {codes}"),
    "number": ("序号", "no."),
    "about": ("内容", "about"),
    "findings": ("问题清单", "findings"),
    "expected": ("应为", "expected"),
    "found": ("实为", "found"),
    "suggestion": ("建议", "suggestion"),
    "state": ("处理情况", "state"),
    "remark": ("说明", "remark"),
    "state mended": ("已改正", "mended"),
    "state right": ("情况属实", "right as it is"),
    "state open": ("待处理", "open"),
    "out findings": ("问题清单.xlsx", "findings.xlsx"),
    "out total": ("汇总", "total"),
    "out parts": ("汇总明细.xlsx", "total-parts.xlsx"),
    "out rows": ("数据.csv", "rows.csv"),
    "out reports": ("报告", "reports"),
    "offices": ("各单位", "offices"),
    "earlier": ("以前的说明", "earlier remarks"),
    "column state": ("状态", "state"),
    "column files": ("文件", "files"),
    "counted": ("已计入", "counted"),
    "not counted": ("没有计入", "not counted"),
    "not sent": ("没有收到", "nothing sent"),
    "no office": ("（不在名册中）", "(of no office)"),
    "whole": ("（汇总）", "(total)"),
    "sum": ("合计", "sum"),
    "blanks": ("空白份数", "blanks"),
    "roster line": ("{name} {place}：{text}", "{name}, {place}: {text}"),
    "received": (
        "{year}，名册 {offices}：已计入 {counted}，没有计入 {rejected}，没有收到 {missing}；文件 {files}",
        "{year}, roster {offices}: {counted} counted, {rejected} not, {missing} sent nothing; {files} files",
    ),
    "total cells": (
        "汇总：{known} 个单元格有数，{blank} 个空白",
        "total: cells with a number {known}, blank {blank}",
    ),
    "outputs": (
        "{folder}：写出 {written}，没有变化 {unchanged}，删除 {removed}",
        "{folder}: {written} written, {unchanged} unchanged, {removed} removed",
    ),
    "output edited": (
        "{name}：写出后被人改过，保留不动",
        "{name}: changed by hand since it was written, and left as it is",
    ),
    "output kept": (
        "{name}：不是本程序写出的，或写出后被人改过，没有覆盖或删除；请看后移走",
        "{name}: not written by this program, or changed since, and kept; look at it and move it away",
    ),
    "output failed": ("{name}：没有写出：{reason}", "{name}: not written: {reason}"),
    "blank forms": (
        "表格 {forms}，其中 {carried} 份带上年结转",
        "{forms} forms, {carried} of them with what goes on from last year",
    ),
    "same folder": (
        "结果要写到另一个文件夹：{name}",
        "results go to another folder than {name}",
    ),
    "form or forms": (
        "请给出一个表格文件，或者名册和文件夹",
        "give the file of one form, or a roster and a folder",
    ),
    "of year": ("{year}年", "{year}"),
    "no year": ("年份不明", "year unknown"),
    "left out": (
        "{name}：是以前的结果，没有读取",
        "{name}: results of an earlier run, which are not read",
    ),
    "with roster": (
        "{option} 不能和名册一起用",
        "{option} does not go with a roster",
    ),
    "year of roster": ("请用 --year 给出年份", "give the year: --year"),
    "severity": ("级别", "severity"),
    "code": ("代码", "code"),
    "place": ("位置", "place"),
    "finding": ("问题", "finding"),
    "path": ("路径", "path"),
    "labels": ("单元格", "cell"),
    "value": ("值", "value"),
    "source": ("原文", "source"),
    "error": ("错误", "error"),
    "warning": ("警告", "warning"),
    "hint": ("提示", "hint"),
    "blank": ("空白", "blank"),
    "uncertain": ("列不能确定", "column uncertain"),
    "no number": ("不是数", "no number"),
    "no row": ("无此行", "no such row"),
    "no table": ("无此表", "no such table"),
    "step read": (
        "第一步 读取：只放确实在那里的值",
        "Step 1, read: only what stands there",
    ),
    "step prove": (
        "第二步 推出：勾稽关系能证明的空白",
        "Step 2, prove: the blanks that the relations prove",
    ),
    "step zero": (
        "第三步 声明：使用者声明其余空白为0",
        "Step 3, declare: the caller says that the other blanks are 0",
    ),
}


def say(phrase: str, lang: Language, /, **details: object) -> str:
    """One phrase in *lang*."""
    zh, en = WORDS[phrase]
    return (en if lang == "en" else zh).format(**details)
