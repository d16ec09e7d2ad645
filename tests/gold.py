"""Scores the command against the shared gold and compares the figures with floors that only rise.

usage: python tests/gold.py [--raise]

The gold is looked for in ../shared/gold beside the checkout; where it is absent there is nothing to do. The
records stay in build/gold/ for the scorer's `--show`. A floor is half a point below the figure that set it.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT.parent / "shared" / "gold"
FLOORS = ROOT / "tests" / "gold_floors.json"
BUILD = ROOT / "build" / "gold"
PARTS: dict[str, dict[str, str | None]] = {
    "dev": {"dev": None, "tune": "tune.txt", "check": "check.txt"},
    "seeds": {"seeds": None},
}
LEVELS = ("found", "content", "full")
SLACK = 0.5

Figures = dict[str, dict[str, float]]


def main() -> None:
    """Prints the tables; exit status 1 where a figure is below its floor."""
    if not GOLD.is_dir():
        print("gold: skipped, there is no ../shared/gold beside this checkout")
        return
    floors: Figures = json.loads(FLOORS.read_text("utf-8"))
    figures = measured()
    below = [
        f"gold: {part} {level} F1 {figures[part][level]:.1f} is below its floor {floor:.1f}"
        for part, levels in floors.items()
        for level, floor in levels.items()
        if figures[part][level] < floor
    ]
    if below:
        sys.exit("\n".join(below) + "\ngold: find what was lost; floors are never lowered")
    if "--raise" in sys.argv[1:]:
        raised = {part: raised_floors(levels, floors.get(part, {})) for part, levels in figures.items()}
        FLOORS.write_text(json.dumps(raised, indent=2) + "\n", "utf-8")
        print(f"gold: floors {'raised' if raised != floors else 'stay as they are'}")
    else:
        print("gold: every figure is at or above its floor; make gold-raise raises the floors")


def raised_floors(levels: dict[str, float], old: dict[str, float]) -> dict[str, float]:
    """The floors of one part of the gold at its present figures, none lower than before."""
    return {level: max(round(f1 - SLACK, 1), old.get(level, 0.0)) for level, f1 in levels.items()}


def measured() -> Figures:
    """F1 in percent, by part of the gold and level. Prints the scorer's tables."""
    figures = {}
    for folder, parts in PARTS.items():
        records = extracted(folder)
        for part, documents in parts.items():
            only = ["--docs", str(GOLD / folder / documents)] if documents else []
            print(f"\n{part}", flush=True)
            scored(folder, records, only)
            result: dict[str, Any] = json.loads(scored(folder, records, [*only, "--json"], capture=True))
            figures[part] = {level: round(100 * result["all"][level]["f1"], 2) for level in LEVELS}
    print()
    return figures


def extracted(folder: str) -> Path:
    """The records of the articles of one folder of the gold, written by the command."""
    BUILD.mkdir(parents=True, exist_ok=True)
    records = BUILD / f"{folder}.jsonl"
    command = Path(sys.executable).with_name("extract")
    subprocess.run([command, "quotes", GOLD / folder / "articles", "-o", records], check=True)
    return records


def scored(folder: str, records: Path, options: list[str], capture: bool = False) -> str:
    """What the scorer prints."""
    command = [sys.executable, str(GOLD / "score.py"), str(GOLD / folder), str(records), *options]
    return subprocess.run(command, check=True, text=True, stdout=subprocess.PIPE if capture else None).stdout


if __name__ == "__main__":
    main()
