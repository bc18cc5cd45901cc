"""A drawing sheet as plain values."""
