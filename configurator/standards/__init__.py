"""Standards, tools, stock, fonts: tables in which each number has a grade and a source. Knows no kernel."""
