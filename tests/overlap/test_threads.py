"""Parts of a computation, side by side."""

from collections.abc import Iterator

import pytest

from mali_reader.overlap.rows.threads import in_order
from mali_reader.workers import ENVIRONMENT


@pytest.mark.parametrize("workers", ["1", "3"])
@pytest.mark.parametrize("parts", [0, 1, 2, 10])
def test_the_answers_come_in_the_order_of_the_parts(monkeypatch: pytest.MonkeyPatch, workers: str, parts: int) -> None:
    monkeypatch.setenv(ENVIRONMENT, workers)
    assert list(in_order(str, range(parts))) == [str(number) for number in range(parts)]


@pytest.mark.parametrize("workers", ["1", "3"])
def test_an_error_in_one_part_is_the_callers(monkeypatch: pytest.MonkeyPatch, workers: str) -> None:
    monkeypatch.setenv(ENVIRONMENT, workers)
    with pytest.raises(ZeroDivisionError):
        list(in_order(lambda number: 1 // (number - 3), range(10)))


def test_parts_are_made_when_they_are_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ENVIRONMENT, "2")
    made: list[int] = []

    def parts() -> Iterator[int]:
        for number in range(100):
            made.append(number)
            yield number

    answers = in_order(str, parts())
    next(answers)
    assert len(made) < 10
    answers.close()  # type: ignore[attr-defined]
    assert len(made) < 10
