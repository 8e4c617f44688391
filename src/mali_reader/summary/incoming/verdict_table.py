"""Verdicts from a table: the one that we write, or any with the columns document, quote and verdict."""

import csv
import io
from collections.abc import Iterator, Mapping

from mali_reader.annotations.codec import parse_verdict, verdict_record
from mali_reader.annotations.records import Evidence, Judgement, Record, Stance, Target, Verdict
from mali_reader.display import one_line
from mali_reader.errors import MaliReaderError
from mali_reader.summary.csv_tables import plain
from mali_reader.summary.incoming.model import Incoming, Surroundings
from mali_reader.summary.incoming.placing import Quoted, place
from mali_reader.summary.incoming.records import identity, moment_of, now

NEEDED = frozenset({"document", "quote", "verdict"})
_OWN = NEEDED | {"record", "annotator", "created", "start", "end"}
_OF_CLAIMS = frozenset({"claim", "status", "wording"})
_LONGEST_CELL = 1 << 24


def is_verdict_table(text: str) -> bool:
    """Whether the first line names the columns that are needed."""
    return set(_heads(text.split("\n", 1)[0])) >= NEEDED


def what_a_table_lacks(text: str) -> str | None:
    """Why a table is none of verdicts, and the mend; None where the text is no table at all."""
    heads = _heads(text.split("\n", 1)[0])
    if set(heads) >= _OF_CLAIMS:
        return "it is the table of claims, which does not tell who judged what; take verdicts.csv of the export as .zip"
    if len(heads) < 2:
        return None
    missing = " and ".join(name for name in ("document", "quote", "verdict") if name not in heads)
    return f"as a table of verdicts it lacks the column {missing}; name it in the first line"


def read_verdict_table(text: str, around: Surroundings) -> Incoming:
    """The verdicts of a table. Raises MaliReaderError, which counts lines from 1, for a row that is none."""
    records: list[Record] = []
    skipped: list[str] = []
    for number, row in _rows(text):
        try:
            record = _own(row) if row.get("record") and row.keys() >= _OWN else _foreign(row, around)
        except ValueError as error:
            raise MaliReaderError(f"row {number} cannot be taken: {one_line(str(error), 100)}") from None
        if record is None:
            skipped.append(f"row {number}: its quote stands in no document here")
        else:
            records.append(record)
    return Incoming((), tuple(records), tuple(skipped))


def _heads(line: str) -> list[str]:
    delimiter = max(",;\t", key=line.count)
    return [name.strip().lower() for name in next(csv.reader([line.rstrip("\r")], delimiter=delimiter), [])]


def _rows(text: str) -> Iterator[tuple[int, dict[str, str]]]:
    first = text.split("\n", 1)[0]
    heads = _heads(first)
    before = csv.field_size_limit(_LONGEST_CELL)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=first.count))
        next(reader)
        for number, cells in enumerate(reader, 2):
            if any(cell.strip() for cell in cells):
                yield number, {name: plain(cell) for name, cell in zip(heads, cells, strict=False)}
    except csv.Error as error:
        raise MaliReaderError(f"it is no table ({one_line(str(error), 80)})") from None
    finally:
        csv.field_size_limit(before)


def _own(row: Mapping[str, str]) -> Record:
    created = moment_of(row["created"])
    if created is None:
        raise ValueError(f"“{row['created']}” is no time")
    target = Target(
        document=row["document"],
        sha256=row.get("sha256", ""),
        start=_number(row, "start"),
        end=_number(row, "end"),
        exact=row["quote"],
        prefix=row.get("prefix", ""),
        suffix=row.get("suffix", ""),
    )
    verdict = Verdict(
        id=row["record"],
        annotator=row["annotator"],
        created=created,
        target=target,
        judgement=_judgement(row["verdict"], withdrawn=True),
        note=row.get("note", ""),
        confidence=float(row["confidence"]) if row.get("confidence") else None,
        evidence=_evidence(row),
        supersedes=tuple(row.get("supersedes", "").split()),
        undoes=row.get("undoes") or None,
    )
    parse_verdict(verdict_record(verdict))
    return verdict_record(verdict)


def _foreign(row: Mapping[str, str], around: Surroundings) -> Record | None:
    judgement = _judgement(row.get("verdict", ""))
    start = row.get("start", "")
    near = int(start) if start.isdecimal() and len(start) < 10 else 0
    quoted = Quoted(row.get("quote", ""), row.get("prefix", ""), row.get("suffix", ""), near)
    target = place(around.corpus(), [row.get("document", "")], quoted)
    if target is None:
        return None
    created = moment_of(row.get("created"))
    annotator = one_line(row.get("annotator", ""), 80) or around.annotator()
    verdict = Verdict(
        id=identity(created, repr(sorted(row.items())), annotator),
        annotator=annotator,
        created=created or now(),
        target=target,
        judgement=judgement,
        note=row.get("note", ""),
        evidence=_evidence(row),
    )
    return verdict_record(verdict)


def _judgement(text: str, *, withdrawn: bool = False) -> Judgement:
    allowed = [one for one in Judgement if withdrawn or one is not Judgement.WITHDRAWN]
    for one in allowed:
        if text.strip().lower() == one.value:
            return one
    raise ValueError(f"its verdict “{text}” is not one of {', '.join(allowed)}")


def _number(row: Mapping[str, str], name: str) -> int:
    if not row[name].isdecimal() or len(row[name]) > 15:
        raise ValueError(f"its {name} “{row[name]}” is no number")
    return int(row[name])


def _evidence(row: Mapping[str, str]) -> tuple[Evidence, ...]:
    urls = row.get("evidence", "").split("\n")
    columns = [row.get(name, "").split("\n") for name in ("stances", "archived", "accessed")]
    made = []
    for number, url in enumerate(urls):
        stance, archived, accessed = (column[number] if number < len(column) else "" for column in columns)
        if url.strip():
            known = Stance(stance) if stance in tuple(Stance) else Stance.CONTEXT
            made.append(Evidence(url.strip(), known, archived or None, accessed or None))
    return tuple(made)
