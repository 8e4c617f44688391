"""F1 of overlaps against hand labels: pairs of paragraphs, found again by how they begin."""

import re
from typing import Any

from mali_reader.corpus.model import Corpus, Span
from mali_reader.overlap.model import Overlap

Place = tuple[str, int]


def _flat(text: str) -> str:
    return re.sub(r"\W+", " ", text.replace("\u00a0", " ")).strip().lower()


def f1(corpus: Corpus, overlaps: tuple[Overlap, ...], gold: dict[str, Any]) -> float:
    """F1 over the pairs that are not weak (a single shared clause)."""
    heads: dict[str, list[tuple[str, int]]] = {}
    for paragraph in gold["paragraphs"]:
        heads.setdefault(paragraph["file"].rsplit(".", 1)[0], []).append((_flat(paragraph["head"]), paragraph["par"]))

    def place(span: Span) -> Place:
        text = _flat(corpus.text_of(span))
        return span.document, next((n for head, n in heads[span.document] if text.startswith(head) or head in text), -1)

    def key(pair: dict[str, Any]) -> frozenset[Place]:
        return frozenset(
            {(pair["file_a"].rsplit(".", 1)[0], pair["par_a"]), (pair["file_b"].rsplit(".", 1)[0], pair["par_b"])}
        )

    pairs = gold["paragraph_pairs"]
    weak = {key(pair) for pair in pairs if pair["weak"]}
    right = {key(pair) for pair in pairs if pair["label"] != "same-topic-only"} - weak
    found = {frozenset({place(overlap.left), place(overlap.right)}) for overlap in overlaps} - weak
    return 2 * len(found & right) / (len(found) + len(right))
