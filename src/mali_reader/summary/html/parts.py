"""Small parts that several sections of the page share."""

from collections.abc import Iterable

from mali_reader.display import one_line
from mali_reader.review.claims import Claim, Status
from mali_reader.summary.html.elements import Child, Html, join, tag
from mali_reader.summary.model import Summary
from mali_reader.summary.wording import MACHINE, SIGNS


def section(identity: str, heading: str, *children: Child) -> Html:
    """A section of the page that can be linked to by its id."""
    title = tag("h2", heading, id=f"{identity}-heading")
    return tag("section", title, *children, id=identity, aria_labelledby=f"{identity}-heading")


def table(caption: str, heads: Iterable[Child], rows: Iterable[Iterable[Child]], class_: str | None = None) -> Html:
    """A table whose first column names its rows; it scrolls sideways where the screen is narrow."""
    head = tag("tr", *(tag("th", name, scope="col") for name in heads))
    body = []
    for row in rows:
        first, *others = row
        body.append(tag("tr", tag("th", first, scope="row"), *(tag("td", cell) for cell in others)))
    made = tag("table", tag("caption", caption), tag("thead", head), tag("tbody", *body), class_=class_)
    return tag("div", made, class_="wide", tabindex="0", role="region", aria_label=caption)


def badge(status: Status) -> Html:
    """A status as sign, word and colour."""
    return tag("span", f"{SIGNS[status]} {status}", class_=f"badge {status}")


def document_link(summary: Summary, document: str, width: int = 60) -> Html:
    """A document's title, leading to what is known of it; the id of one that is not there any more."""
    number = summary.number(document)
    if number is None:
        return tag("span", one_line(document), class_="gone")
    return tag("a", one_line(summary.reports[number - 1].title, width), href=f"#doc-{number}")


def claim_link(claim: Claim, number: int) -> Html:
    """A claim by number, leading to it."""
    return tag("a", f"Claim {number}", href=f"#{claim.id}")


def suggested() -> Html:
    """What has to stand before anything that a machine found."""
    return tag("p", tag("strong", "Suggested by a machine. "), MACHINE, class_="machine")


def more(count: int, what: str) -> Html | None:
    """What a long list leaves out, None where it is nothing."""
    return tag("p", f"And {count:,} {what} more, which the JSON export lists.") if count > 0 else None


def spaced(children: Iterable[Child]) -> Html:
    """Children with commas between them."""
    parts: list[Child] = []
    for child in children:
        parts.extend((", ", child) if parts else (child,))
    return join(*parts)
