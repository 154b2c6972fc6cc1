"""A folder of results: only what changed is written, and what somebody else changed there is left alone.

A hidden file beside the results has a line for each that was ever written: what tells its content, and its
name. It gets its line before the result is written, so that a run that is interrupted is known to the next.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Literal, NamedTuple, TypeAlias

from disclosure_report.checks.names import same_name
from disclosure_report.collecting.file_names import may_be_file_name
from disclosure_report.collecting.reasons import reason_of
from disclosure_report.media.files import digest_of, put


_LINE = re.compile(r"([0-9a-f]{64})  (.+)")

# Gives the bytes of a result; it gets those that are there, None for none.
Make: TypeAlias = Callable[[bytes | None], bytes]
# "edited" by hand, with nothing new to write; "kept" as it is not ours to replace or remove.
State: TypeAlias = Literal["written", "unchanged", "edited", "kept", "failed", "removed"]


class Output(NamedTuple):
    """A result: its name in the folder, what makes it, whether it takes over what was changed by hand."""

    name: str
    make: Make
    merges: bool = False


class Outcome(NamedTuple):
    """What became of a result; *reason* says why it failed."""

    name: str
    state: State
    reason: str = ""


def write_outputs(
    folder: Path,
    outputs: Iterable[Output],
    journal: str,
    *,
    removes: bool = False,
    spared: Collection[str] = (),
) -> Iterator[Outcome]:
    """Write each of *outputs*, whole or not at all; one that fails does not stop the others.

    *journal* is the name of the hidden file. What was written before and is not among *outputs* is removed
    where that is asked for, unless it was changed since or is one of *spared*.

    Raises:
        OSError: the folder cannot be made, or its hidden file not be read.
    """
    folder.mkdir(parents=True, exist_ok=True)
    kept = _Journal(folder / journal)
    made = set(map(same_name, spared))
    for output in outputs:
        made.add(same_name(output.name))
        yield _written(folder, output, kept)
    for name in [*kept.known] if removes else ():
        if same_name(name) not in made:
            yield from _removed(folder, name, kept)
    try:
        kept.compact(folder)
    except OSError as error:
        yield Outcome(journal, "failed", reason_of(error))


def _written(folder: Path, output: Output, journal: "_Journal") -> Outcome:
    path = folder / output.name
    try:
        there = path.read_bytes() if path.exists() else None
        data = output.make(there)
        if data == there:
            return Outcome(output.name, "unchanged")
        if there is not None and not output.merges and not journal.knows(output.name, there):
            # What would be written is what was written before: then nothing but the hand's work is new.
            return Outcome(output.name, "edited" if journal.knows(output.name, data) else "kept")
        journal.add(output.name, data)
        path.parent.mkdir(parents=True, exist_ok=True)
        put(data, path)
    except Exception as error:  # noqa: BLE001  a library that fails to write raises what it likes
        return Outcome(output.name, "failed", reason_of(error))
    return Outcome(output.name, "written")


def _removed(folder: Path, name: str, journal: "_Journal") -> Iterator[Outcome]:
    path = folder / name
    try:
        if path.is_file():
            is_ours = journal.knows(name, path.read_bytes())
            if is_ours:
                path.unlink()
            yield Outcome(name, "removed" if is_ours else "kept")
    except OSError as error:
        yield Outcome(name, "failed", reason_of(error))


class _Journal:
    """What was written into a folder; a line that is none of ours, or half of one, is not looked at."""

    def __init__(self, path: Path) -> None:
        self._path = path
        text = path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""
        self.known: dict[str, list[str]] = {}
        for digest, name in _lines(text):
            self.known.setdefault(name, []).append(digest)

    def knows(self, name: str, data: bytes) -> bool:
        """Whether these bytes were written under this name."""
        return digest_of(data).hex() in self.known.get(name, ())

    def add(self, name: str, data: bytes) -> None:
        """Note what is about to be written; the line end in front ends what an interrupted run began."""
        digest = digest_of(data).hex()
        if self.known.get(name, [])[-1:] != [digest]:
            with self._path.open("a", encoding="utf-8", newline="\n") as file:
                file.write(f"\n{digest}  {name}\n")
            self.known.setdefault(name, []).append(digest)

    def compact(self, folder: Path) -> None:
        """Keep the last line of each result that is still there."""
        there = {name: digests[-1] for name, digests in self.known.items() if (folder / name).is_file()}
        text = "".join(f"{digest}  {name}\n" for name, digest in sorted(there.items())).encode()
        if not self._path.exists() or self._path.read_bytes() != text:
            put(text, self._path)


def _lines(text: str) -> Iterator[tuple[str, str]]:
    """The digests and names of a journal; a name never leads out of the folder."""
    for line in text.splitlines():
        found = _LINE.fullmatch(line)
        if found and all(map(may_be_file_name, found[2].split("/"))):
            yield found[1], found[2]


def counted(outcomes: Iterable[Outcome]) -> Mapping[State, list[Outcome]]:
    """The outcomes by what became of them."""
    found: dict[State, list[Outcome]] = {}
    for each in outcomes:
        found.setdefault(each.state, []).append(each)
    return found
