"""What is answered to a writer whose row was changed by somebody else since it was read."""

from copydesk.wire.refused import Problem

CHANGED = Problem("copydesk_conflict", "Somebody else has changed this in the meantime; try again.", 409)
