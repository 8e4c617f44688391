"""One command from its words to its exit code. What went wrong becomes an exit code here and only here."""

from collections.abc import Sequence

from mali_reader.cli import INTERRUPTED
from mali_reader.cli.output import narrate, prepare_streams
from mali_reader.cli.parser import parse
from mali_reader.display import one_line
from mali_reader.errors import CancelledError, MaliReaderError

BAD_REQUEST = 2


def run(argv: Sequence[str]) -> int:
    """Run one command. Gives its exit code: 0 done, 1 "no", 2 bad request, 3 only in the outbox, 130 interrupted."""
    prepare_streams()
    try:
        args = parse(argv)
        return 0 if args is None else args.handler(args)
    except MaliReaderError as error:
        narrate(str(error))
    except OSError as error:
        narrate(f"{error.filename or 'the system'}: {error.strerror or error}")
    except MemoryError:
        narrate("there is not enough memory for this; set MALI_READER_WORKERS=1, or take reports out of the corpus")
    except ImportError as error:
        reason = one_line(str(error.__cause__ or error), 160)
        narrate(f"a library cannot be loaded ({reason}); leave it more memory, or install mali-reader anew")
    except CancelledError:
        return INTERRUPTED
    return BAD_REQUEST
