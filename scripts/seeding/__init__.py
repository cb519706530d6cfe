"""Faults seeded into programs that are right: see scripts/seed-faults.py."""
