"""What a document says of itself: the YAML between two `---` lines at its very start."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from itertools import chain
from typing import NamedTuple

from mali_reader.corpus.plain_fields import Value, plain_fields, unquoted_fields
from mali_reader.display import one_line

_LARGEST = 64 * 1024
_DEEPEST = 16
_OPENING = re.compile(r"---[ \t]*\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
_TITLE = re.compile(r"^(?P<name>title[ \t]*:).*", re.MULTILINE | re.IGNORECASE)
_URL = re.compile(r"https?://\S+", re.IGNORECASE)
_LANGUAGE = re.compile(r"([A-Za-z]{2})(?:[-_][A-Za-z0-9_-]+)?")
_NOTHING = frozenset({"", "~", "null"})
_DATE_FORMATS = ("%Y/%m/%d", "%Y.%m.%d", "%B %d, %Y", "%b %d, %Y", "%d %B %Y", "%d %b %Y", "%a, %d %b %Y")

_SOURCES = ("sources", "source_url", "url", "urls", "source")
_OUTLET = ("outlet", "publisher", "site")
_AUTHOR = ("author", "byline", "authors")
_TAGS = ("tags", "keywords")
_PUBLISHED = ("date", "published", "published_at")
_LANGUAGES = ("language", "lang")


class FrontMatter(NamedTuple):
    """The fields that are known, and the block they stood in, its `---` lines included."""

    block: str = ""
    title: str | None = None
    title_at: int | None = None
    """Where the title stands in the block, if it stands there as it is."""
    sources: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    language: str | None = None
    warnings: tuple[str, ...] = ()


class _RefusedError(ValueError):
    """The block is not what front matter may be."""


def read_front_matter(text: str) -> FrontMatter:
    """The front matter of a text; an empty one where there is none.

    What cannot be read becomes a warning. A first `---` that only sets off prose is no front matter.
    """
    opening = _OPENING.match(text)
    closing = _CLOSING.search(text, opening.end()) if opening else None
    if opening is None or closing is None:
        return FrontMatter()
    block = text[: closing.end()]
    try:
        content = _parse(text[opening.end() : closing.start()])
    except _RefusedError as error:
        return FrontMatter(block, warnings=(f"The front matter could not be read: {error}.",))
    return FrontMatter() if isinstance(content, str) else _fields(block, content)


def _parse(yaml_text: str) -> dict[str, Value] | str:
    """The mapping of a block, or a string where it is prose. Raises _RefusedError."""
    if not yaml_text.strip():
        return {}
    if len(yaml_text) > _LARGEST:
        raise _RefusedError("it is larger than 64 kB")
    plain = plain_fields(yaml_text)
    if plain is not None:
        return plain
    try:
        return _yaml(yaml_text)
    except _RefusedError:
        unquoted = unquoted_fields(yaml_text)
        if unquoted is None:
            raise
        return unquoted


def _yaml(yaml_text: str) -> dict[str, Value] | str:
    """The same of any block. Raises _RefusedError."""
    import yaml

    events = yaml.parse(yaml_text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    try:
        content = _node(events)
    except yaml.MarkedYAMLError as error:
        place = f" in line {error.problem_mark.line + 2}" if error.problem_mark else ""
        raise _RefusedError(one_line(f"{error.problem or 'it is not YAML'}{place}", 160)) from error
    except (yaml.YAMLError, UnicodeError) as error:
        raise _RefusedError("it holds characters that YAML does not allow") from error
    if isinstance(content, list):
        raise _RefusedError("it is a list, not fields with values")
    return content


def _node(events: Iterator[object], depth: int = 0) -> Value:
    """The next value of a stream of YAML events. Raises _RefusedError for what could grow without bound."""
    import yaml

    for event in events:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _RefusedError("it uses anchors or aliases")
        if depth > _DEEPEST:
            raise _RefusedError("it is nested too deeply")
        if isinstance(event, yaml.ScalarEvent):
            return str(event.value)
        if isinstance(event, yaml.SequenceStartEvent):
            return list(_children(events, depth))
        if isinstance(event, yaml.MappingStartEvent):
            children = list(_children(events, depth))
            keys = (" ".join(_strings(key)) for key in children[::2])
            return dict(zip(keys, children[1::2], strict=False))
    return {}


def _children(events: Iterator[object], depth: int) -> Iterator[Value]:
    import yaml

    for event in events:
        if isinstance(event, yaml.SequenceEndEvent | yaml.MappingEndEvent):
            return
        yield _node(chain((event,), events), depth + 1)


def _fields(block: str, content: dict[str, Value]) -> FrontMatter:
    fields = {key.strip().lower().replace("-", "_").replace(" ", "_"): value for key, value in content.items()}

    def strings(names: tuple[str, ...]) -> list[str]:
        return [string for name in names if name in fields for string in _strings(fields[name])]

    origins = strings(_SOURCES)
    not_urls = [origin for origin in origins if not _URL.search(origin)]
    dates = strings(_PUBLISHED)
    published = next(filter(None, map(_iso_date, dates)), None)
    languages = [match[1].lower() for name in strings(_LANGUAGES) if (match := _LANGUAGE.fullmatch(name))]
    unread = f"The date “{one_line(dates[0], 60)}” could not be read: write YYYY-MM-DD." if dates else ""
    title = next(iter(strings(("title",))), None)
    return FrontMatter(
        block,
        title=title,
        title_at=_title_at(block, title) if title else None,
        sources=_unique(url.rstrip(",;") for origin in origins for url in _URL.findall(origin)),
        tags=_unique(tag.strip() for line in strings(_TAGS) for tag in re.split("[,;]", line)),
        outlet=next(iter(strings(_OUTLET) + not_urls), None),
        author=", ".join(_unique(strings(_AUTHOR))) or None,
        published=published,
        language=next(iter(languages), None),
        warnings=(unread,) if unread and published is None else (),
    )


def _title_at(block: str, title: str) -> int | None:
    line = _TITLE.search(block)
    at = line[0].find(title, line.end("name") - line.start()) if line else -1
    return None if line is None or at < 0 else line.start() + at


def _strings(value: Value) -> list[str]:
    """All strings of a value, however nested, with white space folded; what says nothing is left out."""
    if isinstance(value, str):
        folded = " ".join(value.split())
        return [] if folded.lower() in _NOTHING else [folded]
    return [string for part in (value.values() if isinstance(value, dict) else value) for string in _strings(part)]


def _unique(strings: Iterator[str] | list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, strings)))


def _iso_date(value: str) -> str | None:
    """`YYYY-MM-DD` of a date in an unambiguous notation, else None. A time of day is left out."""
    if re.match(r"\d{4}-\d{2}-\d{2}(?!\d)", value):
        try:
            return date.fromisoformat(value[:10]).isoformat()
        except ValueError:
            return None
    for form in _DATE_FORMATS:
        try:
            return datetime.strptime(value, form).date().isoformat()
        except ValueError:
            continue
    return None
