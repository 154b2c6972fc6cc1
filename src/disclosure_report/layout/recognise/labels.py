"""The labels of a table as a reader meets them, from the declarations; and which table they belong to."""

import re
from collections.abc import Sequence
from functools import cache, cached_property
from itertools import chain, cycle

from attrs import frozen

from disclosure_report.layout.recognise.digits import Block
from disclosure_report.layout.recognise.folding import fold, fold_without_note
from disclosure_report.model.declare import Declaration
from disclosure_report.model.tree import Node, Table


_NUMBER = re.compile(r"^[一二三四五六七\d](?=.{3})")
LONGEST_LABEL = 120  # characters, with a note behind it


@frozen(eq=False)
class Record:
    """A run of values under one label: usually a row; in a table of one row, all of it.

    *heads* gives the slot below a column's heads, folded; *groups* are the wordings of the label of the group
    of rows in which the record stands, folded.
    """

    label: str
    slots: tuple[int, ...]
    heads: dict[tuple[str, ...], int]
    groups: frozenset[str] = frozenset()

    @property
    def depth(self) -> int:
        """How many heads above each other tell its columns apart."""
        return len(next(iter(self.heads)))


@frozen(eq=False)
class Labels:
    """Every label of one table, folded: those that open a record, and those that are heads."""

    table: Table
    records: tuple[Record, ...]
    opens: dict[str, Record]
    heads: frozenset[str]
    blocks: dict[str, tuple[int, ...]]

    @cached_property
    def depth(self) -> int:
        """How many heads above each other tell columns apart."""
        return max(record.depth for record in self.records)

    @cached_property
    def order(self) -> list[list[str]]:
        """The wordings of the heads of the first row's columns, in the form's order."""
        return [_folded(cell) for cell in next(iter(self.table.lines)).children]

    @cached_property
    def columns(self) -> frozenset[str]:
        """The heads of columns."""
        return frozenset(words for record in self.records for *_, words in record.heads)

    @cached_property
    def spans(self) -> frozenset[str]:
        """Heads that stand above several columns."""
        cells = chain.from_iterable(line.children for line in self.table.lines)
        return frozenset(fold(cell.declaration.under) for cell in cells if cell.declaration.under)

    @cached_property
    def unnumbered(self) -> dict[str, str]:
        """Labels without the number that an editor makes by itself, where those are no other labels."""
        short = {without_number(label): label for label in (*self.opens, *self.heads)}
        return {words: label for words, label in short.items() if not self.knows(words)}

    @property
    def heads_in_line(self) -> bool:
        """Whether the heads of the columns stand in one row, so that linear text keeps their order."""
        return not self.spans

    def in_order(self, met: Sequence[str]) -> bool:
        """Whether the blocks of a table of one row, and the columns of a block, come in the form's order."""
        columns = [head for head in met if head in self.columns]
        # The heads of each block stand in the same order.
        if len(set(columns)) < len(columns) and not self._are_alike(columns):
            return False
        blocks = [[fold(words) for words in _block_names(line.declaration)] for line in self.table.lines]
        tops = dict.fromkeys(line.declaration.under or line.declaration.label for line in self.table.lines)
        return all(_rising(met, order) for order in (blocks, self.order, [[fold(top)] for top in tops]))

    def _are_alike(self, columns: Sequence[str]) -> bool:
        """Whether heads are those of the columns in the form's order, over and over."""
        return all(head in wordings for head, wordings in zip(columns, cycle(self.order), strict=False))

    def blocks_of(self, record: Record) -> list[Block]:
        """The columns of a record, each block with a total at its end or without."""
        cells = chain.from_iterable(line.children for line in self.table.lines)
        has_total = any(cell.declaration.sums for cell in cells)
        return [Block(len(record.slots) // self.repeats, has_total)] * self.repeats

    def block(self, heads: Sequence[str]) -> tuple[int, ...] | None:
        """The slots of the one block of a table of one row whose name and columns these heads are."""
        named = [slots for head in heads if (slots := self.blocks.get(head))]
        columns = [head for head in heads if head in self.columns]
        is_whole = len(columns) == len(self.order) and self._are_alike(columns)
        return next(iter(named)) if len(named) == 1 and is_whole else None

    def after(self, record: Record) -> Record | None:
        """The record that comes next in the form."""
        return next(iter(self.between(record, None)), None)

    def between(self, record: Record | None, following: Record | None) -> tuple[Record, ...]:
        """The records of the form that stand between two, behind one, or before one."""
        start = 0 if record is None else self.records.index(record) + 1
        end = len(self.records) if following is None else self.records.index(following)
        return self.records[start:end]

    def kinds(self, record: Record) -> tuple[str, ...]:
        """What kinds of number stand in the cells of a record."""
        return tuple(self.table.fields[slot].kind for slot in record.slots)

    def knows(self, folded: str) -> bool:
        """Whether the folded text is a label of this table."""
        return folded in self.opens or folded in self.heads

    def is_head(self, label: str) -> bool:
        """Whether a label heads columns: in part two, where each item has its own, so does its name."""
        return self.heads_in_line or label in self.columns or label in self.spans

    def spans_in_order(self, met: Sequence[str]) -> bool:
        """Whether a head above several columns stands behind the heads of the columns before them.

        The total at the end may stand anywhere.
        """
        heads = [cell.declaration for cell in next(iter(self.table.lines)).children]
        *order, _ = (fold(head.under or head.label) for head in heads)
        outer = [order.index(head) for head in met if head in order]
        return outer == sorted(set(outer))

    def are_pieces(self, text: str) -> bool:
        """Whether words are pieces of labels; those of the heads of columns must come in the form's order.

        >>> from disclosure_report.model.form2021 import Applications2021
        >>> from disclosure_report.model.tree import table
        >>> labels = labels_of(table("applications", Applications2021))
        >>> labels.are_pieces("社会 法律"), labels.are_pieces("法律 社会"), labels.are_pieces("律师 事务所")
        (True, False, False)
        """
        words = [folded for word in text.split() if (folded := fold(word))]
        others = (self.heads | self.opens.keys()) - self.columns
        cells = (cell for line in self.table.lines for cell in line.children)
        heads = [*dict.fromkeys(words for cell in cells for words in _folded(cell))]
        columns = iter(heads * self.repeats)
        return all(
            any(word in label for label in (columns if any(word in head for head in heads) else others))
            for word in words
        )

    @property
    def repeats(self) -> int:
        """How often the heads of the columns stand beside each other."""
        return len(self.table.lines) if self.table.facts.across else 1

    def is_upright(self, text: str) -> bool:
        """Whether a text may be one character of a label that is set upright."""
        return len(text) == 1 and any(text in head for head in self.heads if head not in self.columns)

    def misleads(self, head: str) -> bool:
        """Whether a head that is none of a row's own says something else: another row's, or unknown words."""
        return head in self.columns or not self.knows(head)

    def cell_key(self, text: str) -> str:
        """The key of a cell's text: a list's number may be missing, for it cannot stand elsewhere."""
        key = self.key(text)
        return self.unnumbered.get(key, key)

    def key(self, text: str) -> str:
        """The text folded; a label with a note in brackets behind it as the label."""
        folded = fold(text)
        if self.knows(folded) or len(text) > LONGEST_LABEL:
            return folded
        short = fold_without_note(text)
        return short if self.knows(short) else folded


def without_number(folded: str) -> str:
    """A folded label without its number.

    >>> without_number("1属于国家秘密"), without_number("四结转下年度继续办理"), without_number("自然人")
    ('属于国家秘密', '结转下年度继续办理', '自然人')
    """
    return _NUMBER.sub("", folded)


def _rising(met: Sequence[str], order: Sequence[list[str]]) -> bool:
    places = [number for number, wordings in enumerate(order) if any(words in met for words in wordings)]
    firsts = [min(met.index(words) for words in order[number] if words in met) for number in places]
    return firsts == sorted(firsts)


@cache
def labels_of(compiled: Table) -> Labels:
    """The labels of a table."""
    facts = compiled.facts
    heads = {facts.row_head, facts.band, facts.balance.sentence if facts.balance else ""}
    for node in _nodes(compiled.root):
        above = (node.declaration.under, node.declaration.section and node.declaration.section.label)
        heads.update(label for label in above if label)
        if not node.is_line:
            heads.update(_wordings(node.declaration))
    if facts.across:
        blocks = {
            fold(words): line.slots for line in compiled.lines for words in _block_names(line.declaration)
        }
        below = {
            (block, *head): slot
            for line in compiled.lines
            for block in _folded(line)
            for head, slot in _heads(line)
        }
        record = Record(facts.title, tuple(range(len(compiled.fields))), below)
        opens = {**{fold(head): record for head in heads if head}, **dict.fromkeys(blocks, record)}
        return Labels(compiled, (record,), opens, frozenset(), blocks)
    groups = {
        line.path: frozenset(_folded(group)) for group in compiled.root.groups() for line in group.children
    }
    records = {
        line.path: Record(line.declaration.label, line.slots, dict(_heads(line)), groups[line.path])
        for line in compiled.lines
    }
    opens = {
        fold(words): records[line.path] for line in compiled.lines for words in _wordings(line.declaration)
    }
    folded = frozenset(fold(head) for head in heads if head)
    return Labels(compiled, tuple(records.values()), opens, folded, {})


def _heads(line: Node) -> list[tuple[tuple[str, ...], int]]:
    """Each wording of a column's head, with the slot below it."""
    return [
        ((words,), cell.slot) for cell in line.children if cell.slot is not None for words in _folded(cell)
    ]


def _folded(node: Node) -> list[str]:
    return [fold(words) for words in _wordings(node.declaration)]


def _wordings(declaration: Declaration) -> tuple[str, ...]:
    return (declaration.label, *declaration.also)


def _block_names(declaration: Declaration) -> tuple[str, ...]:
    """The wordings of a block, also behind the head above it: 行政诉讼（复议后起诉）."""
    names = _wordings(declaration)
    return (*names, *(declaration.under + words for words in names if declaration.under))


def _nodes(node: Node) -> list[Node]:
    return [each for child in node.children for each in (child, *_nodes(child))]
