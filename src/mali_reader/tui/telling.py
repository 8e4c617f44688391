"""What the margin says of a claim: where else it stands, and who judged it how. Pure."""

from collections.abc import Sequence

from mali_reader.annotations.records import Verdict
from mali_reader.corpus.model import Corpus, Document, Span
from mali_reader.corroboration.findings import Findings
from mali_reader.corroboration.model import Discrepancy, DiscrepancyValue, Severity
from mali_reader.corroboration.synopsis import SynopsisRow
from mali_reader.display import counted, one_line
from mali_reader.overlap.index import OverlapIndex, other_side, side_in
from mali_reader.overlap.model import Overlap, SentencePair
from mali_reader.review.appearances import Suggestion
from mali_reader.review.claims import Appearance, Claim, Status
from mali_reader.tui.widgets.detail import Line, quoted
from mali_reader.tui.widgets.signs import DIFFERS, SIGN_OF_KIND, SIGN_OF_SEVERITY, SIGN_OF_STATUS
from mali_reader.tui.wording import ago, day, place_in, score
from mali_reader.tui.wording import counted as counted_things
from mali_reader.workspace import Decided, Judged

LOOK_OF_STATUS = {
    "verified": "bold $success",
    "disputed": "bold $error",
    "contested": "bold $warning",
    "stale": "bold $warning",
    "unreviewed": "$quiet",
}

QUOTED = 160
NOT_JUDGED = Line("nobody judged it yet: v verified, x disputed, e with evidence")


def about_document(document: Document) -> list[Line]:
    """What a document says of itself, what could not be read of it, and how it begins."""
    lines = [Line(document.title, strong=True)]
    lines += [Line(warning, "⚠", LOOK_OF_STATUS["stale"]) for warning in document.warnings]
    known = (document.path, document.author, document.language, *(f"#{tag}" for tag in document.tags))
    lines.append(Line("  ".join(part for part in known if part)))
    lines += [Line(source, "↗", "$primary") for source in document.sources]
    lead = next(iter(document.paragraphs), None)
    return lines if lead is None else [*lines, Line(""), Line(one_line(document.slice(lead), 600))]


def about_span(
    span: Span, corpus: Corpus, overlaps: OverlapIndex | None, findings: Findings | None, claim: Claim | None
) -> list[Line]:
    """Everything that is known of a span."""
    document = corpus.get(span.document)
    if document is None:
        return []
    lines = [quoted(document.slice(span)), Line("")]
    lines += about_verdicts(claim) or [NOT_JUDGED]
    lines += _about_contradictions(span, corpus, findings)
    return [*lines, Line(""), *_about_overlaps(span, corpus, overlaps, findings)]


def _about_contradictions(span: Span, corpus: Corpus, findings: Findings | None) -> list[Line]:
    """What other documents say instead of what stands in the span."""
    lines: list[Line] = []
    for discrepancy in findings.discrepancies_in(span.document) if findings else ():
        own = [value for value in discrepancy.values if any(_meet(span, place) for place in value.spans)]
        if own:
            others = (value for value in discrepancy.values if value not in own)
            said = "; ".join(f"“{value.value}” {_documents(corpus, value)}" for value in others)
            look = LOOK_OF_STATUS["contested"]
            lines.append(Line(f"“{own[0].value}” here, {said}", SIGN_OF_SEVERITY[discrepancy.severity.value], look))
    return lines


def _meet(one: Span, other: Span) -> bool:
    return one.document == other.document and one.start < other.end and other.start < one.end


def _documents(corpus: Corpus, value: DiscrepancyValue) -> str:
    names = list(dict.fromkeys(_name(corpus, place.document) for place in value.spans))
    return f"in {names[0]}" if len(names) == 1 else f"in {len(names)} documents"


