"""Every format that a summary can leave in. Renderers are loaded when they are asked for."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mali_reader.errors import MaliReaderError, NotBuiltYetError

if TYPE_CHECKING:
    from mali_reader.summary.model import Summary

Renderer = Callable[["Summary", str | None], str]
"""From a summary and a date (ISO 8601, or None for none) to text, the same for the same arguments."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format by name. `extension` is a file's ending, dot included; a `zipped` one is no text."""

    name: str
    extension: str
    description: str
    renderer: Renderer | None = None
    zipped: bool = False

    @property
    def built(self) -> bool:
        """Whether this version can write it."""
        return self.renderer is not None

    def render(self, summary: "Summary", date: str | None = None) -> str:
        """The summary in this format. Raises NotBuiltYetError for a format that this version only names."""
        return self.ready()(summary, date)

    def ready(self) -> Renderer:
        """What renders it. Raises NotBuiltYetError for a format that this version only names."""
        if self.renderer is None:
            built = ", ".join(form.name for form in FORMATS if form.built)
            raise NotBuiltYetError(f"the export format “{self.name}” is not built yet; choose one of {built}")
        return self.renderer


def find_format(name: str) -> Format:
    """The format of that name. Raises MaliReaderError for a name that there is not."""
    for form in FORMATS:
        if form.name == name:
            return form
    raise MaliReaderError(f"no format “{name}”; choose one of {', '.join(form.name for form in FORMATS)}")


def format_for(file_name: str) -> Format | None:
    """The format that a file's ending stands for, None where it stands for none."""
    fitting = [form for form in FORMATS if file_name.lower().endswith(form.extension)]
    return max(fitting, key=lambda form: len(form.extension), default=None)


def _markdown(summary: "Summary", date: str | None) -> str:
    from mali_reader.summary.markdown import render_markdown

    return render_markdown(summary, date=date)


def _html(summary: "Summary", date: str | None) -> str:
    from mali_reader.summary.html.page import render_html

    return render_html(summary, date=date)


def _json(summary: "Summary", date: str | None) -> str:
    from mali_reader.summary.as_json import render_json

    return render_json(summary, date=date)


def _jsonl(summary: "Summary", _date: str | None) -> str:
    from mali_reader.summary.as_json import render_jsonl

    return render_jsonl(summary)


FORMATS: tuple[Format, ...] = (
    Format("md", ".md", "Markdown, for people", _markdown),
    Format("html", ".html", "one web page", _html),
    Format("csv", ".csv", "a table of claims, for spreadsheets"),
    Format("json", ".json", "everything, the records included", _json),
    Format("jsonl", ".jsonl", "the records, one a line", _jsonl),
    Format("w3c", ".jsonld", "W3C Web Annotations"),
    Format("claimreview", ".claimreview.json", "schema.org ClaimReview"),
    Format("qdpx", ".qdpx", "REFI-QDA, for NVivo, ATLAS.ti and the like", zipped=True),
    Format("csl", ".csl.json", "CSL-JSON, for reference managers"),
    Format("bibtex", ".bib", "BibTeX"),
)
