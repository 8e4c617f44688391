"""What is counted: units that measure the same thing, nouns for people, and what befell them."""

_SCALED = {
    "time": {
        "second": 1 / 86400, "minute": 1 / 1440, "hour": 1 / 24, "day": 1.0, "night": 1.0, "week": 7.0,
        "fortnight": 14.0, "month": 30.44, "quarter": 91.3, "year": 365.25, "decade": 3652.5, "century": 36525.0,
    },
    "length": {
        "metre": 1.0, "meter": 1.0, "foot": 0.3048, "feet": 0.3048, "yard": 0.9144, "km": 1000.0, "kilometer": 1000.0,
        "kilometre": 1000.0, "mile": 1609.34, "centimetre": 0.01, "centimeter": 0.01, "inch": 0.0254, "inches": 0.0254,
    },
    "speed": {"mph": 1.609, "kph": 1.0, "kmh": 1.0, "knot": 1.852},
    "area": {"acre": 0.4047, "hectare": 1.0, "ha": 1.0},
    "weight": {
        "pound": 0.4536, "lb": 0.4536, "kg": 1.0, "kilo": 1.0, "kilogram": 1.0, "kilogramme": 1.0, "tonne": 1000.0,
        "ton": 1000.0, "gram": 0.001, "ounce": 0.02835,
    },
    "volume": {"litre": 1.0, "liter": 1.0, "gallon": 3.785},
    "power": {"kilowatt": 1.0, "megawatt": 1000.0, "gigawatt": 1e6, "mw": 1000.0, "gw": 1e6},
}  # fmt: skip
SCALED = {word: (unit, factor) for unit, words in _SCALED.items() for word, factor in words.items()}
"""Singular of a unit: what it measures, and how many of that measure's base units it is. Who writes ton or tonne
seldom means another weight by it."""

_PEOPLE = """
    person people man men woman women child children boy girl civilian soldier troop peacekeeper personnel force
    fighter militant rebel insurgent gunman gunmen officer police policeman staff employee worker member resident
    villager refugee migrant protester demonstrator passenger patient victim casualty student pupil teacher voter
    inmate prisoner detainee hostage survivor firefighter mercenary contractor volunteer supporter senior american
    adult teenager citizen lawmaker delegate candidate guest attendee follower family crew serviceman servicewoman
"""
COLLECTIVE = frozenset(["people", "personnel", "police", "staff", "crew", "men", "women", "children", "force"])
_FIGHTING = """
    soldier troop peacekeeper fighter militant rebel insurgent gunman gunmen mercenary combatant terrorist attacker
    serviceman jihadist
"""
_NOT_FIGHTING = "civilian child children woman women villager resident bystander worshipper student pupil passenger"

GENERIC = frozenset(
    [
        "people",
        "person",
        "men",
        "man",
        "women",
        "woman",
        "personnel",
        "forc",
        "member",
        "troop",
        "staff",
        "other",
        "adult",
    ]
)
"""Stems of the nouns that count people of any sort, and so tell nothing of whom."""
PEOPLE = frozenset(_PEOPLE.split())
FIGHTING = frozenset(_FIGHTING.split())
NOT_FIGHTING = frozenset(_NOT_FIGHTING.split())

_FATES = {
    "dead": (
        "dead die died death deaths dying kill killed killing kills slain lost perished fatalities fatality massacre "
        "bodies corpses"
    ),
    "hurt": "injured injuring injury injuries wounded wounding wounds hurt hospitalized hospitalised",
    "critical": "critical critically seriously severely",
    "missing": "missing unaccounted disappeared trapped buried",
    "saved": "rescued saved pulled survived survivors survivor",
    "held": "arrested detained arrests held abducted kidnapped captured hostage hostages",
    "moved": "displaced evacuated fled homeless stranded sheltered",
}
FATES = {word: fate for fate, words in _FATES.items() for word in words.split()}
"""A word for what befell people, and what it comes to. Those hurt are never weighed against those dead."""

_TOLLS = frozenset(["deaths", "fatalities", "injuries", "bodies", "corpses"])
"""Nouns that count people by what befell them: forty deaths are forty people dead."""

_SYNONYMS = {
    "household": "home",
    "house": "home",
    "vehicle": "car",
    "automobile": "car",
    "telephone": "phone",
    "time": "occasion",
}
"""What one report counts as households another counts as homes; six times is no length of time."""

_TELLING_WORDS = """
    distance temperature percent age agent clock interval realm role seat tally category level phase grade
"""
_TELLING = _SCALED.keys() | set(_TELLING_WORDS.split())
"""Nouns that are the units of other facts: three phases are not phase three, and two agents no country that acts."""

IN_ORDER = " in order"
"""What the unit of an ordinal ends with: the 88th minute is no length of time."""

INTERVAL = "interval"
"""The unit of a time between two happenings, in days: what happened twenty minutes later."""

CURRENCIES = {
    "$": "$", "us$": "$", "usd": "$", "dollar": "$", "dollars": "$", "buck": "$", "€": "€", "euro": "€", "euros": "€",
    "eur": "€", "£": "£", "pound": "£", "pounds": "£", "gbp": "£", "¥": "¥", "yen": "¥", "₹": "₹", "rupee": "₹",
    "rupees": "₹", "rs": "₹", "yuan": "yuan", "rmb": "yuan", "ruble": "₽", "rubles": "₽", "rouble": "₽", "roubles": "₽",
    "₽": "₽", "franc": "franc", "francs": "franc", "peso": "peso", "pesos": "peso", "won": "₩", "naira": "₦", "₦": "₦",
    "a$": "a$", "c$": "c$", "au$": "a$", "nz$": "nz$", "hk$": "hk$",
}  # fmt: skip
_NAMED_CURRENCIES = """
    baht birr cedi dinar dirham dong drachma forint guilder hryvnia kip koruna krona krone kwacha kyat lari lev lira leu
    mark markka peseta pula rand real rial ringgit riyal rupiah schilling shekel shilling sol som taka tenge zloty złoty
"""
CURRENCIES |= {form: name for name in _NAMED_CURRENCIES.split() for form in (name, f"{name}s")}
CURRENCIES |= dict.fromkeys(["crown", "crowns", "kronor", "kroner", "krona", "krone", "koruny"], "crown")
"""A crown is what English calls the krona, the krone and the koruna."""


def singular(noun: str) -> str:
    """A folded English noun without its plural ending, by the commonest rules."""
    if noun in ("feet", "inches", "people", "men", "women", "children", "police", "personnel"):
        return noun
    if len(noun) > 4 and noun.endswith("ies"):
        return noun[:-3] + "y"
    if len(noun) > 3 and noun.endswith("s") and not noun.endswith(("ss", "us", "is")):
        return noun[:-1]
    return noun


def unit_of(noun: str) -> str:
    """The unit that a folded noun counts in: people, people whom something befell, or the noun itself.

    No unit of another fact: that of phases is "phases", that of phase three is "phase".
    """
    one = _SYNONYMS.get(singular(noun), singular(noun))
    if one in PEOPLE:
        return "people"
    if noun in _TOLLS:
        return f"people:{FATES[noun]}"
    return f"{one}s" if one in _TELLING else one
