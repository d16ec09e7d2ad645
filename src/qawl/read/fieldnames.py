"""The names under which scrapers and spreadsheets keep the parts of an article, likeliest first."""

from __future__ import annotations

TEXT = (
    "text",
    "article_text",
    "articlebody",
    "article_body",
    "full_text",
    "fulltext",
    "maintext",
    "main_text",
    "text_content",
    "content_text",
    "raw_text",
    "content",
    "body",
    "article",
    "story",
    "content.rendered",
    "النص",
    "نص",
    "نص الخبر",
    "نص المقال",
    "المحتوى",
    "المتن",
)
HTML = ("html", "raw_html", "page_html", "html_content")
TITLE = ("title", "headline", "title.rendered", "العنوان", "عنوان", "عنوان الخبر")
DATE = (
    "published",
    "published_at",
    "publishedat",
    "date_published",
    "datepublished",
    "publish_date",
    "date_publish",
    "pub_date",
    "pubdate",
    "date",
    "datetime",
    "timestamp",
    "التاريخ",
    "تاريخ",
    "تاريخ النشر",
)
ID = ("id", "_id", "uuid", "guid", "article_id", "doc_id")
URL = ("url", "link", "canonical_url", "source_url", "الرابط", "رابط")
OUTLET = (
    "outlet",
    "site_name",
    "publisher.name",
    "publisher",
    "source.name",
    "source_name",
    "source",
    "site",
    "المصدر",
)
