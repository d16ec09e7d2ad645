"""Every kind of input through the real command: the article comes out of each, with what is known of it."""

from __future__ import annotations

import bz2
import csv
import gzip
import io
import json
import lzma
import sys
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from conftest import ARTICLE, Extract
from qawl.batch.work import text_file
from qawl.read.html import read_page
from qawl.read.times import iso_time

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

TITLE, *_, LAST = ARTICLE.strip().split("\n\n")
QUOTE = "لن نرفع سعر المتر المكعب هذا العام"
PARAGRAPHS = "".join(f"<p>{line}</p>\n" for line in ARTICLE.strip().split("\n\n")[1:])
MENU = "<nav><a href='/'>الرئيسية</a> <a href='/w'>قال الوزير إن القائمة طويلة</a></nav>"
PAGE = f"""<!DOCTYPE html><html lang="ar" dir="rtl"><head>\0<title>{TITLE} - صحيفة الميدان</title>
<meta property="og:site_name" content="الميدان"><link rel="canonical" href="https://almaydan.example/water/1">
<script type="application/ld+json">{{"@graph": [{{"@type": "NewsArticle", "headline": "{TITLE}",
"datePublished": "2021-12-16T10:00:00+03:00"}}]}}</script></head>
<body>{MENU}<main><article><h1>{TITLE}</h1><div class="share">شارك</div>{PARAGRAPHS}</article></main>
<footer>قالت الصحيفة إن جميع الحقوق محفوظة</footer></body></html>"""


def records_in(output: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in output.decode().split("\n") if line]


def only_article(extract: Extract, path: Path, *options: object) -> list[dict[str, Any]]:
    """The records of a run over one file that holds one article, which must be found whole."""
    done = extract("quotes", path, *options)
    assert done.returncode == 0, done.stderr.decode()
    records = records_in(done.stdout)
    assert QUOTE in [record["quote"] for record in records]
    return records


def tar_of(members: dict[str, bytes], mode: str = "w") -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode=mode) as archive:  # type: ignore[call-overload]
        for name, data in members.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return buffer.getvalue()


def zip_of(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def warc_of(*pages: tuple[str, bytes, str]) -> bytes:
    """A WARC of responses: address, body, further HTTP headers."""
    records = b""
    for number, (address, body, headers) in enumerate(pages, 1):
        http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html{headers}\r\n\r\n".encode() + body
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\n"
            f"WARC-Date: 2021-12-16T10:00:00Z\r\n"
            f"WARC-Record-ID: <urn:uuid:{number:08}-0000-4000-8000-000000000000>\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
        )
        records += head.encode() + http + b"\r\n\r\n"
    return records


@pytest.mark.parametrize("declared", ["<meta charset='%s'>", ""], ids=["declared", "not declared"])
@pytest.mark.parametrize("encoding", ["utf-8", "windows-1256", "iso-8859-6"])
def test_page_gives_its_article_and_what_its_metadata_say(
    extract: Extract, tmp_path: Path, encoding: str, declared: str
) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(PAGE.replace("\0", declared % encoding if declared else "").encode(encoding))
    records = only_article(extract, path)
    assert {record["outlet"] for record in records} == {"الميدان"}
    assert {record["title"] for record in records} == {TITLE}
    assert {record["url"] for record in records} == {"https://almaydan.example/water/1"}
    assert {record["published"] for record in records} == {"2021-12-16T10:00:00+03:00"}
    assert not any("القائمة" in record["quote"] or "الحقوق" in record["quote"] for record in records)
    assert records[0]["part"] == "headline"


def test_page_in_an_encoding_it_does_not_say_truly() -> None:
    from qawl.read.decode import decode_page

    for wrong in ("iso-8859-1", "windows-1252", "utf-8", "nonsense"):
        data = PAGE.replace("\0", f"<meta charset='{wrong}'>").encode("windows-1256")
        assert QUOTE in decode_page(data, "a.html", None, None).text
    data = PAGE.replace("\0", "").encode("windows-1256")
    assert decode_page(data, "a.html", None, "windows-1256") == (PAGE.replace("\0", ""), None)
    one_bad_byte = PAGE.replace("\0", "").encode().replace("شارك".encode(), b"\xff")
    assert QUOTE in decode_page(one_bad_byte, "a.html", None, None).text


@pytest.mark.parametrize(
    ("head", "title", "published"),
    [
        ("<title>السد يمتلئ | الميدان</title>", "السد يمتلئ", None),
        (
            "<meta property=og:title content='السد يمتلئ'><meta name=pubdate content='16 ديسمبر 2021'>",
            "السد يمتلئ",
            "2021-12-16",
        ),
        ("<script type='application/ld+json'>{broken</script><title>السد</title>", "السد", None),
    ],
)
def test_page_with_little_metadata(head: str, title: str, published: str | None) -> None:
    page = read_page(f"<html><head>{head}</head><body>{PARAGRAPHS}</body></html>")
    assert (page.title, page.published) == (title, published)
    assert page.text.startswith(title)
    assert QUOTE in page.text


