"""Checks: the catalogue of codes, and what is looked at."""
