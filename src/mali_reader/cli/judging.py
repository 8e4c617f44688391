"""Commands about what people judged."""

from argparse import Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING

from mali_reader.annotations.codec import parse_verdict
from mali_reader.annotations.evidence import parse_evidence
from mali_reader.annotations.records import Judgement, Record, Verdict
from mali_reader.cli.delivery import delivered
from mali_reader.cli.output import print_json, print_rich, print_text
from mali_reader.cli.places import workspace_of
from mali_reader.cli.quotes import find_quote
from mali_reader.cli.tables import table
from mali_reader.display import one_line
from mali_reader.errors import MaliReaderError, NotBuiltYetError
from mali_reader.review.claims import Claim, Status
from mali_reader.summary.shapes import Json, claim_shape
from mali_reader.summary.wording import JUDGED, SIGNS

if TYPE_CHECKING:
    from mali_reader.workspace import Workspace

FOUND = 1


def tag(args: Namespace) -> int:
    """One verdict, durable before this returns."""
    _check_text("quote", args.quote)
    _check_text("note", args.note)
    try:
        evidence = tuple(parse_evidence(url) for url in args.evidence)
    except ValueError as error:
        raise MaliReaderError(f"--evidence: {error}") from None
    workspace = workspace_of(args)
    document = workspace.document(args.document)
    span = find_quote(document, args.quote, args.occurrence)
    judged = workspace.judge(span, Judgement(args.verdict), args.note.strip(), evidence)
    if args.json:
        print_json(
            {
                "record": judged.verdict.id,
                "claim": judged.claim,
                "document": document.id,
                "start": span.start,
                "end": span.end,
            }
        )
    else:
        quote = one_line(document.slice(span), 60)
        print_text(f"{args.verdict}: “{quote}” in {one_line(document.id)} ({judged.verdict.id})")
    return delivered(workspace.settings.annotations, judged.delivery)


def _check_text(name: str, text: str) -> None:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise MaliReaderError(f"the {name} holds bytes that are no UTF-8 text; type it anew") from None


def withdraw(args: Namespace) -> int:
    """Supersede a verdict with nothing."""
    workspace = workspace_of(args)
    taken_back = workspace.withdraw(args.record)
    if args.json:
        print_json({"record": taken_back.record})
    else:
        print_text(f"withdrawn: {one_line(args.record)} ({taken_back.record})")
    return delivered(workspace.settings.annotations, taken_back.delivery)


def annotations(args: Namespace) -> int:
    """The verdicts in force, or every record."""
    workspace = workspace_of(args)
    records = workspace.records()
    if not args.history:
        current = {verdict.id for verdict in workspace.verdicts()}
        records = tuple(record for record in records if record.id in current)
    if args.json:
        print_json({"records": [dict(record.content) for record in records]})
    elif not records:
        print_text("No verdicts." if not args.history else "No records.")
    else:
        rows = [(_said(r), (r.annotator, _when(r.created)), (_quote(r), r.id)) for r in records]
        print_rich(table(("Verdict", "Annotator", "Quote"), rows))
    return 0


def _said(record: Record) -> str:
    verdict = _verdict_of(record)
    return record.type if verdict is None else verdict.judgement.value


def _quote(record: Record) -> str:
    verdict = _verdict_of(record)
    return "" if verdict is None else one_line(verdict.target.exact, 120)


def _verdict_of(record: Record) -> Verdict | None:
    try:
        return parse_verdict(record)
    except ValueError:
        return None


def _when(created: str) -> str:
    return one_line(created[:16].replace("T", " "))


def claims(args: Namespace) -> int:
    """Every claim that somebody judged."""
    review = workspace_of(args).review(counted=True)
    found = review.claims if args.status is None else review.with_status(Status(args.status))
    if args.json:
        print_json({"claims": [claim_shape(claim) for claim in found]})
    elif not found:
        print_text(
            "No claims." if args.status else "No claims yet; judge one: mali-reader tag DOC QUOTE --verdict verified"
        )
    else:
        rows = [(f"{SIGNS[c.status]} {c.status}", (c.wording, c.appearances[0].document), _told(c)) for c in found]
        print_rich(table(("Status", "Claim", "Verdicts"), rows))
    return 0


def _told(claim: Claim) -> list[str]:
    """Who says what, and on what evidence."""
    lines = []
    for verdict in claim.verdicts:
        note = f": {verdict.note}" if verdict.note else ""
        lines.append(f"{JUDGED[verdict.judgement]} {verdict.annotator}{note}")
        lines.extend(evidence.url for evidence in verdict.evidence)
    return lines


def check(args: Namespace) -> int:
    """The annotation file and every anchor."""
    workspace = workspace_of(args)
    problems = [*_file_problems(workspace), *_claim_problems(workspace.review().claims)]
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
        if record.type == "verdict":
            try:
                parse_verdict(record)
            except ValueError as error:
                yield {"kind": "record", "record": record.id, "message": f"{error}; it is kept, and counts for nothing"}


def _claim_problems(claims: tuple[Claim, ...]) -> Iterator[Json]:
    for claim in claims:
        records = [verdict.id for verdict in claim.verdicts]
        quote = f"“{one_line(claim.wording, 80)}”"
        for place in claim.appearances:
            about = {"claim": claim.id, "document": place.document, "records": records}
            if place.start is None:
                message = f"{quote} is not in {place.document} any more; judge anew what replaced it"
                yield {"kind": "orphan", **about, "message": message}
            elif claim.status is Status.STALE:
                message = f"{quote} in {place.document} is not what was judged; judge it anew"
                yield {"kind": "stale", **about, "message": message}


def agreement(_args: Namespace) -> int:
    """How far annotators agree."""
    raise NotBuiltYetError("agreement is not built yet; see: mali-reader claims --status contested")
