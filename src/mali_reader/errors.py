"""What may go wrong in a way that a person can mend."""


class MaliReaderError(Exception):
    """A request or a file is bad. The message is one line that names it and the mend."""


class CancelledError(Exception):
    """A person stopped long work. Raised from a progress callback, passed through by the work."""
