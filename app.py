"""`streamlit run app.py`, or `python app.py`: the web configurator."""

import streamlit as st

from configurator.web import options, settings_of_app

app = st.App(**settings_of_app())

if __name__ == "__main__":
    app.run(config=options())
