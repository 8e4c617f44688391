"""How a corpus opens in the application: what is there when, and how long a key waits meanwhile.

    python benchmarks/opening.py 10 10000

Each corpus is opened twice, first with nothing kept, then with what was kept of it. A report has four paragraphs; one
report in four takes a paragraph from another one. A key moves the cursor of the library again and again; what is timed
is how long it takes until the screen shows it.
"""

import argparse
import asyncio
import os
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parent))

from planted import Language
from textual import events

from mali_reader.settings import load_settings
from mali_reader.tui.app import MaliReaderApp
from mali_reader.tui.screens.library import LibraryScreen
from mali_reader.workspace import Workspace

PARAGRAPHS = 4
PAUSE = 0.02
"""Seconds between two keys."""
LONGEST = 120.0
"""Seconds after which what is not there yet is not waited for."""


def write_corpus(folder: Path, size: int) -> None:
    """So many reports of some 250 words, a hundred in a folder."""
    language = Language(size)
    draw = language.random
    reports = [[language.paragraph() for _ in range(PARAGRAPHS)] for _ in range(size)]
    for report in draw.sample(reports, size // 4):
        report[draw.randrange(PARAGRAPHS)] = language.copy(draw.choice(reports)[0], draw.choice((0.0, 0.1, 0.3)))
    for number, report in enumerate(reports):
        paragraphs = [" ".join(" ".join(words).capitalize() + "." for words in paragraph) for paragraph in report]
        title = " ".join(language.word() for _ in range(8)).capitalize()
        path = folder / f"{number // 100:04}" / f"{number:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n\n".join([title, *paragraphs]) + "\n", encoding="utf-8")


async def shown_after(app: MaliReaderApp, key: str) -> float:
    """Seconds from a key until the screen was drawn anew."""
    drawn = asyncio.Event()
    begun = time.perf_counter()
    event = events.Key(key, key if len(key) == 1 else None)
    event.set_sender(app)
    app.keyboard.take(event)
    await app.keyboard.rested()
    app.screen.call_after_refresh(drawn.set)
    await drawn.wait()
    return time.perf_counter() - begun


async def opened(folder: Path, size: int) -> None:
    """Open the application on a workspace and say what was seen."""
    begun = time.perf_counter()
    there: dict[str, float] = {}
    waits: dict[str, list[float]] = {}
    app = MaliReaderApp(Workspace(load_settings(workspace=str(folder), annotator="reader")))

    def passed() -> float:
        return time.perf_counter() - begun

    async with app.run_test(size=(120, 40)):
        while not there.get("findings") and passed() < LONGEST:
            if isinstance(app.screen, LibraryScreen):
                seen = {
                    "screen": True,
                    "first documents": len(app.corpus) > 0,
                    "all documents": len(app.corpus) == size,
                    "overlaps": app.overlaps is not None,
                    "findings": app.findings is not None,
                }
                for name, is_there in seen.items():
                    if is_there and name not in there:
                        there[name] = passed()
                stage = list(there)[-1]
                waits.setdefault(f"from {stage} on", []).append(await shown_after(app, "down"))
            await asyncio.sleep(PAUSE)
        for name, keys in {"scroll": ["down", "pagedown", "G", "pageup", "g"] * 4, "sort": ["o"] * 6}.items():
            for key in keys:
                waits.setdefault(name, []).append(await shown_after(app, key))
        await shown_after(app, "slash")
        for key in "ae":
            waits.setdefault("filter", []).append(await shown_after(app, key))
    print("  " + " · ".join(f"{name} {seconds:.2f} s" for name, seconds in there.items()))
    for name, seconds in waits.items():
        milliseconds = [second * 1000 for second in seconds]
        worst = sorted(milliseconds)[-max(1, len(milliseconds) // 20)]
        print(
            f"    {name:<28} {len(milliseconds):>5} keys: median {median(milliseconds):6.1f} ms,"
            f" 95 % within {worst:6.0f} ms, worst {max(milliseconds):6.0f} ms"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", nargs="*", type=int, default=[10, 10_000])
    for size in parser.parse_args().documents:
        with TemporaryDirectory() as place:
            os.environ |= {"MALI_READER_CACHE": f"{place}/cache", "MALI_READER_OUTBOX": f"{place}/outbox"}
            write_corpus(Path(place, "ws", "corpus"), size)
            for how in ("nothing kept", "opened again"):
                print(f"{size:,} documents, {how}", flush=True)
                asyncio.run(opened(Path(place, "ws"), size))


if __name__ == "__main__":
    main()
