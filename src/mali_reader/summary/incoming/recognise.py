"""Recognise what a file is and read its records."""

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mali_reader.annotations.files import check_ordinary
from mali_reader.annotations.layout import DEFAULT_TABLE
from mali_reader.annotations.layout import read as read_layout
from mali_reader.annotations.merging import records_of
from mali_reader.display import one_line
from mali_reader.errors import MaliReaderError
from mali_reader.summary.as_json import FORMAT, VERSION
from mali_reader.summary.incoming.coded_project import PROJECT, read_project
from mali_reader.summary.incoming.model import MOST_BYTES, Incoming, Surroundings
from mali_reader.summary.incoming.records import record_lines, records_from
from mali_reader.summary.incoming.verdict_table import is_verdict_table, read_verdict_table, what_a_table_lacks
from mali_reader.summary.incoming.web_annotations import annotations_in, read_annotations

_KINDS = "our JSON or JSONL, Web Annotations, a table of verdicts (CSV), or a .qdpx project"


def read_file(path: Path, around: Surroundings) -> Incoming:
    """The records of a file. Raises MaliReaderError, which names the file, where it cannot be read or is none of
    the known kinds, or where any entry of our own is damaged."""
    try:
        if not path.is_fifo():  # what another program says is read as it comes
            check_ordinary(path)
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
        if len(data) > MOST_BYTES:
            raise MaliReaderError(f"it is larger than {MOST_BYTES // 2**20} MB")
        return read_data(data, around)
    except OSError as error:
        raise MaliReaderError(f"{_shown(path)} cannot be read ({error.strerror}); check the name") from None
    except MaliReaderError as error:
        raise MaliReaderError(f"{_shown(path)}: {error}") from None


def read_data(data: bytes, around: Surroundings) -> Incoming:
    """The records in the bytes of a file. Raises MaliReaderError."""
    if data.startswith(b"PK"):
        return _read_archive(data, around)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise MaliReaderError(f"it is not text in UTF-8; give {_KINDS}") from None
    if text.lstrip()[:1] in ("{", "["):
        return _read_json(text, data, around)
    if is_verdict_table(text):
        return read_verdict_table(text, around)
    raise MaliReaderError(what_a_table_lacks(text) or f"nothing in it is known; give {_KINDS}")


def _read_json(text: str, data: bytes, around: Surroundings) -> Incoming:
    value = _parsed(text)
    if value is _SEVERAL:
        return Incoming(record_lines(text))
    if isinstance(value, dict):
        if value.get("format") == FORMAT:
            return _read_summary(value)
        if isinstance(value.get(DEFAULT_TABLE), dict):
            return Incoming(records_of(read_layout(data).tables.get(DEFAULT_TABLE, {})))
        if isinstance(value.get("id"), str) and isinstance(value.get("type"), str) and "@context" not in value:
            return Incoming(records_from([value]))
    if found := annotations_in(value):
        return read_annotations(found, around)
    raise MaliReaderError(f"it is JSON, but holds no records; give {_KINDS}")


_SEVERAL = object()


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except RecursionError:
        raise MaliReaderError("it is nested too deeply") from None
    except ValueError as error:
        if text.lstrip().startswith("{") and "\n" in text.strip():
            return _SEVERAL
        raise MaliReaderError(f"it is no JSON ({one_line(str(error), 80)}); ask for it once more") from None


def _read_summary(value: dict[str, Any]) -> Incoming:
    if value.get("format_version") != VERSION:
        raise MaliReaderError("it was written by a newer version; update this program first")
    records = value.get("records")
    if not isinstance(records, list):
        raise MaliReaderError("it holds no records; ask for the whole summary")
    return Incoming(records_from(records))


def _read_archive(data: bytes, around: Surroundings) -> Incoming:
    readers: dict[str, Callable[[zipfile.ZipFile, bytes], Incoming]] = {
        PROJECT: lambda archive, member: read_project(archive, member, around),
        "verdicts.csv": lambda _archive, member: read_verdict_table(member.decode("utf-8-sig"), around),
    }
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name, reader in readers.items():
                if name in archive.namelist():
                    if archive.getinfo(name).file_size > MOST_BYTES:
                        raise MaliReaderError(f"{name} in it is larger than {MOST_BYTES // 2**20} MB")
                    return reader(archive, archive.read(name))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, UnicodeDecodeError) as error:
        raise MaliReaderError(f"it is damaged ({one_line(str(error), 60)}); ask for it once more") from None
    raise MaliReaderError(f"nothing in it is known; give {_KINDS}")


def _shown(path: Path) -> str:
    return one_line(str(path))
