"""The stem of a word, by the Snowball algorithm of its language."""

from functools import cache

import Stemmer

_ALGORITHMS = {
    "ar": "arabic", "da": "danish", "de": "german", "el": "greek", "en": "english", "es": "spanish",
    "fi": "finnish", "fr": "french", "hi": "hindi", "hu": "hungarian", "it": "italian", "nl": "dutch",
    "no": "norwegian", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sv": "swedish",
    "ta": "tamil", "tr": "turkish",
}  # fmt: skip


def stem(word: str, language: str | None) -> str:
    """The stem of a folded word; in a language without an algorithm, by the English one."""
    stemmed: str = _stemmer(_ALGORITHMS.get(language or "en", "english")).stemWord(word)
    return stemmed


@cache
def _stemmer(algorithm: str) -> Stemmer.Stemmer:
    return Stemmer.Stemmer(algorithm)
