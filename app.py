"""`streamlit run app.py`: the web configurator."""

from configurator.web import application

app = application()
