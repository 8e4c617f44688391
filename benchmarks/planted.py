"""A corpus of invented words with planted copies."""

import random
from bisect import bisect
from hashlib import sha256
from itertools import accumulate

from mali_reader.corpus.model import Block, BlockKind, Document, Sentence

PARAGRAPHS_IN_DOCUMENT = 10
SENTENCES = (2, 4)
WORDS = (12, 28)
KINDS = {"verbatim": 0.0, "edited": 0.2, "paraphrase": 0.5}
"""The share of words that a copy replaces. Paraphrases stand with their sentences in another order, too."""

Paragraph = list[list[str]]


class Language:
    """Invented words, frequent ones first, drawn by Zipf's law."""

    def __init__(self, seed: int, size: int = 60_000) -> None:
        self.random = random.Random(seed)
        self._words = [
            "".join(self.random.choices("aeiourstnlmkdp", k=3 + rank.bit_length() // 3)) for rank in range(size)
        ]
        self._cumulated = list(accumulate(1 / (rank + 2.7) for rank in range(size)))

    def word(self) -> str:
        return self._words[bisect(self._cumulated, self.random.random() * self._cumulated[-1]) % len(self._words)]

    def paragraph(self) -> Paragraph:
        lengths = [self.random.randint(*WORDS) for _ in range(self.random.randint(*SENTENCES))]
        return [[self.word() for _ in range(length)] for length in lengths]

    def copy(self, paragraph: Paragraph, replaced: float) -> Paragraph:
        changed = [[self.word() if self.random.random() < replaced else word for word in words] for words in paragraph]
        if replaced >= 0.5:
            self.random.shuffle(changed)
        return changed


def document(name: str, paragraphs: list[Paragraph]) -> Document:
    text, blocks = "", []
    for paragraph in paragraphs:
        start, sentences = len(text), []
        for words in paragraph:
            text += " " if sentences else ""
            begun = len(text)
            text += " ".join(words).capitalize() + "."
            sentences.append(Sentence(begun, len(text)))
        blocks.append(Block(BlockKind.PARAGRAPH, start, len(text), tuple(sentences)))
        text += "\n\n"
    return Document(name, name, text, sha256(text.encode()).hexdigest(), name, tuple(blocks))


Place = tuple[int, int]


def corpus(size: int, seed: int = 7, share: float = 0.1) -> tuple[list[Document], dict[frozenset[Place], str]]:
    """`size` paragraphs in documents of ten, that `share` of them copies; and the planted pairs (document, paragraph)
    by kind."""
    language = Language(seed)
    planted_copies = int(size * share)
    originals = [language.paragraph() for _ in range(size - planted_copies)]
    copied = language.random.sample(range(len(originals)), planted_copies)
    kinds = [list(KINDS)[number % len(KINDS)] for number in range(len(copied))]
    copies = [language.copy(originals[source], KINDS[kind]) for source, kind in zip(copied, kinds, strict=True)]
    order = [*range(size)]
    language.random.shuffle(order)
    paragraphs = originals + copies
    place = {number: divmod(position, PARAGRAPHS_IN_DOCUMENT) for position, number in enumerate(order)}
    planted = {
        frozenset({place[source], place[len(originals) + number]}): kind
        for number, (source, kind) in enumerate(zip(copied, kinds, strict=True))
        if place[source][0] != place[len(originals) + number][0]
    }
    documents = [
        document(f"{start:07}", [paragraphs[number] for number in order[start : start + PARAGRAPHS_IN_DOCUMENT]])
        for start in range(0, size, PARAGRAPHS_IN_DOCUMENT)
    ]
    return documents, planted
