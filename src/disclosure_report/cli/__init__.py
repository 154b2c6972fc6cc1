"""The command line: `disclosure-report demo | convert | check | read` (extra ``[cli]``)."""

import sys


def main() -> None:
    """Run the command line; says how to install what it needs where that is missing."""
    try:
        from disclosure_report.cli.commands import commands
        from disclosure_report.cli.loading import FAILED
    except ModuleNotFoundError as error:
        if error.name not in {"click", "rich"}:
            raise
        sys.exit(f'{error.name} is missing: pip install "disclosure-report[cli]"')
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a terminal without Chinese shows "?", never a traceback
    try:
        commands(prog_name="disclosure-report")
    except Exception as error:  # noqa: BLE001  the last edge: one line, and not the exit code of findings
        sys.stderr.write(f"disclosure-report: {type(error).__name__}: {error}\n")
        sys.exit(FAILED)


__all__ = ["main"]
