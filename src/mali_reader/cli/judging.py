"""Commands about what people judged."""

from argparse import Namespace
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from mali_reader.annotations.evidence import parse_evidence, parse_typed
from mali_reader.annotations.records import (
    Adjudication,
    Dismissal,
    Evidence,
    Judgement,
    Link,
    LinkKind,
    Record,
    Statement,
    Verdict,
)
from mali_reader.annotations.statements import KNOWN_TYPES, parse_statement
from mali_reader.cli.delivery import acknowledge, tell_damage
from mali_reader.cli.output import print_json, print_rich, print_text
from mali_reader.cli.places import workspace_of
from mali_reader.cli.quotes import find_quote
from mali_reader.cli.tables import table
from mali_reader.corpus.model import Corpus
from mali_reader.display import counted, one_line
from mali_reader.errors import MaliReaderError
from mali_reader.review.claims import Appearance, Claim, Status
from mali_reader.summary.shapes import claim_shape
from mali_reader.summary.spans import Json
from mali_reader.summary.wording import JUDGED, SIGNS

if TYPE_CHECKING:
    from mali_reader.workspace import Workspace

FOUND = 1


def tag(args: Namespace) -> int:
    """One verdict, durable before this returns."""
    check_text("quote", args.quote)
    check_text("note", args.note)
    try:
        evidence = tuple(chain.from_iterable(map(_evidence, args.evidence)))
    except ValueError as error:
        raise MaliReaderError(f"--evidence: {error}") from None
    workspace = workspace_of(args)
    document = workspace.document(args.document)
    span = find_quote(document, args.quote, args.occurrence)
    judged = workspace.judge(span, Judgement(args.verdict), args.note.strip(), evidence)
    claim = workspace.claim_at(span)
    shape = {
        "record": judged.record,
        "claim": judged.claim if claim is None else claim.id,
        "document": document.id,
        "start": span.start,
        "end": span.end,
    }
    text = f"{args.verdict}: “{one_line(document.slice(span), 60)}” in {one_line(document.id)} ({judged.record})"
    return acknowledge(args, workspace.store, judged.delivery, shape, text)


def _evidence(typed: str) -> tuple[Evidence, ...]:
    """Links, each with the day of access behind it where that is not today. Raises ValueError."""
    return parse_typed(typed) or (parse_evidence(typed),)


