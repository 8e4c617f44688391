"""Short forms of first names, which one outlet writes where another writes the whole."""

_FORMS = """
    michael mike mick|robert rob bob bobby|william will bill billy|james jim jimmy|joseph joe joey|thomas tom tommy
    |richard rick dick|charles charlie chuck|edward ed eddie|daniel dan danny|david dave|samuel sam sammy|benjamin ben
    |matthew matt|christopher chris|anthony tony|steven steve|stephen steve|kenneth ken kenny|ronald ron|donald don
    |timothy tim|gregory greg|jeffrey jeff|andrew andy drew|nicholas nick|patrick pat|lawrence larry|gerald jerry
    |raymond ray|elizabeth liz beth betty|katherine kate kathy|catherine cathy|margaret maggie peggy|susan sue
    |deborah debbie|jennifer jen jenny|rebecca becky|victoria vicky|alexander alex|frederick fred|philip phil
    |douglas doug|leonard len|theodore ted|vincent vince|walter walt|francis frank|jonathan jon|jacqueline jackie
    |bernard bernie|albert al|alfred fred|abraham abe|zachary zach|joshua josh|nathaniel nate|peter pete|judith judy
    |geoffrey geoff|bradley brad|russell russ|randall randy|martin marty|harold harry|henry hank|stanley stan
    |clifford cliff|ernest ernie|mitchell mitch|nathan nate|rodney rod|cynthia cindy|pamela pam|sandra sandy
    |barbara barb|christine chris|kimberly kim|abigail abby|gabriel gabe|kathleen kathy|veronica ronnie
"""
_GROUPS = [forms.split() for forms in _FORMS.replace("\n", " ").split("|")]
_SHORT_AND_WHOLE = frozenset((form, whole) for whole, *forms in _GROUPS for form in forms)


def one_first_name(one: str, other: str) -> bool:
    """Whether two folded first names are one, in short and in full: Mike and Michael."""
    return (one, other) in _SHORT_AND_WHOLE or (other, one) in _SHORT_AND_WHOLE
