"""The reference pages that derive from the declarations: every path of a form, and every code."""

from collections.abc import Iterator
from pathlib import Path

from disclosure_report.checks.catalogue import RULES
from disclosure_report.checks.pages import Page, page_of
from disclosure_report.model.forms import Form
from disclosure_report.model.registry import TABLES, fields
from disclosure_report.model.report import Report
from disclosure_report.model.tree import Field
from disclosure_report.relations.evaluate import evaluate


PARTS = {part: f"`{part}`" for part in TABLES[Form.Y2021]}


def write(folder: Path) -> None:
    folder.mkdir(exist_ok=True, parents=True)
    for form in Form:
        (folder / f"form-{form.value}.md").write_text("\n".join(form_page(form)), encoding="utf-8")
    (folder / "codes.md").write_text("\n".join(codes_page()), encoding="utf-8")


def form_page(form: Form) -> Iterator[str]:
    yield f"# Form {form.value} ({form.notice})\n"
    yield f"`Form.{form.name}` has {len(fields(form))} cells and {len(evaluate(_blank(form)))} relations.\n"
    for part, name in PARTS.items():
        yield f"## {name}\n"
        yield "| path | printed labels | unit | kind | total | legal basis |"
        yield "|---|---|---|---|---|---|"
        for said in fields(form):
            if said.path.startswith(part + "."):
                yield _row(part, said)
        yield ""
    yield "## Relations\n"
    yield "| code | of | left side | right side |"
    yield "|---|---|---|---|"
    for each in evaluate(_blank(form)):
        relation = each.relation
        sides = (_side(relation.left), _side(relation.right))
        yield f"| {relation.code} | {relation.label} | {sides[0]} | {sides[1]} |"


def _blank(form: Form) -> Report:
    return Report.blank(None, None, form)


def _row(part: str, said: Field) -> str:
    path = said.path.removeprefix(part + ".")
    total = "yes" if said.is_total else ""
    return (
        f"| `{path}` | {' / '.join(said.labels)} | {said.unit} | {said.kind} | {total} | {said.basis or ''} |"
    )


def _side(paths: tuple[str, ...]) -> str:
    """At most two paths; longer sides are the cells above the total."""
    if len(paths) > 2:  # noqa: PLR2004
        return f"`{paths[0]}` … `{paths[-1]}` ({len(paths)} cells)"
    return " + ".join(f"`{path}`" for path in paths)


def codes_page() -> Iterator[str]:
    yield "# Codes\n"
    yield "What reading (R), completing (C), locating (L) and checks (the others) say. No code is reused."
    yield "`disclosure-report explain P303` prints a page of it.\n"
    yield "| code | severity | forms | what it is about |"
    yield "|---|---|---|---|"
    pages = [page_of(rule.code) for rule in RULES]
    for page in pages:
        code = page.rule.code
        yield f"| [{code}](#{code.lower()}) | {page.rule.severity} | {_forms(page)} | {_titles(page)} |"
    yield ""
    for page in pages:
        rule = page.rule
        yield f"({rule.code.lower()})=\n"
        yield f"## {rule.code} {_titles(page)}\n"
        yield f"> {rule.zh}\n>\n> {rule.en}\n"
        for heading, text in page.sections.items():
            yield f"**{heading}**\n\n{text}\n"


def _forms(page: Page) -> str:
    return (
        "both"
        if set(page.rule.forms) == set(Form)
        else ", ".join(str(form.value) for form in page.rule.forms)
    )


def _titles(page: Page) -> str:
    return f"{page.titles['zh']} · {page.titles['en']}"
