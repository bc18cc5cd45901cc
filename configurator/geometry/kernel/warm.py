"""What every worker does before its first job. Imported in the fork server, where nothing of the kernel may run."""

from __future__ import annotations

import cadquery
from OCP.Message import Message


def warm() -> None:
    """Makes the kernel quiet and uses it once, so that the first customer does not wait for what happens only once."""
    Message.DefaultMessenger_s().ChangePrinters().Clear()
    box = cadquery.Workplane().box(1.0, 2.0, 3.0)
    # the grammar of string selectors is built when first used, and breaks for good if two threads do so at once
    assert box.faces(">Z").edges("|X").size() == 2
