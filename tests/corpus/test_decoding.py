"""Bytes of the usual encodings become text, and bytes that are no text do not."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mali_reader.corpus.decoding import BinaryDataError, decode

TEXT = "The “Chadian” contingent – led by Col. Goïta – left Kidal.\nIt will not return.\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
    ],
)
def test_what_says_its_encoding_is_read_without_a_warning(data: bytes) -> None:
    decoded = decode(data)
    assert (decoded.text, decoded.warnings) == (TEXT, ())


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (TEXT, "cp1252"),
        ("Résumé à la café, où est le garçon?", "latin-1"),
        ("Совет Безопасности ООН проголосовал за прекращение миссии в Мали.", "cp1251"),
        ("安全理事会一致投票决定结束在马里的维持和平行动。", "gb18030"),
        ("café", "latin-1"),
    ],
)
def test_what_does_not_is_guessed_and_warned_about(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert len(decoded.warnings) == 1


@pytest.mark.parametrize(
    "data",
    [
        b"GIF89a\x00\x01",
        b"\x89PNG\r\n\x1a\n\x01\x02\x03\x04",
        b"%PDF-1.7\n\xe2\xe3\xcf\xd3\n1 0 obj",
        TEXT.encode("utf-16-le"),
        b"text\0text",
    ],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(BinaryDataError):
        decode(data)


def test_half_a_character_at_the_end_is_warned_about() -> None:
    decoded = decode(codecs.BOM_UTF16_LE + "ab".encode("utf-16-le") + b"c")
    assert decoded.text.startswith("ab")
    assert decoded.warnings


@given(st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\r\0\ufeff")))
def test_utf8_goes_round(text: str) -> None:
    assert decode(text.encode()).text == text


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        assert "\r" not in decode(data).text
    except BinaryDataError:
        assert data
