"""Random records for hypothesis."""

from hypothesis import strategies as st

from mali_reader.annotations.codec import new_verdict
from mali_reader.annotations.records import Evidence, Judgement, LinkKind, Record, Stance, Target
from mali_reader.annotations.statements import new_adjudication, new_dismissal, new_link, statement_record

TEXTS = st.text(max_size=20) | st.sampled_from(
    [
        "🙂\u200d🙂",
        "\r\n\t",
        "שלום \u202eabc",
        "[/bold]",
        "</script>",
        "=1+1",
        "]]>",
        "\ud800",
        "\x00\x1b[31m",
        "\ufffe",
    ]
)
TARGETS = st.builds(
    lambda document, start, exact, around: Target(document, "", start, start + len(exact), exact, around, around),
    st.sampled_from(["a", "b/c", "שלום 🙂"]),
    st.integers(0, 10**6),
    TEXTS,
    TEXTS,
)
EVIDENCE = st.builds(
    Evidence, TEXTS | st.just("https://example.org/a?b"), st.sampled_from(Stance), st.none() | TEXTS, st.none() | TEXTS
)
SUPERSEDED = st.lists(st.uuids().map(str), max_size=2)
STATEMENTS = (
    st.builds(
        new_verdict,
        TEXTS,
        TARGETS,
        st.sampled_from(Judgement),
        TEXTS,
        st.lists(EVIDENCE, max_size=2),
        SUPERSEDED,
        st.none() | st.uuids().map(str),
        st.none() | st.floats(0, 1),
    )
    | st.builds(new_link, TEXTS, TARGETS, TARGETS, st.sampled_from(LinkKind), note=TEXTS, supersedes=SUPERSEDED)
    | st.builds(new_dismissal, TEXTS, TEXTS, TEXTS, kind=TEXTS, values=st.lists(TEXTS, max_size=2))
    | st.builds(new_adjudication, TEXTS, TARGETS, st.sampled_from(Judgement), TEXTS)
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=5,
)
UNKNOWN = st.builds(
    lambda identity, content: Record(
        identity, "poll", "Zoe", "", (), 9, {**content, "id": identity, "type": "poll", "annotator": "Zoe"}
    ),
    st.uuids().map(str) | st.just("no uuid ☃"),
    st.dictionaries(TEXTS, JSON, max_size=3),
)
RECORDS = STATEMENTS.map(statement_record) | UNKNOWN
"""Records of every type, some of one that is not known."""
