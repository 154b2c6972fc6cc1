"""Equations between cells: compiled, evaluated, and used to complete."""
