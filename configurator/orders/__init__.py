"""Designs that customers keep, and what becomes of them when they are ordered. The chain to the last subcontractor grows here."""
