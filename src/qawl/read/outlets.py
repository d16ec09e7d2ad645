"""The outlet that an address belongs to, by the table of outlets."""

from __future__ import annotations

from functools import cache
from urllib.parse import urlsplit

from qawl.lexicon.load import ARABIC, rows

_COLUMNS = ("name", "latin", "spellings", "kind", "domain", "ambiguous")


def outlet_of(address: str | None) -> str | None:
    """The Arabic name of the outlet whose site `address` (a URL or a bare domain) is on, or None."""
    if not address:
        return None
    try:
        host = urlsplit(address if "//" in address else f"//{address}").hostname or ""
    except ValueError:
        return None
    while host:
        if name := _by_domain().get(host):
            return name
        host = host.partition(".")[2]
    return None


@cache
def _by_domain() -> dict[str, str]:
    domains: dict[str, str] = {}
    for row in rows(ARABIC, "outlets.tsv", _COLUMNS):
        for domain in row["domain"].split():
            domains.setdefault(domain.removeprefix("www."), row["name"])
    return domains
