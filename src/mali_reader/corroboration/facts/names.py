"""Names of people and bodies: runs of capitalised words, without titles."""

import re
import unicodedata
from collections.abc import Iterator

from mali_reader.corpus.model import Span
from mali_reader.corroboration.facts.days import MONTHS, SHORT_MONTHS, WEEKDAYS
from mali_reader.corroboration.facts.sentences import Asserted, Word
from mali_reader.corroboration.model import Mention, MentionKind

_TITLE_WORDS = """
    mr mrs ms miss dr prof professor sir dame lord lady president vice prime minister premier chancellor secretary
    general sen senator rep representative congressman congresswoman gov governor mayor judge justice chief
    king queen prince princess pope bishop archbishop cardinal father sister rev reverend rabbi imam sheikh ayatollah
    colonel col major maj captain capt lieutenant lt sergeant sgt gen admiral adm commander officer detective
    inspector sheriff deputy director chairman chairwoman chair ceo cfo spokesman spokeswoman spokesperson ambassador
    envoy attorney coach former acting interim press speaker leader head
    commodore brigadier corporal marshal constable ensign superintendent
"""
_TITLES = frozenset(_TITLE_WORDS.split())
_NO_NAME = frozenset([*MONTHS, *WEEKDAYS, "i"])
_PARTICLE_WORDS = "de da do dos del della der den di du el al bin ibn ben van von la le"
_PARTICLES = frozenset(_PARTICLE_WORDS.split())
_MOSTLY = 0.6


def names(sentence: Asserted) -> Iterator[Mention]:
    """The names in a sentence. `value` holds their folded words, without accents; titles are left out.

    A word that begins the sentence is part of a name only beside another capitalised word. Of a headline in which
    nearly every word has a capital, none is told.
    """
    if is_shouted(sentence):
        return
    words = sentence.words
    run: list[Word] = []
    for number, word in enumerate(words):
        if run and not _joined(sentence, run[-1], word):
            yield from _name(sentence, run, words)
            run = []
        if _capital(word) or (run and word.folded in _PARTICLES and _followed(words, number)):
            run.append(word)
        elif run:
            yield from _name(sentence, run, words)
            run = []
    if run:
        yield from _name(sentence, run, words)


def is_shouted(sentence: Asserted) -> bool:
    """Whether a sentence is a headline in which nearly every word has a capital, so that none tells a name."""
    longer = [word for word in sentence.words if len(word.text) > 3] if sentence.is_headline else []
    return bool(longer) and sum(map(_capital, longer)) > _MOSTLY * len(longer)


def plain(word: str) -> str:
    """A word folded and without accents."""
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(character for character in decomposed if character.isalnum())


def _name(sentence: Asserted, run: list[Word], words: tuple[Word, ...]) -> Iterator[Mention]:
    first = words[0] if words else None
    last_title = max((place for place, word in enumerate(run) if plain(word.text) in _TITLES), default=-1)
    run = run[last_title + 1 :]
    while run and not run[0].content and not _initial(sentence, run[0]):
        run = run[1:]
    while run and run[-1].folded in _PARTICLES:
        run = run[:-1]
    if not run or (len(run) == 1 and (run[0] == first or len(run[0].text) == 1)):
        return
    if any(word.text.casefold() in _NO_NAME or _short_month(sentence, word, alone=len(run) == 1) for word in run):
        return
    span = Span(sentence.document.id, run[0].start, run[-1].end)
    yield Mention(MentionKind.NAME, span, span, sentence.span, tuple(plain(word.text) for word in run), "name")


def _capital(word: Word) -> bool:
    return word.text[0].isupper()


def _followed(words: tuple[Word, ...], number: int) -> bool:
    return number + 1 < len(words) and (_capital(words[number + 1]) or words[number + 1].folded in _PARTICLES)


def _joined(sentence: Asserted, one: Word, other: Word) -> bool:
    """Whether only a space, a hyphen or an initial's point parts two words, and neither is a possessive's owner."""
    gap = sentence.document.text[one.end : other.start]
    return re.fullmatch(r"\.?\s+" if _initial(sentence, one) else r"\s+|-", gap) is not None


def _initial(sentence: Asserted, word: Word) -> bool:
    return len(word.text) == 1 and sentence.document.text[word.end : word.end + 1] == "."


def _short_month(sentence: Asserted, word: Word, *, alone: bool) -> bool:
    """Whether a word is a month in short, and not the first name of Jan Novak."""
    pointed = sentence.document.text[word.end : word.end + 1] == "."
    return word.text.casefold() in SHORT_MONTHS and (alone or pointed)
