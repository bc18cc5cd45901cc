"""What customers do: choose, ask why, take a way, keep, compare, order."""
