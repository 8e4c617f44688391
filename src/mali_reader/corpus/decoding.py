"""Bytes into text."""

import codecs
from typing import NamedTuple

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LEGACY = (
    *("cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "cp874"),
    *("iso8859_2", "iso8859_5", "iso8859_6", "iso8859_7", "iso8859_8", "koi8_r", "koi8_u", "cp866"),
    *("gb18030", "big5hkscs", "cp932", "euc_jp", "iso2022_jp", "cp949"),
)
"""What the WHATWG Encoding Standard knows, less what is a part of another and what was never common."""
_COMMONEST = "cp1252"
_CONTROLS = bytes(code for code in range(0x20) if code not in b"\t\n\v\f\r\x1b")
_MOST_CONTROLS = 0.01
"""The share of control bytes above which a file that is not UTF-8 is no text."""


class BinaryDataError(ValueError):
    """The bytes are no text."""


class Decoded(NamedTuple):
    """Text with line ends made `\\n`, and what was guessed to get it."""

    text: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes) -> Decoded:
    """The text of a file: what its byte order mark says, else UTF-8, else the likeliest legacy encoding.

    Raises BinaryDataError where the bytes are no text.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], encoding)
    if b"\0" in data:
        raise BinaryDataError
    try:
        return Decoded(_with_plain_line_ends(data.decode("utf-8")))
    except UnicodeDecodeError:
        return _guessed(data)


def _marked(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(_with_plain_line_ends(data.decode(encoding)))
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
        return Decoded(_with_plain_line_ends(text), (f"Not all of it is {encoding.upper()}: what is not reads as �.",))


def _guessed(data: bytes) -> Decoded:
    if len(data.translate(None, _CONTROLS)) < len(data) * (1 - _MOST_CONTROLS) or data.startswith(b"%PDF-"):
        raise BinaryDataError
    encoding = _likeliest_encoding(data)
    return Decoded(
        _with_plain_line_ends(data.decode(encoding, "replace")),
        (f"It is not UTF-8: read as {encoding}, which is a guess. Save it as UTF-8 to be sure.",),
    )


def _likeliest_encoding(data: bytes) -> str:
    """What charset-normalizer finds likeliest; of several equally likely ones Windows-1252, the commonest."""
    from charset_normalizer import from_bytes

    matches = from_bytes(data, cp_isolation=list(_LEGACY))
    best = matches.best()
    if best is None:
        return _COMMONEST
    tied = (match for match in matches if (match.chaos, match.coherence) == (best.chaos, best.coherence))
    return _COMMONEST if any(_COMMONEST in match.could_be_from_charset for match in tied) else best.encoding


def _with_plain_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
