"""Time, memory, recall and precision on planted copies, beside other engines; and the speed of the word diff.

    pip install '.[bench]'
    python benchmarks/overlap.py 1000 10000 100000 --write docs/benchmarks

Paragraphs of invented words drawn by Zipf's law; one in ten has a copy in another document: verbatim, edited (one word
in five replaced) or paraphrased (every other word replaced, sentences in another order). Each engine gets the same
documents in a process of its own; `mali-reader overlaps --json` gets them as files, and has to read them and write its
answer too, with nothing kept from before. Seconds are those that somebody waits, and those of all processors together;
memory is what the engine and the processes that it starts add to its inputs at most (on Linux alone).
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path

from engines import ENGINES
from memory import peak_of_all
from planted import KINDS, corpus
from report import write
from words import measure_diff, tell_diff


def measure(name: str, size: int, share: float) -> dict[str, float]:
    """What one engine does on `size` paragraphs, that share of them copies, in this process."""
    documents, planted = corpus(size, share=share)
    engine = ENGINES[name]
    given = engine.prepare(documents)
    with peak_of_all() as added:
        begun, processor = time.perf_counter(), _processor_seconds()
        answer = engine.find(given)
        seconds, processor = time.perf_counter() - begun, _processor_seconds() - processor
    found = engine.pairs(answer)
    recall = {
        kind: sum(pair in found for pair, of in planted.items() if of == kind)
        / sum(of == kind for of in planted.values())
        for kind in KINDS
    }
    right = len(found & set(planted))
    return {
        "seconds": seconds,
        "processor": processor,
        "megabytes": added[0],
        "pairs": len(found),
        "recall": right / len(planted),
        "precision": right / max(1, len(found)),
        **recall,
    }


def _processor_seconds() -> float:
    """Those that this process and the processes that it waited for have taken so far."""
    both = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(used.ru_utime + used.ru_stime for used in both)


def measured_apart(name: str, size: int, share: float) -> dict[str, float]:
    """The same, in a process that nothing was loaded into."""
    command = [sys.executable, __file__, str(size), "--one", name, "--copies", str(share)]
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MALI_READER_CACHE": "off"}
    answer = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    told: dict[str, float] = json.loads(answer.stdout)
    return told


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paragraphs", nargs="*", type=int, default=[1000, 10_000])
    parser.add_argument("--engine", action="append", choices=ENGINES, help="only these")
    parser.add_argument("--copies", type=float, default=0.1, help="the share of paragraphs that are copies; .5 at most")
    parser.add_argument("--one", choices=ENGINES, help=argparse.SUPPRESS)
    parser.add_argument("--write", type=Path, metavar="DIR", help="write a table and a plot there")
    told = parser.parse_args()
    if told.one:
        print(json.dumps(measure(told.one, told.paragraphs[0], told.copies)))
        return
    rows = []
    for size in told.paragraphs:
        for name in told.engine or ENGINES:
            if size <= ENGINES[name].most:
                row = measured_apart(name, size, told.copies)
                rows.append((name, size, row))
                shares = "  ".join(f"{key} {row[key]:.3f}" for key in ("recall", "precision", *KINDS))
                print(
                    f"{name:28} {size:>9,} {row['seconds']:8.2f} s ({row['processor']:7.2f}) {row['megabytes']:6.0f} MB"
                    f"  {shares}",
                    flush=True,
                )
    diffs = measure_diff()
    tell_diff(diffs)
    if told.write:
        write(told.write, rows, diffs)


if __name__ == "__main__":
    main()
