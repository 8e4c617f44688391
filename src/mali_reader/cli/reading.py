"""Commands that read: a document, overlaps, comparisons."""

import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from itertools import chain, groupby
from typing import TYPE_CHECKING

from mali_reader.cache import digest
from mali_reader.cli.kept import kept
from mali_reader.cli.output import console, in_json, print_in_turn, print_json, print_parts, print_rich, print_text
from mali_reader.cli.places import sources_of
from mali_reader.cli.shapes import document_shape
from mali_reader.cli.shapes_of_overlaps import overlap_rows
from mali_reader.cli.tables import long_table
from mali_reader.cli.waiting import told
from mali_reader.corpus.model import Block, BlockKind, Document, Span
from mali_reader.display import one_line
from mali_reader.errors import MaliReaderError
from mali_reader.overlap.index import side_in
from mali_reader.overlap.kept import overlaps_key
from mali_reader.overlap.model import Overlap, OverlapKind
from mali_reader.sources import Sources

if TYPE_CHECKING:
    from rich.text import Text

_WIDEST_KIND = max(map(len, OverlapKind))


def show(args: Namespace) -> int:
    """One document, its blocks and sentences."""
    document = sources_of(args).document(args.document)
    if args.json:
        print_json(document_shape(document))
        return 0
    from rich.table import Table
    from rich.text import Text

    about = (document.id, document.outlet, document.author, document.published)
    page = Table.grid(padding=(0, 2, 1, 0))
    page.add_column(style="dim", no_wrap=True)
    page.add_column(overflow="fold")
    for label, text in _blocks(document, unfold=args.furniture):
        page.add_row(Text(label), text)
    print_rich(Text(one_line(" · ".join(filter(None, about))), style="dim"), Text(), page)
    return 0


def _blocks(document: Document, *, unfold: bool) -> "Iterator[tuple[str, Text]]":
    """Labels and texts. Furniture is folded unless asked for; paragraphs are numbered."""
    from rich.text import Text

    number = 0
    for furniture, run in groupby(document.blocks, key=lambda block: block.kind is BlockKind.FURNITURE):
        blocks: Sequence[Block] = tuple(run)
        if furniture and not unfold:
            yield "▸", Text(f"furniture folded: {len(blocks)} (--furniture shows it)", style="dim")
            continue
        for block in blocks:
            number += block.kind is BlockKind.PARAGRAPH
            label = f"¶{number}" if block.kind is BlockKind.PARAGRAPH else block.kind.value
            style = "bold" if block.kind in (BlockKind.TITLE, BlockKind.HEADING) else "dim" if furniture else ""
            yield label, Text(one_line(document.slice(block)), style=style)


def overlaps(args: Namespace) -> int:
    """Pairs of paragraphs that say the same thing."""
    sources = sources_of(args, threshold=args.min_score)
    wanted = None if args.document is None else sources.document(args.document).id
    if args.json:
        asked = repr((args.min_score, args.kind, wanted))
        key = digest("overlaps --json", overlaps_key(sources.corpus.documents, sources.threshold), asked)
        print_parts(kept(key, lambda: in_json("overlaps", overlap_rows(_found(sources, args, wanted), sources.corpus))))
        return 0
    found = _found(sources, args, wanted)
    first = next(found, None)
    if first is None:
        print_text("No overlaps.")
        return 0
    text = sources.corpus.text_of
    rows = (
        ((o.kind.value, f"{o.score:.2f}"), _quoted(o.left, text(o.left)), _quoted(o.right, text(o.right)))
        for o in chain([first], found)
    )
    print_in_turn(long_table(("Kind", "Left", "Right"), rows, first=_WIDEST_KIND))
    return 0


def _found(sources: Sources, args: Namespace, wanted: str | None) -> Iterator[Overlap]:
    """The overlaps that are asked for, one after the other: the first are told while the last are still aligned."""
    with told() as progress:
        found = sources.overlaps_in_turn(progress)
        if not (sys.stdout and sys.stdout.isatty()):  # else what is printed tells how far it is
            yield from _asked_for(found, args, wanted)
            return
    yield from _asked_for(found, args, wanted)


def _asked_for(overlaps: Iterator[Overlap], args: Namespace, wanted: str | None) -> Iterator[Overlap]:
    for overlap in overlaps:
        here = wanted is None or wanted in (overlap.left.document, overlap.right.document)
        if here and overlap.score >= (args.min_score or 0.0) and args.kind in (None, overlap.kind):
            yield overlap


def _quoted(span: Span, text: str) -> tuple[str, str]:
    return one_line(text, 110), f"{span.document} {span.start}–{span.end}"


def compare(args: Namespace) -> int:
    """The overlaps of two documents, side by side."""
    sources = sources_of(args, threshold=args.min_score)
    left, right = sources.document(args.left), sources.document(args.right)
    if left.id == right.id:
        raise MaliReaderError(f"both names stand for “{one_line(left.id)}”; name two documents")
    with told() as progress:
        shared = sources.overlaps(progress).between(left.id, right.id)
    found = [overlap for overlap in shared if overlap.score >= (args.min_score or 0.0)]
    if args.json:
        print_parts(in_json("overlaps", overlap_rows(found, sources.corpus)))
    elif not found:
        least = f" that scores {args.min_score:g} or more" if shared else ""
        print_text(f"{one_line(left.id)} and {one_line(right.id)} share nothing{least}.")
    else:
        _print_comparison(sorted(found, key=lambda o: side_in(o, left.id)), left, right)
    return 0


def _print_comparison(found: Sequence[Overlap], left: Document, right: Document) -> None:
    from rich.rule import Rule
    from rich.text import Text

    from mali_reader.cli.side_by_side import draw

    screen = console()
    coloured = screen.is_terminal and screen.color_system is not None and not screen.no_color
    for number, overlap in enumerate(found, 1):
        title = Text(f"pair {number} of {len(found)} · {overlap.kind.value} {overlap.score:.2f}")
        heads = _place(left, overlap), _place(right, overlap)
        print_rich(Rule(title, style="dim"), draw(overlap, left, right, heads, coloured=coloured), Text())


def _place(document: Document, overlap: Overlap) -> str:
    """Which of a document's paragraphs is meant, and the document's title."""
    span = side_in(overlap, document.id)
    for number, block in enumerate(document.paragraphs, 1):
        if (block.start, block.end) == (span.start, span.end):
            return f"¶{number} {document.title}"
    return document.title
