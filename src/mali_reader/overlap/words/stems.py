"""The stem of a word, by the Snowball algorithm of its language, and what no stemmer knows."""

import re
from functools import cache

import Stemmer

from mali_reader.overlap.words.irregular_verbs import BASE_FORM

_ALGORITHMS = {
    "ar": "arabic", "da": "danish", "de": "german", "el": "greek", "en": "english", "es": "spanish",
    "fi": "finnish", "fr": "french", "hi": "hindi", "hu": "hungarian", "it": "italian", "nl": "dutch",
    "no": "norwegian", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sv": "swedish",
    "ta": "tamil", "tr": "turkish",
}  # fmt: skip

_ELISIONS = {
    "ca": "d|l|m|n|s|t",
    "fr": "c|d|j|jusqu|l|lorsqu|m|n|puisqu|qu|quoiqu|s|t",
    "it": "all|c|d|dall|dell|l|nell|quell|quest|sull|un",
}

_SMALL_NUMBERS = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty
"""
_TENS = "thirty forty fifty sixty seventy eighty ninety"
_FIGURES = {word: str(number) for number, word in enumerate(_SMALL_NUMBERS.split())}
_FIGURES |= {word: str(30 + 10 * number) for number, word in enumerate(_TENS.split())}


def unelided(word: str, language: str | None) -> str:
    """The word as written without an article or the like that lost its vowel to it: "accord" of "l'accord"."""
    elision = _elision(language)
    return elision.sub("", word, count=1) if elision else word


@cache
def _elision(language: str | None) -> re.Pattern[str] | None:
    elisions = _ELISIONS.get(language or "")
    return re.compile(rf"^(?:{elisions})['’ʼ＇](?=\w)", re.IGNORECASE) if elisions else None


def stem(word: str, language: str | None) -> str:
    """The stem of a folded word; in a language without an algorithm, by the English one."""
    stemmed: str = _stemmer(_ALGORITHMS.get(language or "en", "english")).stemWord(word)
    return stemmed


def meaning(word: str, language: str | None) -> str:
    """The stem by which a folded word is evidence: that of a verb in its base form, of a number in figures."""
    if language in (None, "en"):
        word = BASE_FORM.get(word) or _FIGURES.get(word) or word
    return stem(word, language)


@cache
def _stemmer(algorithm: str) -> Stemmer.Stemmer:
    return Stemmer.Stemmer(algorithm, 0)  # without a cache, which takes longer than the stem
