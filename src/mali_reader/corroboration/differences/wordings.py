"""The small words that grade a claim."""

_SCALES = {
    "quantity": "all every most many several some few little no none half much",
    "possibility": "may might could can will would must should shall cannot",
    "frequency": "always often usually sometimes rarely seldom never repeatedly occasionally",
    "certainty": (
        "alleged allegedly suspected apparently reportedly confirmed proven proved believed likely probably possibly "
        "certain certainly claimed"
    ),
    "degree": "partly partially fully completely entirely largely mostly totally slightly severely seriously",
    "order": "first second third last previous next final initial",
}
SCALE_OF = {word: scale for scale, words in _SCALES.items() for word in words.split()}
"""A folded word that grades a claim, and the scale on which it does: many and most, may and will."""
