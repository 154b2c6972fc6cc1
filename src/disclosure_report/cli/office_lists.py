"""Lists by office: findings to send back, who has sent what, and the parts of the total."""

import io
from collections.abc import Iterator

from attrs import evolve

from disclosure_report.across.aggregate import Aggregate
from disclosure_report.across.packed import layout
from disclosure_report.cli.loading import one_line
from disclosure_report.cli.tidy import Csv, tidy_rows
from disclosure_report.cli.words import say
from disclosure_report.cli.worklist import Worklist, remarks_in
from disclosure_report.collecting import Collection, Received
from disclosure_report.media.xlsx.listing import Column, Item, ListSheet, write_lists
from disclosure_report.model.findings import SEVERITIES, Language
from disclosure_report.model.parts import PART_LABEL, TABLE_PARTS


FIGURES = ("read", "blank", "doubtful")
# Word of `say` and width in half-width characters, of the sheet of all offices.
_COLUMNS = (
    ("column agency", 24),
    ("column state", 12),
    ("column files", 40),
    *((f"column {name}", 8) for name in (*FIGURES, *SEVERITIES)),
)
# The same of the sheets of the total's parts, before the columns of the offices.
_PARTS = (("labels", 60), ("sum", 10), ("blanks", 10))
_NUMBER = 10  # width of a column of numbers
_LONGEST_TITLE = 31  # characters of the name of a sheet


def state_of(office: Received) -> str:
    """The word of `say` for what became of an office's files."""
    if office.joined is not None:
        return "counted"
    return "not counted" if office.files else "not sent"


def files_of(office: Received) -> str:
    """The files of an office, those that count first."""
    return "、".join(map(one_line, office.files))


def figures_of(office: Received) -> dict[str, int]:
    """How many cells were read, and findings of each severity."""
    severities = [filed.finding.severity for filed in office.findings]
    counts: dict[str, int] = {severity: severities.count(severity) for severity in SEVERITIES}
    if office.reading is None:
        return counts
    summary = office.reading.summary
    return {name: getattr(summary, name) for name in FIGURES} | counts


def findings_book(collection: Collection, there: bytes | None, lang: Language) -> bytes:
    """All findings by office, with what was filled in before; then a line for each office."""
    offices = _offices(collection, lang)
    heads = [column.head for column in offices.columns]
    worklist = Worklist(lang, remarks_in(there, lang, heads) if there else ())
    for office in collection.offices:
        report = office.reading.report if office.reading else None
        worklist.add_all(office.findings, office.office.agency, collection.year, report)
    worklist.add_all(collection.others, say("no office", lang), collection.year, None)
    if collection.total:
        filed = [(None, finding) for finding in collection.total.findings]
        worklist.add_all(filed, say("whole", lang), collection.year, collection.total.report)
    return write_lists([*worklist.sheets(), offices])


def _offices(collection: Collection, lang: Language) -> ListSheet:
    columns = [Column(say(word, lang), width) for word, width in _COLUMNS]
    rows: list[tuple[Item, ...]] = []
    for office in collection.offices:
        figures = figures_of(office)
        numbers = (figures.get(name) for name in (*FIGURES, *SEVERITIES))
        rows.append((office.office.agency, say(state_of(office), lang), files_of(office), *numbers))
    return ListSheet(say("offices", lang), columns, rows, beside=1)


def parts_book(total: Aggregate, lang: Language) -> bytes:
    """What each office gave to each cell of the sum: a sheet for each table, a line for each cell."""
    return write_lists([*_parts(total, lang)])


def _parts(total: Aggregate, lang: Language) -> Iterator[ListSheet]:
    types = {source.types for source in total.sources}
    labels = {said.path: " / ".join(said.labels) for each in types for said in layout(each).fields}
    offices = [source.name for source in total.sources]
    columns = [Column(say(word, lang), width) for word, width in _PARTS]
    columns += [Column(name, _NUMBER) for name in offices]
    for part in TABLE_PARTS:
        rows: list[tuple[Item, ...]] = []
        for path, sum_of in total.totals.items():
            if path.startswith(f"{part.name}."):
                given = {name: value for name, _, value in total.parts(path)}
                rows.append((labels[path], sum_of.known, sum_of.blanks, *map(given.get, offices)))
        yield ListSheet(PART_LABEL[part.name][:_LONGEST_TITLE], columns, rows, beside=len(_PARTS))


def rows_csv(collection: Collection) -> bytes:
    """The tidy rows of all offices that count, under the names of the roster."""
    buffer = io.BytesIO()
    csv = Csv(buffer)
    for office in collection.offices:
        joined = office.joined
        if joined is not None:
            reading = evolve(
                joined.reading, report=joined.reading.report.replace(agency=office.office.agency)
            )
            findings = [filed.finding for filed in office.findings]
            csv.take({}, tidy_rows(reading, findings, joined.file_of_path))
    csv.end()
    return buffer.getvalue()
