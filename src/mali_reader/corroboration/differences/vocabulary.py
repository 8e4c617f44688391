"""How common each word is in a corpus. Counted once, so that documents can then be looked at event by event."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from mali_reader.corroboration.facts.days import MONTHS, WEEKDAYS
from mali_reader.corroboration.facts.sentences import Asserted, Form

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


def stems_and_names(said: Iterable[Asserted]) -> tuple[frozenset[str], frozenset[str]]:
    """The stems of what is no mere function word, and the capitalised words inside sentences.

    Days and months are no such names: they name no event. No sentence is held on to.
    """
    stems: set[str] = set()
    names: set[str] = set()
    for forms in (sentence.forms for sentence in said):
        stems.update([form.stem for form in forms if form.content])
        names.update([form.folded for form in forms[1:] if _is_name(form)])
    return frozenset(stems), frozenset(names)


def _is_name(word: Form) -> bool:
    return word.content and word.text[0].isupper() and word.folded not in _DAYS
