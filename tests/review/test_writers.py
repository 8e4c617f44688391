"""Who wrote lately."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from claiming import corpus, verdict
from hypothesis import given
from hypothesis import strategies as st

from mali_reader.annotations.codec import verdict_record
from mali_reader.annotations.history import last_written
from mali_reader.annotations.records import Record
from mali_reader.review.review import Review

KNOWN = corpus(a="Ten boats left the port.")
NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)


def record(annotator: str, created: str) -> Record:
    """A record of that person and time."""
    return replace(verdict_record(verdict(KNOWN, "a", "Ten boats")), annotator=annotator, created=created)


def test_the_latest_word_of_each_counts_and_the_latest_comes_first() -> None:
    records = [
        record("Ann", "2026-05-01T11:58:00Z"),
        record("Bea", "2026-05-01T13:59:00+02:00"),
        record("Ann", "2026-05-01T09:00:00Z"),
        record("Cy", "2026-04-30T12:00:00Z"),
        record("Di", "yesterday"),
    ]
    review = Review(writers=last_written(records))
    assert list(review.writers) == ["Bea", "Ann", "Cy"]
    assert review.lately(timedelta(minutes=10), NOW) == ("Bea", "Ann")
    assert review.lately(timedelta(minutes=10), NOW, besides="Bea") == ("Ann",)
    assert review.lately(timedelta(minutes=1), NOW) == ("Bea",)


@given(st.lists(st.tuples(st.sampled_from("AB"), st.text(max_size=30)), max_size=6))
def test_no_time_that_somebody_wrote_is_an_error(told: list[tuple[str, str]]) -> None:
    writers = last_written(record(name, created) for name, created in told)
    assert all(then.tzinfo is UTC for then in writers.values())
