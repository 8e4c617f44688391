"""How it is told who copied whom, and on what that rests. Pure."""

from collections.abc import Mapping, Sequence
from itertools import islice

from mali_reader.corpus.model import Corpus, Document
from mali_reader.corroboration.families import Branch
from mali_reader.corroboration.model import Dependence, Telling
from mali_reader.display import one_line
from mali_reader.overlap.model import OverlapKind
from mali_reader.tui.widgets.detail import Line
from mali_reader.tui.widgets.signs import COPIED, KIN, SIGN_OF_KIND, SOURCE
from mali_reader.tui.wording import day, place_in

_SHOWN = 3
"""So many sentences are quoted as evidence; the comparison has them all."""


def named(document: Document | None, name: str) -> str:
    """A document by its outlet and title, or its id where it is not there."""
    if document is None:
        return one_line(name, 60)
    return one_line(" · ".join(part for part in (document.outlet, document.title) if part), 120)


def sign_of(branch: Branch) -> str:
    """How a document stands to the one that it hangs on: its copy, its source, or its kin where nothing tells."""
    through = branch.through
    if through is None:
        return ""
    if not through.directed:
        return KIN
    return COPIED if through.copy == branch.document else SOURCE


def drawn(branch: Branch) -> str:
    """The lines of a tree that stand before a document."""
    if not branch.rails:
        return ""
    *outer, own = branch.rails
    deeper = "⋯" if branch.depth > len(branch.rails) else ""
    return deeper + "".join("│ " if goes_on else "  " for goes_on in outer) + ("├" if own else "└") + sign_of(branch)


def about_dependence(one: Dependence, corpus: Corpus) -> list[Line]:
    """Who took text from whom, what tells it, and the first of the sentences that show it."""
    names = {name: _short(corpus, name) for name in (one.source, one.copy)}
    share = f"{one.share:.0%} of the sentences of {names[one.copy]}"
    said = "took text from" if one.directed else "shares text with"
    head = f"{names[one.copy]} {said} {names[one.source]}: {share}"
    sign = COPIED if one.directed else KIN
    return [Line(head, sign, "bold $primary"), Line(_told_by(one, corpus, names)), *_evidence(one, corpus)]


def _told_by(one: Dependence, corpus: Corpus, names: Mapping[str, str]) -> str:
    source, copy = corpus.get(one.source), corpus.get(one.copy)
    match one.told:
        case Telling.CREDIT:
            return f"the direction is told by a credit: {names[one.copy]} names {names[one.source]}"
        case Telling.DATE:
            dates = [day(document.published) for document in (source, copy) if document and document.published]
            said = f": {dates[0]}, then {dates[1]}" if len(dates) == 2 else ""
            return f"the direction is told by the dates{said}"
        case Telling.CONTAINMENT:
            return (
                "the direction is told by length: one outlet, one day, and the long report holds all of the short one"
            )
    return "nothing tells the direction: neither dates nor a credit"


def _evidence(one: Dependence, corpus: Corpus) -> list[Line]:
    pairs = (
        pair
        for overlap in sorted(one.overlaps, key=lambda overlap: overlap.left)
        for pair in overlap.sentences
        if pair.kind is not OverlapKind.PARAPHRASE
    )
    lines = []
    for pair in islice(pairs, _SHOWN):
        document = corpus.get(pair.left.document)
        if document is not None:
            said = f"{place_in(document, pair.left.start)} “{one_line(document.slice(pair.left), 150)}”"
            lines.append(Line(said, SIGN_OF_KIND[pair.kind], "$primary"))
    return lines


def about_loner(branch: Branch, corpus: Corpus) -> list[Line]:
    """What is said of a document that shares text with no other."""
    return [
        Line(named(corpus.get(branch.document), branch.document), strong=True),
        Line("copied nobody here, and nobody copied it"),
    ]


def about_kin(some: Sequence[Dependence], number: int, corpus: Corpus) -> list[Line]:
    """One of the dependences of a document, counted from 0, and how many it has."""
    told = about_dependence(some[number], corpus)
    if len(some) == 1:
        return told
    return [*told[:2], Line(f"evidence {number + 1} of {len(some)} of this document: ] shows the next"), *told[2:]]


def _short(corpus: Corpus, name: str) -> str:
    document = corpus.get(name)
    return one_line(name, 40) if document is None else one_line(document.outlet or document.title, 40)
