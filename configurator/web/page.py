"""The script that Streamlit runs for every visitor: the frame, then the page that was asked for."""

import streamlit as st

from configurator.web import frame
from configurator.web.pages import pages

frame.begin()
known = pages()
chosen = st.navigation(list(known.values()), position="hidden")
frame.head(known)
chosen.run()
frame.foot(known)
