"""Seeded writers of every vendor's shapes, and what must come back: one file per family."""
