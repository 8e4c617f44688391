"""A table and a plot of what was measured."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

Row = tuple[str, int, Mapping[str, float]]
_HEAD = "| engine | paragraphs | s | CPU s | MB added | pairs | recall | verbatim | edited | paraphrase | precision |"


def write(folder: Path, rows: Sequence[Row], diffs: Mapping[str, Mapping[str, tuple[float, float]]]) -> None:
    """`overlap.md` and `overlap.svg`."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = [f"Measured on {os.cpu_count()} cores.", "", _HEAD, "| --- |" + " ---: |" * 10]
    for name, size, row in rows:
        shares = " | ".join(f"{row[key]:.3f}" for key in ("recall", "verbatim", "edited", "paraphrase", "precision"))
        lines.append(
            f"| {name} | {size:,} | {row['seconds']:.2f} | {row['processor']:.2f} | {row['megabytes']:,.0f} |"
            f" {row['pairs']:,.0f} | {shares} |"
        )
    lines += [
        "",
        "![Time and recall by engine](overlap.svg)",
        "",
        f"| word diff of 100 words, µs | {' | '.join(next(iter(diffs.values())))} |",
        "| --- |" + " ---: |" * len(next(iter(diffs.values()))),
    ]
    lines += [
        f"| {sort} | " + " | ".join(f"{usual:.0f} ({least:.0f})" for usual, least in measured.values()) + " |"
        for sort, measured in diffs.items()
    ]
    (folder / "overlap.md").write_text("\n".join(["# The overlap engine, measured", "", *lines, ""]), "utf-8")
    _plot(folder / "overlap.svg", rows)


def _plot(path: Path, rows: Sequence[Row]) -> None:
    import matplotlib as mpl

    mpl.use("svg")
    mpl.rcParams["svg.hashsalt"] = "mali-reader"
    from matplotlib import pyplot

    figure, panels = pyplot.subplots(1, 2, figsize=(10, 4), layout="constrained")
    for name in dict.fromkeys(row[0] for row in rows):
        sizes = [size for engine, size, _ in rows if engine == name]
        for panel, key in zip(panels, ("seconds", "recall"), strict=True):
            panel.plot(sizes, [row[key] for engine, _, row in rows if engine == name], marker="o", label=name)
    for panel, title in zip(panels, ("seconds", "recall of planted copies"), strict=True):
        panel.set(title=title, xlabel="paragraphs", xscale="log")
        panel.grid(alpha=0.3)
    panels[0].set_yscale("log")
    panels[1].set_ylim(0, 1.05)
    panels[0].legend(fontsize="small")
    figure.savefig(path, metadata={"Date": None})
