"""Statements of counts in prose, held against the tables."""
