"""Qawl in a program or a notebook: `Extractor().extract(text)`."""

from __future__ import annotations

from qawl import lexicon
from qawl.model import Article
from qawl.pipeline import analyse
from qawl.records import Record, records_of


class Extractor:
    """Finds the statements of articles; the lexicon is loaded once, for all. Raises `LexiconError`."""

    def __init__(self) -> None:
        self._lexicon = lexicon.load()

    def extract(
        self,
        text: str,
        *,
        path: str = "-",
        title: str | None = None,
        outlet: str | None = None,
        url: str | None = None,
        published: str | None = None,
    ) -> tuple[Record, ...]:
        """The statements in the article `text`, in its order; offsets count code points of `text`.

        What else is known of the article goes into its records as it is; `published` is ISO 8601. Raises
        `TypeError` where `text` is no string, as in an empty cell of a table.
        """
        if not isinstance(text, str):
            raise TypeError(f"an article is a string, not {type(text).__name__}; leave empty cells out")
        article = Article(text, path, title, outlet, url, published)
        return records_of(analyse(article, self._lexicon))
