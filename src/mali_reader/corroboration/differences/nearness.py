"""How far the values of two numbers alone tell that they are said of one thing."""

from mali_reader.corroboration.differences.numbers import is_shortened
from mali_reader.corroboration.facts.clocks import CLOCK
from mali_reader.corroboration.facts.units import CURRENCIES, IN_ORDER
from mali_reader.corroboration.model import Mention

_EQUAL = 0.15
_NEAR = 0.3
_NEAR_RATIO = 1.15
_LARGE = 1000
"""From here on, numbers so near each other are seldom so by chance."""
_FAR_RATIO = 20
_NEXT_RATIO = 1.5
"""Ordinals further apart are seldom said of one thing: the 12th minute and the 88th."""
_MEASURES = frozenset(["time", "percent", "$", "clock", "half clock"])
"""Units in which near values are common."""

_ROUNDED = frozenset(["percent", *CURRENCIES.values()])
"""Units in which one of two near values is likely the other in fewer figures: 16.8 percent and 16 percent."""
_SLIP = 0.15
_FIGURES = 3
"""Two numbers of so many figures or more that have the same ones in another order are seldom so by chance."""
_NONE_OR_SOME = 0.1


def nearness(one: Mention, other: Mention) -> float:
    """The prior that numbers of one unit which are nearly the same are meant to be the same."""
    if one.unit == other.unit == "tally":
        return _NEAR
    if not isinstance(one.value, float) or not isinstance(other.value, float):
        return 0.0
    low, high = sorted((one.value, other.value))
    if low == high:
        return _EQUAL
    if low == 0 and "people:" in one.unit:
        return _NONE_OR_SOME
    if "vague time" in (one.unit, other.unit):
        return 0.0
    near = _by_ratio(one, high / low if low > 0 else _FAR_RATIO + 1)
    alike = _is_slip(one, other) or (_measured_in(one) in _ROUNDED and low > 0 and is_shortened(one, other))
    return max(near, _SLIP) if alike else near


def _is_slip(one: Mention, other: Mention) -> bool:
    """Whether two numbers have the same figures in another order, which is the commonest slip of the pen."""
    written = [_figures_of(mention) for mention in (one, other)]
    return len(written[0]) >= _FIGURES and written[0] != written[1] and sorted(written[0]) == sorted(written[1])


def _figures_of(mention: Mention) -> str:
    value = float(mention.value)  # type: ignore[arg-type]
    written = f"{value // 60:.0f}{value % 60:02.0f}" if CLOCK in mention.unit else f"{value / mention.scale:.10g}"
    return written.replace(".", "")


def _measured_in(mention: Mention) -> str:
    """The unit of a mention without what befell those counted, and without the time in which so much is paid."""
    return mention.unit.partition(":")[0]


def _by_ratio(one: Mention, ratio: float) -> float:
    if ratio > _FAR_RATIO:
        return -_NEAR
    if one.unit.endswith(IN_ORDER) and ratio > _NEXT_RATIO:
        return -_EQUAL
    if ratio >= _NEAR_RATIO or _measured_in(one) in _MEASURES:
        return 0.0
    near = 1 - 0.6 * (ratio - 1) / (_NEAR_RATIO - 1)
    large = isinstance(one.value, float) and one.value * ratio >= _LARGE
    return (_NEAR if large else _EQUAL if one.head else 0.0) * near
