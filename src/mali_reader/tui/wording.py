"""How times, counts and places are said on every screen. Pure."""

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from mali_reader.annotations.records import Verdict
from mali_reader.corpus.model import BlockKind, Document
from mali_reader.display import one_line
from mali_reader.overlap.model import Overlap
from mali_reader.review.claims import Status
from mali_reader.review.facts import DifferingFact
from mali_reader.review.review import Review
from mali_reader.tui.widgets.shown import cut_to_cells
from mali_reader.tui.widgets.signs import SIGN_OF_STATUS

MONTHS = ("Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")
BAR_WIDTH = 14
BARS = (5, BAR_WIDTH)
FACT = 24
"""Code points of a fact that a heading has room for."""
LATELY = timedelta(minutes=15)
STOPPED = "stopped; r goes on with it"


def day(published: str | None) -> str:
    """A date as a reader says it: 30 June 2023."""
    if published is None:
        return "–"
    try:
        on = date.fromisoformat(published)
    except ValueError:
        return one_line(published, 12)
    return f"{on.day} {MONTHS[on.month - 1]} {on.year}"


def ago(created: str, now: datetime | None = None) -> str:
    """How long ago a record was made."""
    try:
        then = datetime.fromisoformat(created)
    except ValueError:
        return one_line(created, 20)
    try:
        seconds = ((now or datetime.now(UTC)) - then.astimezone(UTC)).total_seconds()
    except OverflowError:
        return one_line(created, 20)
    for size, unit in ((86_400 * 7, ""), (86_400, "d"), (3_600, "h"), (60, "min"), (1, "s")):
        if seconds >= size:
            return day(then.date().isoformat()) if not unit else f"{int(seconds // size)} {unit} ago"
    return "just now"


def news(verdict: Verdict | None) -> str:
    """What somebody did last, in one line."""
    if verdict is None:
        return "nothing judged yet: put the cursor on a sentence and press v or x"
    said = f"{one_line(verdict.annotator, 20)} {SIGN_OF_STATUS.get(verdict.judgement.value, '')} {ago(verdict.created)}"
    return f"{said}: “{one_line(verdict.target.exact, 100)}”"


def lately(review: Review, besides: str, now: datetime | None = None) -> str:
    """Who else wrote within the last minutes, besides who is in the news: ben 2 min ago, eve 9 min ago.

    Who works blind is not told.
    """
    newest = review.latest[0].annotator if review.latest else None
    found = () if review.blind else review.lately(LATELY, now or datetime.now(UTC), besides)
    names = [name for name in found if name != newest]
    shown = [f"{one_line(name, 20)} {ago(review.writers[name].isoformat(), now)}" for name in names[:2]]
    return ", ".join([*shown, f"{len(names) - 2} more"] if len(names) > 2 else shown)


def how_far(judged: int, sentences: int, lately: str) -> tuple[str, ...]:
    """Who else is at work and how much is judged, from the longest wording to the shortest."""
    bars = ("", *(f"{progress_bar(judged, sentences, width)} " for width in BARS)) if sentences else ()
    done = [f"judged {bar}{judged:,} of {sentences:,}" for bar in reversed(bars)]
    return (*(f"{lately}  ·  {one}" for one in done if lately), *done, *filter(None, [lately]))


def tally(review: Review, document: str) -> str:
    """How many judged claims of a document have which status: ✓3 ✗1."""
    judged = (status for status in Status if status is not Status.UNREVIEWED)
    counts = ((SIGN_OF_STATUS[status.value], review.count(status, document)) for status in judged)
    return " ".join(f"{sign}{count}" for sign, count in counts if count) or "–"


def said_by(verdicts: Sequence[Verdict], width: int) -> str:
    """Who said what in so many cells: names are cut before a sign is, and are left out where there is no room."""
    signs = [SIGN_OF_STATUS[verdict.judgement.value] for verdict in verdicts]
    each = (width + 2) // len(verdicts) - 4 if verdicts else 0
    if each < 2:
        return " ".join(f"{sign}{count}" for sign, count in Counter(signs).items())
    names = (cut_to_cells(one_line(verdict.annotator), each) for verdict in verdicts)
    return "  ".join(f"{name} {sign}" for name, sign in zip(names, signs, strict=True))


def difference(fact: DifferingFact) -> str:
    """What differs in two wordings, in few words: June 6 | June 16, or which name only one of them gives."""
    one, other = one_line(fact.one, FACT), one_line(fact.other, FACT)
    if one == other:
        return f"{one} in another order"
    if one and other:
        return f"{one} | {other}"
    return f"{one} only in the claim" if one else f"{other} only there"


def counted(count: int, thing: str) -> str:
    """So many of a thing: 1 variant, 2 variants."""
    return f"{count} {thing}{'s' * (count != 1)}"


def progress_bar(done: int, total: int, width: int = BAR_WIDTH) -> str:
    """How far something is, drawn."""
    full = 0 if total <= 0 else min(width, round(width * done / total))
    return "▓" * full + "░" * (width - full)


def going_on(what: str, done: int, total: int) -> str:
    """What is being done, how far it is, and how to stop it."""
    return f"{what} {progress_bar(done, total)} {done:,} of {total:,} · esc stops it"


def no_overlaps_yet(working: str) -> str:
    """Why what documents share is not known, by what is said to be going on."""
    if working == STOPPED:
        return "The search for overlaps was stopped; r goes on with it."
    return "The overlaps are still being looked for; they arrive in a moment."


def place_in(document: Document, start: int) -> str:
    """Where a code point stands, as a reader says it: ¶3, title, caption."""
    number = 0
    for block in document.blocks:
        number += block.kind is BlockKind.PARAGRAPH
        if block.start <= start < block.end:
            return f"¶{number}" if block.kind is BlockKind.PARAGRAPH else block.kind.value
    return "¶–"


def score(overlap: Overlap) -> str:
    """A score without what all scores share: .82, or 1."""
    return "1" if overlap.score >= 0.995 else f"{overlap.score:.2f}".removeprefix("0")
