"""The command line: `disclosure-report demo | convert | check | read` (extra ``[cli]``)."""

import sys


def main() -> None:
    """Run the command line; says how to install what it needs where that is missing."""
    try:
        from disclosure_report.cli.commands import commands
    except ModuleNotFoundError as error:
        if error.name not in {"click", "rich"}:
            raise
        sys.exit(f'{error.name} is missing: pip install "disclosure-report[cli]"')
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a terminal without Chinese shows "?", never a traceback
    commands(prog_name="disclosure-report")


__all__ = ["main"]
