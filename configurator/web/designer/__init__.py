"""What designers of templates see."""
