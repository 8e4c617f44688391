"""How far annotators agree: percent, Cohen's kappa, Krippendorff's alpha, each with what it rests on.

A claim counts once, wherever it appears. Each annotator's latest verdict on it counts; who did not judge it leaves a
gap. A measure that is not defined (nothing to compare, or no variation to expect disagreement from) is None.

J. Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20 (1960);
K. Krippendorff, "Computing Krippendorff's alpha-reliability" (2011), nominal data with missing values.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from mali_reader.annotations.records import Judgement
from mali_reader.review.claims import Claim

Ratings = Mapping[str, Hashable]
"""What annotators say of one claim, by name; who does not judge it is not in it."""


@dataclass(frozen=True, slots=True)
class PairAgreement:
    """How far two annotators agree. `claims` is how many both judged, `percent` lies in 0 to 100.

    `disagreements` are the claims on which they differ.
    """

    annotators: tuple[str, str]
    claims: int
    percent: float | None
    kappa: float | None
    disagreements: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far all annotators agree. `claims` is how many two or more of them judged, `judged` how many anybody did.

    `percent` (0 to 100) is the share of the pairs of verdicts on one claim that are the same, of `comparisons` pairs.
    `disagreements` are the claims that disagreement comes from.
    """

    annotators: tuple[str, ...]
    judged: int
    claims: int
    comparisons: int
    percent: float | None
    alpha: float | None
    pairs: tuple[PairAgreement, ...]
    disagreements: tuple[Claim, ...]


def agreement(claims: Iterable[Claim]) -> Agreement:
    """The agreement of everybody who judged these claims, annotators by name, claims in the order given."""
    rated = [(claim, ratings) for claim in claims if (ratings := _ratings(claim))]
    annotators = tuple(sorted({name for _, ratings in rated for name in ratings}))
    units = [ratings for _, ratings in rated if len(ratings) > 1]
    return Agreement(
        annotators=annotators,
        judged=len(rated),
        claims=len(units),
        comparisons=sum(len(unit) * (len(unit) - 1) // 2 for unit in units),
        percent=percent_agreement(units),
        alpha=krippendorff_alpha(units),
        pairs=tuple(_pair(one, other, rated) for one, other in combinations(annotators, 2)),
        disagreements=tuple(claim for claim, ratings in rated if len(set(ratings.values())) > 1),
    )


def percent_agreement(units: Iterable[Ratings]) -> float | None:
    """How many in a hundred of the pairs of ratings of one unit are equal; None where there is no pair."""
    equal = pairs = 0
    for unit in units:
        counts = Counter(unit.values())
        pairs += len(unit) * (len(unit) - 1) // 2
        equal += sum(count * (count - 1) // 2 for count in counts.values())
    return 100 * equal / pairs if pairs else None


def cohen_kappa(ratings: Sequence[tuple[Hashable, Hashable]]) -> float | None:
    """Cohen's kappa of what two say of each unit. None without units, or where chance alone agrees on all."""
    number = len(ratings)
    if not number:
        return None
    left, right = Counter(one for one, _ in ratings), Counter(other for _, other in ratings)
    observed = sum(one == other for one, other in ratings)
    by_chance = sum(count * right[said] for said, count in left.items())
    if by_chance == number * number:
        return None
    return (observed * number - by_chance) / (number * number - by_chance)


def krippendorff_alpha(units: Iterable[Ratings]) -> float | None:
    """Krippendorff's alpha for nominal data; units rated once count for nothing.

    None where nothing is rated twice, or where nothing varies.
    """
    totals: Counter[Hashable] = Counter()
    disagreeing = 0.0
    for unit in units:
        if len(unit) < 2:
            continue
        counts = Counter(unit.values())
        totals.update(counts)
        disagreeing += sum(count * (len(unit) - count) for count in counts.values()) / (len(unit) - 1)
    number = totals.total()
    expected = sum(count * (number - count) for count in totals.values())
    return 1 - (number - 1) * disagreeing / expected if expected else None


def _ratings(claim: Claim) -> dict[str, Judgement]:
    return {verdict.annotator: verdict.judgement for verdict in claim.verdicts if not verdict.withdrawn}


def _pair(one: str, other: str, rated: Sequence[tuple[Claim, Ratings]]) -> PairAgreement:
    shared = [(claim, said[one], said[other]) for claim, said in rated if one in said and other in said]
    ratings = [(left, right) for _, left, right in shared]
    return PairAgreement(
        annotators=(one, other),
        claims=len(shared),
        percent=100 * sum(left == right for left, right in ratings) / len(ratings) if ratings else None,
        kappa=cohen_kappa(ratings),
        disagreements=tuple(claim for claim, left, right in shared if left != right),
    )
