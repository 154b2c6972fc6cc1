"""`python -m disclosure_report` is the command line."""

from disclosure_report.cli import main


if __name__ == "__main__":
    main()
