"""REFI-QDA projects: whole by the rules of the standard, and brought back by import."""

import io
import re
import zipfile
from datetime import datetime
from xml.etree.ElementTree import Element, fromstring, tostring

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyrefiqda.models import Project
from telling import VERDICTS, A, B, C, document, say, summarise
from xsdata_pydantic.bindings import XmlParser, XmlSerializer

from mali_reader.annotations.codec import parse_verdict, verdict_record
from mali_reader.annotations.records import Judgement
from mali_reader.corpus.model import Corpus
from mali_reader.display import visible_lines
from mali_reader.errors import MaliReaderError
from mali_reader.summary.incoming.model import Surroundings
from mali_reader.summary.incoming.recognise import read_data
from mali_reader.summary.layout import Layout
from mali_reader.summary.model import Summary
from mali_reader.summary.qdpx import NAMESPACE, pack_qdpx

HERE = Surroundings(lambda: Corpus((A, B, C)), lambda: "me")
GUID = re.compile(r"[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}")

WHERE = "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"


def opened(data: bytes) -> tuple[Element, dict[str, str]]:
    """The project and its text files by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        texts = {name: archive.read(name).decode() for name in archive.namelist() if name != "project.qde"}
        return fromstring(archive.read("project.qde")), texts


def check(project: Element) -> None:
    """Assert that a project keeps to the published schema, from which the models were made that read it here.

    They raise where something is missing, drop what is unknown, and write elements in the schema's order.
    """
    written = fromstring(XmlSerializer().render(XmlParser().from_bytes(tostring(project), Project)))
    both = list(zip(written.iter(), project.iter(), strict=True))
    assert all(again.tag == once.tag for again, once in both)
    assert all(told(again, name) == told(once, name) for again, once in both for name in set(once.attrib) - {WHERE})
    assert all(source.get("plainTextPath", "").startswith("internal://") for source in all_of(project, "TextSource"))


def told(element: Element, name: str) -> object:
    """An attribute; one that is a time may be written with fewer zeros."""
    value = element.get(name)
    return datetime.fromisoformat(value) if value and name.endswith("DateTime") else value


def all_of(element: Element, name: str) -> list[Element]:
    """Every element of that name."""
    return list(element.iter(f"{{{NAMESPACE}}}{name}"))


def test_it_keeps_to_the_rules_and_every_reference_leads_somewhere() -> None:
    project, texts = opened(pack_qdpx(summarise((A, B, C), (), VERDICTS)))
    check(project)
    guids = [guid for element in project.iter() if (guid := element.get("guid"))]
    assert len(set(guids)) == len(guids)
    assert all(GUID.fullmatch(guid) for guid in guids)
    for element in project.iter():
        for name in ("targetGUID", "creatingUser"):
            assert element.get(name, guids[0]) in guids
    for source in all_of(project, "TextSource"):
        assert f"sources/{source.get('plainTextPath', '').removeprefix('internal://')}" in texts


def test_every_verdict_is_a_coded_passage_of_its_text() -> None:
    project, texts = opened(pack_qdpx(summarise((A, B, C), (), VERDICTS)))
    codes = {code.get("guid"): code.get("name") for code in all_of(project, "Code")}
    told = set()
    for source in all_of(project, "TextSource"):
        text = texts[f"sources/{source.get('plainTextPath', '').removeprefix('internal://')}"]
        for one in all_of(source, "PlainTextSelection"):
            quote = text[int(one.get("startPosition", "")) : int(one.get("endPosition", ""))]
            told.add((one.get("guid"), quote, codes[all_of(one, "CodeRef")[0].get("targetGUID")]))
    assert told == {(v.id, v.target.exact, v.judgement.value) for v in VERDICTS}


def test_import_brings_the_verdicts_back() -> None:
    data = pack_qdpx(summarise((A, B, C), (), VERDICTS))
    came = read_data(data, HERE)
    assert not came.skipped
    found = {v.id: v for v in map(parse_verdict, came.fresh([]))}
    for verdict in VERDICTS:
        again = found[verdict.id]
        assert (again.annotator, again.judgement, again.note, again.target, again.created) == (
            verdict.annotator,
            verdict.judgement,
            verdict.note,
            verdict.target,
            verdict.created,
        )
    assert came.fresh(map(verdict_record, VERDICTS)) == ()


@given(st.text(min_size=1, max_size=30).filter(str.strip), st.text(max_size=30))
def test_no_words_of_others_break_it(words: str, note: str) -> None:
    one = document("x/🙂", words, title=note or "t")
    project, texts = opened(pack_qdpx(summarise((one,), (), (say("ana\x00", one, words, Judgement.DISPUTED, note),))))
    check(project)
    assert visible_lines(words) in texts.values()


@pytest.mark.parametrize("summary", [summarise(()), summarise((A,)), summarise((A, B, C), (), VERDICTS)])
def test_it_is_valid_with_little_and_with_much_in_it(summary: Summary) -> None:
    check(opened(pack_qdpx(summary, Layout("2024-05-06")))[0])


def test_what_a_colleague_codes_in_our_project_comes_in_beside_our_records() -> None:
    project, texts = opened(pack_qdpx(summarise((A, B, C), (), VERDICTS)))
    theirs = all_of(project, "PlainTextSelection")[0]
    theirs.set("guid", "0190a5f0-0000-4000-8000-000000000001")
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("project.qde", tostring(project))
        for name, text in texts.items():
            archive.writestr(name, text)
    came = read_data(made.getvalue(), HERE)
    assert {record.id for record in came.records} == {verdict.id for verdict in VERDICTS}
    assert [record.id for record in came.derived] == ["0190a5f0-0000-4000-8000-000000000001"]


def test_entities_and_damage_are_refused() -> None:
    for content in (b'<!DOCTYPE x [<!ENTITY a "b">]><Project>&a;</Project>', b"<Project", b"\xff"):
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as archive:
            archive.writestr("project.qde", content)
        with pytest.raises(MaliReaderError):
            read_data(made.getvalue(), HERE)
