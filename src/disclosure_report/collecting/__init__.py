"""What the office above does: a roster, the files that its offices send, and what they come to."""

from disclosure_report.collecting.attempt import attempt
from disclosure_report.collecting.collect import Collection, collect
from disclosure_report.collecting.office import Office
from disclosure_report.collecting.receive import Received, receive
from disclosure_report.collecting.roster import Roster


__all__ = ["Collection", "Office", "Received", "Roster", "attempt", "collect", "receive"]
