"""What holds for all tests."""

import os
import tempfile

from hypothesis import HealthCheck, settings

os.environ["MALI_READER_CACHE"] = tempfile.mkdtemp(prefix="mali-reader-cache-")
"""Nobody's own cache is touched, nor that of another run. Set at import, for processes that tests start."""

settings.register_profile("unhurried", settings(), deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")
"""A law holds or not; how fast it was checked depends on what else the machine does."""
