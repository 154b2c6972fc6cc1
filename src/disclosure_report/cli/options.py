"""The options that every command has that reads a file."""

from collections.abc import Callable
from typing import Any, TypeVar

import click
from attrs import frozen

from disclosure_report.collecting.collect import BLANKS, Blanks
from disclosure_report.model.findings import SEVERITIES, Language


F = TypeVar("F", bound=Callable[..., Any])

language = click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", show_default=True)
threshold = click.option(
    "--threshold",
    type=click.Choice([*SEVERITIES, "never"]),
    default="warning",
    show_default=True,
    help="Exit with 1 when a finding is at least this grave.",
)

BLANKS_HELP = "Blank cells: as read; filled where relations prove them; then 0 in the others."
_OPTIONS = (
    click.option(
        "--blanks",
        type=click.Choice(BLANKS),
        default="keep",
        show_default=True,
        help=BLANKS_HELP,
    ),
    click.option("--agency", help="The administrative organ, where you know it."),
    click.option("--year", type=int, help="The year, where you know it."),
    click.option("--medium", help="What kind of file is read, where suffix and content do not tell."),
    click.option("--encoding", help="The encoding of a text page, where you know it."),
    threshold,
    language,
)


@frozen
class Settings:
    """The options as they were given."""

    blanks: Blanks
    agency: str | None
    year: int | None
    medium: str | None
    encoding: str | None
    threshold: str
    lang: Language


def reads(command: F) -> F:
    """Give a command these options."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command
