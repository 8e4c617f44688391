"""Commands that decide between claims: which are one, which contradictions are none, who is right."""

from argparse import Namespace

from mali_reader.annotations.records import Judgement
from mali_reader.cli.delivery import acknowledge
from mali_reader.cli.judging import check_text
from mali_reader.cli.places import workspace_of
from mali_reader.cli.quotes import find_quote
from mali_reader.cli.waiting import told
from mali_reader.display import one_line
from mali_reader.errors import MaliReaderError


def link(args: Namespace) -> int:
    """Say that two quotes are the same claim, or that they are not."""
    for quote in (args.quote, args.other_quote, args.note):
        check_text("quote or note", quote)
    workspace = workspace_of(args)
    one = find_quote(workspace.document(args.document), args.quote, args.occurrence, option="--occurrence")
    document = workspace.document(args.other_document)
    other = find_quote(document, args.other_quote, args.other_occurrence, option="--other-occurrence")
    decided = workspace.link(one, other, same=not args.different, note=args.note.strip())
    claims = [workspace.claim_at(span) for span in (one, other)]
    names = list(dict.fromkeys(claim.id for claim in claims if claim is not None))
    shape = {"record": decided.record, "link": "different" if args.different else "same", "claims": names}
    texts = [f"“{one_line(workspace.corpus.text_of(span), 60)}”" for span in (one, other)]
    said = "not the same claim" if args.different else "the same claim"
    text = f"{said}: {texts[0]} and {texts[1]} ({decided.record})"
    return acknowledge(args, workspace.store, decided.delivery, shape, text)


def dismiss(args: Namespace) -> int:
    """Say that a discrepancy is none."""
    check_text("reason", args.reason)
    workspace = workspace_of(args)
    with told() as progress:
        found = workspace.findings(progress).discrepancies
    discrepancy = next((one for one in found if one.id == args.discrepancy), None)
    if discrepancy is None:
        shown = one_line(args.discrepancy, 60)
        raise MaliReaderError(f"no discrepancy “{shown}”; see: mali-reader discrepancies --all")
    decided = workspace.dismiss(discrepancy, args.reason)
    shape = {"record": decided.record, "discrepancy": discrepancy.id}
    values = ", ".join(f"“{one_line(value.value, 40)}”" for value in discrepancy.values)
    return acknowledge(args, workspace.store, decided.delivery, shape, f"dismissed: {values} ({decided.record})")


def adjudicate(args: Namespace) -> int:
    """Decide a claim on which annotators differ."""
    check_text("ground", args.ground)
    workspace = workspace_of(args)
    claim = workspace.review().claim(args.claim)
    if claim is None:
        raise MaliReaderError(f"no claim “{one_line(args.claim, 60)}”; see: mali-reader claims --status contested")
    decided = workspace.adjudicate(claim, Judgement(args.verdict), args.ground)
    shape = {"record": decided.record, "claim": claim.id, "verdict": args.verdict}
    text = f"decided, {args.verdict}: “{one_line(claim.wording, 60)}” ({decided.record})"
    return acknowledge(args, workspace.store, decided.delivery, shape, text)