def about_verdicts(claim: Claim | None) -> list[Line]:
    """Who judged a claim how."""
    if claim is None:
        return []
    lines = [_verdict_line(verdict) for verdict in claim.verdicts]
    for one in claim.adjudications:
        said = f"decided {one.judgement.value} by {one.annotator}  {ago(one.created)}"
        lines.append(Line(f"{said}\n  {one.ground}", "§", "bold $primary"))
    if len(claim.documents) > 1:
        lines.append(Line(f"confirmed in {counted(len(claim.documents), claim.origins)}", "»", "$primary"))
    stale = claim.appearances if claim.status is Status.STALE else ()
    return [_stale_line(one) for one in stale if one.stale or one.start is None] + lines


def _stale_line(appearance: Appearance) -> Line:
    """What was judged, beside what stands there today."""
    lost = appearance.start is None
    now = "is not found in the text any more" if lost else f"reads today: “{one_line(appearance.text, QUOTED)}”"
    said = f"judged was: “{one_line(appearance.quote, QUOTED)}”; it {now}"
    return Line(said, SIGN_OF_STATUS["stale"], LOOK_OF_STATUS["stale"])


def in_short(span: Span, corpus: Corpus, findings: Findings | None, claim: Claim | None) -> list[Line]:
    """What a few lines have room for: the words, the verdicts, and who says otherwise."""
    document = corpus.get(span.document)
    head = [quoted(document.slice(span), 110)] if document else []
    return head + (about_verdicts(claim) or [NOT_JUDGED]) + _about_contradictions(span, corpus, findings)


def about_unsaved(reason: str) -> list[Line]:
    """That something is kept nowhere, why, and what to do."""
    return [
        Line("Your last step was not saved, here or anywhere.", "✗", LOOK_OF_STATUS["disputed"]),
        Line(""),
        Line(reason),
        Line(""),
        Line("What was saved before is safe. Mend this, go back, and do that step again."),
    ]


def _verdict_line(verdict: Verdict) -> Line:
    said = [f"{verdict.annotator}  {ago(verdict.created)}"]
    said += [verdict.note] if verdict.note else []
    said += [f"{item.url} (seen {day(item.accessed)})" if item.accessed else item.url for item in verdict.evidence]
    name = verdict.judgement.value
    return Line("\n  ".join(said), SIGN_OF_STATUS.get(name, ""), LOOK_OF_STATUS.get(name, ""))


def _about_overlaps(span: Span, corpus: Corpus, overlaps: OverlapIndex | None, findings: Findings | None) -> list[Line]:
    if overlaps is None:
        return [Line("what others share of it is not known yet")]
    found = overlaps.at(span.document, span.start, span.end)
    if not found:
        return [Line("no other document shares this paragraph")]
    documents = {span.document, *(other_side(overlap, span.document).document for overlap in found)}
    origins = findings.origins(documents) if findings else None
    independent = "" if origins is None else f", {counted_things(origins, 'origin')}"
    lines = [Line(f"this paragraph: {len(documents)} documents{independent}")]
    for overlap in found:
        lines += _overlap_lines(span, corpus, overlap)
    return lines


def _overlap_lines(span: Span, corpus: Corpus, overlap: Overlap) -> list[Line]:
    there = other_side(overlap, span.document)
    document = corpus.get(there.document)
    if document is None:
        return []
    head = f"{one_line(document.title, 44)} {place_in(document, there.start)} ({score(overlap)})"
    lines = [Line(head, SIGN_OF_KIND[overlap.kind], "$primary")]
    mate = _mate(span, overlap)
    return [*lines, Line(f"  “{one_line(document.slice(mate), 110)}”")] if mate else lines


def _mate(span: Span, overlap: Overlap) -> Span | None:
    """The sentence of the other side that corresponds to the one under the cursor."""
    here_is_left = side_in(overlap, span.document) == overlap.left
    pairs: Sequence[SentencePair] = overlap.sentences
    for pair in pairs:
        here, there = (pair.left, pair.right) if here_is_left else (pair.right, pair.left)
        if here.start < span.end and span.start < here.end:
            return there
    return None


def said_of_undo(step: Judged | Decided | None) -> str:
    """What a toast says once a step is taken back."""
    if step is None:
        return "There is nothing of yours to undo."
    if isinstance(step, Decided):
        count = len(step.statements)
        return "undone" if count == 1 else f"undone in {count} places"
    return f"undone, now {step.verdict.judgement.value}: “{one_line(step.verdict.target.exact, 40)}”"


