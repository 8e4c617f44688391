"""The command line: prints, and nothing else."""

import os
import sys

from mali_reader.garbage import collect_seldom

INTERRUPTED = 130


def main(argv: list[str] | None = None) -> int:
    """Run one command and give its exit code. Loads all else late, so that an interrupt meanwhile is quiet as well."""
    try:
        collect_seldom()
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # to start more takes long, and nothing multiplies matrices
        from mali_reader.cli.running import run

        return run(sys.argv[1:] if argv is None else argv)
    except KeyboardInterrupt:
        return INTERRUPTED
