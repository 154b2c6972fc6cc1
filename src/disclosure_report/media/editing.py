"""A package of somebody else, changed in few parts: all others are copied as they lie there, not unpacked."""

import posixpath
from itertools import chain, count
from typing import Any

from attrs import define, field

from disclosure_report.errors import DamagedFileError
from disclosure_report.media.archive import Package, root_of
from disclosure_report.media.package import pack, packed, part
from disclosure_report.media.properties import CONTENT_TYPES, HEAD


_LONGEST_NAME = 65_535  # bytes of an entry's name
_RELATIONS = (
    f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'.encode()
)


@define
class Edits:
    """Changes to a package: the roots of its parts, which of them have changed, and parts that are new bytes.

    Relationships are known by the last word of their type: both of OOXML's namespaces have the same words.
    """

    package: Package
    roots: dict[str, Any] = field(factory=dict)
    changed: set[str] = field(factory=set)
    contents: dict[str, bytes] = field(factory=dict)

    def change(self, name: str, new: bytes | None = None) -> Any:
        """The root of a part that the caller will change."""
        self.changed.add(name)
        return self.root(name, new)

    def root(self, name: str, new: bytes | None = None) -> Any:
        """The root of a part; where the package has no such part, that of *new*.

        Raises:
            DamagedFileError: the part is no XML, or there is none and no *new*.
        """
        if name not in self.roots:
            is_new = new is not None and name not in self.package
            self.roots[name] = root_of(new or b"") if is_new else self.package.xml(name)
        return self.roots[name]

    def target(self, source: str, kind: str) -> str | None:
        """The part that a relationship of this kind leads to from *source*."""
        return next((self._resolved(source, each) for each in self._related(source, kind)), None)

    def target_of(self, source: str, reference: str) -> str | None:
        """The part that the relationship with this id leads to from *source*."""
        return next(
            (self._resolved(source, e) for e in self._related(source) if e.get("Id") == reference), None
        )

    def relate(self, source: str, kind: str, target: str) -> str:
        """Let a relationship lead from *source* to a part; gives its id. *kind* is its whole type."""
        root = self._relations(source)
        self.changed.add(_relations_of(source))
        used = {each.get("Id") for each in root}
        name = next(name for number in count(1) if (name := f"rId{number}") not in used)
        where = posixpath.relpath(f"/{target}", posixpath.dirname(f"/{source}"))
        root.append(
            root.makeelement(self._tag(root, "Relationship"), {"Id": name, "Type": kind, "Target": where})
        )
        return name

    def declare(self, name: str, content_type: str) -> None:
        """The content type of a part, where none is declared for it alone."""
        types = self.root(CONTENT_TYPES)
        if not any(each.get("PartName", "").lower() == f"/{name}".lower() for each in types):
            said = {"PartName": f"/{name}", "ContentType": content_type}
            self.changed.add(CONTENT_TYPES)
            types.append(types.makeelement(self._tag(types, "Override"), said))

    def declare_suffix(self, suffix: str, content_type: str) -> None:
        """The content type of all parts with a suffix, where none is declared."""
        types = self.root(CONTENT_TYPES)
        if not any(each.get("Extension", "").lower() == suffix for each in types):
            said = {"Extension": suffix, "ContentType": content_type}
            self.changed.add(CONTENT_TYPES)
            types.insert(0, types.makeelement(self._tag(types, "Default"), said))

    def free_name(self, pattern: str, first: str = "1") -> str:
        """The first name that no part has, with *first* or a number; case does not tell parts apart."""
        used = {name.lower() for name in (*self.package.names(), *self.changed, *self.contents)}
        numbers = chain([first], count(1))
        return next(name for number in numbers if (name := pattern.format(number)).lower() not in used)

    def data(self) -> bytes:
        """The bytes of the changed package: the same changes of the same bytes give the same bytes."""
        changed = {name: _serialised(self.roots[name]) for name in self.changed} | self.contents
        names = dict.fromkeys((*self.package.names(), *changed))
        if any(len(name.encode()) > _LONGEST_NAME for name in names):
            raise DamagedFileError(self.package.name, "has a part with a name that is too long")
        return pack(
            part(name, changed[name]) if name in changed else packed(name, *self.package.packed(name))
            for name in names
        )

    def _relations(self, source: str) -> Any:
        return self.root(_relations_of(source), _RELATIONS)

    def _related(self, source: str, kind: str | None = None) -> list[Any]:
        """The relationships of a part that stay inside the package."""
        return [
            each
            for each in self._relations(source)
            if each.get("TargetMode") != "External"
            and kind in {None, each.get("Type", "").rpartition("/")[2]}
        ]

    def _resolved(self, source: str, relation: Any) -> str:
        base = posixpath.dirname(f"/{source}")
        return posixpath.normpath(posixpath.join(base, relation.get("Target", ""))).lstrip("/")

    def _tag(self, root: Any, name: str) -> str:
        """The tag of a child in the namespace of the root."""
        namespace, closing, _ = root.tag.partition("}")
        if not closing:
            raise DamagedFileError(self.package.name, "its content types or relationships have no namespace")
        return f"{namespace}}}{name}"


def _relations_of(source: str) -> str:
    """The part that holds the relationships of another."""
    folder, name = posixpath.split(source)
    return f"{folder}/_rels/{name}.rels"


def _serialised(root: Any) -> bytes:
    from lxml import etree

    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data
