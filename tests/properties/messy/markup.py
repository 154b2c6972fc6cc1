"""How the page is written: tags, pastes from Word, groups of rows, encodings, ends of lines."""

from .page import Dice, Page


_OFFICE = (
    "<!--[if gte mso 9]><xml><w:WordDocument><w:Zoom>31</w:Zoom></w:WordDocument></xml><![endif]-->"
    "<p class=MsoNormal><![if !supportEmptyParas]>&nbsp;<![endif]><o:p></o:p></p>"
)


def from_word(page: Page, dice: Dice) -> None:
    """A paste from Word: its styles, fonts in fonts, conditional comments, empty marks of paragraphs."""
    page.look.word = True
    page.inside.append(_OFFICE)


def head_cells(page: Page, dice: Dice) -> None:
    """Every cell is written as a head."""
    page.look.cell = "th"


def forms(page: Page, dice: Dice) -> None:
    """A form, which has no place there, around the rows of each table."""
    page.look.form = True


def upper_tags(page: Page, dice: Dice) -> None:
    """Tags in capital letters."""
    page.look.upper = True


def unclosed_tags(page: Page, dice: Dice) -> None:
    """Cells, rows and paragraphs that are not closed."""
    page.look.unclosed = True


def unquoted(page: Page, dice: Dice) -> None:
    """Attributes without quotes."""
    page.look.unquoted = True


def indented(page: Page, dice: Dice) -> None:
    """White space between and inside tags."""
    page.look.indented = True


def row_groups(page: Page, dice: Dice) -> None:
    """Heads, rows and the last rows in groups of their own; no span reaches over a group's end."""
    for table in dice.some(page.tables):
        inner = [row for row in range(1, table.rows) if not table.crosses(row)]
        table.groups = {0: dice.one(("thead", "tbody"))} | dict.fromkeys(dice.some(inner), "tbody")
        for row in inner[len(inner) - dice.number(0, 1) :]:
            table.groups[row] = "tfoot"


def as_gb18030(page: Page, dice: Dice) -> None:
    """Written in GB 18030, said to be in GB 2312 or nothing."""
    page.encoding, page.charset = "gb18030", dice.one(("gb2312", "GBK", "gb18030", ""))


def with_mark(page: Page, dice: Dice) -> None:
    """UTF-8 with a byte order mark."""
    page.encoding, page.bom = "utf-8", b"\xef\xbb\xbf"


def lines_of_windows(page: Page, dice: Dice) -> None:
    """Lines end as in Windows, or as in old Macintoshes."""
    page.line_end = dice.one(("\r\n", "\r"))


def hidden_cells(page: Page, dice: Dice) -> None:
    """Rows and cells that the page hides, with other numbers."""
    for table in dice.some(page.tables):
        table.hidden = dice.some(range(table.rows))
