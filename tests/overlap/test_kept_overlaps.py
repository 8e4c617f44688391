"""Overlaps kept between runs are those that are found, however many of them were taken before."""

from itertools import islice
from pathlib import Path

import pytest

from mali_reader.cache import Cache
from mali_reader.overlap.alignment import correspondence
from mali_reader.overlap.engine import find_overlaps
from mali_reader.overlap.kept import kept_overlaps

from .reports import BRIDGE


def test_nothing_is_kept_until_the_last_one_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache, found = Cache(tmp_path), find_overlaps(BRIDGE)
    assert len(found) > 2
    assert tuple(islice(kept_overlaps(BRIDGE, cache), 2)) == found[:2]
    assert tuple(kept_overlaps(BRIDGE, cache)) == tuple(kept_overlaps(BRIDGE, None)) == found
    monkeypatch.delattr(correspondence, "align")
    assert tuple(kept_overlaps(BRIDGE, cache)) == found
