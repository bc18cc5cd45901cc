"""How an order stands and what happened to it, in words."""

from __future__ import annotations

from typing import Any

from configurator.orders.records import Order

from .frame import say_here

EVENTS = {"ordered": "event_ordered", "revised": "event_revised", "acknowledged": "event_acknowledged", "asked": "event_asked",
          "answered": "event_answered", "withdrawn": "event_withdrawn"}
"""Kind of an event -> its sentence in the table [web]."""


def state(order: Order) -> str:
    """How it stands now, in the visitor's language."""
    return say_here("state_withdrawn" if order.withdrawn else "state_acknowledged" if order.acknowledged else "state_ordered")


def identity(order: Order) -> str:
    """What is ordered and how it stands, in a line: number, revision of the template, version of the order."""
    found = order.configured
    return (f"{found.number} · {say_here('revision')} {found.revision} · "
            f"{say_here('version', version=len(order.revisions))} · {state(order)}")


def tell(st: Any, order: Order) -> None:
    """What happened, in order of time."""
    st.header(say_here("what_happened"))
    for event in order.events:
        st.markdown(f"{event.at[:16].replace('T', ' ')} UTC · {say_here(EVENTS[event.kind])}")
        if event.text:
            st.text(event.text)
