"""Geometry in worker processes: jobs, their plain answers, and the memo. The kernel stays in `kernel/`."""
