"""Answers kept between runs: used where the content is the same, and never wrong."""

import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mali_reader.cache import Cache, digest, user_cache
from mali_reader.corpus import cutting
from mali_reader.corpus.model import Document
from mali_reader.corpus.reader import read_corpus
from mali_reader.corroboration import discrepancies, origins
from mali_reader.corroboration.kept import KeptFindings
from mali_reader.overlap.engine import find_overlaps
from mali_reader.overlap.index import OverlapIndex
from mali_reader.overlap.kept import kept_overlaps
from mali_reader.overlap.scores.calibration import DEFAULT_THRESHOLD
from mali_reader.overlap.words import reading, texts
from mali_reader.progress import Progress

SENTENCES = (
    "The harbour bridge in Velda was closed on Monday after engineers found cracks in two cables.",
    "Engineers found cracks in two cables of the harbour bridge, and Velda closed it on Monday.",
    "Engineers found cracks in nine cables of the harbour bridge, and Velda closed it on Friday.",
    "Mayor Irma Tolland urged commuters to use the ferry until the repairs have been completed.",
    "Commuters were urged to take the ferry until repairs are complete, Mayor Irma Tolland said.",
    "A baker from the old market sold four hundred loaves before the rain came.",
    "Le pont du port a été fermé lundi après la découverte de fissures dans deux câbles.",
)
PARAGRAPHS = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3).map(" ".join)
REPORTS = st.lists(st.lists(PARAGRAPHS, min_size=1, max_size=3).map("\n\n".join), min_size=2, max_size=5)
STORY = {"wire.txt": "\n\n".join(SENTENCES[::2]), "copy.md": "\n\n".join(SENTENCES[1::2])}


def written(folder: Path, reports: dict[str, str]) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in reports.items():
        (folder / name).write_text(text, "utf-8")
    return folder


def answer(folder: Path, cache: Cache | None) -> str:
    corpus = read_corpus(folder, cache=cache)
    overlaps = tuple(kept_overlaps(corpus.documents, cache))
    kept = KeptFindings(corpus.documents, OverlapIndex(overlaps), cache, threshold=DEFAULT_THRESHOLD)
    return repr((corpus, overlaps, kept.findings(kept.provenance())))


@settings(max_examples=25, deadline=None)
@given(reports=REPORTS, more=REPORTS)
def test_the_kept_answer_is_the_answer_from_scratch(reports: list[str], more: list[str]) -> None:
    with tempfile.TemporaryDirectory() as name:
        cache, folder = Cache(Path(name) / "cache"), Path(name) / "corpus"
        written(folder, {f"{n}.txt": text for n, text in enumerate(reports)})
        assert answer(folder, cache) == answer(folder, cache) == answer(folder, None)
        written(folder, {f"{n}.txt": text for n, text in enumerate(more, 2)})
        assert answer(folder, cache) == answer(folder, cache) == answer(folder, None)


