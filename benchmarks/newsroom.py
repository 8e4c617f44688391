"""Writes a corpus of invented news to files: events that several outlets report, and one story that hundreds copied.

    python benchmarks/newsroom.py FOLDER --events 1000 --reports 10
    python benchmarks/newsroom.py FOLDER --events 200 --reports 10 --copies 400

Prose of invented words among English ones, with people, sums, days, denials and numbers of its event. A report takes
half of its paragraphs from another report of the event, tells the others in words of its own, and gets one fact in ten
wrong. A copy of the story keeps all of it but for one sentence, gets two facts in a hundred wrong and adds a paragraph.
"""

import argparse
import random
from collections.abc import Sequence
from pathlib import Path

from planted import Language

PARAGRAPHS, SENTENCES, WORDS = 8, 3, (10, 18)
WRONG, WRONG_IN_COPIES = 0.1, 0.02
_ENGLISH_WORDS = "the of and to in a for on with that by from as at after before over into it its they their which"
_ENGLISH = _ENGLISH_WORDS.split()
_PEOPLE_WORDS = "people soldiers children workers passengers houses trucks schools villages"
_PEOPLE = _PEOPLE_WORDS.split()
_FATES = ("were killed", "were injured", "had arrived", "were missing", "had been closed", "left the town")
_VERBS_WORDS = "signed approved rejected opened closed found confirmed denied delayed repaired"
_VERBS = _VERBS_WORDS.split()
_MONTHS_WORDS = "January March April June July September October December"
_MONTHS = _MONTHS_WORDS.split()

Text = list[list[str]]


class Event:
    """What happened somewhere: its words, its names, and one fact for each sentence."""

    def __init__(self, language: Language) -> None:
        self._language = language
        draw = self._draw = language.random
        self._words = [language.word() for _ in range(60)]
        self.names = [f"{_name(draw)} {_name(draw)}" for _ in range(4)]
        self.day = draw.randint(1, 20)
        self._facts = [[self._fact() for _ in range(SENTENCES)] for _ in range(PARAGRAPHS)]

    def told(self, wrong: float) -> Text:
        """A report in words of its own."""
        return [[self._sentence(self._amiss(fact, wrong)) for fact in some] for some in self._facts]

    def retold(self, paragraph: Sequence[str], wrong: float) -> list[str]:
        """A paragraph of another report, some of its figures others."""
        return [self._amiss(sentence, wrong) for sentence in paragraph]

    def _fact(self) -> str:
        draw = self._draw
        name, word = draw.choice(self.names), draw.choice(self._words)
        count = draw.choice((draw.randint(3, 90), draw.randint(100, 20_000)))
        return draw.choice(
            [
                f"{count:,} {draw.choice(_PEOPLE)} {draw.choice(_FATES)}",
                f"{name} {draw.choice(_VERBS)} the {word} on {draw.choice(_MONTHS)} {draw.randint(1, 28)}, 2024",
                f"${draw.randint(2, 900)} million was paid for the {word}",
                f"the {word} was not {draw.choice(_VERBS[4:])} by {name}",
                f"{name} said that the {word} took {draw.randint(2, 40)} days",
            ]
        )

    def _sentence(self, fact: str) -> str:
        draw = self._draw
        words = [
            draw.choice(_ENGLISH)
            if draw.random() < 0.4
            else draw.choice(self._words)
            if draw.random() < 0.5
            else self._language.word()
            for _ in range(draw.randint(*WORDS))
        ]
        words.insert(draw.randrange(len(words) + 1), fact)
        told = " ".join(words) + "."
        return told[0].upper() + told[1:]

    def _amiss(self, said: str, wrong: float) -> str:
        """The same, but for its figures now and then."""
        if self._draw.random() >= wrong:
            return said
        return " ".join(
            str(int(word) + self._draw.randint(1, 9)) if word.isdecimal() and int(word) < 2000 else word
            for word in said.split(" ")
        )


def _name(draw: random.Random) -> str:
    return "".join(draw.choices("aeioustnrl", k=draw.randint(4, 9))).capitalize()


def reports(event: Event, number: int, draw: random.Random) -> list[Text]:
    """Several reports of an event: half of each is taken from one before."""
    found: list[Text] = []
    for _ in range(number):
        text = event.told(WRONG)
        for place in draw.sample(range(PARAGRAPHS), PARAGRAPHS // 2) if found else ():
            text[place] = event.retold(draw.choice(found)[place], WRONG)
        found.append(text)
    return found


def copies(event: Event, number: int, draw: random.Random) -> list[Text]:
    """One story, copied so many times, with a paragraph of its own in each copy."""
    story = event.told(0.0)
    found = []
    for _ in range(number):
        text = [event.retold(paragraph, WRONG_IN_COPIES) for paragraph in story]
        del text[draw.randrange(PARAGRAPHS)][draw.randrange(SENTENCES)]
        text.insert(draw.randrange(PARAGRAPHS), draw.choice(event.told(0.0)))
        found.append(text)
    return found


def write(folder: Path, event: Event, texts: Sequence[Text]) -> None:
    """Each report as a file, the first ones of the event's day."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, text in enumerate(texts):
        head = f"---\ndate: 2024-{1 + number % 300 // 28:02}-{1 + number % 28:02}\n---\n"
        title = f"# {event.names[0]} and {event.names[number % 4]}\n\n"
        body = "\n\n".join(map(" ".join, text))
        (folder / f"{number:05}.md").write_text(head + title + body + "\n", "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--events", type=int, default=100)
    parser.add_argument("--reports", type=int, default=10)
    parser.add_argument("--copies", type=int, default=0)
    parser.add_argument("--seed", type=int, default=7)
    told = parser.parse_args()
    language = Language(told.seed)
    if told.copies:
        story = Event(language)
        write(told.folder / "copies", story, copies(story, told.copies, language.random))
    for number in range(told.events):
        event = Event(language)
        write(told.folder / f"{number:05}", event, reports(event, told.reports, language.random))


if __name__ == "__main__":
    main()
