"""Mutants: would the tests notice? `pip install cosmic-ray`, then `python benchmarks/mutants.py relations`.

cosmic-ray makes the mutants, each a small change of one file. Here they are run: each in a process of its own
that has loaded pytest, but nothing of ours, and compiles the changed text in place of the file. So nothing on
disk changes, and what a module computes when it is imported is computed anew. A mutant is killed when a test
fails, or when they take three times as long as without a change.

    python benchmarks/mutants.py [--every N] [--only TEXT] [--again FILE] [--thorough] ROOM ...

*--every* takes each Nth mutant, the same ones each time; *--only* those of files whose path has this text;
*--again* those that survived in an earlier run, whose output the file has; *--thorough* adds the slow tests.
"""

import argparse
import os
import resource
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib import import_module
from importlib.machinery import SourceFileLoader
from itertools import islice
from pathlib import Path
from types import CodeType

from attrs import frozen


os.environ["HYPOTHESIS_NO_PLUGINS"] = "1"  # an entry point would import the package before it is changed
sys.dont_write_bytecode = False  # what is unchanged is compiled once, not for each mutant

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "disclosure_report"

# One replacement for each operator of Python. Left out: "|", which is mostly between types, and decorators:
# without "frozen" nothing starts, without "cache" all is the same.
OPERATORS = (
    "AddNot",
    "ExceptionReplacer",
    "NumberReplacer",
    "ReplaceAndWithOr",
    "ReplaceBinaryOperator_Add_Sub",
    "ReplaceBinaryOperator_BitAnd_BitOr",
    "ReplaceBinaryOperator_Div_Mul",
    "ReplaceBinaryOperator_FloorDiv_Mul",
    "ReplaceBinaryOperator_Mod_Mul",
    "ReplaceBinaryOperator_Mul_Add",
    "ReplaceBinaryOperator_Sub_Add",
    "ReplaceBreakWithContinue",
    "ReplaceComparisonOperator_Eq_NotEq",
    "ReplaceComparisonOperator_GtE_Gt",
    "ReplaceComparisonOperator_Gt_GtE",
    "ReplaceComparisonOperator_IsNot_Is",
    "ReplaceComparisonOperator_Is_IsNot",
    "ReplaceComparisonOperator_LtE_Lt",
    "ReplaceComparisonOperator_Lt_LtE",
    "ReplaceComparisonOperator_NotEq_Eq",
    "ReplaceContinueWithBreak",
    "ReplaceFalseWithTrue",
    "ReplaceOrWithAnd",
    "ReplaceTrueWithFalse",
    "ReplaceUnaryOperator_Delete_Not",
    "ReplaceUnaryOperator_Delete_USub",
    "ZeroIterationForLoop",
)
TESTS = {
    "model": ["model", "layout/test_compose.py", "layout/test_shapes.py", "relations"],
    "relations": ["relations"],
    "across": ["across"],
    "collecting": ["collecting"],
    "layout": ["layout", "test_mark.py"],
}
SLOW = {  # with --thorough: they cost more than the rest together, and kill few that the rest does not
    "model": ["checks", "properties/test_promises.py", "properties/test_printed_tables.py", "testing"],
    "relations": ["checks", "properties/test_promises.py", "properties/test_printed_tables.py", "testing"],
    "layout": [
        "media/test_html.py",
        "media/test_docx_read.py",
        "media/test_text_out.py",
        "properties/test_shifted_tables.py",
        "properties/test_messy_pages.py",
        "properties/test_linear_text.py",
        "media/test_xlsx_read.py",
    ],
}
# A case is run in one encoding and one medium here: the others read the same manuscript.
TWICE = (
    "-gb18030",
    "gb18030-",
    "-utf-16",
    "utf-16-",
    "utf-8-sig-",
    "-crlf-",
    "-cr-",
    "-docx]",
    "million",
    "very_many",
)
ARGUMENTS = (
    "-x",
    "-q",
    "--hypothesis-profile=mutation",
    "--tb=no",
    "-p",
    "no:cacheprovider",
    "-W",
    "ignore::pytest.PytestAssertRewriteWarning",
    "-m",
    "not libreoffice and not browser and not corpus",
    "-k",
    " and ".join(f"not {name}" for name in TWICE),
    "--deselect=tests/properties/test_promises.py::test_the_same_report_gives_the_same_bytes_in_every_process",
    "--deselect=tests/properties/test_promises.py::test_threads_share_nothing",
    "--deselect=tests/testing/test_strategies.py::test_a_report_shrinks_to_what_tells",
    "--deselect=tests/testing/test_strategies.py::test_from_type_knows_a_report_without_an_import_of_the_strategies",
)
LIMIT = 300  # seconds of a processor, where nothing is known yet
LONGER = 3


