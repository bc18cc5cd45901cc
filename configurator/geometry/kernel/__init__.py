"""The only code that touches cadquery and OCP. Named to workers by dotted string, never imported elsewhere."""
