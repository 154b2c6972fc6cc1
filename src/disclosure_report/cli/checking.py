"""The command `check`: findings of each file, a table of all files, lists for programs and offices."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from attrs import evolve, frozen
from rich.markup import escape

from disclosure_report.checks.baseline import Baseline, Known
from disclosure_report.checks.choice import EVERYTHING, Choice
from disclosure_report.checks.subject import AgencyKind
from disclosure_report.cli.entries import Entry, entry_of, plain
from disclosure_report.cli.gather import gather, is_folder, refuse
from disclosure_report.cli.lines import FileLine, line_of, show_files
from disclosure_report.cli.loading import (
    FAILED,
    Loaded,
    Unread,
    attempt,
    complain,
    one_line,
    progress,
    tell_written,
    terminal,
)
from disclosure_report.cli.options import Settings
from disclosure_report.cli.show import show_loaded
from disclosure_report.cli.tidy import NOT_IN_UTF8
from disclosure_report.cli.worklist import Worklist
from disclosure_report.errors import InvalidValueError
from disclosure_report.front import check as check_report
from disclosure_report.front import read as read_report
from disclosure_report.front.marking import marked
from disclosure_report.media.files import put_all, take
from disclosure_report.model.findings import Finding, Language
from disclosure_report.model.report import Report


@frozen
class Wanted:
    """What is looked at, and which findings are told."""

    choice: Choice
    baseline: Baseline
    previous: Report | None = None
    kind: AgencyKind | None = None

    @classmethod
    def of(
        cls,
        select: Sequence[str],
        ignore: Sequence[str],
        baseline: str | None,
        previous: str | None,
        kind: AgencyKind | None,
    ) -> "Wanted":
        """From the options as they were given.

        Raises:
            DisclosureReportError: a code, baseline or report that is none.
            OSError: a file that cannot be opened.
        """
        choice = Choice.of(codes_of(select), codes_of(ignore))
        known = Baseline.read(take(baseline), baseline) if baseline is not None else Baseline()
        last = read_report(previous) if previous is not None else None
        if last is not None and not last.is_report:
            raise InvalidValueError(str(previous), "is no annual report")
        return cls(choice, known, last.report if last else None, kind)

    def findings(self, loaded: Loaded) -> tuple[Finding, ...]:
        """What reading said, what checks say, what filling in said; of what is no report, why it is none."""
        if not loaded.reading.is_report:
            return loaded.findings
        report = loaded.reading.report
        return tuple(
            finding
            for finding in all_findings(loaded, self.previous, self.kind, self.choice)
            if finding.code in self.choice and not self.baseline.knows(finding, report)
        )


def all_findings(
    loaded: Loaded,
    previous: Report | None = None,
    kind: AgencyKind | None = None,
    choice: Choice = EVERYTHING,
) -> tuple[Finding, ...]:
    """What reading said, what checks say, what filling in said; checks are silent on what is told alone."""
    reading = loaded.reading
    if not reading.is_report:
        return loaded.findings
    told = tuple(finding for finding in reading.findings if finding.code in choice)
    found = check_report(evolve(reading, findings=told), previous, kind=kind)
    return (*told, *found, *loaded.findings[len(reading.findings) :])


def refuse_inputs(targets: Mapping[str, str | None], inputs: Mapping[str, Any], lang: Language) -> None:
    """Last year's report and the baseline are read alone; only a baseline may grow where it stands.

    Raises:
        UsageError: a target is one of them.
    """
    for kind, target in targets.items():
        others = [inputs["previous"]] if kind == "baseline" else [inputs["previous"], inputs["baseline"]]
        if target is not None:
            refuse({kind: target}, lang, without=filter(None, others))


def check_files(
    names: Sequence[str],
    settings: Settings,
    wanted: Wanted,
    targets: Mapping[str, str],
) -> int:
    """Check what *names* name, show and write it; gives the exit code.

    Raises:
        UsageError: a target is itself checked, or given twice.
    """
    refuse(targets, settings.lang, without=names)
    files, unread = gather(names, settings.lang, without=targets.values())
    many = len(files) + len(unread) > 1 or any(map(is_folder, names))
    console = terminal()
    collected = _Collected(settings, wanted, targets)
    lines: list[FileLine] = []
    codes: list[int] = []
    with progress(files, shown=True) as each:
        for outcome in chain(unread, (attempt(file, settings) for file in each)):
            findings = collected.take(outcome)
            if isinstance(outcome, Unread):
                complain(f"{outcome.name}: {outcome.reason}")
                codes.append(FAILED)
                continue
            if findings or not many:
                console.rule(escape(one_line(outcome.name)), align="left", characters="—")
                show_loaded(console, outcome, findings, settings.lang)
            lines.append(line_of(outcome, findings))
            codes.append(outcome.verdict(findings, settings.threshold))
    if many:
        show_files(terminal(fit=False), lines, len(files), settings.lang)
    for target in collected.write():
        tell_written(target, settings.lang)
    return max(codes)


class _Collected:
    """What the files that are to be written will hold."""

    def __init__(self, settings: Settings, wanted: Wanted, targets: Mapping[str, str]) -> None:
        self._settings, self._wanted, self._targets = settings, wanted, targets
        self._entries: list[str] = []
        self._worklist = Worklist(settings.lang)
        self._known: list[Known] = []
        self._marked: bytes | None = None

    def take(self, outcome: Loaded | Unread) -> tuple[Finding, ...]:
        """The findings of a file, kept as far as they are asked for."""
        findings = () if isinstance(outcome, Unread) else self._wanted.findings(outcome)
        if "json" in self._targets:
            self._entries.append(_json(entry_of(outcome, findings, self._settings.lang)))
        if "xlsx" in self._targets:
            self._worklist.add(outcome, findings)
        if "marked" in self._targets and isinstance(outcome, Loaded):
            lang = self._settings.lang
            self._marked = marked(outcome.reading, findings, self._targets["marked"], lang)
        if "baseline" in self._targets and isinstance(outcome, Loaded) and outcome.reading.is_report:
            self._known += self._wanted.baseline.new(findings, outcome.reading.report)
        return findings

    def write(self) -> Iterator[str]:
        """Write all, whole or not at all; gives the names."""
        made: dict[str, Callable[[], bytes]] = {
            "json": lambda: ('{"files": [\n' + ",\n".join(self._entries) + "\n]}\n").encode(
                errors=NOT_IN_UTF8
            ),
            "xlsx": self._worklist.data,
            "marked": lambda: self._marked or b"",
            "baseline": lambda: self._wanted.baseline.grown(self._known).text().encode(),
        }
        targets = dict(self._targets)
        if self._marked is None:  # the file could not be read, so there is nothing to copy
            targets.pop("marked", None)
        put_all([(made[kind](), target) for kind, target in targets.items()])
        yield from targets.values()


def _json(entry: Entry) -> str:
    return json.dumps(entry, ensure_ascii=False, default=plain)


def codes_of(given: Sequence[str]) -> list[str]:
    """Codes, each given by itself or several with commas between them, in small or capital letters."""
    return [code.strip().upper() for each in given for code in each.split(",") if code.strip()]
