"""Qawl reads Arabic news and tells who said what."""

__version__ = "0.1.0"
