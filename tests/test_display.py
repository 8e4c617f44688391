"""Foreign text is shown, never obeyed, and keeps its offsets."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mali_reader.display import one_line, safe_json, safe_json_parts, safe_json_rows, visible, visible_lines

ANY = st.text(
    st.characters() | st.sampled_from("\x00\x07\x1b\x7f\x85\x9b\u061c\u200b\u202e\u2028\u2066\ufeff\U000e0041\n\r\t")
)
BIDI = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@pytest.mark.parametrize(
    "code", [*range(0x20), *range(0x7F, 0xA0), *map(ord, sorted(BIDI)), 0x200B, 0x2028, 0xFEFF, 0xE0041]
)
def test_what_a_terminal_obeys_is_replaced_one_for_one(code: int) -> None:
    shown = visible(chr(code))
    assert len(shown) == 1
    assert shown != chr(code)
    assert unicodedata.category(shown) not in ("Cc", "Cf", "Cs", "Zl", "Zp")


@given(ANY)
def test_offsets_stay_true(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert all(one == other for one, other in zip(shown, text, strict=True) if other.isprintable())
    assert visible(shown) == shown
    assert not BIDI & set(shown)
    assert not any(unicodedata.category(char) in ("Cc", "Cs") for char in shown)


@given(ANY)
def test_lines_are_kept_where_they_are_wanted(text: str) -> None:
    shown = visible_lines(text)
    assert [at for at, char in enumerate(shown) if char == "\n"] == [at for at, char in enumerate(text) if char == "\n"]
    assert shown.replace("\n", " ") == visible(text)


@given(ANY, st.integers(1, 20))
def test_one_line_is_no_wider_than_asked(text: str, width: int) -> None:
    short = one_line(text, width)
    assert len(short) <= width
    assert "\n" not in short
    assert short == one_line(text) or short.endswith("…")
    assert one_line(one_line(text)) == one_line(text)


@given(st.dictionaries(ANY, ANY | st.integers() | st.none() | st.lists(ANY), max_size=4), st.sampled_from([None, 2]))
def test_json_reads_back_and_holds_nothing_that_a_terminal_obeys(value: dict[str, object], indent: int | None) -> None:
    written = safe_json(value, indent=indent)
    assert json.loads(written) == value
    assert visible(written.replace("\n", " ")) == written.replace("\n", " ")
    written.encode("utf-8")


def test_words_of_every_script_are_shown_as_they_are() -> None:
    words = "Goïta “crisis” – Ménaka №2 مالي 马里 👩🏽\u200d⚕\ufe0f é"
    assert visible(words) == words
    assert safe_json(words) == f'"{words}"'


@given(st.lists(st.integers(0, 3), max_size=4), st.dictionaries(st.text(max_size=5), st.text(max_size=5), max_size=2))
def test_json_written_some_rows_at_a_time_is_the_json_of_all_rows(counts: list[int], row: dict[str, str]) -> None:
    parts = [[{"number": number, "row": row, "none": []} for number in range(count)] for count in counts]
    rows = [row for part in parts for row in part]
    assert "".join(safe_json_parts("some rows", map(safe_json_rows, parts))) == safe_json({"some rows": rows})
