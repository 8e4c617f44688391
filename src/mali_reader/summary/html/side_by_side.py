"""Two passages side by side, the words that differ marked on both sides."""

from collections.abc import Iterable, Sequence

from mali_reader.corpus.model import Span
from mali_reader.overlap.diffs.diff import diff_words
from mali_reader.overlap.diffs.enclosing import enclosing
from mali_reader.summary.html.elements import Child, Html, join, tag
from mali_reader.summary.html.parts import document_link
from mali_reader.summary.model import Quote, SharedText, Summary, Twin

_Cut = tuple[int, int]


def twin_rows(summary: Summary, twins: Sequence[Twin]) -> Html:
    """The sentences elsewhere that correspond to those of a claim, one below the other, its own on the left."""
    return join(*(_pair(summary, twin.own, twin.other, _changes(summary, twin.own, twin.other)) for twin in twins))


def reworded(summary: Summary, before: Quote, now: Quote) -> Html:
    """What was judged beside what stands there now."""
    return _pair(summary, before, now, _changes(summary, before, now), ("What was judged", "What stands there now"))


def shared_rows(summary: Summary, shared: SharedText) -> Html:
    """Two paragraphs, differing words marked in the sentences that correspond and sentences of one's own told apart."""
    left, right = shared.left, shared.right
    cuts: tuple[list[_Cut], list[_Cut]] = ([], [])
    matched: tuple[list[_Cut], list[_Cut]] = ([], [])
    for pair in shared.sentences:
        one, other = _within(left, pair.left), _within(right, pair.right)
        matched[0].append(one)
        matched[1].append(other)
        for change in diff_words(left.text[slice(*one)], right.text[slice(*other)], language=_language(summary, left)):
            cuts[0].append((one[0] + change.left_start, one[0] + change.left_end))
            cuts[1].append((other[0] + change.right_start, other[0] + change.right_end))
    own = [_gaps(quote.text, some) for quote, some in ((left, matched[0]), (right, matched[1]))]
    return _pair(summary, left, right, (cuts[0] + own[0], cuts[1] + own[1]))


def _within(quote: Quote, span: Span) -> _Cut:
    return span.start - quote.start, span.end - quote.start


def _pair(
    summary: Summary,
    left: Quote,
    right: Quote,
    cuts: tuple[Sequence[_Cut], Sequence[_Cut]],
    captions: tuple[Child, Child] | None = None,
) -> Html:
    heads = captions or (document_link(summary, left.document), document_link(summary, right.document))
    sides = (
        tag(
            "figure",
            tag("figcaption", head),
            tag("blockquote", *_marked(quote.text, some, mark), dir="auto"),
        )
        for head, quote, some, mark in ((heads[0], left, cuts[0], "del"), (heads[1], right, cuts[1], "ins"))
    )
    return tag("div", *sides, class_="pair")


def _changes(summary: Summary, left: Quote, right: Quote) -> tuple[Sequence[_Cut], Sequence[_Cut]]:
    changes = diff_words(left.text, right.text, language=_language(summary, left))
    return [(c.left_start, c.left_end) for c in changes], [(c.right_start, c.right_end) for c in changes]


def _language(summary: Summary, quote: Quote) -> str | None:
    report = summary.report(quote.document)
    return None if report is None else report.language


def _marked(text: str, cuts: Iterable[_Cut], mark: str) -> Iterable[Child]:
    at = 0
    for start, end in sorted(cuts):
        if start < end and start >= at:
            first, last = enclosing(text, start, end, (at, len(text)))
            yield text[at:first]
            yield tag(mark, text[first:last])
            at = last
    yield text[at:]


def _gaps(text: str, matched: Iterable[_Cut]) -> list[_Cut]:
    """What corresponds to nothing on the other side, without the white space around it."""
    gaps, at = [], 0
    for start, end in (*sorted(matched), (len(text), len(text))):
        inside = text[at:start]
        if inside.strip():
            first = at + len(inside) - len(inside.lstrip())
            gaps.append((first, first + len(inside.strip())))
        at = max(at, end)
    return gaps
