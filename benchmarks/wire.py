"""Whether a story that hundreds of documents carry, each with changes of its own, stays in one passage.

    python benchmarks/wire.py --copies 400 --others 4000 --seeds 3

Among paragraphs of invented words, one paragraph is copied into many documents and altered in one of several ways. For
each way: the share of the copies in the largest passage that holds any, and how many paragraphs it holds beside them.
"""

import argparse
import random
from collections.abc import Callable

from planted import Language, Paragraph, document

from mali_reader.corpus.model import Document
from mali_reader.overlap.engine import find_overlaps
from mali_reader.overlap.passages import group_passages

SENTENCES, WORDS = 6, 20


def _words_replaced(story: Paragraph, language: Language) -> Paragraph:
    return language.copy(story, 0.1)


def _lead_changed(story: Paragraph, language: Language) -> Paragraph:
    return [[language.word() for _ in story[0]], *story[1:]]


def _sentences_dropped(story: Paragraph, language: Language) -> Paragraph:
    kept = sorted(language.random.sample(range(len(story)), len(story) - 2))
    return [story[place] for place in kept]


def _order_moved(story: Paragraph, language: Language) -> Paragraph:
    return language.random.sample(story, len(story))


def _clause_inserted(story: Paragraph, language: Language) -> Paragraph:
    changed = [*story]
    place = language.random.randrange(len(story))
    at = language.random.randrange(len(story[place]))
    changed[place] = story[place][:at] + [language.word() for _ in range(8)] + story[place][at:]
    return changed


def _merged(story: Paragraph, language: Language) -> Paragraph:
    return story + language.paragraph()


def _any(story: Paragraph, language: Language) -> Paragraph:
    return language.random.choice(list(ALTERATIONS.values())[:-1])(story, language)


ALTERATIONS: dict[str, Callable[[Paragraph, Language], Paragraph]] = {
    "words replaced": _words_replaced,
    "lead changed": _lead_changed,
    "sentences dropped": _sentences_dropped,
    "order moved": _order_moved,
    "clause inserted": _clause_inserted,
    "merged with another": _merged,
    "any of these": _any,
}


def corpus(how: str, copies: int, others: int, seed: int) -> tuple[list[Document], set[tuple[str, int]]]:
    """Documents of ten paragraphs, and the places (document, start) of the copies, at most one in a document."""
    language = Language(seed)
    story = [[language.word() for _ in range(WORDS)] for _ in range(SENTENCES)]
    pages = [[language.paragraph() for _ in range(9)] for _ in range(max(copies, others // 9))]
    order = random.Random(seed)
    carrying = order.sample(range(len(pages)), copies)
    places = {page: order.randrange(len(pages[page]) + 1) for page in carrying}
    for page, place in places.items():
        pages[page].insert(place, ALTERATIONS[how](story, language))
    documents = [document(f"{number:05}", page) for number, page in enumerate(pages)]
    return documents, {(documents[page].id, documents[page].blocks[place].start) for page, place in places.items()}


def measure(how: str, copies: int, others: int, seed: int) -> tuple[float, int, int]:
    """The share of the copies in their largest passage, what else that holds, and the size of the largest other one."""
    documents, story = corpus(how, copies, others, seed)
    passages = group_passages(documents, find_overlaps(documents))
    members = [{(member.document, member.start) for member in passage.members} for passage in passages]
    held = max(members, key=lambda some: len(some & story), default=set())
    rest = max((len(some) for some in members if not some & story), default=0)
    return len(held & story) / len(story), len(held - story), rest


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--copies", type=int, default=400)
    parser.add_argument("--others", type=int, default=4000)
    parser.add_argument("--seeds", type=int, default=3)
    told = parser.parse_args()
    for how in ALTERATIONS:
        for seed in range(told.seeds):
            share, strangers, rest = measure(how, told.copies, told.others, seed)
            print(
                f"{how:22} seed {seed}  in one passage {share:6.1%}  strangers {strangers:3}  largest other {rest:3}",
                flush=True,
            )


if __name__ == "__main__":
    main()
