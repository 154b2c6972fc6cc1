"""The notices that prescribe the form. A form belongs to a table: real reports mix them."""

from enum import Enum


class Form(Enum):
    """One notice's version of a table.

    >>> Form.Y2021.notice
    '国办公开办函〔2021〕30号'
    >>> Form(2019)
    <Form.Y2019: 2019>
    """

    Y2019 = 2019
    Y2021 = 2021

    @property
    def notice(self) -> str:
        """The number of the notice that prescribes this form."""
        return NOTICES[self]


NOTICES = {
    Form.Y2019: "国办公开办函〔2019〕60号",
    Form.Y2021: "国办公开办函〔2021〕30号",
}
