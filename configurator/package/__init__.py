"""The job package: composed, written, checked and built again. The same inputs give the same bytes."""
