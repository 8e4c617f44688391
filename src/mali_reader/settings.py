"""Where things are and who is at work: options, environment, `mali-reader.toml`, in that order for the places."""

import os
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mali_reader.display import one_line
from mali_reader.errors import MaliReaderError

FILE_NAME = "mali-reader.toml"
LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Settings:
    """What the program was told. `annotator` is None where nothing names one; ask `who_am_i` then."""

    workspace: Path
    corpus: Path
    annotations: Path
    title: str
    annotator: str | None = None
    theme: str | None = None
    threshold: float | None = None
    blind: bool = False
    keys: Mapping[str, str] = field(default_factory=dict)
    claimreview: Mapping[str, str] = field(default_factory=dict)


def load_settings(
    *,
    workspace: str | None = None,
    corpus: str | None = None,
    annotations: str | None = None,
    annotator: str | None = None,
    blind: bool | None = None,
    environ: Mapping[str, str] = os.environ,
) -> Settings:
    """Settings from options, then environment, then `mali-reader.toml`.

    Raises MaliReaderError where the workspace is no folder, or the file is no TOML, holds a value of a wrong type or
    one that nobody asks for.
    """
    folder = Path(workspace or environ.get("MALI_READER_WORKSPACE") or ".").expanduser()
    if not folder.is_dir():
        what = "is not a folder" if folder.exists() else "does not exist"
        raise MaliReaderError(
            f"{_shown(folder)} {what}; name a folder of reports, or make one: mali-reader init DIR --sample"
        )
    told = _Told(folder / FILE_NAME)
    reports = corpus or environ.get("MALI_READER_CORPUS")
    shared = annotations or environ.get("MALI_READER_ANNOTATIONS")
    inside = folder / "corpus"
    known = told.name("annotator")
    name = annotator if annotator is not None else known
    settings = Settings(
        workspace=folder,
        corpus=Path(reports).expanduser() if reports else inside if inside.is_dir() else folder,
        annotations=Path(shared).expanduser() if shared else default_annotations(folder),
        title=told.text("title") or _name(Path(reports).expanduser() if reports else folder),
        annotator=None if name is None else checked_name(name),
        theme=told.text("theme"),
        threshold=told.fraction("threshold"),
        blind=told.flag("blind") if blind is None else blind,
        keys=told.table("keys"),
        claimreview=told.table("claimreview", ("name", "url", "license")),
    )
    told.refuse_the_rest()
    return settings


def default_annotations(workspace: Path) -> Path:
    """The annotation file of a workspace where nothing names another."""
    return workspace / "annotations" / "annotations.json"


def who_am_i(settings: Settings, environ: Mapping[str, str] = os.environ) -> str:
    """The annotator: the settings' own, else `MALI_READER_ANNOTATOR`, git's user.name, the login."""
    named = settings.annotator or environ.get("MALI_READER_ANNOTATOR") or _git_name(settings.workspace)
    if named:
        return checked_name(named)
    import getpass

    try:
        return checked_name(getpass.getuser())
    except (OSError, KeyError):
        raise MaliReaderError("nothing says who you are; give your name with --as NAME") from None


def checked_name(name: str) -> str:
    """A name fit to be an annotator's. Raises MaliReaderError for an empty, overlong or unprintable one."""
    trimmed = name.strip()
    if not trimmed:
        raise MaliReaderError("the annotator's name is empty; give one with --as NAME")
    if len(trimmed) > LONGEST_NAME or one_line(trimmed) != trimmed:
        raise MaliReaderError(
            f"the annotator's name “{one_line(trimmed, 40)}” is too long or holds characters that cannot be shown;"
            " give another with --as NAME"
        )
    return trimmed


def _git_name(folder: Path) -> str | None:
    import subprocess

    try:
        answer = subprocess.run(
            ["git", "config", "user.name"], cwd=folder, capture_output=True, text=True, timeout=2, check=False
        )
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
        return None
    return answer.stdout.strip() or None


def _name(folder: Path) -> str:
    """What a folder of reports is called; for one that is just called corpus, the folder around it."""
    whole = folder.resolve()
    return (whole.parent if whole.name == "corpus" else whole).name or "/"


def _shown(path: Path) -> str:
    return one_line(str(path))


def _toml(path: Path) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise MaliReaderError(f"{_shown(path)} cannot be read: {one_line(str(error))}; mend or remove it") from None


class _Told:
    """What `mali-reader.toml` says, type by type."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.values = _toml(path) if path.is_file() else {}
        self._asked: set[str] = set()

    def refuse_the_rest(self) -> None:
        """Raises MaliReaderError for a name that nobody asked for."""
        self._refuse_others("", self.values, self._asked)

    def text(self, key: str) -> str | None:
        value = self._value(key)
        if value is None or isinstance(value, str):
            return value
        raise self._wrong(key, "a text in quotes")

    def name(self, key: str) -> str | None:
        value = self.text(key)
        try:
            return None if value is None else checked_name(value)
        except MaliReaderError:
            raise self._wrong(key, f"a name of 1 to {LONGEST_NAME} characters that can be shown") from None

    def fraction(self, key: str) -> float | None:
        value = self._value(key)
        if value is None:
            return None
        if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1:
            return float(value)
        raise self._wrong(key, "a number from 0 to 1")

    def flag(self, key: str) -> bool:
        value = self._value(key, False)
        if isinstance(value, bool):
            return value
        raise self._wrong(key, "true or false")

    def table(self, key: str, names: Collection[str] | None = None) -> dict[str, str]:
        value = self._value(key, {})
        if isinstance(value, dict) and all(isinstance(item, str) for item in value.values()):
            self._refuse_others(f"{key}.", value, value if names is None else names)
            return value
        raise self._wrong(key, "a table of texts in quotes")

    def _value(self, key: str, otherwise: Any = None) -> Any:
        self._asked.add(key)
        return self.values.get(key, otherwise)

    def _refuse_others(self, prefix: str, told: Iterable[str], names: Collection[str]) -> None:
        for name in told:
            if name not in names:
                from difflib import get_close_matches

                meant = get_close_matches(name, names, n=1)
                mend = f"did you mean “{prefix}{meant[0]}”?" if meant else f"there are: {', '.join(sorted(names))}"
                raise MaliReaderError(f"{_shown(self.path)}: no setting “{one_line(prefix + name, 60)}”; {mend}")

    def _wrong(self, key: str, wanted: str) -> MaliReaderError:
        return MaliReaderError(f"{_shown(self.path)}: “{key}” is not {wanted}; mend that line")
