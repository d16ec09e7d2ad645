"""The one exception of reading."""

from __future__ import annotations


class InputError(Exception):
    """An input that cannot be read: which one, why, and what its owner can do about it.

    `reason` is the same for all inputs that fail alike, so that failures can be counted by it; `detail` is
    what differs: a position, the system's own words.
    """

    def __init__(self, path: str, reason: str, remedy: str, detail: str = "") -> None:
        super().__init__(path, reason, remedy, detail)
        self.path = path
        self.reason = reason
        self.remedy = remedy
        self.detail = detail

    def __str__(self) -> str:
        detail = f" ({self.detail})" if self.detail else ""
        return f"{self.path}: {self.reason}{detail}; {self.remedy}"
