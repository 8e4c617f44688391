"""What a command is, and the screens that it may belong to."""

from typing import ClassVar

EVERYWHERE = "everywhere"
LIBRARY = "library"
READER = "reader"
COMPARE = "compare"
CLAIMS = "claims"
SUMMARY = "summary"
SYNOPSIS = "synopsis"
PASSAGE = "passage"
DISCREPANCIES = "discrepancies"
COPIES = "copies"
ORIGINS = "origins"
SCREENS = (LIBRARY, READER, COMPARE, SYNOPSIS, PASSAGE, DISCREPANCIES, ORIGINS, CLAIMS, COPIES, SUMMARY)


class Command:
    """What a key does. `in_bar` says whether the bar of keys at the bottom may show it, in the order of declaration."""

    contexts: ClassVar[tuple[str, ...]] = (EVERYWHERE,)
    key: ClassVar[str]
    label: ClassVar[str]
    action: ClassVar[str]
    in_bar: ClassVar[bool] = False
    id: ClassVar[str]
    context: ClassVar[str]

    def __init_subclass__(cls) -> None:
        words = [""]
        for char in cls.__name__:
            words.extend([char.lower()] if char.isupper() else [words.pop() + char])
        cls.id = "-".join(filter(None, words))
        cls.context = ", ".join(cls.contexts)

    @classmethod
    def help(cls) -> str:
        """What the command does, in one sentence or two."""
        return " ".join((cls.__doc__ or "").split())
