"""Options, environment and exit codes."""

from pathlib import Path

import pytest
from asking import Run
from textual.keys import Keys, _character_to_key

from mali_reader import __version__
from mali_reader.tui.commands import COMMANDS
from mali_reader.tui.commands.keys import is_key


def test_options_stand_before_or_after_the_command(run: Run, workspace: Path) -> None:
    after = run("docs", "--json", "--corpus", str(workspace / "corpus" / "papers")).json
    before = run("--json", "--corpus", str(workspace / "corpus" / "papers"), "docs").json
    assert before == after
    assert [document["id"] for document in after["documents"]] == ["rewrite"]


def test_an_option_before_the_command_is_kept_beside_one_after_it(run: Run, workspace: Path) -> None:
    answer = run("--as", "ben", "tag", "wire", "13,000 people", "--verdict", "verified", "--json")
    assert answer.code == 0
    assert run("annotations", "--json").json["records"][0]["annotator"] == "ben"


def test_the_environment_stands_in_for_options(
    run: Run, workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MALI_READER_WORKSPACE", str(workspace))
    monkeypatch.setenv("MALI_READER_ANNOTATIONS", str(tmp_path / "shared.json"))
    assert run("tag", "wire", "13,000 people", "--verdict", "verified", workspace=None).code == 0
    assert (tmp_path / "shared.json").is_file()
    monkeypatch.setenv("MALI_READER_CORPUS", str(workspace / "corpus" / "papers"))
    assert [d["id"] for d in run("docs", "--json", workspace=None).json["documents"]] == ["rewrite"]
    only = ["--corpus", str(workspace / "corpus")]
    assert len(run("docs", "--json", *only, workspace=None).json["documents"]) == 2


def test_a_folder_without_a_corpus_is_itself_the_corpus(run: Run, workspace: Path) -> None:
    flat = workspace / "corpus"
    assert run("tag", "wire", "13,000 people", "--verdict", "verified", workspace=flat).code == 0
    assert (flat / "annotations" / "annotations.json").is_file()
    assert {d["id"] for d in run("docs", "--json", workspace=flat).json["documents"]} == {"wire", "papers/rewrite"}


@pytest.mark.parametrize("told_by", ["option", "environment"])
def test_an_annotation_file_that_is_named_but_not_there_is_told(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told_by: str
) -> None:
    place = tmp_path / "typo.json"
    option = ("--annotations", str(place)) if told_by == "option" else ()
    if told_by == "environment":
        monkeypatch.setenv("MALI_READER_ANNOTATIONS", str(place))
    for command in ("claims", "check", "annotations"):
        answer = run(command, *option)
        assert answer.code == 0
        assert answer.err == f"mali-reader: {place} is not there yet; the first verdict makes it\n"
    run("tag", "wire", "13,000 people", "--verdict", "verified", *option)
    assert run("claims", *option).err == ""
    monkeypatch.delenv("MALI_READER_ANNOTATIONS", raising=False)
    assert run("claims").err == ""


def test_a_document_goes_by_its_id_or_by_its_file(run: Run, workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = run("show", "papers/rewrite", "--json").out
    below = ("papers/rewrite.txt", "./papers/rewrite.txt", "rewrite", "corpus/papers/rewrite.txt")
    for name in (*below, str(workspace / "corpus" / "papers" / "rewrite.txt")):
        assert run("show", name, "--json").out == whole, name
    monkeypatch.chdir(workspace / "corpus" / "papers")
    for name in ("rewrite.txt", "./rewrite.txt", "../papers/rewrite.txt"):
        assert run("show", name, "--json").out == whole, name
    assert run("compare", "../wire.md", "rewrite.txt", "--json").json["overlaps"]
    assert run("tag", "../wire.md", "13,000 people", "--verdict", "verified", "--json").json["document"] == "wire"
    assert run("show", "../../nothing.txt").code == 2


def test_no_claim_of_a_status_says_what_there_is(run: Run) -> None:
    assert "No claims yet" in run("claims", "--status", "unreviewed").out
    run("tag", "wire", "13,000 people", "--verdict", "verified")
    assert "nobody judged yet are on the Claims screen" in run("claims", "--status", "unreviewed").out
    told = run("claims", "--status", "stale").out
    assert "stale" in told
    assert "1" in told
    assert run("claims", "--status", "stale", "--json").json == {"claims": []}


@pytest.mark.parametrize("name", ["", "  ", "x" * 81])
def test_a_bad_name_in_the_settings_is_refused_where_it_stands(run: Run, workspace: Path, name: str) -> None:
    (workspace / "mali-reader.toml").write_text(f'annotator = "{name}"\n', "utf-8")
    for options in ((), ("--as", "ben")):
        answer = run("claims", *options)
        assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
        assert "mali-reader.toml" in answer.err
        assert "annotator" in answer.err


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["doc"], "docs"),
        (["frobnicate"], "frobnicate"),
        (["docs", "--colour"], "--colour"),
        (["show"], "DOC"),
        (["show", "nothing"], "nothing"),
        (["compare", "wire", "wire"], "two documents"),
        (["overlaps", "--kind", "loose"], "loose"),
        (["overlaps", "--min-score", "2"], "2"),
        (["overlaps", "--min-score", "nan"], "nan"),
        (["claims", "--status", "odd"], "odd"),
        (["export", "--format", "odd"], "odd"),
        (["export", "--date", "yesterday"], "yesterday"),
        (["open", "nowhere/at/all"], "nowhere"),
        (["open"], "terminal"),
        (["open", "--json"], "JSON"),
        (["withdraw", "01"], "01"),
    ],
)
def test_a_bad_request_is_one_line_and_exit_code_two(run: Run, argv: list[str], said: str) -> None:
    answer = run(*argv)
    assert answer.code == 2
    assert answer.out == ""
    assert answer.err.count("\n") == 1
    assert answer.err.startswith("mali-reader: ")
    assert said in answer.err


