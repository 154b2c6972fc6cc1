"""The command `compare`: two reports, and a document that sets them side by side."""

import sys

from rich.markup import escape

from disclosure_report.cli.gather import refuse
from disclosure_report.cli.loading import FAILED, complain, failing, terminal, verdict
from disclosure_report.cli.show import show_findings, show_summary
from disclosure_report.cli.words import say
from disclosure_report.errors import InvalidValueError
from disclosure_report.front import compare, read, write
from disclosure_report.layout.recognise.reading import Reading
from disclosure_report.media.registry import medium_to_write
from disclosure_report.model.findings import Language


COMPARED_IN = "docx"  # the medium of a comparison


def compare_files(  # noqa: PLR0913  the command's own words
    this: str, last: str, target: str, threshold: str, lang: Language, *, chart: bool
) -> int:
    """Read both, show what is said between the years, write the document; gives the exit code.

    Raises:
        UsageError: the target is one of the two files, or a stream.
    """
    refuse({"output": target}, lang, without=(this, last))
    with failing():
        if medium_to_write(target, None).name != COMPARED_IN:
            raise InvalidValueError(target, f"a comparison is a file of {COMPARED_IN}")
        readings = [_read(name, lang) for name in (this, last)]
        comparison = compare(*readings)
        write(comparison, target, chart=chart)
    show_findings(terminal(), comparison.findings, lang)
    terminal().print(say("wrote", lang, name=target), highlight=False, markup=False)
    return verdict(comparison.findings, threshold)


def _read(name: str, lang: Language) -> Reading:
    """A report, with a line that says how many of its cells were read: the others stay blank."""
    reading = read(name)
    if not reading.is_report:
        complain(say("no report", lang, name=name))
        sys.exit(FAILED)
    terminal().print(say("read", lang, name=escape(name)), highlight=False)
    show_summary(terminal(), reading.summary, lang)
    return reading