def truncated(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def emptied(file: Path) -> None:
    file.write_bytes(b"")


def overwritten(file: Path) -> None:
    file.write_bytes(b"no database " * 500)


def scribbled(file: Path) -> None:
    """Other bytes in what is kept, with no checksum that fits."""
    with sqlite3.connect(file) as database:
        database.execute("UPDATE answer SET value = substr(value, 1, length(value) - 9) || x'00ff00ff00ff00ff00'")
    database.close()


@pytest.mark.parametrize("damage", [truncated, emptied, overwritten, scribbled, Path.unlink])
def test_a_damaged_cache_is_made_anew(damage: Callable[[Path], None], tmp_path: Path) -> None:
    folder, cache = written(tmp_path / "corpus", STORY), Cache(tmp_path / "cache")
    first = answer(folder, cache)
    (file,) = (tmp_path / "cache").iterdir()
    damage(file)
    assert answer(folder, cache) == first == answer(folder, None)
    cache.put({b"key": b"value"})
    assert cache.get([b"key"]) == {b"key": b"value"}


def test_answers_of_the_wrong_shape_are_found_anew(tmp_path: Path) -> None:
    class Poisoned(Cache):
        """Gives, with a checksum that fits, what somebody else wrote."""

        def __init__(self, value: bytes) -> None:
            super().__init__(tmp_path / "poisoned")
            self.value = value

        def get(self, keys: object) -> dict[bytes, bytes]:
            return dict.fromkeys(keys, self.value) if isinstance(keys, list) else {}

    folder = written(tmp_path / "corpus", STORY)
    clean = answer(folder, None)
    for value in (
        b"",
        b"{}",
        b"\x80\x04.",
        b"[[0,1,[0,0.9,0,9999999,0,1],[]]]",
        b"[[0,1,true,0.5,null,[99]]]",
        b'{"title":"A","blocks":[["title",5,1,[]]]}',
        b'{"title":5,"blocks":[],"sources":[1],"tags":[],"warnings":[]}',
        b"\1" * 40,
    ):
        assert answer(folder, Poisoned(value)) == clean


def test_only_a_new_report_is_cut_into_sentences(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, cache = written(tmp_path / "corpus", STORY), Cache(tmp_path / "cache")
    answer(folder, cache)
    cut: list[str] = []
    real = cutting.sentence_places
    monkeypatch.setattr(cutting, "sentence_places", lambda text, *place: cut.append(text) or real(text, *place))
    answer(folder, cache)
    assert not cut
    written(folder, {"new.txt": SENTENCES[4]})
    answer(folder, cache)
    assert set(cut) == {SENTENCES[4]}


def test_only_a_new_report_is_read_into_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, cache = written(tmp_path / "corpus", STORY), Cache(tmp_path / "cache")
    answer(folder, cache)
    read: list[str] = []
    real = reading.read_words

    def counted(documents: Sequence[Document], progress: Progress) -> texts.Words:
        read.extend(document.id for document in documents)
        return real(documents, progress)

    monkeypatch.setattr(reading, "read_words", counted)
    answer(folder, cache)
    assert not read
    written(folder, {"new.txt": SENTENCES[4]})
    answer(folder, cache)
    assert read == ["new"]


def test_findings_on_the_same_reports_are_looked_for_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, cache = written(tmp_path / "corpus", STORY), Cache(tmp_path / "cache")
    first = answer(folder, cache)
    assert "Discrepancy(" in first
    with monkeypatch.context() as patched:
        patched.delattr(discrepancies, "find_discrepancies")
        patched.delattr(origins, "find_dependences")
        patched.delattr(origins, "origins_of")
        assert answer(folder, cache) == first
    written(folder, {"copy.md": f"---\ndate: 2024-02-02\n---\n{STORY['copy.md']}"})
    assert answer(folder, cache) == answer(folder, None)


def test_another_threshold_is_another_answer(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    documents = read_corpus(written(tmp_path / "corpus", STORY)).documents
    for threshold in (0.0, 0.9, 0.0):
        kept = tuple(kept_overlaps(documents, cache, threshold=threshold))
        assert kept == find_overlaps(documents, threshold=threshold)


def test_many_processes_use_one_cache_at_once(tmp_path: Path) -> None:
    folder = written(tmp_path / "corpus", STORY)
    command = [sys.executable, "-m", "mali_reader", "--corpus", str(folder), "overlaps", "--json"]
    environment = {**os.environ, "MALI_READER_CACHE": str(tmp_path / "cache")}
    running = [subprocess.Popen(command, env=environment, stdout=subprocess.PIPE) for _ in range(4)]
    outputs = {process.communicate(timeout=120)[0] for process in running}
    assert [process.returncode for process in running] == [0] * 4
    assert len(outputs) == 1
    alone = subprocess.run(command, env={**environment, "MALI_READER_CACHE": "off"}, capture_output=True, check=True)
    assert outputs == {alone.stdout}


def test_what_is_kept_stays_bounded(tmp_path: Path) -> None:
    cache = Cache(tmp_path, largest=10_000)
    for number in range(50):
        cache.put({digest(str(number)): bytes(1000)})
    kept = cache.get(digest(str(number)) for number in range(50))
    assert 0 < sum(map(len, kept.values())) <= 10_000
    assert digest("49") in kept
    cache.put({b"huge": bytes(20_000)})
    assert not cache.get([b"huge"])


def test_a_folder_that_cannot_be_written_keeps_nothing_and_fails_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    cache = Cache(tmp_path / "file" / "cache")
    cache.put({b"key": b"value"})
    assert cache.get([b"key"]) == {}


def test_the_environment_says_where_or_off(tmp_path: Path) -> None:
    assert user_cache({"MALI_READER_CACHE": "off"}) is None
    cache = user_cache({"MALI_READER_CACHE": str(tmp_path / "here")})
    assert cache is not None
    cache.put({b"key": b"value"})
    assert (tmp_path / "here").is_dir()