def test_hostile_words_in_a_request_are_shown_inert(run: Run) -> None:
    for argv in (["\x1b[31mdocs\x07"], ["show", "\x1b]52;c;aGk=\x07\u202e"], ["docs", "--\x1b[2J"]):
        answer = run(*argv)
        assert answer.code == 2
        assert not {"\x1b", "\x07", "\u202e"} & set(answer.err)


def test_a_corpus_that_is_not_there_or_holds_nothing_is_told_with_a_mend(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for folder, said in ((tmp_path / "missing", "does not exist"), (tmp_path / "empty", "holds no report")):
        answer = run("docs", workspace=folder)
        assert answer.code == 2
        assert said in answer.err
        assert "mali-reader init" in answer.err
        assert answer.err.count("\n") == 1


def test_a_file_that_cannot_be_read_is_told_and_the_rest_works(run: Run, workspace: Path) -> None:
    (workspace / "corpus" / "broken.txt").write_bytes(bytes(range(256)) * 40)
    (workspace / "corpus" / "odd.md").write_text("---\ntags: [unclosed\n---\nStill a report, with words.\n", "utf-8")
    answer = run("docs", "--json")
    assert answer.code == 0
    assert {"wire", "papers/rewrite", "odd"} == {d["id"] for d in answer.json["documents"]}
    assert "broken.txt" in answer.err
    assert "odd.md" in answer.err


def test_help_and_version_are_data(run: Run) -> None:
    version = run("--version", workspace=None)
    assert (version.code, version.out, version.err) == (0, f"mali-reader {__version__}\n", "")
    told = run("--help", workspace=None)
    assert told.code == 0
    assert told.err == ""
    for command in ("open", "init", "docs", "compare", "tag", "export", "merge", "check", "themes"):
        assert f"\n    {command} " in told.out
        one = run(command, "--help", workspace=None)
        assert one.code == 0
        assert "--workspace" in one.out
    assert max(map(len, told.out.splitlines())) <= 80


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ('theme = "sahel"', "sahel-day"),
        ('theme = "x"', "mali-reader themes"),
        ('[keys]\nverfy = "V"', "did you mean “verify”"),
        ('[keys]\n"\\u001b[31m" = "V"', "mali-reader keys"),
        ('[keys]\nverify = "x"', "“dispute”"),
        ('[keys]\nverify = "q"', "“quit”"),
        ('[keys]\nverify = "V"\ndispute = "V"', "“dispute”"),
        ('[keys]\nverify = ""', "empty"),
        ('[keys]\nverify = "foo+bar"', "“foo+bar”"),
        ('[keys]\nverify = "V,hyper+x"', "“hyper+x”"),
        ('[keys]\nverify = "ctrl+ctrl+x"', "“verify”"),
        ('[keys]\nverify = "vv"', "such as"),
        ('[keys]\nverify = "ctrl+"', "such as"),
        ('[keys]\nverify = "ctrl+c"', "“ctrl+c”"),
        ('[keys]\nverify = "V,ctrl+q"', "“ctrl+q”"),
        ("colour = 3", "colour"),
    ],
)
@pytest.mark.parametrize("command", [("keys", "--json"), ("claims",)])
def test_a_choice_that_there_is_not_is_refused_with_a_mend(
    run: Run, workspace: Path, told: str, said: str, command: tuple[str, ...]
) -> None:
    (workspace / "mali-reader.toml").write_text(told, "utf-8")
    answer = run(*command)
    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
    assert "mali-reader.toml" in answer.err
    assert said in answer.err
    assert "\x1b" not in answer.err


def test_two_commands_may_change_their_keys_and_share_one_on_different_screens(run: Run, workspace: Path) -> None:
    (workspace / "mali-reader.toml").write_text('[keys]\nverify = "x"\ndispute = "v"\nconfirm-all = "v"', "utf-8")
    keys = {key["id"]: key["key"] for key in run("keys", "--json").json["keys"]}
    assert (keys["verify"], keys["dispute"], keys["confirm-all"]) == ("x", "v", "v")


def test_every_key_that_commands_have_may_be_given_to_others() -> None:
    for key in {key for command in COMMANDS for key in command.key.split(",")} | {"+", "é", "alt+x", "shift+f5", "ж"}:
        assert is_key(key), key


def test_keys_go_by_the_names_that_textual_has_for_them() -> None:
    for key in Keys:
        if "<" not in key.value and key not in (Keys.Return, Keys.ControlSpace):
            assert is_key(key.value), key.value
    for code in range(0x21, 0x7F):
        assert is_key(_character_to_key(chr(code)))
