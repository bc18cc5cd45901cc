"""Reasoning about choices: domains, expressions, tracing, search. Knows rule names, no templates, no kernel."""
