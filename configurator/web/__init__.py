"""The web application: pages on Streamlit, and plain HTTP routes beside them in the same process.

It never loads the CAD kernel; worker processes build. `settings_of_app` is what `st.App` is made with.
"""

from __future__ import annotations

from .application import options, run_app, settings_of_app

__all__ = ["options", "run_app", "settings_of_app"]
