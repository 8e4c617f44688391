"""What holds for all tests."""

import os
import tempfile

os.environ["MALI_READER_CACHE"] = tempfile.mkdtemp(prefix="mali-reader-cache-")
"""Nobody's own cache is touched, nor that of another run. Set at import, for processes that tests start."""
