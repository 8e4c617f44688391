"""The open disputes in few words: what is disputed, by whom, and on what evidence."""

from dataclasses import dataclass

from mali_reader.annotations.records import Judgement
from mali_reader.review.claims import Claim
from mali_reader.summary.model import Summary
from mali_reader.summary.wording import OPEN

MOST = 12
"""How many disputes a glance takes in; the others stand below it."""


@dataclass(frozen=True, slots=True)
class Side:
    """One annotator's part in a dispute."""

    annotator: str
    judgement: Judgement
    note: str


@dataclass(frozen=True, slots=True)
class Dispute:
    """A claim that is open, its number in the summary, what people say, and the addresses that they rest on."""

    number: int
    claim: Claim
    sides: tuple[Side, ...]
    evidence: tuple[str, ...]


def open_disputes(summary: Summary) -> tuple[Dispute, ...]:
    """The first ones, in the order of the summary."""
    claims = [claim for status in OPEN for claim in summary.with_status(status)]
    return tuple(_dispute(number, claim) for number, claim in enumerate(claims[:MOST], 1))


def _dispute(number: int, claim: Claim) -> Dispute:
    sides = tuple(Side(one.annotator, one.judgement, one.note) for one in claim.verdicts)
    evidence = dict.fromkeys(item.url for verdict in claim.verdicts for item in verdict.evidence)
    return Dispute(number, claim, sides, tuple(evidence))
