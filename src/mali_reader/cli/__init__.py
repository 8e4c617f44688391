"""The command line: prints, and nothing else."""

import atexit
import os
import sys
from typing import NoReturn

from mali_reader.garbage import collect_seldom

INTERRUPTED = 130


def program() -> NoReturn:
    """Run the command that this process is for, and end it. What it loaded is not taken apart one by one before."""
    code = main()
    threads = sys.modules.get("threading")
    if threads is None or threads.active_count() == 1:
        atexit._run_exitfuncs()
        try:
            for stream in filter(None, (sys.stdout, sys.stderr)):
                stream.flush()
        except (OSError, ValueError):
            sys.exit(code)  # the interpreter tries it again, and tells what is wrong
        os._exit(code)
    sys.exit(code)


def main(argv: list[str] | None = None) -> int:
    """Run one command and give its exit code. Loads all else late, so that an interrupt meanwhile is quiet as well."""
    try:
        collect_seldom()
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # to start more takes long, and nothing multiplies matrices
        from mali_reader.cli.running import run

        return run(sys.argv[1:] if argv is None else argv)
    except KeyboardInterrupt:
        return INTERRUPTED
