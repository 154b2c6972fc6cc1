"""Pollution: what stands in a text and does not belong there. One detector, for `check` and for reading."""
