"""Qawl reads Arabic news and tells who said what."""
