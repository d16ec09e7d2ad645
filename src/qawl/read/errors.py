"""The one exception of reading."""

from __future__ import annotations


class InputError(Exception):
    """An input that cannot be read: which one, why, and what its owner can do about it."""

    def __init__(self, path: str, reason: str, remedy: str) -> None:
        super().__init__(path, reason, remedy)
        self.path = path
        self.reason = reason
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}; {self.remedy}"
