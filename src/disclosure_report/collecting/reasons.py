"""Why a file cannot be read, in the words of the error, and in Chinese as far as its class tells."""

from disclosure_report.errors import (
    DamagedFileError,
    DisclosureReportError,
    FileTooLargeError,
    SeveralReportsError,
    UnknownMediumError,
    UnreadableError,
)


_KINDS: tuple[tuple[type[Exception], str], ...] = (
    (SeveralReportsError, "一份文件里有几份报告"),
    (FileTooLargeError, "文件太大"),
    (UnknownMediumError, "不能识别的文件类型"),
    (DamagedFileError, "文件已损坏、已加密或不是所称的类型"),
    (PermissionError, "没有打开文件的权限，或文件正被占用"),
    (OSError, "文件打不开"),
)


def kind_of(error: Exception) -> str:
    """What went wrong, in Chinese."""
    return next((words for kind, words in _KINDS if isinstance(error, kind)), "文件不能读取")


def reason_of(error: Exception) -> str:
    """Why a file cannot be read, without its name."""
    if isinstance(error, UnreadableError):
        return error.problem
    if isinstance(error, DisclosureReportError):
        return str(error)
    if isinstance(error, OSError):
        return error.strerror or str(error)
    return f"{type(error).__name__}: {error}"
