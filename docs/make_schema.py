"""Write the JSON Schema anew: `python docs/make_schema.py`."""

import json
from pathlib import Path

from disclosure_report.model.schema import schema


TARGET = Path(__file__).parent.parent / "src" / "disclosure_report" / "report.schema.json"


def text() -> str:
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    TARGET.write_text(text(), encoding="utf-8", newline="\n")
