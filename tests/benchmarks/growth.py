"""How the time grows with a text that has no full stop, whatever it repeats: about as fast as the text.

usage: python tests/benchmarks/growth.py

Each line is a text that repeats one fragment, with the seconds that 16, 32 and 64 kB of it take. Exit status
1 where 64 kB of one take more than three times as long as 32 kB, or longer than half a minute.
"""

from __future__ import annotations

import sys
import time

from qawl import lexicon
from qawl.lexicon import Lexicon
from qawl.model import Article
from qawl.pipeline import analyse

FRAGMENTS = (
    'أكد أن الأمور "جيدة جدا"، ',
    'رددوا هتافات من بينها "الشعب يريد"، ',
    'وأضاف: "هذا جيد"، ',
    "وأضاف أنه ",
    "وأكد الوزير أن الأمور جيدة ",
    "مشيرا إلى أن العمل جيد، ",
    "الذي قال إنه ",
    "تصريحات وزير الخارجية بأن العمل جيد، ",
    "بحسب مصادر محلية، ",
    "الوزير: القاعة جاهزة ",
    'قال: "لن نعود ',
    "«قال ",
    "( قال الوزير ",
    "قال 'نعم' ",
    "وقال ",
    "- قال ",
    "قال،",
    "، ",
    "سامي الحداد ",
    "1234567890 ",
)
SIZES = (16, 32, 64)
"""Thousands of bytes."""
GROWTH, SECONDS = 3, 30


def main() -> None:
    """Prints a line for each fragment."""
    compiled = lexicon.load()
    well = True
    for fragment in FRAGMENTS:
        *_, before, last = times = [seconds(compiled, fragment, size) for size in SIZES]
        well = well and last < SECONDS and (last < 1 or last < GROWTH * before)
        columns = (f"{size} kB {taken:6.2f} s" for size, taken in zip(SIZES, times, strict=True))
        print("  ".join(columns), fragment)
    sys.exit(not well)


def seconds(compiled: Lexicon, fragment: str, size: int) -> float:
    """How long the process works on so many thousand bytes of the fragment."""
    text = fragment * (size * 1000 // len(fragment.encode()))
    start = time.process_time()
    analyse(Article(text), compiled)
    return time.process_time() - start


if __name__ == "__main__":
    main()
