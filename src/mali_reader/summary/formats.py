"""Every format that a summary can leave in. Renderers are loaded when they are asked for."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

from mali_reader.errors import MaliReaderError
from mali_reader.summary.layout import PLAIN, Layout

if TYPE_CHECKING:
    from mali_reader.summary.model import Summary


@dataclass(frozen=True, slots=True)
class Format:
    """A format by name. `extension` is a file's ending, dot included; `archive` that of its form as a ZIP file.

    `renderer` (to text) and `packer` (to bytes) are functions of a summary and a `Layout`, `module.function`; the same
    arguments give the same answer. `viewer` gives what is in an archive, as text to look at.
    """

    name: str
    extension: str
    description: str
    renderer: str | None = None
    packer: str | None = None
    archive: str | None = None
    viewer: str | None = None

    @property
    def zipped(self) -> bool:
        """Whether it is no text, and goes to files only."""
        return self.renderer is None

    @property
    def is_json(self) -> bool:
        """Whether its text is one JSON document."""
        return self.extension.endswith((".json", ".jsonld"))

    def render(self, summary: "Summary", layout: Layout = PLAIN) -> str:
        """The summary as text. Raises MaliReaderError for a format that is no text, and where something is missing
        that the format needs."""
        if self.renderer is None:
            raise MaliReaderError(f"{self.name} is no text; name a file with -o, such as summary{self.extension}")
        text: str = _function(self.renderer)(summary, layout)
        return text

    def view(self, summary: "Summary", file_name: str, layout: Layout = PLAIN) -> str:
        """What a file of that name holds, as text to look at. Raises what `render` does."""
        if self.viewer is not None and file_name.lower().endswith(self.archive or ""):
            text: str = _function(self.viewer)(summary, layout)
            return text
        return self.render(summary, layout)

    def content(self, summary: "Summary", file_name: str, layout: Layout = PLAIN) -> bytes:
        """What a file of that name holds. Raises what `render` does."""
        if self.packer is not None and (self.renderer is None or file_name.lower().endswith(self.archive or "")):
            packed: bytes = _function(self.packer)(summary, layout)
            return packed
        return self.render(summary, layout).encode("utf-8", "surrogatepass")


def find_format(name: str) -> Format:
    """The format of that name. Raises MaliReaderError for a name that there is not."""
    for form in FORMATS:
        if form.name == name:
            return form
    raise MaliReaderError(f"no format “{name}”; choose one of {', '.join(form.name for form in FORMATS)}")


def format_for(file_name: str) -> Format | None:
    """The format that a file's ending stands for, None where it stands for none."""
    endings = [(ending, form) for form in FORMATS for ending in (form.extension, form.archive) if ending]
    fitting = [(len(ending), form) for ending, form in endings if file_name.lower().endswith(ending)]
    return max(fitting, key=lambda one: one[0])[1] if fitting else None


def _function(path: str) -> Callable[..., Any]:
    module, function = path.rsplit(".", 1)
    found: Callable[..., Any] = getattr(import_module(f"mali_reader.summary.{module}"), function)
    return found


FORMATS: tuple[Format, ...] = (
    Format("md", ".md", "Markdown, for people", "markdown.render_markdown"),
    Format("html", ".html", "one web page", "html.page.render_html"),
    Format(
        "csv",
        ".csv",
        "a table of claims, for spreadsheets",
        "csv_tables.render_claims",
        "csv_tables.pack",
        ".zip",
        "csv_tables.view",
    ),
    Format("json", ".json", "everything, the records included", "as_json.render_json"),
    Format("jsonl", ".jsonl", "the records, one a line", "as_json.render_jsonl"),
    Format("w3c", ".jsonld", "W3C Web Annotations", "w3c.render_w3c"),
    Format("claimreview", ".claimreview.json", "schema.org ClaimReview", "claimreview.render_claimreview"),
    Format(
        "qdpx",
        ".qdpx",
        "REFI-QDA, for NVivo, ATLAS.ti and the like",
        None,
        "qdpx.pack_qdpx",
        ".qdpx",
        "qdpx.render_project",
    ),
    Format("csl", ".csl.json", "CSL-JSON, for reference managers", "bibliography.render_csl"),
    Format("bibtex", ".bib", "BibTeX", "bibliography.render_bibtex"),
)
ENDINGS = tuple(dict.fromkeys(ending for form in FORMATS for ending in (form.extension, form.archive) if ending))
"""Of files that formats are written to, each once."""
