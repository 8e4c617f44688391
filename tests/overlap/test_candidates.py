"""Which documents are near which."""

import numpy as np

from mali_reader.overlap.scores.candidates import nearest_documents


def test_documents_are_near_others_in_a_corpus_of_very_many() -> None:
    last = 99_999
    left, right = np.array([0, 5, 70_000], dtype=np.int32), np.array([last, 80_000, 90_000], dtype=np.int32)
    near = nearest_documents(left, right, np.array([0.9, 0.8, 0.7]), last + 1, 4)
    expected = {one: {one, other} for one, other in zip(left.tolist(), right.tolist(), strict=True)}
    expected |= {other: both for both in list(expected.values()) for other in both}
    for document in range(last + 1):
        row = near.rows(document, document + 1).indices.tolist()
        assert set(row) == expected.get(document, {document})
