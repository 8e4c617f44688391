"""How common each word is in a corpus. Counted once, so that documents can then be looked at event by event."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from mali_reader.corroboration.days import MONTHS, WEEKDAYS
from mali_reader.corroboration.sentences import Asserted, Form, Word

_DAYS = MONTHS.keys() | WEEKDAYS.keys()


@dataclass(frozen=True)
class Vocabulary:
    """In how many sentences each stem stands, in how many documents each stem and each name; and how many there are."""

    sentences: int = 0
    documents: int = 0
    sentences_with: Counter[str] = field(default_factory=Counter)
    documents_with: Counter[str] = field(default_factory=Counter)
    documents_naming: Counter[str] = field(default_factory=Counter)

    @classmethod
    def of(cls, said: Iterable[Sequence[Asserted]]) -> "Vocabulary":
        """That of documents which assert these sentences. No sentence is held on to."""
        sentences, documents = 0, 0
        found = cls()
        for some in said:
            documents += 1
            sentences += len(some)
            told: set[str] = set()
            named: set[str] = set()
            for forms in (sentence.forms for sentence in some):
                here = {form.stem for form in forms if form.content}
                found.sentences_with.update(here)
                told |= here
                named.update([form.folded for form in forms[1:] if _is_name(form)])
            found.documents_with.update(told)
            found.documents_naming.update(named)
        return cls(sentences, documents, found.sentences_with, found.documents_with, found.documents_naming)


def stems(said: Iterable[Asserted]) -> frozenset[str]:
    """The stems of what is no mere function word."""
    return frozenset([word.stem for sentence in said for word in sentence.words if word.content])


def names(said: Iterable[Asserted]) -> frozenset[str]:
    """The capitalised words inside sentences, but for days and months: they name no event."""
    return frozenset([word.folded for sentence in said for word in sentence.words[1:] if _is_name(word)])


def _is_name(word: Word | Form) -> bool:
    return word.content and word.text[0].isupper() and word.folded not in _DAYS
