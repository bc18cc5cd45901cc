"""What a workshop sees that has only the link."""
