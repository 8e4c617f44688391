"""Hostile documents and notes, shown on a terminal: it obeys nothing of them, and they read as they are."""

import re
from pathlib import Path

import pytest
from asking import Run
from terminal import on_a_terminal, one_after_another

from mali_reader.annotations.records import Record
from mali_reader.annotations.statements import new_dismissal, statement_record
from mali_reader.annotations.store import AnnotationStore

ATTACKS = {
    "clear": "\x1b[2J\x1b[H",
    "clipboard": "\x1b]52;c;cm0gLXJmIH4=\x07",
    "title": "\x1b]0;owned\x1b\\",
    "link": "\x1b]8;;https://evil.example\x1b\\click\x1b]8;;\x1b\\",
    "device": "\x1bP+q544e\x1b\\",
    "eight-bit": "\x9b2J\x9d52;c;eA==\x9c\x90\x85",
    "bell": "\a\b\b\b\x7f\x0e\x0f\r\v\f",
    "nul": "a\x00b",
    "bidi": "\u202eevil\u202c \u2066x\u2069 \u200f\u061c",
    "invisible": "a\u200bb\u2060c\ufeff\U000e0041",
    "markup": "[bold]x[/bold] [/bold] [@click=app.bell]y[/] [link=https://evil.example]z[/link] [sic] :smile:",
}
WORDS = (
    "Members of the council agreed on Friday that the mission has to close, and thirteen thousand people must leave."
)
QUOTE = "must leave"
pytestmark = pytest.mark.xdist_group("hostile")

