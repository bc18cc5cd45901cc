"""Designs that customers keep, and what becomes of them when they are ordered."""
