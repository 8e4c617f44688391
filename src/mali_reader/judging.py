"""What people judge in a workspace: records in, claims out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from mali_reader.annotations.anchoring import Anchor, anchor, resolve
from mali_reader.annotations.codec import make_target, new_id, new_verdict
from mali_reader.annotations.history import InForce, last_written, standing, undo_records
from mali_reader.annotations.records import (
    Adjudication,
    Dismissal,
    Evidence,
    Judgement,
    Link,
    LinkKind,
    Record,
    Statement,
    Target,
    Verdict,
)
from mali_reader.annotations.statements import (
    new_adjudication,
    new_dismissal,
    new_link,
    statement_record,
    withdrawal,
)
from mali_reader.annotations.store import Delivery
from mali_reader.corpus.model import Corpus, Document, Span
from mali_reader.display import one_line
from mali_reader.errors import MaliReaderError
from mali_reader.progress import Progress, silent
from mali_reader.review.blinding import blinded, blinded_records, seen_by
from mali_reader.review.claims import Claim, build_claims, claim_id
from mali_reader.review.review import Review, latest_of_each
from mali_reader.settings import Settings, who_am_i
from mali_reader.shared_file import open_store
from mali_reader.sources import Sources

if TYPE_CHECKING:
    from mali_reader.corroboration.model import Discrepancy
    from mali_reader.review.appearances import Suggestion


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict that is safe: in the shared file, or (`Delivery.LOCAL`) in this machine's outbox."""

    verdict: Verdict
    delivery: Delivery

    @property
    def record(self) -> str:
        """The id of its record."""
        return self.verdict.id

    @property
    def claim(self) -> str:
        """The id of the claim that the verdict is about."""
        return claim_id(self.verdict.target)


@dataclass(frozen=True, slots=True)
class Decided:
    """Links, a dismissal or an adjudication that are safe, where `delivery` says. Never empty."""

    statements: tuple[Link | Dismissal | Adjudication, ...]
    delivery: Delivery

    @property
    def record(self) -> str:
        """The id of the (last) record."""
        return self.statements[-1].id


