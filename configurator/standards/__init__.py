"""Tables of materials and fonts: each number with a grade and a source. Knows no kernel."""
