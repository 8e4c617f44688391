"""What is counted: the noun behind a number."""

import re
from itertools import chain

from mali_reader.corroboration.facts.days import WEEKDAYS
from mali_reader.corroboration.facts.numerals import is_numeral
from mali_reader.corroboration.facts.sentences import Asserted, Word, ends_with
from mali_reader.corroboration.facts.units import COLLECTIVE, FATES, PEOPLE, SCALED, singular

_LONGEST_RUN = 4
_NOUN_OF = re.compile(
    r"\b([a-z]{3,})\s+of\s+(?:(?:about|some|around|over|nearly|almost|up\s+to|more\s+than|at\s+least)\s+)?\Z"
)
_PLURAL = COLLECTIVE | SCALED.keys()
_WHEN = WEEKDAYS.keys() | {"last", "next", "yesterday", "today", "tomorrow"}


def noun_after(sentence: Asserted, position: int) -> Word | None:
    """What is counted: the first plural or collective noun of the run of words behind a number, else its first word.

    Names come after all other words: 14 United Nations peacekeepers.
    """
    run = run_after(sentence, position)
    counted = [word for word in run if is_counted(word)]
    return next(chain((word for word in counted if not word.text.istitle()), counted, run), None)


def is_counted(word: Word) -> bool:
    """Whether a word is a plural, or a noun that stands for many."""
    return singular(word.folded) != word.folded or word.folded in _PLURAL


def run_after(sentence: Asserted, position: int) -> list[Word]:
    """The words behind a position that nothing but spaces and hyphens parts, up to a function word."""
    run: list[Word] = []
    at = sentence.start + position
    first = sentence.words_until(at)
    if sentence.words[first : first + 1] and sentence.words[first].folded == "such":
        at = sentence.words[first].end
        first += 1
    for word in sentence.words[first : first + _LONGEST_RUN]:
        gap = sentence.document.text[at : word.start]
        if gap.strip(" \n\t\u00a0-*_") or not word.content or not word.text[0].isalpha() or _ends_run(word):
            break
        run.append(word)
        at = word.end
    return run


def _ends_run(word: Word) -> bool:
    """Whether a word says when it was, or what befell those counted, or counts something else."""
    if word.folded in _WHEN:
        return True
    return (word.folded in FATES and singular(word.folded) not in PEOPLE) or is_numeral(word.text)


def stem_at(sentence: Asserted, position: int) -> str:
    """The stem of the word that begins at a position of a sentence."""
    return sentence.words[sentence.words_until(sentence.start + position)].stem


def modified_at(sentence: Asserted, position: int) -> str:
    """The stem of the noun that a compound ("ten-year") stands before: the last word of the run behind it."""
    run = run_after(sentence, position)
    return run[-1].stem if run else ""


def head_before(sentence: Asserted, position: int) -> str:
    """The stem of the noun that "of" joins to a number: a *delay* of two hours, a *fine* of nearly $4 million."""
    before = ends_with(_NOUN_OF, sentence.text, position)
    return stem_at(sentence, before.start(1)) if before else ""
