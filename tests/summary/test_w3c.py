"""Web Annotations: a JSON-LD processor reads all of it, offline."""

import json
from pathlib import Path
from typing import Any

from generating import RECORDS
from hypothesis import given, settings
from hypothesis import strategies as st
from pyld import jsonld
from telling import VERDICTS, A, B, C, summarise

from mali_reader.annotations.records import Record
from mali_reader.summary.w3c import CONTEXT, NAMESPACE, document_iri, record_iri, render_w3c

ANNO = json.loads(Path(__file__).with_name("anno.json").read_text("utf-8"))
OA = "http://www.w3.org/ns/oa#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


def load(url: str, options: Any) -> dict[str, Any]:
    """The context that the exports name, and nothing else."""
    assert url == "http://www.w3.org/ns/anno.jsonld"
    return {"contextUrl": None, "documentUrl": url, "document": ANNO, "contentType": "application/ld+json"}


def expand(text: str) -> list[Any]:
    """What a processor makes of an export, all terms in full."""
    expanded: list[Any] = jsonld.expand(json.loads(text), {"documentLoader": load})
    return expanded


def annotations(expanded: list[Any]) -> list[Any]:
    """The annotations of every page, in order."""
    items = "http://www.w3.org/ns/activitystreams#items"
    return [item for node in expanded for held in node.get(items, []) for item in held["@list"]]


def keys(value: Any) -> int:
    """How many fields an unexpanded document has, contexts, ids and the inside of records aside."""
    if isinstance(value, list):
        return sum(map(keys, value))
    if isinstance(value, dict):
        return sum(1 if name == "record" else 1 + keys(inner) for name, inner in value.items() if name != "id")
    return 0


def expanded_keys(value: Any) -> int:
    """The same of an expanded one."""
    if isinstance(value, list):
        return sum(map(expanded_keys, value))
    if isinstance(value, dict):
        if "@value" in value:
            return 0
        return sum((name not in ("@id", "@list")) + expanded_keys(inner) for name, inner in value.items())
    return 0


def test_a_page_for_each_document_and_a_collection_of_all() -> None:
    expanded = expand(render_w3c(summarise((A, B, C), (), VERDICTS)))
    (collection,) = [node for node in expanded if node["@type"][0].endswith("#OrderedCollection")]
    pages = [node for node in expanded if node["@type"][0].endswith("#OrderedCollectionPage")]
    assert len(pages) == 2
    assert collection["http://www.w3.org/ns/activitystreams#totalItems"][0]["@value"] == len(VERDICTS)
    assert [one["@id"] for one in annotations(expanded)] == [record_iri(verdict.id) for verdict in VERDICTS]


def test_targets_and_bodies_are_in_the_terms_of_the_vocabulary() -> None:
    first = annotations(expand(render_w3c(summarise((A, B, C), (), VERDICTS))))[0]
    verdict = VERDICTS[0]
    motives = {one["@id"] for one in first[f"{OA}motivatedBy"]}
    assert motives == {f"{OA}assessing", f"{OA}commenting", f"{OA}linking"}
    (target,) = first[f"{OA}hasTarget"]
    assert target[f"{OA}hasSource"][0]["@id"] == document_iri("a")
    quote, position = target[f"{OA}hasSelector"]
    assert quote[f"{OA}exact"][0]["@value"] == verdict.target.exact
    assert position[f"{OA}start"][0]["@value"] == verdict.target.start
    said = [body[f"{RDF}value"][0]["@value"] for body in first[f"{OA}hasBody"] if f"{RDF}value" in body]
    assert said == ["verified", "counted"]


@settings(deadline=None, max_examples=40)
@given(st.lists(RECORDS, max_size=4, unique_by=lambda record: record.id))
def test_expansion_loses_no_term(records: list[Record]) -> None:
    text = render_w3c(summarise((A,), (), (), records=records))
    expanded = expand(text)
    assert expanded_keys(expanded) == keys(json.loads(text)["@graph"])
    held = {one["@id"]: one[f"{NAMESPACE}record"][0]["@value"] for one in annotations(expanded)}
    assert held == {record_iri(record.id): json.loads(json.dumps(record.content)) for record in records}


def test_our_terms_are_published_as_they_are_used() -> None:
    published = Path(__file__).parents[2] / "docs" / "annotation-context.jsonld"
    assert json.loads(published.read_text("utf-8")) == {"@context": CONTEXT[1]}
