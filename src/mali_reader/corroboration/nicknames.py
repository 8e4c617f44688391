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
"""
_WHOLE = {form: forms.split()[0] for forms in _FORMS.replace("\n", " ").split("|") for form in forms.split()}


def one_first_name(one: str, other: str) -> bool:
    """Whether two folded first names are one, in short and in full: Mike and Michael."""
    return one != other and (_WHOLE.get(one) == other or _WHOLE.get(other) == one)
