"""From a manuscript to a report."""
