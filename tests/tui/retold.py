"""Reports of one fire: an agency's, a chain of two copies, one in its own words, and one that takes a little of it."""

from pathlib import Path

WIRE = """---
source: Coast Wire
date: 2024-05-02
---
# Fire destroys paper mill in Velm

A fire destroyed the old paper mill in Velm on Wednesday night. Police said that 340 workers had left the building in \
time.

The mill was founded in 1904 and made paper for school books. Its owner had planned to close the last machine in \
October.

Smoke drifted across the river until dawn, and families in eleven streets were told to keep their windows shut.
"""
DAILY = """---
source: The Velm Daily
date: 2024-05-03
---
# Paper mill burns down

A fire destroyed the old paper mill in Velm on Wednesday night. Police said that 430 workers had left the building in \
time.

The mill was founded in 1904 and made paper for school books. Its owner had planned to close the last machine in \
October.

The mayor promised a new roof for the museum beside the ruin. Volunteers carried the archive of the mill to safety.
"""
BLOG = """---
source: Riverside Blog
date: 2024-05-04
---
# What is left of the mill

The mayor promised a new roof for the museum beside the ruin. Volunteers carried the archive of the mill to safety.

The mill was founded in 1904 and made paper for school books. Its owner had planned to close the last machine in \
October.

My grandmother sorted rags there for thirty years.
"""
RADIO = """---
source: Radio North
date: 2024-05-03
---
# Night of flames at the river

Smoke drifted over the river until the morning. In eleven streets, families were told to keep all windows shut.

Swans returned to the weir at noon, a warden told our reporter.
"""
REPORTS = {"blog.md": BLOG, "daily.md": DAILY, "radio.md": RADIO, "wire.md": WIRE}


def fire(tmp_path: Path) -> Path:
    """A workspace of those reports."""
    corpus = tmp_path / "fire" / "corpus"
    corpus.mkdir(parents=True)
    for name, text in REPORTS.items():
        (corpus / name).write_text(text, "utf-8")
    return corpus.parent
