"""The JSON Schema of the record."""

from importlib.resources import files

RECORD = files(__name__).joinpath("record.json").read_text("utf-8")
"""The schema as it is printed by `extract schema`."""
