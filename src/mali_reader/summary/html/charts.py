"""Small charts as inline SVG. The numbers stand beside them as text; patterns tell parts apart without colour."""

from collections.abc import Sequence

from mali_reader.summary.html.elements import Html, join, tag

_HEIGHT = 14
_SWATCH = 20
Part = tuple[str, int]
"""A name, which is also its class in the style sheet, and a count."""


def bar(parts: Sequence[Part], most: int, width: int = 200) -> Html:
    """Counts in a row, one beside the other, `most` filling the width."""
    shapes, at = [], 0.0
    for name, count in parts:
        if count:
            long = count * width / max(1, most)
            title = tag("title", f"{name}: {count}")
            shapes.append(tag("g", title, _rect(at, long, name), _rect(at, long, None), class_=f"part {name}"))
            at += long
    told = ", ".join(f"{count} {name}" for name, count in parts if count) or "none"
    return _svg(shapes, width, role="img", aria_label=told)


def swatch(name: str) -> Html:
    """The pattern of one name, for the key of a chart; the words beside it tell all there is to read out."""
    square = tag("g", _rect(0, _SWATCH, name), _rect(0, _SWATCH, None), class_=f"part {name}")
    return _svg([square], _SWATCH, aria_hidden="true")


def _svg(shapes: Sequence[Html], width: int, **more: str) -> Html:
    return tag("svg", *shapes, class_="bar", viewBox=f"0 0 {width} {_HEIGHT}", width=width, height=_HEIGHT, **more)


def patterns() -> Html:
    """The hatchings that the bars refer to; once a page."""
    hatch = "M0,6 l6,-6 M-1,1 l2,-2 M5,7 l2,-2"
    cross = f"{hatch} M0,0 l6,6"
    dots = "M1,3 h2"
    made = join(
        *(
            tag("pattern", tag("path", d=shape), id=f"on-{name}", width=6, height=6, patternUnits="userSpaceOnUse")
            for name, shape in (("disputed", hatch), ("contested", cross), ("stale", dots), ("differ", hatch))
        )
    )
    return tag("svg", tag("defs", made), class_="patterns", width=0, height=0, aria_hidden="true", focusable="false")


def _rect(at: float, long: float, pattern: str | None) -> Html:
    place = {"x": f"{at:.2f}", "y": "0", "width": f"{long:.2f}", "height": str(_HEIGHT)}
    return tag("rect", **place) if pattern is None else tag("rect", class_=f"ground {pattern}", **place)
