"""Documents into words: the same whoever reads them, and however many at once."""

import numpy as np
import pytest

from mali_reader.corpus.model import Document
from mali_reader.corpus.parsing import parse_document
from mali_reader.overlap.words import reading
from mali_reader.overlap.words.texts import Words
from mali_reader.progress import silent
from mali_reader.workers import ENVIRONMENT

_SENTENCES = ("The bridge at {} was closed on Tuesday.", "Mayor Ines Okoro spoke of {} repairs.", "L'eau monte à {}.")


def _documents(count: int) -> list[Document]:
    texts = ["\n\n".join(sentence.format(f"place{number}") for sentence in _SENTENCES) for number in range(count)]
    return [parse_document(text, id=str(n), path=f"{n}.txt", markdown=False) for n, text in enumerate(texts)]


def _columns(words: Words) -> dict[str, list[int]]:
    return {name: column.tolist() for name, column in words._asdict().items()}


def test_two_threads_read_what_one_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    documents = _documents(60)
    monkeypatch.setenv(ENVIRONMENT, "1")
    whole = _columns(reading.read_words(documents, silent))
    monkeypatch.setattr(reading, "_BATCH", 500)
    assert _columns(reading.read_words(documents, silent)) == whole
    monkeypatch.setenv(ENVIRONMENT, "2")
    assert _columns(reading.read_words(documents, silent)) == whole


def test_words_are_the_same_where_many_share_a_slot_of_the_table(monkeypatch: pytest.MonkeyPatch) -> None:
    documents = _documents(60)
    whole = _columns(reading.read_words(documents, silent))
    monkeypatch.setattr(reading, "_SLOT_BITS", 2)
    monkeypatch.setattr(reading, "_BATCH", 500)
    assert _columns(reading.read_words(documents, silent)) == whole


def test_no_documents_have_no_words() -> None:
    assert not any(_columns(reading.read_words([], silent)).values())


def test_what_the_words_of_a_document_are_does_not_depend_on_the_others() -> None:
    documents = _documents(5)
    together = reading.read_words(documents, silent)
    apart = [reading.read_words([document], silent) for document in documents]
    assert [_columns(words) for words in together.parts(5)] == [_columns(words) for words in apart]
    assert np.unique(together.document).tolist() == [0, 1, 2, 3, 4]