class Judging(Sources):
    """The shared annotations of a corpus, and what one annotator adds to them.

    `judge`, `link`, `confirm`, `dismiss`, `adjudicate`, `withdraw`, `undo` and `add` write, and nothing else does.
    They return when the records are durable. Raises MaliReaderError for what cannot be done, and writes nothing then.
    """

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings)
        self.store = open_store(settings)
        self.blind = settings.blind
        """Whether what others say of a claim is hidden until the annotator judged it. It may change at any time."""
        self._anchors: dict[Target, tuple[Document | None, Anchor]] = {}

    @cached_property
    def annotator(self) -> str:
        """Who judges here. Raises MaliReaderError where nothing names one."""
        return who_am_i(self.settings)

    def read_anew(self, progress: Progress = silent) -> Corpus:
        corpus = super().read_anew(progress)
        self._anchors.clear()
        return corpus

    def records(self) -> tuple[Record, ...]:
        """Every record of the shared file, ordered by id."""
        return self.store.records()

    def standing(self) -> InForce:
        """Everything in force: verdicts, links, dismissals, adjudications."""
        return standing(self.records())

    def verdicts(self) -> tuple[Verdict, ...]:
        """The verdicts in force."""
        return self.standing().verdicts

    def review(self, *, counted: bool = False) -> Review:
        """Every claim with what people say of it, as the shared file has it now.

        The origins of a claim in several documents are known once `provenance` was called; `counted` calls it
        where there is such a claim.
        """
        records, blind = self.records(), self.blind
        review = self._review(records, blind=blind)
        if counted and self._provenance is None and any(claim.origins is None for claim in review.claims):
            self.provenance()
            return self._review(records, blind=blind)
        return review

    def seen_records(self) -> tuple[Record, ...]:
        """Every record of the shared file that the annotator may see, ordered by id."""
        if not self.blind:
            return self.records()
        return blinded_records(self.records(), seen_by(self.annotator, self._claims(self.standing())))

    def kept_apart(self, spans: Iterable[Span]) -> frozenset[Span]:
        """The places that somebody said are another claim than one of these."""
        own = frozenset(spans)
        different = (link for link in self._known().links if link.kind is LinkKind.DIFFERENT)
        ends = [(self._place(link.one), self._place(link.other)) for link in different]
        return frozenset(far for pair in ends for near, far in (pair, pair[::-1]) if near in own and far is not None)

    def claim_at(self, span: Span) -> Claim | None:
        """The claim on exactly that span; None where there is none, or where the shared file cannot be read now."""
        return Review(self._claims(self._known())).at(span.document, span.start, span.end)

    def changed(self) -> bool:
        """Whether somebody wrote since `review` or `records` last looked. Cheap enough to ask often."""
        return self.store.changed()

    def judge(self, span: Span, judgement: Judgement, note: str = "", evidence: Sequence[Evidence] = ()) -> Judged:
        """The annotator's verdict on a span, superseding what they said before of the claim that it is."""
        claim = self.claim_at(span)
        verdict = new_verdict(
            self.annotator,
            self._target(span),
            judgement,
            note=note,
            evidence=tuple(evidence),
            supersedes=() if claim is None else self._own(claim.verdicts),
        )
        return Judged(verdict, self._keep(verdict))

    def link(self, one: Span, other: Span, same: bool, note: str = "") -> Decided:
        """The annotator's word that two spans are the same claim, or that they are not, superseding their earlier."""
        return self._decided(self._link(one, other, same, self._known().links, note=note))

    def confirm(self, span: Span, suggestions: Iterable["Suggestion"]) -> Decided | None:
        """The annotator's word that all suggestions which agree are the same claim as a span; None where none does.

        One that does not agree is left out: it takes a look, and `link`.
        """
        links = self._known().links
        act = new_id(())
        made = [self._link(span, one.span, True, links, act=act) for one in suggestions if one.agrees]
        return self._decided(*made) if made else None

    def dismiss(self, discrepancy: "Discrepancy", reason: str) -> Decided:
        """The annotator's word that a discrepancy is none, superseding what they said of it before."""
        earlier = (d for d in self._known().dismissals if d.discrepancy == discrepancy.id)
        dismissal = new_dismissal(
            self.annotator,
            discrepancy.id,
            _given(reason, "a dismissal needs a reason"),
            kind=discrepancy.kind.value,
            values=tuple(value.value for value in discrepancy.values),
            supersedes=self._own(earlier),
        )
        return self._decided(dismissal)

    def adjudicate(self, claim: Claim, judgement: Judgement, ground: str) -> Decided:
        """The annotator's decision on a claim that people contest, superseding their earlier one on it."""
        if len({verdict.judgement for verdict in claim.verdicts}) < 2:
            shown = one_line(claim.wording, 60)
            raise MaliReaderError(f"nobody contests “{shown}”; give a verdict of your own: mali-reader tag")
        decision = new_adjudication(
            self.annotator,
            claim.verdicts[0].target,
            judgement,
            _given(ground, "an adjudication needs a ground"),
            supersedes=self._own(claim.adjudications),
        )
        return self._decided(decision)

    def withdraw(self, record_id: str) -> Judged | Decided:
        """Take back one of the annotator's own records. Raises MaliReaderError where none of that id is in force."""
        said = next((one for one in self.standing() if one.id == record_id), None)
        shown = one_line(record_id, 60)
        if said is None:
            raise MaliReaderError(f"nothing “{shown}” is in force; see: mali-reader annotations")
        if said.annotator != self.annotator:
            whose = one_line(said.annotator, 40)
            raise MaliReaderError(f"“{shown}” is the word of {whose}; only they take it back: --as {whose!r}")
        return self._said(withdrawal(said, supersedes=(said.id,)))

    def undo(self) -> Judged | Decided | None:
        """Take back the annotator's latest step that is not yet undone; None where there is none."""
        said = undo_records(self.records(), self.annotator)
        links = tuple(one for one in said if isinstance(one, Link))
        if len(links) > 1:
            return self._decided(*links)
        return self._said(said[0]) if said else None

    def deliver(self) -> Delivery:
        """Put into the shared file what could not be written there before; says whether all of it is there."""
        return self.store.deliver()

    def add(self, records: Iterable[Record]) -> Delivery:
        """Put records into the shared file as they are."""
        return self.store.add(*records)

    def _review(self, records: Iterable[Record], *, blind: bool) -> Review:
        said = standing(records)
        claims = self._claims(said)
        if blind:
            said = blinded(said, seen_by(self.annotator, claims))
            claims = self._claims(said)
        if self.corpus.awaited:
            claims = tuple(claim for claim in claims if claim.places)
        latest = latest_of_each(said.verdicts)
        return Review(claims, latest, said.dismissals, last_written(records), self.store.damage, blind)

    def _claims(self, said: InForce) -> tuple[Claim, ...]:
        found = self._provenance
        return build_claims(
            said.verdicts,
            self._resolve,
            links=said.links,
            adjudications=said.adjudications,
            origins=lambda documents: None if found is None else found.origins(documents),
        )

    def _keep(self, *statements: Statement) -> Delivery:
        return self.store.add(*map(statement_record, statements))

    def _decided(self, *statements: Link | Dismissal | Adjudication) -> Decided:
        return Decided(statements, self._keep(*statements))

    def _said(self, statement: Statement) -> Judged | Decided:
        if isinstance(statement, Verdict):
            return Judged(statement, self._keep(statement))
        return self._decided(statement)

    def _link(
        self, one: Span, other: Span, same: bool, links: Iterable[Link], *, note: str = "", act: str | None = None
    ) -> Link:
        ends = {one, other}
        if len(ends) == 1:
            raise MaliReaderError("both are the same place; name two")
        earlier = (link for link in links if {self._place(link.one), self._place(link.other)} == ends)
        kind = LinkKind.SAME if same else LinkKind.DIFFERENT
        targets = self._target(one), self._target(other)
        return new_link(self.annotator, *targets, kind, note=note, supersedes=self._own(earlier), act=act)

    def _target(self, span: Span) -> Target:
        return make_target(self.document(span.document), span.start, span.end)

    def _own(self, said: Iterable[Statement]) -> tuple[str, ...]:
        return tuple(one.id for one in said if one.annotator == self.annotator)

    def _known(self) -> InForce:
        try:
            return self.standing()
        except MaliReaderError:
            # The file cannot be read now. What is said still has to be kept, if only on this machine.
            return InForce()

    def _place(self, target: Target) -> Span | None:
        document, anchor = self._resolve(target)
        if document is None or anchor.start is None or anchor.end is None:
            return None
        return Span(document.id, anchor.start, anchor.end)

    def _resolve(self, target: Target) -> tuple[Document | None, Anchor]:
        corpus = self.corpus
        if corpus.awaited:  # a document that is not there yet must not be taken for one that was renamed
            named = corpus.get(target.document)
            return named, anchor(target, named)
        if target not in self._anchors:
            self._anchors[target] = resolve(target, corpus)
        return self._anchors[target]


def _given(text: str, otherwise: str) -> str:
    if not text.strip():
        raise MaliReaderError(f"{otherwise}; say why in a few words")
    return text.strip()
