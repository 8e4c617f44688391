"""The form that says what a summary tells of, what it keeps back, and in which format."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Checkbox, Input, Select, SelectionList, Static
from textual.widgets.selection_list import Selection as Option

from mali_reader.display import one_line
from mali_reader.review.claims import Status
from mali_reader.summary.formats import FORMATS, Format
from mali_reader.summary.layout import PLAIN, Layout
from mali_reader.summary.selection import Selection
from mali_reader.tui.widgets.signs import SIGN_OF_STATUS
from mali_reader.tui.widgets.ticks import Tick, Ticks

_LONGEST = 60
TOLD = {Status.UNREVIEWED: "judged by nobody any more"}
"""What is not told by the name of the status alone: sentences that nobody ever judged are no claims."""


@dataclass(frozen=True)
class Choice:
    """A format, and the ending that says in which of its forms."""

    form: Format
    extension: str
    description: str


CHOICES = tuple(
    Choice(form, extension, description)
    for form in FORMATS
    for extension, description in (
        (form.extension, form.description),
        (None if form.zipped else form.archive, "three tables: claims, verdicts, appearances"),
    )
    if extension is not None
)


@dataclass(frozen=True)
class Wish:
    """What is asked of a summary."""

    choice: Choice = CHOICES[0]
    selection: Selection = field(default_factory=Selection)
    layout: Layout = PLAIN


class SummaryForm(VerticalScroll, can_focus=False):
    """Fields, of which each says at once what it makes of the wish."""

    @dataclass
    class Changed(Message):
        """Something else is asked for."""

        wish: Wish

    @dataclass
    class Refused(Message):
        """What stands in a field cannot be asked for."""

        why: str

    def __init__(self) -> None:
        super().__init__()
        self._documents: Mapping[str, str] = {}
        self.wish = Wish()

    def compose(self) -> ComposeResult:
        formats = [(Content(f"{one.extension}  {one.description}"), number) for number, one in enumerate(CHOICES)]
        yield Static("Format")
        yield Select(formats, value=0, allow_blank=False, compact=True, id="format")
        yield Static("Claims that are")
        statuses = [
            Option(Content(f"{SIGN_OF_STATUS[status.value]} {TOLD.get(status, status.value)}"), status.value)
            for status in Status
        ]
        yield Ticks(*statuses, compact=True, id="statuses")
        yield Static("judged by")
        yield Ticks(compact=True, id="annotators")
        yield Static("in documents tagged")
        yield Ticks(compact=True, id="tags")
        yield Static("or called (words of the title)")
        yield Input(compact=True, placeholder="any", id="documents")
        yield Static("said since (YYYY-MM-DD)")
        yield Input(compact=True, placeholder="the beginning", id="since", max_length=10)
        yield Static("and until")
        yield Input(compact=True, placeholder="now", id="until", max_length=10)
        yield Static("Quotes at most (0: places only)")
        yield Input(compact=True, placeholder="whole", id="longest", restrict=r"\d{0,6}")
        yield Tick("number the annotators", compact=True, id="anonymise")
        yield Static("Date to put in")
        yield Input(compact=True, placeholder="none", id="date", max_length=10)
        yield Tick("byte order mark in tables", compact=True, id="bom")

    def offer(self, documents: Mapping[str, str], annotators: Iterable[str], tags: Iterable[str]) -> None:
        """Say what can be chosen: documents by id with the words that find them, annotators, tags."""
        self._documents = documents
        self._fill("#annotators", sorted(annotators))
        self._fill("#tags", sorted(tags))

    def next_format(self) -> None:
        """Choose the next format; after the last, the first."""
        chosen = self.query_one("#format", Select)
        chosen.value = (CHOICES.index(self.wish.choice) + 1) % len(CHOICES)

    def clear(self) -> None:
        """Ask for everything, in the same format."""
        with self.prevent(Input.Changed, Checkbox.Changed, SelectionList.SelectedChanged):
            for field in self.query(Input):
                field.value = ""
            for box in self.query(Tick):
                box.value = False
            for some in self.query(Ticks):
                some.deselect_all()
        self._read()

    def begin(self) -> None:
        """Go to the first field."""
        self.query_one("#format").focus()

    def _fill(self, name: str, values: Sequence[str]) -> None:
        some = self.query_one(name, Ticks)
        if [one.value for one in map(some.get_option_at_index, range(some.option_count))] == list(values):
            return
        chosen = set(some.selected)
        with self.prevent(SelectionList.SelectedChanged):
            some.clear_options()
            some.add_options([Option(Content(one_line(one, _LONGEST)), one, one in chosen) for one in values])
        some.display = bool(values)

    @on(Select.Changed)
    @on(SelectionList.SelectedChanged)
    @on(Input.Changed)
    @on(Checkbox.Changed)
    def _read(self) -> None:
        try:
            wish = self._wished()
        except ValueError as error:
            self.post_message(self.Refused(str(error)))
            return
        if wish != self.wish:
            self.wish = wish
            self.post_message(self.Changed(wish))

    def _wished(self) -> Wish:
        """What the fields ask for. Raises ValueError where one cannot be read."""
        longest = self._text("longest")
        selection = Selection(
            statuses=frozenset(map(Status, self._chosen("statuses"))),
            annotators=frozenset(self._chosen("annotators")),
            documents=self._named(self._text("documents")),
            tags=frozenset(self._chosen("tags")),
            since=self._day("since"),
            until=self._day("until"),
            anonymise=self.query_one("#anonymise", Tick).value,
            longest=int(longest) if longest else None,
        )
        choice = CHOICES[int(str(self.query_one("#format", Select).value))]
        return Wish(choice, selection, Layout(self._day("date"), self.query_one("#bom", Tick).value))

    def _chosen(self, name: str) -> list[str]:
        return list(self.query_one(f"#{name}", Ticks).selected)

    def _text(self, name: str) -> str:
        return self.query_one(f"#{name}", Input).value.strip()

    def _day(self, name: str) -> str | None:
        text = self._text(name)
        if not text:
            return None
        try:
            return date.fromisoformat(text).isoformat()
        except ValueError:
            raise ValueError(f"“{one_line(text)}” is no date such as 2023-06-30") from None

    def _named(self, words: str) -> frozenset[str]:
        if not words:
            return frozenset()
        wanted = words.casefold().split()
        found = frozenset(name for name, text in self._documents.items() if all(one in text for one in wanted))
        if not found:
            raise ValueError(f"no document is called “{one_line(words, 40)}”")
        return found
