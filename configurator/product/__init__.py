"""The vocabulary of a template, and what a configuration knows about itself. Knows no kernel."""