def test_outlet_follows_from_the_address(extract: Extract, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": ARTICLE, "url": "https://arabic.reuters.com/world/1"}))
    assert {record["outlet"] for record in only_article(extract, path)} == {"رويترز"}


FIELDS = {
    "id": "w-7",
    "title": TITLE,
    "text": ARTICLE,
    "date": "2021-12-16",
    "source": "الميدان",
    "url": "http://m.example/7",
}


def as_csv(row: dict[str, str], delimiter: str = ",") -> str:
    buffer = io.StringIO(newline="")
    writer = csv.DictWriter(buffer, list(row), delimiter=delimiter)
    writer.writeheader()
    writer.writerow(row)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("dump.jsonl", json.dumps(FIELDS).encode() + b"\n"),
        ("dump.unknown", json.dumps(FIELDS, ensure_ascii=False).encode()),
        ("dump.jsonl", json.dumps(FIELDS, ensure_ascii=False).encode("windows-1256")),
        ("dump.jsonl", ("\ufeff" + json.dumps(FIELDS, ensure_ascii=False)).encode("utf-16-le")),
        ("dump.json", json.dumps([FIELDS], indent=2).encode()),
        ("dump.json", b"\xef\xbb\xbf" + json.dumps(FIELDS, indent=2, ensure_ascii=False).encode()),
        ("dump.unknown", json.dumps([FIELDS], ensure_ascii=False).encode()),
        ("dump.csv", as_csv(FIELDS).encode("utf-8-sig")),
        ("dump.csv", as_csv(FIELDS, ";").encode()),
        ("dump.csv", as_csv(FIELDS).encode("windows-1256")),
        ("dump.tsv", as_csv(FIELDS, "\t").encode("utf-16")),
        ("dump.unknown", as_csv(FIELDS, "\t").encode()),
    ],
)
def test_fields_are_found_by_their_usual_names(
    extract: Extract, tmp_path: Path, name: str, data: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    for record in only_article(extract, path):
        assert record["path"] == f"{path}#w-7"
        assert [record[key] for key in ("title", "outlet", "url", "published")] == [
            *(TITLE, "الميدان", "http://m.example/7", "2021-12-16")
        ]
        assert " … ".join(ARTICLE[start:end] for start, end in record["spans"]) == record["quote"]


def test_fields_can_be_named(extract: Extract, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    fields = {"النص الكامل": ARTICLE, "h": TITLE, "meta": {"when": 1639645200}, "text": "لا شيء", "n": 5}
    path.write_text(json.dumps(fields))
    options = [
        "--text-field",
        "النص الكامل",
        "--title-field",
        "h",
        "--date-field",
        "meta.when",
        "--id-field",
        "n",
    ]
    (record, *_) = only_article(extract, path, *options)
    assert (record["path"], record["title"]) == (f"{path}#5", TITLE)
    assert record["published"] == "2021-12-16T09:00:00+00:00"
    done = extract("quotes", path, "--text-field", "body")
    assert done.returncode == 1
    assert b"no text in the field body" in done.stderr


def test_text_field_that_holds_markup_becomes_text(extract: Extract, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"title": {"rendered": TITLE}, "content": {"rendered": PARAGRAPHS}}))
    texts = tmp_path / "texts"
    records = only_article(extract, path, "--save-text", texts)
    text = (texts / text_file(f"{path}#1")).read_text("utf-8")
    assert "<p>" not in text
    assert all(" … ".join(text[start:end] for start, end in r["spans"]) == r["quote"] for r in records)


RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>الميدان</title><item><title>{TITLE}</title><link>http://m.example/7</link><guid>w-7</guid>
<pubDate>Thu, 16 Dec 2021 10:00:00 +0300</pubDate><description>ملخص</description>
<content:encoded><![CDATA[{PARAGRAPHS}]]></content:encoded></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>الميدان</title><entry><title>{TITLE}</title>
<link rel="self" href="http://m.example/self"/><link href="http://m.example/7"/><id>w-7</id>
<updated>2021-12-16T10:00:00+03:00</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{PARAGRAPHS}</div>
</content></entry></feed>"""


@pytest.mark.parametrize(
    "data",
    [
        RSS.encode(),
        RSS.replace('"1.0"?', '"1.0" encoding="windows-1256"?').encode("windows-1256"),
        ATOM.encode(),
    ],
    ids=["rss", "rss in windows-1256", "atom"],
)
def test_feed_gives_its_entries(extract: Extract, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "feed.xml"
    path.write_bytes(data)
    for record in only_article(extract, path):
        assert record["path"] == f"{path}#w-7"
        assert [record[key] for key in ("title", "outlet", "url", "published")] == [
            *(TITLE, "الميدان", "http://m.example/7", "2021-12-16T10:00:00+03:00")
        ]


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["warc", "warc.gz"])
def test_crawl_gives_its_pages(extract: Extract, tmp_path: Path, pack: Callable[[bytes], bytes]) -> None:
    page = PAGE.replace("\0", "").encode("windows-1256")
    packed = gzip.compress(page)
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(
        pack(
            warc_of(
                ("http://m.example/7", page, "; charset=windows-1256"),
                (
                    "http://m.example/8",
                    packed,
                    f"\r\nContent-Encoding: gzip\r\nContent-Length: {len(packed)}",
                ),
            )
        )
    )
    records = only_article(extract, path)
    paths = [f"{path}#0000000{number}-0000-4000-8000-000000000000" for number in (1, 2)]
    assert list(dict.fromkeys(record["path"] for record in records)) == paths
    assert {record["url"] for record in records} == {"http://m.example/7", "http://m.example/8"}


@pytest.mark.parametrize("suffix", [".gz", ".bz2", ".xz", ".zst", ""])
def test_packed_files_are_unpacked_whatever_their_name(extract: Extract, tmp_path: Path, suffix: str) -> None:
    packs: dict[str, Callable[[bytes], bytes]] = {
        ".bz2": bz2.compress,
        ".xz": lzma.compress,
        ".zst": zstd.compress,
    }
    path = tmp_path / f"water.txt{suffix}"
    path.write_bytes(packs.get(suffix, gzip.compress)(ARTICLE.encode()))
    assert {record["path"] for record in only_article(extract, path)} == {str(path)}


def test_archives_give_their_members(extract: Extract, tmp_path: Path) -> None:
    members = {
        "news/a.txt": ARTICLE.encode(),
        "news/picture.jpg": b"\xff\xd8",
        "__MACOSX/a.txt": b"\0",
        "dump.jsonl.gz": gzip.compress(json.dumps(FIELDS).encode()),
        "page.html": PAGE.replace("\0", "").encode(),
        "inner.zip": zip_of({"b.txt": b""}),
    }
    for name, data in {
        "a.zip": zip_of(members),
        "a.tgz": tar_of(members, "w:gz"),
        "a.tar": tar_of(members),
    }.items():
        path = tmp_path / name
        path.write_bytes(data)
        done = extract("quotes", path)
        paths = list(dict.fromkeys(record["path"] for record in records_in(done.stdout)))
        assert paths == [f"{path}#news/a.txt", f"{path}#dump.jsonl.gz#w-7", f"{path}#page.html"]
        assert done.returncode == 1
        assert f"{path}#inner.zip: an archive inside an archive; ".encode() in done.stderr
        piped = extract("quotes", "-", stdin=data)
        assert len(records_in(piped.stdout)) == len(records_in(done.stdout))


def test_input_format_overrides(extract: Extract, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(ARTICLE, "utf-8")
    assert extract("quotes", path).returncode == 1
    only_article(extract, path, "--input-format", "text")
    assert extract("quotes", path, "--input-format", "word").returncode == 2


def test_save_text_names_and_leaves_plain_files_out(extract: Extract, article: Path, tmp_path: Path) -> None:
    page, texts = tmp_path / "page.html", tmp_path / "texts"
    page.write_bytes(PAGE.replace("\0", "").encode())
    done = extract("quotes", article, page, "--save-text", texts)
    assert [path.name for path in texts.iterdir()] == [text_file(str(page))]
    text = (texts / text_file(str(page))).read_text("utf-8")
    of_page = [record for record in records_in(done.stdout) if record["path"] == str(page)]
    assert of_page
    assert all(" … ".join(text[start:end] for start, end in r["spans"]) == r["quote"] for r in of_page)


def test_parquet_without_its_extra_is_said_or_read(extract: Extract, tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError:
        path.write_bytes(b"PAR1....PAR1")
        done = extract("quotes", path)
        assert (done.returncode, done.stdout) == (1, b"")
        assert b"a.parquet: Parquet needs the package pyarrow; install it: " in done.stderr
        assert extract("quotes", path, "-o", tmp_path / "b.parquet").returncode == 2
    else:
        parquet.write_table(pyarrow.Table.from_pylist([FIELDS]), path)
        records = only_article(extract, path)
        extract("quotes", path, "-o", tmp_path / "b.parquet")
        assert parquet.read_table(tmp_path / "b.parquet").to_pylist() == records


@pytest.mark.parametrize(
    ("value", "time"),
    [
        ("2021-12-16", "2021-12-16"),
        ("20211216", "2021-12-16"),
        ("2021-12-16T10:00:00Z", "2021-12-16T10:00:00+00:00"),
        ("2021-12-16 10:00", "2021-12-16T10:00:00"),
        ("Thu, 16 Dec 2021 10:00:00 GMT", "2021-12-16T10:00:00+00:00"),
        (1639648800, "2021-12-16T10:00:00+00:00"),
        (1639648800000, "2021-12-16T10:00:00+00:00"),
        ("1639648800", "2021-12-16T10:00:00+00:00"),
        ("16 كانون الأول 2021", "2021-12-16"),
        ("١٦ ديسمبر ٢٠٢١", "2021-12-16"),
        ("", None),
        ("أمس", None),
        (float("nan"), None),
        (True, None),
        (None, None),
    ],
)
def test_times_of_fields(value: object, time: str | None) -> None:
    assert iso_time(value) == time