@frozen
class Mutant:
    """One changed file."""

    room: str
    path: Path
    operator: str
    line: int
    code: str = ""

    @property
    def place(self) -> str:
        return f"{self.path.relative_to(SOURCE)}:{self.line} {self.operator}"

    def difference(self) -> str:
        """The lines before and after."""
        before, after = (text.splitlines() for text in (self.path.read_text(encoding="utf-8"), self.code))
        changed = [(old, new) for old, new in zip(before, after, strict=False) if old != new]
        return "\n".join(f"    - {old.strip()}\n    + {new.strip()}" for old, new in changed[:3])


def mutants_of(room: str, only: str = "", every: int = 1) -> Iterator[Mutant]:
    """Every mutant of a room that is still Python."""
    from cosmic_ray.ast import ast_nodes, get_ast_from_path
    from cosmic_ray.mutating import mutate_code
    from cosmic_ray.plugins import get_operator

    def places() -> Iterator[tuple[Path, str, int, int]]:
        for path in sorted((SOURCE / room).rglob("*.py")):
            if only not in path.as_posix():
                continue
            tree = get_ast_from_path(path)
            for name in OPERATORS:
                operator = get_operator(f"core/{name}")()
                positions = [place for node in ast_nodes(tree) for place in operator.mutation_positions(node)]
                for number, (start, _) in enumerate(positions):
                    yield path, name, number, start[0]

    for path, name, number, line in islice(places(), 0, None, every):
        source = path.read_text(encoding="utf-8")
        code = mutate_code(source, get_operator(f"core/{name}")(), number)
        if code is not None and code != source:
            yield Mutant(room, path, name, line, code)


def run(mutant: Mutant, limit: int) -> None:
    """In a process of its own: the tests against the changed file. It ends with the result."""
    original = SourceFileLoader.get_code

    def get_code(self: SourceFileLoader, name: str) -> CodeType | None:
        if Path(self.path) == mutant.path:
            compiled: CodeType = compile(mutant.code, self.path, "exec")
            return compiled
        return original(self, name)

    setattr(SourceFileLoader, "get_code", get_code)  # noqa: B010  a type checker refuses the plain form
    import pytest

    with open(os.devnull, "w") as nowhere:  # noqa: PTH123
        os.dup2(nowhere.fileno(), 1)
        os.dup2(nowhere.fileno(), 2)
        resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 1))
        try:  # before pytest does: it would load a file that it is given by itself
            import_module(".".join(mutant.path.relative_to(ROOT / "src").with_suffix("").parts))
        except Exception:  # noqa: BLE001  whatever it is, somebody would notice
            os._exit(1)
        tests = [str(mutant.path), *(f"tests/{name}" for name in TESTS[mutant.room])]
        result = pytest.main([*tests, *ARGUMENTS])
    os._exit(int(result))


def results(mutants: Iterable[Mutant], limit: int = LIMIT) -> Iterator[tuple[Mutant, str, float]]:
    """Each mutant, what became of it, and in how many seconds; as many at a time as there are processors."""
    running: dict[int, Mutant] = {}
    waiting = iter(mutants)
    following = next(waiting, None)
    while running or following is not None:
        if following is not None and len(running) < (os.cpu_count() or 1):
            child = os.fork()
            if not child:
                run(following, limit)
            running[child] = following
            following = next(waiting, None)
            continue
        child, status, used = os.wait3(0)
        code = os.waitstatus_to_exitcode(status)
        result = {0: "survived", -signal.SIGXCPU: "too slow", -signal.SIGKILL: "too slow"}.get(code, "killed")
        yield running.pop(child), result, used.ru_utime + used.ru_stime


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("rooms", nargs="*", default=[*TESTS])
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--only", default="")
    parser.add_argument("--again", type=Path)
    parser.add_argument("--thorough", action="store_true")
    chosen = parser.parse_args()
    import docx, hypothesis, lxml.html, openpyxl, pytest  # noqa: E401, F401, I001  loaded once for all

    if any(name.startswith("disclosure_report") for name in sys.modules):
        sys.exit("the package is loaded already, so no mutant would be seen")
    os.chdir(ROOT)
    for room in chosen.rooms:
        if chosen.thorough:
            TESTS[room] += SLOW[room]
        path = SOURCE / room / "__init__.py"
        [(_, unchanged, seconds)] = results(
            [Mutant(room, path, "nothing", 0, path.read_text(encoding="utf-8"))]
        )
        if unchanged != "survived":
            sys.exit(f"{room}: the tests fail without any change")
        start, counts = time.monotonic(), Counter[str]()
        found = [*mutants_of(room, chosen.only, chosen.every)]
        if chosen.again:
            earlier = chosen.again.read_text(encoding="utf-8")
            found = [each for each in found if f"{each.operator}\n{each.difference()}" in earlier]
        for mutant, result, _ in results(found, int(LONGER * seconds) + 1):
            counts[result] += 1
            if result == "survived":
                print(f"{counts.total()} of {len(found)} {mutant.place}\n{mutant.difference()}", flush=True)
        killed = len(found) - counts["survived"]
        minutes = (time.monotonic() - start) / 60
        print(f"{room}: {killed} of {len(found)} killed, {dict(counts)}, {minutes:.0f} minutes", flush=True)


if __name__ == "__main__":
    main()
