"""Draw the pictures of the README from the running program: `python docs/pictures.py`.

It works on a copy of the sample corpus and its annotations, so that nothing is written to them.
"""

import asyncio
import os
import re
import shutil
import tempfile
from pathlib import Path

from mali_reader.settings import load_settings
from mali_reader.tui.app import MaliReaderApp
from mali_reader.workspace import Workspace

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
SIZE = (112, 32)
SCREENS = {
    "library": ["j", "j"],
    "reader": ["j", "j", "enter", "]", "]", "j", "j"],
    "compare": ["j", "j", "enter", "]", "]", "j", "enter"],
    "synopsis": ["4"],
    "passage": ["4", "enter"],
    "discrepancies": ["5", "j"],
    "claims": ["2"],
    "copies": ["j", "j", "enter", "]", "]", "]", "a"],
    "summary": ["3"],
    "evidence": ["j", "j", "enter", "]", "]", "j", "j", "e"],
}
_FONT_FROM_ELSEWHERE = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
_NAMES = {"]": "right_square_bracket"}


async def draw(name: str, keys: list[str], workspace: Path) -> None:
    """Open the application on a workspace, press keys, and save what is on screen."""
    app = MaliReaderApp(Workspace(load_settings(workspace=str(workspace), annotator="ana")))
    async with app.run_test(size=SIZE) as pilot:
        while app.findings is None:
            await pilot.pause(0.05)
        for key in keys:
            await pilot.press(_NAMES.get(key, key))
            await pilot.pause(0.2)
        await pilot.pause(1)
        svg = app.export_screenshot(title=f"mali-reader: {name}")
    (PICTURES / f"{name}.svg").write_text(_FONT_FROM_ELSEWHERE.sub("", svg), "utf-8")


def main() -> None:
    """Draw every screen."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["MALI_READER_OUTBOX"] = str(Path(folder) / "outbox")
        workspace = Path(folder) / "Mali, June 2023"
        for part in ("corpus", "annotations"):
            shutil.copytree(ROOT / part, workspace / part)
        for name, keys in SCREENS.items():
            asyncio.run(draw(name, keys, workspace))


if __name__ == "__main__":
    main()