def said_of_others(suggestions: Sequence[Suggestion]) -> str:
    """What is said of the places where a claim that was just judged may stand too."""
    same = sum(one.agrees for one in suggestions)
    other = len(suggestions) - same
    told = [f"{counted_things(same, 'other place')} may say the same"] if same else []
    if other:
        told.append(f"{other if same else counted_things(other, 'other place')} say{'s' * (other == 1)} it otherwise")
    return f"{', '.join(told)}: A shows {'it' if len(suggestions) == 1 else 'them'}" if told else ""


def about_passage(row: SynopsisRow, corpus: Corpus) -> list[Line]:
    """What a passage is and who has it."""
    first = row.passage.members[0]
    count, origins = len(row.cells), row.origins
    head = f"{count} documents, {origins} origin{'s' * (origins != 1)}"
    warned = [Line("its documents contradict each other; 5 lists where", DIFFERS, LOOK_OF_STATUS["contested"])]
    return [quoted(corpus.text_of(first), 240), Line(head), *(warned if row.differs else [])]


def about_origins(findings: Findings, corpus: Corpus) -> list[Line]:
    """How many origins the documents have."""
    documents = [document.id for document in corpus]
    return [
        Line(""),
        Line(f"all of the corpus: {counted(len(documents), findings.origins(documents))}; 6 shows the trees"),
    ]


def about_discrepancy(discrepancy: Discrepancy, corpus: Corpus, number: int) -> list[Line]:
    """What is said, by whom, in which sentence; first the place of that number, counted from 0."""
    conflict = discrepancy.severity is Severity.CONFLICT
    said = f"{discrepancy.kind.value}: {'they cannot all be true' if conflict else 'the same, said differently'}"
    places = [place for value in discrepancy.values for place in value.spans]
    lines = [
        Line(said, SIGN_OF_SEVERITY[discrepancy.severity.value], LOOK_OF_STATUS["contested"]),
        Line(f"place {number + 1} of {len(places)}: {_place_line(corpus, places[number])}", "▸", "bold $primary"),
    ]
    for value in discrepancy.values:
        lines += [Line(""), Line(value.value, strong=True)]
        lines += [Line(_place_line(corpus, place), " ") for place in value.spans]
    return lines


def _place_line(corpus: Corpus, place: Span) -> str:
    document = corpus.get(place.document)
    if document is None:
        return place.document
    return f"{_name(corpus, place.document)} {place_in(document, place.start)}  {_around(document, place)}"


def _around(document: Document, span: Span, reach: int = 48) -> str:
    """The words around a span, with the span between ‹ ›: of the text, or of a title that the front matter tells."""
    text, start = document.text, len(document.front_matter)
    end = len(text)
    if span.start < start:
        start, end = document.blocks[0].start, document.blocks[0].end
    first, last = max(start, span.start - reach), min(end, span.end + reach)
    before, after = text[first : span.start], text[span.end : last]
    return one_line(f"{'…' * (first > start)}{before}‹{text[span.start : span.end]}›{after}{'…' * (last < end)}")


def _name(corpus: Corpus, document_id: str) -> str:
    document = corpus.get(document_id)
    return document_id if document is None else one_line(document.outlet or document.title, 40)


def about_suggestion(suggestion: Suggestion) -> list[Line]:
    """What differs between a claim and a place that may say the same."""
    if suggestion.agrees:
        return [Line("no number, date, name, place or negation differs: a confirms it with the others, s this one")]
    lines = [Line("what differs is more than wording:", DIFFERS, LOOK_OF_STATUS["contested"])]
    for fact in suggestion.facts:
        here, there = (f"“{text}”" if text else "nothing" for text in (fact.one, fact.other))
        told = f"{here} in another order" if here == there else f"{here} in the claim, {there} there"
        lines.append(Line(f"{fact.kind.value}: {told}"))
    return [*lines, Line("s: the same claim all the same; n: not the same")]
