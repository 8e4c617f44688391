"""Where things are and who is at work."""

import os
import subprocess
from pathlib import Path

import pytest

from mali_reader.errors import MaliReaderError
from mali_reader.settings import checked_name, load_settings, who_am_i


def test_a_workspace_holds_corpus_and_annotations(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    settings = load_settings(workspace=str(tmp_path), environ={})
    assert settings.corpus == tmp_path / "corpus"
    assert settings.annotations == tmp_path / "annotations" / "annotations.json"
    assert settings.title == tmp_path.name


def test_a_folder_without_a_corpus_is_itself_the_corpus(tmp_path: Path) -> None:
    settings = load_settings(workspace=str(tmp_path), environ={})
    assert settings.corpus == settings.workspace == tmp_path
    assert settings.annotations == tmp_path / "annotations" / "annotations.json"


def test_options_come_before_the_environment(tmp_path: Path) -> None:
    environ = {
        "MALI_READER_WORKSPACE": str(tmp_path),
        "MALI_READER_CORPUS": "from the environment",
        "MALI_READER_ANNOTATIONS": "env.json",
    }
    told = load_settings(environ=environ)
    assert (told.workspace, told.corpus, told.annotations) == (tmp_path, Path("from the environment"), Path("env.json"))
    asked = load_settings(corpus="asked", annotations="asked.json", environ=environ)
    assert (asked.corpus, asked.annotations) == (Path("asked"), Path("asked.json"))


def test_the_file_tells_the_rest(tmp_path: Path) -> None:
    (tmp_path / "mali-reader.toml").write_text(
        'title = "Mali, June 2023"\nannotator = "ana"\ntheme = "contrast"\nthreshold = 1\nblind = true\n'
        '[keys]\nverify = "V"\n',
        "utf-8",
    )
    settings = load_settings(workspace=str(tmp_path), environ={})
    assert (settings.title, settings.annotator, settings.theme) == ("Mali, June 2023", "ana", "contrast")
    assert settings.blind
    assert (settings.threshold, dict(settings.keys)) == (1.0, {"verify": "V"})


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("title = 3", "title"),
        ("threshold = 2", "threshold"),
        ('blind = "yes"', "blind"),
        ("threshold = true", "threshold"),
        ("threshold = nan", "threshold"),
        ("keys = 3", "keys"),
        ("[keys]\nverify = 3", "keys"),
        ("title = [", "cannot be read"),
        ('thme = "contrast"', "theme"),
        ("colour = 3", "colour"),
        ('[claimreview]\nnam = "x"', "claimreview.name"),
        ('annotator = ""', "name"),
        ('annotator = "\\u001b[31mana"', "name"),
    ],
)
def test_a_file_that_is_wrong_is_named_in_one_line(tmp_path: Path, line: str, said: str) -> None:
    (tmp_path / "mali-reader.toml").write_text(line, "utf-8")
    with pytest.raises(MaliReaderError, match=said) as raised:
        load_settings(workspace=str(tmp_path), environ={})
    assert "\n" not in str(raised.value)
    assert "\x1b" not in str(raised.value)


def test_a_folder_that_is_not_there_is_told_with_a_mend(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    for name, said in (("gone", "does not exist"), ("file", "is not a folder")):
        with pytest.raises(MaliReaderError, match=said) as raised:
            load_settings(workspace=str(tmp_path / name), environ={})
        assert "mali-reader init" in str(raised.value)


def test_who_is_at_work_is_asked_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "none"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    monkeypatch.setenv("LOGNAME", "login")
    (tmp_path / "plain").mkdir()
    (tmp_path / "git").mkdir()
    for name in [
        name for name in os.environ if name.startswith(("GIT_AUTHOR", "GIT_COMMITTER", "GIT_DIR", "GIT_CONFIG_"))
    ]:
        if name not in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_NOSYSTEM"):
            monkeypatch.delenv(name)
    plain = load_settings(workspace=str(tmp_path / "plain"), environ={})
    assert who_am_i(plain, {}) == "login"
    subprocess.run(["git", "init", "-q", str(tmp_path / "git")], check=True)
    subprocess.run(["git", "-C", str(tmp_path / "git"), "config", "user.name", "Git Ana"], check=True)
    settings = load_settings(workspace=str(tmp_path / "git"), environ={})
    assert who_am_i(settings, {}) == "Git Ana"
    assert who_am_i(settings, {"MALI_READER_ANNOTATOR": "env ana"}) == "env ana"
    (tmp_path / "git" / "mali-reader.toml").write_text('annotator = "file ana"', "utf-8")
    told = load_settings(workspace=str(tmp_path / "git"), environ={})
    assert who_am_i(told, {"MALI_READER_ANNOTATOR": "env ana"}) == "file ana"
    asked = load_settings(workspace=str(tmp_path / "git"), annotator=" asked ana ", environ={})
    assert who_am_i(asked, {"MALI_READER_ANNOTATOR": "env ana"}) == "asked ana"


@pytest.mark.parametrize("name", ["", "  ", "a\nb", "a\tb", "a  b", "\x1b[31m", "\u202eana", "x" * 81, "\udc80"])
def test_names_that_cannot_be_shown_are_refused(name: str) -> None:
    with pytest.raises(MaliReaderError, match="name"):
        checked_name(name)


@pytest.mark.parametrize("name", ["ana", "Ana María", "阿娜", "O'Neil, J."])
def test_names_of_people_are_taken_as_they_are(name: str) -> None:
    assert checked_name(f" {name} ") == name