def check_text(name: str, text: str) -> None:
    """Refuse what came in as bytes that are no text. Raises MaliReaderError."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise MaliReaderError(f"the {name} holds bytes that are no UTF-8 text; type it anew") from None


def withdraw(args: Namespace) -> int:
    """Supersede a verdict with nothing."""
    workspace = workspace_of(args)
    taken_back = workspace.withdraw(args.record)
    text = f"withdrawn: {one_line(args.record)} ({taken_back.record})"
    return acknowledge(args, workspace.store, taken_back.delivery, {"record": taken_back.record}, text)


def annotations(args: Namespace) -> int:
    """What is in force, or every record."""
    workspace = workspace_of(args)
    records = workspace.seen_records()
    tell_damage(workspace.store)
    if not args.history:
        current = {said.id for said in workspace.standing()}
        records = tuple(record for record in records if record.id in current)
    if args.json:
        print_json({"records": [dict(record.content) for record in records]})
    elif not records:
        print_text("No verdicts." if not args.history else "No records.")
    else:
        said = [(record, _statement_of(record)) for record in records]
        rows = [(_said(one) or r.type, (r.annotator, _when(r.created)), (_about(one), r.id)) for r, one in said]
        print_rich(table(("Verdict", "Annotator", "Quote"), rows))
    return 0


def _said(statement: Statement | None) -> str:
    match statement:
        case Adjudication(withdrawn=False):
            return f"decided: {statement.judgement}"
        case Verdict() | Adjudication():
            return statement.judgement.value
        case Link():
            return {LinkKind.SAME: "same claim", LinkKind.DIFFERENT: "not the same"}.get(statement.kind, "withdrawn")
        case Dismissal():
            return "withdrawn" if statement.withdrawn else "dismissed"
        case None:
            return ""


def _about(statement: Statement | None) -> str:
    match statement:
        case Verdict() | Adjudication():
            return one_line(statement.target.exact, 120)
        case Link():
            return " / ".join(one_line(target.exact, 60) for target in (statement.one, statement.other))
        case Dismissal():
            return " / ".join(one_line(value, 40) for value in statement.values)
        case None:
            return ""


def _statement_of(record: Record) -> Statement | None:
    try:
        return parse_statement(record)
    except ValueError:
        return None


def _when(created: str) -> str:
    return one_line(created[:16].replace("T", " "))


def claims(args: Namespace) -> int:
    """Every claim that somebody judged."""
    workspace = workspace_of(args)
    review = workspace.review(counted=True)
    tell_damage(workspace.store)
    found = review.claims if args.status is None else review.with_status(Status(args.status))
    if args.json:
        print_json({"claims": [claim_shape(claim) for claim in found]})
    elif not found:
        print_text(_none_found(args.status, review.claims))
    else:
        rows = [(f"{SIGNS[c.status]} {c.status}", (c.wording, _where(c)), _told(c)) for c in found]
        print_rich(table(("Status", "Claim", "Verdicts"), rows))
    return 0


def _none_found(status: str | None, claims: tuple[Claim, ...]) -> str:
    if not claims:
        return "No claims yet; judge one: mali-reader tag DOC QUOTE --verdict verified"
    if status == Status.UNREVIEWED:
        return (
            "No claim is unreviewed: a claim begins with somebody's verdict."
            " Sentences that nobody judged yet are on the Claims screen: mali-reader open"
        )
    return f"No claim is {status}, of {len(claims)} that there are."


def _judged(claim: Claim) -> Iterator[str]:
    """What was judged, where something else is said there now, or nothing at all."""
    for place in claim.appearances:
        if place.stale:
            yield f"judged was “{one_line(place.quote, 160)}”"
        elif place.start is None:
            yield "not found there any more"


def _where(claim: Claim) -> str:
    """Its document, or how many there are and of how many origins, and what was judged where that changed."""
    is_in_one = len(claim.documents) == 1 or claim.origins is None
    where = claim.appearances[0].document if is_in_one else counted(len(claim.documents), claim.origins)
    return " · ".join((where, *_judged(claim)))


def _told(claim: Claim) -> list[str]:
    """Who says what, and on what evidence."""
    lines = [f"decided by {one.annotator}, {one.judgement}: {one.ground}" for one in claim.adjudications]
    for verdict in claim.verdicts:
        note = f": {verdict.note}" if verdict.note else ""
        lines.append(f"{JUDGED[verdict.judgement]} {verdict.annotator}{note}")
        lines.extend(evidence.url for evidence in verdict.evidence)
    return lines


def check(args: Namespace) -> int:
    """The annotation file and every anchor."""
    workspace = workspace_of(args)
    workspace.blind = False  # that words are found no more says nothing of how they were judged
    problems = [*_file_problems(workspace), *_claim_problems(workspace.review().claims, workspace.corpus)]
    if args.json:
        print_json({"ok": not problems, "problems": problems})
    elif not problems:
        print_text("Nothing is wrong.")
    for problem in () if args.json else problems:
        print_text(one_line(f"{problem['kind']}: {problem['message']}"))
    return FOUND if problems else 0


def _file_problems(workspace: "Workspace") -> Iterator[Json]:
    for message in workspace.store.problems():
        yield {"kind": "file", "message": message}
    for record in workspace.records():
        if record.type in KNOWN_TYPES:
            try:
                parse_statement(record)
            except ValueError as error:
                yield {"kind": "record", "record": record.id, "message": f"{error}; it is kept, and counts for nothing"}


def _claim_problems(claims: tuple[Claim, ...], corpus: Corpus) -> Iterator[Json]:
    for claim in claims:
        records = [verdict.id for verdict in claim.verdicts]
        for place in claim.appearances:
            about = {"claim": claim.id, "document": place.document, "records": records, "quote": place.quote}
            quote = f"“{one_line(place.quote, 80)}”"
            if place.start is None:
                message = f"{quote} {_how_lost(place, corpus)}"
                yield {"kind": "orphan", **about, "text": None, "message": message}
            elif place.stale:
                message = f"{place.document} says “{one_line(place.text, 80)}” where {quote} was judged; judge it anew"
                yield {"kind": "stale", **about, "text": place.text, "message": message}


def _how_lost(place: Appearance, corpus: Corpus) -> str:
    """Why a quote is found no more, and what to do. A report that quotes the same need not be the same report."""
    if corpus.get(place.document) is not None:
        return f"is not in {place.document} any more; judge anew what replaced it"
    gone = f"was judged in {place.document}, which is gone"
    if found := [document.id for document in corpus if place.quote in document.text]:
        return (
            f"{gone}; it stands in {', '.join(found[:3])}: if one is that report, give it its old name, else judge anew"
        )
    return f"{gone}; put it back, or judge anew what replaced it"
