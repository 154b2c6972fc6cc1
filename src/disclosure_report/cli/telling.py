"""What is said of a roster and of a folder of results."""

from collections.abc import Iterable
from pathlib import Path

from disclosure_report.cli.loading import complain, one_line, terminal
from disclosure_report.cli.outputs import Outcome, State, counted
from disclosure_report.cli.words import say
from disclosure_report.collecting import Roster
from disclosure_report.collecting.receive import Sorted
from disclosure_report.model.findings import Language


def tell_roster(roster: Roster, name: str, lang: Language) -> None:
    """A line for each line of the roster that is left out."""
    for finding in roster.findings:
        place = finding.place.text(lang) if finding.place else ""
        complain(say("roster line", lang, name=Path(name).name, place=place, text=finding.text(lang)))


def is_wrong(roster: Roster) -> bool:
    """Whether lines of a roster are not used."""
    return any(finding.severity == "error" for finding in roster.findings)


def tell_doubts(before: Sorted | None, lang: Language) -> None:
    """What was doubtful about last year's files: whose they are, and what of them counts."""
    for name, finding in before.doubts if before else ():
        complain(f"{name}: {finding.text(lang)}")


def tell_outputs(outcomes: Iterable[Outcome], folder: str, lang: Language) -> bool:
    """What became of the results; gives whether all are there as they should be."""
    found = counted(outcomes)
    for each in found.get("edited", ()):
        complain(say("output edited", lang, name=each.name))
    for each in found.get("kept", ()):
        complain(say("output kept", lang, name=each.name))
    for each in found.get("failed", ()):
        complain(say("output failed", lang, name=each.name, reason=each.reason))
    states: tuple[State, ...] = ("written", "unchanged", "removed")
    counts = {state: len(found.get(state, ())) for state in states}
    line = say("outputs", lang, folder=one_line(folder), **counts)
    terminal().print(line, markup=False, soft_wrap=True)
    return not found.get("kept") and not found.get("failed")
