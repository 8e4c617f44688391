"""A REFI-QDA project as records: those in the note that our export writes, and as verdicts what else is coded
`verified` or `disputed` in a text that stands in the corpus."""

import zipfile
from collections.abc import Iterator
from uuid import UUID
from xml.etree.ElementTree import Element, ParseError, fromstring

from mali_reader.annotations.codec import verdict_record
from mali_reader.annotations.records import CONTEXT, Judgement, Record, Target, Verdict
from mali_reader.corpus.model import Corpus
from mali_reader.display import one_line
from mali_reader.errors import MaliReaderError
from mali_reader.summary.incoming.model import MOST_BYTES, Incoming, Surroundings
from mali_reader.summary.incoming.placing import Quoted, place
from mali_reader.summary.incoming.records import identity, moment_of, now, record_lines
from mali_reader.summary.qdpx import NAMESPACE, RECORDS

PROJECT = "project.qde"
_JUDGEMENTS = {judgement.value: judgement for judgement in (Judgement.VERIFIED, Judgement.DISPUTED)}


def read_project(archive: zipfile.ZipFile, project: bytes, around: Surroundings) -> Incoming:
    """The verdicts of a project. Raises MaliReaderError where it is damaged or declares entities."""
    if b"<!DOCTYPE" in project or b"<!ENTITY" in project:
        raise MaliReaderError(f"{PROJECT} in it declares entities, which a project has no use for")
    try:
        root = fromstring(project)
    except (ParseError, ValueError) as error:
        raise MaliReaderError(f"{PROJECT} in it is damaged ({one_line(str(error), 60)})") from None
    names = {_guid(user): user.get("name", "") for user in _all(root, "User")}
    codes = {_guid(code): code.get("name", "").strip().lower() for code in _all(root, "Code")}
    records = tuple(record for note in _all(root, "Note") for record in _stored(archive, note))
    stored = {record.id for record in records}
    derived: list[Record] = []
    skipped: list[str] = []
    for source in _all(root, "TextSource"):
        text = _text(archive, source)
        for selection in _all(source, "PlainTextSelection"):
            if _plain(selection.get("guid")) in stored:
                continue
            coded = {codes.get(_plain(ref.get("targetGUID"))) for ref in _all(selection, "CodeRef")}
            judgements = [judgement for name, judgement in _JUDGEMENTS.items() if name in coded]
            target = _place(source, selection, text, around.corpus()) if len(judgements) == 1 else None
            if target is None:
                why = "it stands in no document here" if len(judgements) == 1 else "it has not one of our two codes"
                skipped.append(f"selection “{one_line(selection.get('name', ''), 40)}”: {why}")
                continue
            created = moment_of(selection.get("creationDateTime"))
            verdict = Verdict(
                id=_plain(selection.get("guid")) or identity(created, target.document, str(target.start), target.exact),
                annotator=one_line(names.get(_plain(selection.get("creatingUser")), ""), 80) or around.annotator(),
                created=created or now(),
                target=target,
                judgement=judgements[0],
                note=selection.findtext(f"{{{NAMESPACE}}}Description") or "",
            )
            derived.append(verdict_record(verdict))
    return Incoming(records, tuple(derived), tuple(skipped))


def _stored(archive: zipfile.ZipFile, note: Element) -> tuple[Record, ...]:
    """The records in a note that our export wrote, none in any other."""
    return record_lines(_text(archive, note)) if note.get("name") == RECORDS else ()


def _place(source: Element, selection: Element, text: str, corpus: Corpus) -> Target | None:
    places = [selection.get(name, "") for name in ("startPosition", "endPosition")]
    if not all(place.isdecimal() and len(place) < 12 for place in places):
        return None
    start, end = map(int, places)
    quoted = Quoted(text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT], start)
    return place(corpus, [source.get("name", "")], quoted)


def _text(archive: zipfile.ZipFile, source: Element) -> str:
    """The plain text of a source, "" where the project holds none."""
    inside = source.findtext(f"{{{NAMESPACE}}}PlainTextContent")
    if inside is not None:
        return inside
    wanted = source.get("plainTextPath", "").removeprefix("internal://").lower()
    for entry in archive.infolist():
        if wanted and entry.filename.lower().removeprefix("sources/") == wanted:
            if entry.file_size > MOST_BYTES:
                raise MaliReaderError(f"{one_line(entry.filename, 60)} in it is larger than {MOST_BYTES // 2**20} MB")
            return archive.read(entry).decode("utf-8-sig", "replace").replace("\r\n", "\n")
    return ""


def _all(element: Element, name: str) -> Iterator[Element]:
    return element.iter(f"{{{NAMESPACE}}}{name}")


def _guid(element: Element) -> str:
    return _plain(element.get("guid"))


def _plain(guid: str | None) -> str:
    """A GUID without braces, in small letters; "" for what is none."""
    try:
        return str(UUID(guid or ""))
    except ValueError:
        return ""
