"""Seeded planted worlds with known truth, and the small demo."""
