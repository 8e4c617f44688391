"""The command line: prints, and nothing else."""

import sys

INTERRUPTED = 130


def main(argv: list[str] | None = None) -> int:
    """Run one command and give its exit code. Loads all else late, so that an interrupt meanwhile is quiet as well."""
    try:
        from mali_reader.cli.running import run

        return run(sys.argv[1:] if argv is None else argv)
    except KeyboardInterrupt:
        return INTERRUPTED
