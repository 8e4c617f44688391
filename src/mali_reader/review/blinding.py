"""The blind mode: nobody sees how others judged a claim before they judged it themselves."""

from collections.abc import Callable, Iterable
from itertools import chain

from mali_reader.annotations.history import InForce
from mali_reader.annotations.records import Adjudication, Record, Statement, Verdict
from mali_reader.annotations.statements import parse_statement
from mali_reader.review.claims import Claim, claim_id

Sees = Callable[[Statement], bool]


def seen_by(annotator: str, claims: Iterable[Claim]) -> Sees:
    """Which statements an annotator may see: all on claims that they judged, and their own.

    `claims` are those that everybody's verdicts make. Links and dismissals say nothing of whether a claim is true, and
    are always seen. A claim in several documents is judged as a whole.
    """
    judged = [claim for claim in claims if claim.verdict_by(annotator) is not None]
    names = frozenset(chain.from_iterable(claim.names for claim in judged))

    def sees(statement: Statement) -> bool:
        if statement.annotator == annotator or not isinstance(statement, Verdict | Adjudication):
            return True
        return claim_id(statement.target) in names

    return sees


def blinded(said: InForce, sees: Sees) -> InForce:
    """What is in force and may be seen."""
    return InForce(
        tuple(filter(sees, said.verdicts)), said.links, said.dismissals, tuple(filter(sees, said.adjudications))
    )


def blinded_records(records: Iterable[Record], sees: Sees) -> tuple[Record, ...]:
    """The records that may be seen, superseded ones too; those that say nothing that is known are left out."""
    return tuple(record for record in records if _may_be_seen(record, sees))


def _may_be_seen(record: Record, sees: Sees) -> bool:
    try:
        return sees(parse_statement(record))
    except ValueError:
        return False
