"""How the documentation is built; the reference pages are written from the declarations first."""

import sys
from pathlib import Path


sys.path.insert(0, str(Path(__file__).parent))

import make_reference


make_reference.write(Path(__file__).parent / "reference" / "paths")

project = "disclosure_report"
copyright = "2026, the disclosure_report authors"
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build"]
html_theme = "furo"
html_static_path = ["_static"]
html_css_files = ["wrap.css"]
html_title = "disclosure_report"
autodoc_typehints = "description"
autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
myst_heading_anchors = 3
