"""Every page and its address."""

from __future__ import annotations

from typing import Any


def pages() -> dict[str, Any]:
    """Pages by name. Streamlit wants them made anew in every run."""
    import streamlit as st

    from .customer import compare, configure, gallery, mine, order
    from .designer import difference, sandbox, sweep, templates
    from .workshop import job

    return {
        "gallery": st.Page(gallery.page, title="Lot One", url_path="", default=True),
        "configure": st.Page(configure.page, title="Lot One", url_path="configure"),
        "mine": st.Page(mine.page, title="Lot One", url_path="mine"),
        "order": st.Page(order.page, title="Lot One", url_path="order"),
        "compare": st.Page(compare.page, title="Lot One", url_path="compare"),
        "job": st.Page(job.page, title="Lot One", url_path="job"),
        "templates": st.Page(templates.page, title="Lot One", url_path="templates"),
        "sandbox": st.Page(sandbox.page, title="Lot One", url_path="sandbox"),
        "sweep": st.Page(sweep.page, title="Lot One", url_path="sweep"),
        "difference": st.Page(difference.page, title="Lot One", url_path="difference"),
    }
