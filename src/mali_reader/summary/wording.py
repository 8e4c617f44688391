"""The words and signs in which every readable format tells of claims, verdicts and findings."""

from collections.abc import Callable

from mali_reader.annotations.records import Judgement
from mali_reader.display import counted
from mali_reader.review.agreement import Agreement
from mali_reader.review.claims import Appearance, Claim, Status
from mali_reader.summary.model import Copying, Presence, Summary

SIGNS = {
    Status.CONTESTED: "≠",
    Status.DISPUTED: "✗",
    Status.VERIFIED: "✓",
    Status.STALE: "~",
    Status.UNREVIEWED: "·",
}
MEANING = {
    Status.CONTESTED: "annotators differ",
    Status.DISPUTED: "everyone who judged it disputes it",
    Status.VERIFIED: "everyone who judged it verified it",
    Status.STALE: "the text changed since it was judged, or is not found any more",
    Status.UNREVIEWED: "nobody's judgement is in force",
}
JUDGED = {Judgement.VERIFIED: "✓", Judgement.DISPUTED: "✗", Judgement.WITHDRAWN: "·"}
PRESENT = {Presence.JUDGED: "●", Presence.SUGGESTED: "○"}
OPEN = (Status.CONTESTED, Status.DISPUTED)
SETTLED = (Status.VERIFIED, Status.STALE, Status.UNREVIEWED)
COUNTED = (Status.VERIFIED, Status.DISPUTED, Status.CONTESTED, Status.STALE)
MACHINE = "A machine suggests this; nobody has judged it, and it counts nowhere as a judgement."


def in_telling_order(summary: Summary) -> tuple[Claim, ...]:
    """The claims in the order in which pages tell of them: open disputes first."""
    return tuple(claim for status in (*OPEN, *SETTLED) for claim in summary.with_status(status))


def unjudged(summary: Summary) -> str:
    """What to say where there is no claim."""
    return "No claim that was judged is among them." if summary.scope else "No claim is judged yet."


def people_judged(summary: Summary, shown: Callable[[str], str] = str) -> str:
    """How many claims are judged, by whom (a name as `shown` gives it), and how; what only links make is told apart."""
    counts = {status: len(summary.with_status(status)) for status in (*OPEN, *SETTLED)}
    linked = counts.pop(Status.UNREVIEWED)
    judged = sum(counts.values())
    if not judged:
        return unjudged(summary)
    by_status = ", ".join(f"{SIGNS[status]} {count} {status}" for status, count in counts.items() if count)
    besides = f" {some(linked, 'more claim')} without a judgement in force." if linked else ""
    return f"{some(judged, 'claim')} judged by {', '.join(map(shown, summary.annotators))}: {by_status}.{besides}"


def moved(appearance: Appearance) -> bool:
    """Whether other words stand there now than those that were judged."""
    return appearance.start is not None and appearance.text != appearance.quote


def spread(claim: Claim) -> str:
    """In how many documents and independent origins a claim stands, "" where it is one document."""
    return f"It stands in {counted(len(claim.documents), claim.origins)}." if len(claim.documents) > 1 else ""


def method(summary: Summary) -> tuple[str, ...]:
    """How the summary came about and where its limits are, one sentence or two a point."""
    least = "" if summary.threshold is None else f" with a score of {summary.threshold:g} or more"
    return (
        f"Overlaps are found by mali-reader {summary.version}{least}, from the words that two paragraphs share:"
        " a paraphrase in wholly other words is missed, and likeness is no proof of copying.",
        "Verdicts are people's, each with its author's name. A claim's status follows from the verdicts in force;"
        " withdrawn and superseded ones do not count.",
        "Overlaps, differences, origins and the places marked ○ are a machine's suggestions. No person confirmed"
        " them, and none of them is counted as a judgement.",
        "Where a claim stands in several documents, people judged it in each or confirmed that it is the same"
        f" ({some(_confirmed(summary), 'such confirmation')}).",
        "Differences are found by rules for numbers, dates, money, names, places and negations in sentences that"
        " correspond; what is told in other terms is missed, and both sides of a difference may be right.",
        "Places count characters (Unicode code points) of the document's text from 0, the end excluded.",
    )


def _confirmed(summary: Summary) -> int:
    return len({link.id for claim in summary.claims for link in claim.links})


def copying(found: Copying) -> tuple[str, str, str]:
    """What was found about two documents: the document to name first, what to say then, the one to name after that."""
    if found.directed:
        return found.copy, f"takes {found.share:.0%} of its sentences from", found.source
    unknown = "(which came first is not known)"
    return found.copy, f"has {found.share:.0%} of its sentences in common {unknown} with", found.source


def agreement(found: Agreement) -> str:
    """How far annotators agree, with what that rests on."""
    if not found.claims:
        return f"No claim was judged by two people or more, of {found.judged:,} that were judged."
    alpha = "not defined here" if found.alpha is None else f"{found.alpha:.3f}"
    percent = "" if found.percent is None else f"{found.percent:.1f}% of "
    return (
        f"Judged by two people or more: {some(found.claims, 'claim')} of {found.judged:,} (n = {found.claims:,})."
        f" Of the pairs of verdicts on one claim, {percent}{found.comparisons:,} are the same."
        f" Krippendorff's alpha is {alpha}."
    )


def some(count: int, thing: str) -> str:
    """A count with its noun."""
    return f"{count:,} {thing}{'' if count == 1 else 's'}"
