"""Any text at all, for the properties that hold of any."""

from __future__ import annotations

from hypothesis import strategies as st

any_text = st.text(st.characters(exclude_categories=["Cs"]))
"""What `st.text()` gives; to list the characters of UTF-8, as that does, takes seconds in a fresh clone."""
