"""Time, memory and recall of the overlap engine on planted copies, and the speed of the word diff.

    python benchmarks/overlap.py 1000 10000

Paragraphs of invented words drawn by Zipf's law; one in ten has a copy in another document: verbatim, edited (one word
in five replaced) or paraphrased (every other word replaced, sentences in another order).
"""

import argparse
import difflib
import random
import resource
import time
from bisect import bisect
from hashlib import sha256
from itertools import accumulate

from mali_reader.corpus.model import Block, BlockKind, Document, Sentence
from mali_reader.overlap.diff import diff_words
from mali_reader.overlap.engine import find_overlaps
from mali_reader.overlap.words import folded_words

PARAGRAPHS_IN_DOCUMENT = 10
SENTENCES = (2, 4)
WORDS = (12, 28)
KINDS = {"verbatim": 0.0, "edited": 0.2, "paraphrase": 0.5}

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


def corpus(size: int, seed: int = 7) -> tuple[list[Document], dict[frozenset[Place], str]]:
    """`size` paragraphs in documents of ten, and the planted pairs (document, paragraph) by kind."""
    language = Language(seed)
    originals = [language.paragraph() for _ in range(size - size // 10)]
    copied = language.random.sample(range(len(originals)), size // 10)
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


def measure(size: int) -> None:
    documents, planted = corpus(size)
    places = {(d.id, b.start): (at, n) for at, d in enumerate(documents) for n, b in enumerate(d.blocks)}
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begun = time.perf_counter()
    overlaps = find_overlaps(documents)
    seconds = time.perf_counter() - begun
    added = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    found = {
        frozenset({places[o.left.document, o.left.start], places[o.right.document, o.right.start]}) for o in overlaps
    }
    recall = {
        kind: sum(pair in found for pair, of in planted.items() if of == kind)
        / sum(of == kind for of in planted.values())
        for kind in KINDS
    }
    precision = len(found & set(planted)) / max(1, len(found))
    told = "  ".join(f"{kind} {share:.3f}" for kind, share in recall.items())
    print(f"{size:>9,} paragraphs {seconds:7.2f} s {added:6.0f} MB added  precision {precision:.3f}  recall: {told}")


def measure_diff(pairs: int = 300) -> None:
    language = Language(11)
    texts = []
    for _ in range(pairs):
        words = [language.word() for _ in range(100)]
        changed = language.copy([words], 0.15)[0]
        texts.append((" ".join(words), " ".join(changed)))
    for name, diff in (
        ("diff_words", diff_words),
        (
            "difflib",
            lambda a, b: difflib.SequenceMatcher(None, folded_words(a), folded_words(b), autojunk=False).get_opcodes(),
        ),
    ):
        begun = time.perf_counter()
        for left, right in texts:
            diff(left, right)
        print(f"{name:>12}: {(time.perf_counter() - begun) / pairs * 1e6:7.0f} µs a pair of 100 words, with cutting")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paragraphs", nargs="*", type=int, default=[1000, 10_000])
    for size in parser.parse_args().paragraphs:
        measure(size)
    measure_diff()


if __name__ == "__main__":
    main()
