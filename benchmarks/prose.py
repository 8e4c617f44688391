"""Paragraphs as newspapers print them: quotations, figures, commas, hyphens, curly apostrophes; no two alike."""

import random

_SENTENCES = """\
The {body} voted {n}-{m} on {day} to close {place}’s {old} {thing}, a {n}-year-old landmark, and to sell the land.
“We can’t keep {doing} forever,” said {who}, the {body}’s chair; “not at ${n} million a year.”
{who}, {n}, who lives near the {thing}, called the decision “a well-meant, ill-timed mistake” – and said so twice.
According to a {n}-page report, {m},{k}00 people used it in 20{m}, down from {n},{k}50 ({m}% fewer than in 20{m}).
In {place}, however, the {old} {thing} isn’t the only one at risk: {n} of {m} others face the same fate.
The {body} had asked for bids by Sept. {n}, 20{m}, but got none, {who} told reporters at {k}:30 p.m. on {day}.
Critics — among them {who} and {body} members — say that the U.N. fund’s €{n}.{k} million grant was never spent.
“It’s now or never,” {who} added, “and we’ve chosen ‘now’.”
A spokesman for {place}’s mayor, who didn’t want to be named, said: “No final, binding decision has been taken.”
Heavy rain, the worst since 19{m}, had damaged the {thing}’s roof, doors and {old} walls, leaving {n} families homeless.
By {day}, some {n},000 residents had signed a petition asking the {body} to think again before {doing}.
{who} and {who} denied that money changed hands; neither has been charged, and both are co-operating with the police.
The so-called “{place} plan” would cost about ${k}.{n} billion (roughly £{m}0 a head) over the next {n} years.
Nobody was hurt, officials in {place} said, though {n} people were taken to hospital with minor injuries.
Work is to begin in early Jan., weather permitting, and to last until {day}, the {body} said in a statement.
""".splitlines()
_CHOICES = {
    "who": [
        "Ada Velden",
        "Mr. Orrin Stahl",
        "Dr. Ines Marok",
        "Tomas O’Dell",
        "J. R. Lindqvist",
        "Sara El-Amin",
        "Noël Gauthier",
    ],
    "body": [
        "council",
        "harbour board",
        "transport committee",
        "regional court",
        "ministry",
        "school authority",
        "trust",
    ],
    "place": ["Velda", "Port Marrow", "Saint-Aubin", "Kesterby", "Upper Tarn", "Lowmoor", "Brackwater"],
    "thing": [
        "bridge",
        "ferry terminal",
        "reading room",
        "tram line",
        "grain silo",
        "lighthouse",
        "swimming hall",
        "market",
    ],
    "old": ["old", "cast-iron", "half-empty", "much-loved", "listed", "red-brick", "state-owned"],
    "doing": ["paying for it", "patching the roof", "waiting", "borrowing", "closing schools", "raising fares"],
    "day": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Sunday evening", "the last day of March"],
}


class Prose:
    """Paragraphs drawn from sentences with slots, and edits to them."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def paragraph(self, words: int) -> list[str]:
        """So many words, as they are printed between spaces."""
        printed: list[str] = []
        while len(printed) < words:
            printed += self._sentence().split(" ")
        return printed[:words]

    def edited(self, words: list[str], share: float) -> list[str]:
        """The words after so many edits a word: a replacement of one to three, an insertion or a deletion."""
        after: list[str] = []
        kept = 0
        for word in words:
            if kept:
                kept -= 1
            elif self._random.random() >= share:
                after.append(word)
            else:
                inserted, kept = self._random.choice([(1, 0), (1, 0), (2, 0), (2, 1), (3, 2), (0, 0)])
                others = self._sentence().split(" ")
                after += [*self._random.sample(others, inserted), *([word] if inserted == 1 and kept else [])]
        return after

    def _sentence(self) -> str:
        draw = self._random
        filled = {name: draw.choice(choices) for name, choices in _CHOICES.items()}
        numbers = {"n": draw.randint(11, 99), "m": draw.randint(10, 99), "k": draw.randint(1, 9)}
        return draw.choice(_SENTENCES).format(**filled, **numbers)
