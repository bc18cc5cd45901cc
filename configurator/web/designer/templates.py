"""Templates: placeholder."""


def page() -> None:
    """Draw it."""
