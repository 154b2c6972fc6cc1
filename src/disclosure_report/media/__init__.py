"""Kinds of file. Each knows blocks and its own bytes; the heavy libraries are imported at first use."""
