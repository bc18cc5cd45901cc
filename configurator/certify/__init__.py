"""Sweeps of a template's design space, really built and inspected."""
