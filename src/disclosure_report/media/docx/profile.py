"""The look of a document is data: a named profile with its source."""

from typing import Literal

from attrs import evolve, field, frozen

from disclosure_report.errors import InvalidValueError


Align = Literal["both", "left", "center", "right"]


@frozen
class Look:
    """A paragraph style: font, size in points, exact line pitch in points; *latin* is the font of figures.

    A line of pitch 0 is as high as what stands in it.
    """

    font: str
    size: float
    pitch: float
    align: Align = "left"
    bold: bool = False
    indent: int = 0  # first line, in characters
    side: float = 0  # left and right indent, in points
    before: float = 0
    after: float = 0
    keep_next: bool = False
    outline: int | None = None
    latin: str = ""


@frozen
class TableLook:
    """The paragraph styles and measures of a table's cells; lengths in points."""

    head: Look
    label: Look
    value: Look
    row_height: float
    cell_margin: float


@frozen(cache_hash=True)
class Profile:
    """Everything that the look of a document consists of; lengths of the page in millimetres."""

    name: str
    source: str
    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    footer_distance: float
    title: Look
    headings: tuple[Look, Look, Look]
    body: Look
    footer: Look
    table: TableLook
    dense_table: TableLook
    fine_table: TableLook
    picture: Look
    caption: Look
    fallbacks: dict[str, str] = field(hash=False)

    @property
    def text_width(self) -> float:
        """The width of the text block in millimetres."""
        return self.width - self.left - self.right


_PITCH = 28.95  # 22 lines on 225 mm: GB/T 9704—2012, 5.2
_ROMAN = "Times New Roman"  # its figures are half as wide as they are high, and so are those of its stand-ins
_DENSE = TableLook(
    head=Look("宋体", 9, 12, "center", bold=True),
    label=Look("宋体", 9, 12, side=1.5, before=1.5, after=1.5),
    value=Look("宋体", 9, 12, "center", latin=_ROMAN),  # eight figures fit a column of table three
    row_height=18,
    cell_margin=1,
)
_SONG, _HEI, _KAI, _FANG = "宋体", "黑体", "楷体_GB2312", "仿宋_GB2312"

GBT9704 = Profile(
    name="gbt9704",
    source="GB/T 9704—2012 党政机关公文格式, 5.1, 5.2, 7.3, 7.5",
    width=210,
    height=297,
    top=37,
    bottom=35,
    left=28,
    right=26,
    footer_distance=25,  # puts the dashes 7 mm below the text: 一字线上距版心下边缘 7 mm
    title=Look("方正小标宋简体", 22, 33, "center", after=_PITCH),
    headings=(
        Look(_HEI, 16, _PITCH, indent=2, keep_next=True, outline=0),
        Look(_KAI, 16, _PITCH, indent=2, keep_next=True, outline=1),
        Look(_FANG, 16, _PITCH, bold=True, indent=2, keep_next=True, outline=2),
    ),
    body=Look(_FANG, 16, _PITCH, "both", indent=2),
    footer=Look(_SONG, 14, 18),
    table=TableLook(
        head=Look(_SONG, 12, 18, "center", bold=True),
        label=Look(_SONG, 12, 18),
        value=Look(_SONG, 12, 18, "center", latin=_ROMAN),
        row_height=25,
        cell_margin=5,
    ),
    dense_table=_DENSE,
    fine_table=evolve(_DENSE, value=evolve(_DENSE.value, size=6.5)),  # and one of table four
    picture=Look(_FANG, 16, 0, "center", before=12, keep_next=True),
    caption=Look(_HEI, 12, 18, "center", before=6, after=18),
    fallbacks={
        "方正小标宋简体": "方正小标宋_GBK",
        _FANG: "仿宋",
        _KAI: "楷体",
        _HEI: "SimHei",
        _SONG: "SimSun",
    },
)


# Another unit's rule is another profile: ordinary fonts and even margins, for drafts and for the screen.
PLAIN = Profile(
    name="plain",
    source="no standard: fonts that every office program has, 25 mm margins",
    width=210,
    height=297,
    top=25,
    bottom=25,
    left=25,
    right=25,
    footer_distance=13,
    title=Look(_HEI, 18, 28, "center", after=14),
    headings=(
        Look(_HEI, 14, 24, before=6, keep_next=True, outline=0),
        Look(_HEI, 12, 22, before=4, keep_next=True, outline=1),
        Look(_SONG, 12, 22, bold=True, keep_next=True, outline=2),
    ),
    body=Look(_SONG, 12, 22, "both", indent=2),
    footer=Look(_SONG, 10.5, 14),
    table=evolve(GBT9704.table, row_height=22),
    dense_table=GBT9704.dense_table,
    fine_table=GBT9704.fine_table,
    picture=Look(_SONG, 12, 0, "center", before=6, keep_next=True),
    caption=Look(_HEI, 10.5, 16, "center", before=4, after=12),
    fallbacks={_HEI: "SimHei", _SONG: "SimSun"},
)

PROFILES = {profile.name: profile for profile in (GBT9704, PLAIN)}


def profile_named(name: str) -> Profile:
    """The profile of this name.

    Raises:
        InvalidValueError: there is none; the message lists those that are.
    """
    if name not in tuple(PROFILES):
        raise InvalidValueError("profile", f"{name!r:.60} is not known; known: {', '.join(PROFILES)}")
    return PROFILES[name]