OBEYED = re.compile(rb"\x1b(?!\[[0-9;]*m)|[\x00-\x08\x0b-\x0c\x0e-\x1a\x1c-\x1f\x7f]|\r(?!\n)")
"""Bytes that a terminal obeys, but for colours (SGR) and line ends."""
PROGRESS = re.compile(rb"\r\x1b\[K(?:[a-z ]+: \d+ of \d+)?")
"""The program's own line of progress, and what takes it away."""
UNSEEN = re.compile("[\x80-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace whose documents attack in title, body, front matter and file name."""
    folder = tmp_path_factory.mktemp("hostile")
    corpus = folder / "corpus"
    corpus.mkdir()
    for name, attack in ATTACKS.items():
        encoding = "utf-8-sig" if "\0" in attack else "utf-8"
        body = f"{WORDS}{attack} It was {attack} said {attack} twice.{attack}"
        (corpus / f"{name}.txt").write_bytes(f"About {attack} {name}\n\n{body}\n".encode(encoding))
        quoted = "".join(rf"\x{ord(c):02x}" if ord(c) < 256 else rf"\U{ord(c):08x}" for c in attack)
        matter = f'title: "{quoted} {name}"\nsource: "{quoted}"\nauthor: "{quoted}"\ntags: ["{quoted}"]\n'
        (corpus / f"matter-{name}.md").write_bytes(f"---\n{matter}---\n\n{body}\n".encode(encoding))
    (corpus / "broken\x1b[31m\u202e.md").write_text("---\n\x1b]0;x\x07: [\n---\n\nA report of some words.\n")
    (corpus / "name\x1b]52;c;eA==\x07\u202egpj.txt").write_text(f"[/bold] named\n\n{WORDS}\n")
    (corpus / "binary\x1b[2J.txt").write_bytes(b"\x00\xff\xfe\x1b[2J" * 400)
    return folder


def assert_inert(written: bytes) -> None:
    """Nothing but text, colours, line ends and progress."""
    written = PROGRESS.sub(b"", written)
    obeyed = OBEYED.search(written)
    assert obeyed is None, written[max(0, obeyed.start() - 60) : obeyed.end() + 20]
    unseen = UNSEEN.search(written.decode())
    assert unseen is None, unseen


COMMANDS = (
    ["docs"],
    ["show", "clear"],
    ["show", "matter-bidi", "--furniture"],
    ["show", "markup"],
    ["show", "gpj"],
    ["overlaps", "clipboard"],
    ["compare", "markup.txt", "matter-eight-bit"],
    ["claims"],
    ["annotations", "--history"],
    ["check"],
    ["synopsis"],
    ["discrepancies", "--all"],
    ["origins"],
    ["export", "--format", "md"],
    ["export", "--format", "json"],
    ["export", "--format", "jsonl"],
    *([name, "--json"] for name in ("docs", "overlaps", "synopsis", "claims", "annotations", "check", "agreement")),
    ["show", "eight-bit", "--json"],
)


@pytest.fixture(scope="module")
def judged(hostile: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, with hostile notes on it and a hostile colleague's file merged in."""
    with pytest.MonkeyPatch.context() as environ:
        environ.setenv("MALI_READER_OUTBOX", str(tmp_path_factory.mktemp("outbox")))
        notes = [
            ["tag", f"{name}.txt", QUOTE, "--verdict", "disputed", "--note", attack, "--as", "ana"]
            for name, attack in ATTACKS.items()
        ]
        for written in one_after_another(hostile, notes):
            assert b"disputed" in written
            assert_inert(written)
        other = hostile / "forged.json"
        other.write_text(forged((hostile / "annotations" / "annotations.json").read_text("utf-8")), "utf-8")
        (written,) = one_after_another(hostile, [["merge", str(other)]])
        assert b"11 added" in written
        links = [
            ["link", f"{name}.txt", QUOTE, "clear.txt", QUOTE, "--note", attack]
            for name, attack in ATTACKS.items()
            if name != "clear"
        ]
        decided = ["adjudicate", "c-\x1b[2J", "--verdict", "verified", "--ground", "\x1b[2J"]
        for written in one_after_another(hostile, [*links, decided]):
            assert_inert(written)
        records = [dismissal(attack) for attack in ATTACKS.values()]
        AnnotationStore(hostile / "annotations" / "annotations.json").add(*records)
    return hostile


def dismissal(attack: str) -> Record:
    """A dismissal of what is found nowhere."""
    return statement_record(new_dismissal(attack, f"d-{attack}", attack, kind=attack, values=(attack, attack)))


def forged(annotations: str) -> str:
    """An annotation file with attacks in every field that a program would not write."""
    for before, after in {
        '"annotator":"ana"': '"annotator":"\\u001b[31mben\\u202e"',
        '"exact":"must': '"exact":"\\u009b2Jmust',
        '"document":"': '"document":"\\u001b]0;x\\u0007',
        '"evidence":[]': '"evidence":[{"url":"javascript:alert(1)\\u001b[2J"},{"url":"https://a.org/\\u202e"}]',
        '"created":"2': '"created":"\\u001b[5m2',
    }.items():
        assert before in annotations
        annotations = annotations.replace(before, after)
    annotations = re.sub(r'"id":"(.{8})', r'"id":"ffffffff', annotations)
    return re.sub(r'"(\d{20})(\d+)":', r'"9\1\2":', annotations)


@pytest.fixture(scope="module")
def written(judged: Path) -> dict[str, bytes]:
    """What each command writes to a terminal."""
    return dict(zip(map(" ".join, COMMANDS), one_after_another(judged, COMMANDS), strict=True))


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_terminal_obeys_nothing_of_a_document_or_a_note(written: dict[str, bytes], command: list[str]) -> None:
    assert len(written[" ".join(command)]) > 200
    assert_inert(written[" ".join(command)])


def test_what_cannot_be_obeyed_is_still_shown(judged: Path) -> None:
    shown = on_a_terminal(judged, "show", "markup", NO_COLOR="1").decode()
    assert "[bold]x[/bold]" in shown
    assert "[@click=app.bell]" in shown
    assert "[sic]" in shown
    assert ":smile:" in shown
    assert "␛]52;c" in on_a_terminal(judged, "show", "clipboard.txt", NO_COLOR="1").decode()


def test_json_reads_back_as_the_document_is(run: Run, judged: Path) -> None:
    for name, attack in ATTACKS.items():
        text = run("show", f"{name}.txt", "--json", workspace=judged).json["text"]
        written = (judged / "corpus" / f"{name}.txt").read_bytes().decode("utf-8-sig")
        assert text == written.replace("\r\n", "\n").replace("\r", "\n"), attack


def test_errors_about_hostile_names_are_inert(judged: Path) -> None:
    wrong = (
        ["show", "m"],
        ["show", "\x1b[31mnowhere\x9b"],
        ["tag", "clear.txt", "\x1b]0;x\x07", "--verdict", "verified"],
        ["tag", "gpj", "o", "--verdict", "verified"],
        ["open", "\x1b[2J"],
    )
    for written in one_after_another(judged, wrong):
        assert written.count(b"mali-reader: ") >= 1
        assert_inert(written)
