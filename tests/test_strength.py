"""How far a record may be trusted: the weights of its clues."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from qawl.lexicon import Lexicon, LexiconError
from qawl.lexicon.load import ARABIC
from qawl.lexicon.strengths import weights
from qawl.model import Article
from qawl.pipeline import analyse
from qawl.strength import clues

ROOT = Path(__file__).resolve().parent.parent


def strengths(lexicon: Lexicon, text: str) -> list[str]:
    return list(analyse(Article(text), lexicon).strengths)


def test_who_is_named_in_full_beside_the_cue_is_surer_than_who_is_not(compiled_lexicon: Lexicon) -> None:
    named = "قال وزير النقل سامر الخطيب إن الجسر الجديد سيفتح أمام السيارات قبل نهاية الشهر المقبل."
    assert strengths(compiled_lexicon, named) == ["sure"]
    assert strengths(compiled_lexicon, "انتقد سوء الخدمات.") == ["guess"]


def test_a_subject_only_in_the_verb_is_less_sure_where_another_spoke_meanwhile(
    compiled_lexicon: Lexicon,
) -> None:
    first = "قال الوزير سامر الخطيب إن الجسر سيفتح غدا. "
    other = "وقالت المديرة ليلى الحداد إن الطريق ضيق. "
    last = "وأضاف أن الأشغال انتهت قبل موعدها بشهر."

    def odds(text: str) -> float:
        analysis = analyse(Article(text), compiled_lexicon)
        assert [speaker.name for speaker in analysis.speakers if speaker][-1] == "سامر الخطيب"
        seen = list(clues(text, analysis.sentences, analysis.statements, analysis.speakers))
        return compiled_lexicon.weights.probability(seen[-1])

    assert odds(first + other + last) < odds(first + last)


def test_without_a_speaker_it_is_a_guess(compiled_lexicon: Lexicon) -> None:
    analysis = analyse(Article("وحذر من أن الأسعار سترتفع قبل نهاية الشهر المقبل."), compiled_lexicon)
    assert (analysis.speakers, analysis.strengths) == ((None,), ("guess",))


def test_every_step_with_a_weight_is_one_that_speakers_are_resolved_by(compiled_lexicon: Lexicon) -> None:
    source = "".join(path.read_text("utf-8") for path in (ROOT / "src/qawl/speakers").glob("*.py"))
    steps = {value for name, value in compiled_lexicon.weights.of if name.endswith(" step")}
    assert steps
    assert [step for step in steps if step not in source] == []


def test_the_table_is_what_the_collected_records_give(tmp_path: Path) -> None:
    for folder in ("tools", "src"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    table = tmp_path / "src" / "qawl" / "lexicon" / "ar" / "strength.tsv"
    table.write_text("clue\tvalue\tweight\nat least\tsure\t1\nat least\tlikely\t0\n", "utf-8")
    command = [sys.executable, "tools/strength.py", "fit"]
    subprocess.run(command, cwd=tmp_path, env={"PYTHONPATH": str(tmp_path / "src")}, check=True, timeout=60)
    fitted, shipped = weights(table.parent), weights(ARABIC)
    assert fitted.of.keys() == shipped.of.keys()
    assert fitted.of == pytest.approx(shipped.of, abs=0.02)
    assert (fitted.sure, fitted.likely) == pytest.approx((shipped.sure, shipped.likely), abs=0.01)


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ("cue\tقال\t", r"strength\.tsv:2: cue: the weight is no number"),
        ("cue\tقال\tnan", r"strength\.tsv:2: cue: the weight is no number"),
        ("cue\tقال\t1\ncue\tقال\t2", r"strength\.tsv:3: cue: قال has a weight already"),
        ("at least\tsure\t0.9", r"strength\.tsv: no row at least likely"),
    ],
)
def test_a_table_that_cannot_be_used_is_named(tmp_path: Path, rows: str, reason: str) -> None:
    (tmp_path / "strength.tsv").write_text(f"clue\tvalue\tweight\n{rows}\n", "utf-8")
    with pytest.raises(LexiconError, match=reason):
        weights(tmp_path)
