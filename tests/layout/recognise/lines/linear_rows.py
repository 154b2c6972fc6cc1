"""The rows of linear text, each in one line: what stands behind its label, and how sure it is."""

import disclosure_report as dr
from disclosure_report.blocks import Paragraph, Place
from disclosure_report.layout.recognise.found import Found, Occurrence
from disclosure_report.layout.recognise.labels import Labels, labels_of
from disclosure_report.layout.recognise.lines.pipes import cells_of
from disclosure_report.layout.recognise.lines.sorting import find_in_lines
from disclosure_report.model.registry import TABLES
from disclosure_report.model.tree import table


_PARTS = {"二": "proactive_disclosure", "三": "applications", "四": "disputes"}


def labels_in(part: str, form: dr.Form = dr.Form.Y2021) -> Labels:
    """The labels of a part, of which the numeral is said."""
    name = _PARTS[part]
    return labels_of(table(name, TABLES[form][name]))


def found_in(part: str, *lines: str, form: dr.Form = dr.Form.Y2021) -> Found:
    """What is found in the lines of a part."""
    numbered = enumerate("\n".join(lines).split("\n"), start=1)
    found = Found()
    cells = cells_of([Paragraph(line, place=Place(line=number)) for number, line in numbered])
    find_in_lines(labels_in(part, form), cells, found)
    return found


def occurrences_in(part: str, *lines: str, form: dr.Form = dr.Form.Y2021) -> list[Occurrence]:
    """The rows, those of a label together, in the order of the page."""
    return [each for rows in found_in(part, *lines, form=form).occurrences.values() for each in rows]


def rows_in(part: str, *lines: str, form: dr.Form = dr.Form.Y2021) -> list[str]:
    """The rows as words: ``_`` for an empty cell, ``?`` behind values in doubt, ``given`` without a label."""
    return [_said(each) for each in occurrences_in(part, *lines, form=form)]


def left_in(part: str, *lines: str, form: dr.Form = dr.Form.Y2021) -> list[str]:
    """What belongs to no row."""
    return [getattr(block, "text", "") for block in found_in(part, *lines, form=form).left_over]


def _said(row: Occurrence) -> str:
    texts = [text or "_" for text in row.texts]
    return " ".join([row.record.label, *texts, *["?"] * row.doubt, *["given"] * row.is_given])
