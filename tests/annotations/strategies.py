"""Random texts, verdicts and records for hypothesis."""

from hypothesis import strategies as st

from mali_reader.annotations.codec import new_verdict, verdict_record
from mali_reader.annotations.records import Evidence, Judgement, Record, Stance, Target, Verdict

TEXTS = st.text(max_size=30) | st.sampled_from(
    ["🙂\u200d🙂", "\r\n\t", "שלום \u202e", "[/bold]", '"1":{"id":"x"}', "\ud800", "\x00"]
)
TARGETS = st.builds(
    lambda document, sha256, start, length, exact, prefix, suffix: Target(
        document, sha256, start, start + length, exact, prefix, suffix
    ),
    TEXTS,
    TEXTS,
    st.integers(0, 10**6),
    st.integers(0, 10**3),
    TEXTS,
    TEXTS,
    TEXTS,
)
EVIDENCE = st.builds(
    Evidence,
    TEXTS,
    st.sampled_from(Stance),
    st.none() | TEXTS,
    st.none() | st.dates().map(lambda date: date.isoformat()),
)
VERDICTS: st.SearchStrategy[Verdict] = st.builds(
    new_verdict,
    annotator=TEXTS,
    target=TARGETS,
    judgement=st.sampled_from(Judgement),
    note=TEXTS,
    evidence=st.lists(EVIDENCE, max_size=2),
    supersedes=st.lists(st.uuids(version=4).map(str), max_size=2),
    undoes=st.none() | st.uuids().map(str),
    confidence=st.none() | st.floats(0, 1),
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=5,
)
FOREIGN = st.builds(
    lambda identity, content: Record(
        identity,
        "poll",
        "Zoe",
        "",
        (),
        9,
        {**content, "id": identity, "type": "poll", "annotator": "Zoe", "version": 9},
    ),
    st.sampled_from(["00000000-0000-7000-8000-00000000000a", "00000000-0000-7000-8000-00000000000b", "no uuid"]),
    st.dictionaries(TEXTS, JSON, max_size=3),
)
"""Records of a type that is not known; few ids, so that some of them share one."""
RECORDS = VERDICTS.map(verdict_record) | FOREIGN
