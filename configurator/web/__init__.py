"""The web application: pages on Streamlit, and plain HTTP routes beside them in the same process.

It never loads the CAD kernel; worker processes build. `application` makes the app object.
"""

from __future__ import annotations

from .application import application

__all__ = ["application"]
