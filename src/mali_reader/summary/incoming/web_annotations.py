"""W3C Web Annotations and what Hypothesis exports, as records."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from mali_reader.annotations.codec import verdict_record
from mali_reader.annotations.records import Evidence, Judgement, Record, Stance, Target, Verdict
from mali_reader.display import one_line
from mali_reader.errors import MaliReaderError
from mali_reader.summary.addresses import address_of
from mali_reader.summary.incoming.model import Incoming, Surroundings
from mali_reader.summary.incoming.placing import Quoted, place
from mali_reader.summary.incoming.records import identity, moment_of, now, record_from

_HOLDERS = ("@graph", "first", "next", "last", "items", "rows", "annotations")
_JUDGEMENTS = {judgement.value: judgement for judgement in (Judgement.VERIFIED, Judgement.DISPUTED)}
Json = Mapping[str, Any]


def annotations_in(value: Any) -> list[Json]:
    """Every annotation in a page, a collection, a graph, a list, or an answer of Hypothesis."""
    found: list[Json] = []
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, list):
            waiting.extend(reversed(one))
        elif isinstance(one, dict):
            if "target" in one:
                found.append(one)
            else:
                waiting.extend(one[name] for name in reversed(_HOLDERS) if isinstance(one.get(name), dict | list))
    return found


def read_annotations(annotations: list[Json], around: Surroundings) -> Incoming:
    """Their records: our own as they are, others as verdicts where they say `verified` or `disputed` of a quote that
    stands in the corpus. Raises MaliReaderError where one of our own is damaged."""
    records: list[Record] = []
    derived: list[Record] = []
    skipped: list[str] = []
    for number, annotation in enumerate(annotations, 1):
        try:
            own = annotation.get("record")
            if own is None:
                derived.append(_foreign(annotation, around))
            else:
                records.append(record_from(own))
        except _SkippedError as skip:
            skipped.append(f"annotation {number}: {skip}")
        except ValueError as error:
            raise MaliReaderError(f"annotation {number} cannot be taken: {one_line(str(error), 100)}") from None
    return Incoming(tuple(records), tuple(derived), tuple(skipped))


class _SkippedError(Exception):
    """Why a foreign annotation brings no record."""


def _foreign(annotation: Json, around: Surroundings) -> Record:
    bodies: list[Json] = [body for body in _list(annotation.get("body")) if isinstance(body, dict)]
    said = [*_texts(annotation.get("tags")), *(text for body in bodies for text in _texts(body.get("value")))]
    judgements = {_JUDGEMENTS[word] for text in said if (word := text.strip().lower()) in _JUDGEMENTS}
    if len(judgements) != 1:
        raise _SkippedError("it says neither “verified” nor “disputed”" if not judgements else "it says both")
    targets = [target for target in _list(annotation.get("target")) if isinstance(target, dict)]
    target = next((made for one in targets if (made := _place(one, annotation, around))), None)
    if target is None:
        raise _SkippedError("its quote stands in no document here")
    created = moment_of(annotation.get("created")) or moment_of(annotation.get("updated"))
    name = _text(annotation.get("id"))
    verdict = Verdict(
        id=identity(created, name or repr(sorted(annotation.items())), target.document, target.exact),
        annotator=_creator(annotation) or around.annotator(),
        created=created or now(),
        target=target,
        judgement=judgements.pop(),
        note="\n\n".join(_notes(annotation, bodies)),
        evidence=tuple(_evidence(bodies)),
    )
    return verdict_record(verdict)


def _place(target: Json, annotation: Json, around: Surroundings) -> Target | None:
    quoted = Quoted("")
    for selector in _list(target.get("selector")):
        if not isinstance(selector, dict):
            continue
        if selector.get("type") == "TextQuoteSelector":
            exact, prefix, suffix = (_text(selector.get(name)) for name in ("exact", "prefix", "suffix"))
            quoted = Quoted(exact, prefix, suffix, quoted.start)
        elif selector.get("type") == "TextPositionSelector" and isinstance(selector.get("start"), int):
            quoted = replace(quoted, start=selector["start"])
    source = target.get("source")
    named = source.get("id") if isinstance(source, dict) else source
    return place(around.corpus(), [_text(named), _text(annotation.get("uri"))], quoted)


def _notes(annotation: Json, bodies: list[Json]) -> Iterator[str]:
    texts = [_text(annotation.get("text")), _text(annotation.get("bodyValue"))]
    texts += [_text(body.get("value")) for body in bodies if body.get("purpose") not in ("tagging", "assessing")]
    yield from (text for text in texts if text.strip() and text.strip().lower() not in _JUDGEMENTS)


def _evidence(bodies: list[Json]) -> Iterator[Evidence]:
    for body in bodies:
        address = _text(body.get("source")) or _text(body.get("id"))
        if body.get("purpose") == "linking" and address_of(address):
            yield Evidence(address, Stance.CONTEXT)


def _creator(annotation: Json) -> str:
    """A name to go by: of `acct:ana@example.org` it is `ana`."""
    info = annotation.get("user_info")
    shown = _text(info.get("display_name")) if isinstance(info, dict) else ""
    creator = annotation.get("creator", annotation.get("user"))
    if isinstance(creator, dict):
        creator = creator.get("name") or creator.get("nickname") or creator.get("id")
    name = shown or _text(creator)
    return one_line(name.removeprefix("acct:").split("@")[0] if name.startswith("acct:") else name, 80)


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _texts(value: Any) -> list[str]:
    return [text for text in _list(value) if isinstance(text, str)]


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
