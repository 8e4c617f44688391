"""What takes time, away from the keyboard: reading, searching, writing, watching. Results travel as messages."""

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any

from textual.app import App
from textual.worker import Worker, get_current_worker

from mali_reader.annotations.store import Delivery
from mali_reader.corpus.model import Span
from mali_reader.corpus.watching import State, changed_between
from mali_reader.display import one_line
from mali_reader.errors import CancelledError, MaliReaderError
from mali_reader.garbage import lasting
from mali_reader.review.review import Review
from mali_reader.tui import messages
from mali_reader.tui.reporting import reporting
from mali_reader.tui.telling import said_of_others, said_of_undo
from mali_reader.workspace import Decided, Judged, Workspace

Step = Judged | Decided | None
"""What a step that writes gives back; None where there was nothing to write."""

POLL = 0.25
"""Seconds between two looks at the shared file. Polling sees every replacement; watching a file does not."""
LOOK = 2.0
"""Seconds between two looks at the files of the corpus."""


class Work:
    """Runs the workspace's slow steps in threads. Writes go one after another, in the order of the keys.

    What was asked to be written is written even if the application breaks: Python waits for the writing thread.
    """

    def __init__(self, app: App[Any], workspace: Workspace) -> None:
        self.app = app
        self.workspace = workspace
        self.loading: Worker[None] | None = None
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="write")
        self._delivery = Delivery.SHARED
        self._claims = 0
        self.outdated = 0
        """How many reports changed on disk since they were read."""
        self._read_state: State | None = None
        self._next_look = 0.0
        self.searched = False
        """Whether findings are there, so that asking for more about a claim is quick."""
        self._telling = False
        """Whether it is shown how far the reading or searching is."""

    def start(self) -> None:
        """Read the corpus and the annotations and look for what documents share, unless that goes on already.

        A corpus that changed on disk is read anew.
        """
        if self.loading is not None and self.loading.is_running:
            return
        self.searched = False
        self.loading = self.app.run_worker(self._load, thread=True, group="load", exit_on_error=False)

    def stop(self) -> bool:
        """Stop the reading or searching; False where none goes on."""
        going_on = self._telling or not self.searched
        running = going_on and self.loading is not None and self.loading.is_running
        if running and self.loading is not None:
            self.loading.cancel()
        return running

    def judge(self, wish: messages.Judge) -> None:
        """Write a verdict, and say when it is safe and where else its claim may stand."""

        def step() -> Judged:
            return self.workspace.judge(wish.span, wish.judgement, wish.note, wish.evidence)

        self.write(step, lambda review: self._other_appearances(wish.span, review), wish.span)

    def undo(self) -> None:
        """Write what takes back the latest step, and say so when it is safe."""
        undone: list[Step] = []

        def step() -> Step:
            undone.append(self.workspace.undo())
            return undone[0]

        self.write(step, lambda _: said_of_undo(undone[0]))

    def write(self, step: Callable[[], Step], said: Callable[[Review], str], span: Span | None = None) -> None:
        """Run a step that writes, after those asked for before; then `said` tells what to say of it.

        `span` is what it judges, if it judges something.
        """

        def write() -> None:
            message = self._attempt(step, said, span)
            with suppress(RuntimeError):  # the application ended before this
                self.app.post_message(message)

        self._writer.submit(write)

    async def finish(self) -> None:
        """Wait until everything that was asked to be written is written."""
        await asyncio.wrap_future(self._writer.submit(lambda: None))

    def _attempt(
        self, step: Callable[[], Step], said: Callable[[Review], str], span: Span | None
    ) -> messages.Kept | messages.NotSaved | messages.Failed:
        try:
            done = step()
        except (MaliReaderError, OSError) as error:
            return messages.NotSaved(str(error), span)
        try:
            review = self._review()
            self._delivery = self.workspace.deliver() if done is None else done.delivery
            return messages.Kept(review, self._delivery, said(review))
        except (MaliReaderError, OSError) as error:
            return messages.Failed(str(error))

    def _review(self) -> Review:
        """Every claim as the shared file has it now. A file that vanished takes none away: it is likely to come back.

        Raises MaliReaderError where the file cannot be read, or is gone.
        """
        review, file = self.workspace.review(), self.workspace.settings.annotations
        if self._claims and not review.claims and not file.exists():
            raise MaliReaderError(f"{file.name} is gone; you see what it held before; put it back: {file}")
        self._claims = len(review.claims)
        return review

    def _other_appearances(self, span: Span, review: Review) -> str:
        if not self.searched:
            return ""
        return said_of_others(self.workspace.suggestions(span, review))

    @lasting()
    def _load(self) -> None:
        def tell(what: str, done: int, total: int) -> None:
            self._telling = True
            self.app.post_message(messages.Progressed(what, done, total))

        progress = reporting(tell)
        fatal = self._read_state is None
        try:
            state = self.workspace.corpus_state()
            anew = not fatal and state != self._read_state
            for corpus in (self.workspace.read_anew(progress),) if anew else self.workspace.reading(progress):
                self.app.post_message(messages.CorpusRead(corpus))
                fatal = False
            self._read_state, self.outdated = state, 0
            self.app.post_message(messages.ReviewRead(self._review(), self.workspace.deliver()))
            self.app.post_message(messages.OverlapsFound(self.workspace.overlaps(progress)))
            findings = self.workspace.findings(progress)
            self.workspace.synopsis(progress)
            self.workspace.families(progress)
            self.searched, self._telling = True, False
            self.app.post_message(messages.FindingsFound(findings))
            self.app.post_message(messages.ReviewRead(self._review(), self.workspace.deliver()))
            self.workspace.backlog(progress)
            self._telling = False
            self.app.post_message(messages.BacklogFound())
        except CancelledError:
            self.app.post_message(messages.Stopped())
        except (MaliReaderError, OSError) as error:
            self.app.post_message(messages.Failed(str(error), fatal))
        except Exception as error:  # whatever it is must not look like work that goes on
            reason = one_line(f"{type(error).__name__}: {error}", 120)
            self.app.post_message(messages.Failed(f"a mistake of the program stopped this ({reason})", fatal))

    def watch(self) -> None:
        """Look at the shared file again and again, and report when somebody wrote."""
        self.app.run_worker(self._watch, thread=True, group="watch", exit_on_error=False)

    def _look_at_corpus(self) -> None:
        """Report when other reports lie on disk than were read. Looks seldom, and more seldom the longer it takes."""
        before = self._read_state
        if before is None or (now := time.monotonic()) < self._next_look:
            return
        with suppress(MaliReaderError):
            count = changed_between(before, self.workspace.corpus_state())
            if count != self.outdated and before is self._read_state:
                self.outdated = count
                self.app.post_message(messages.CorpusChanged(count))
        self._next_look = time.monotonic() + max(LOOK, 50 * (time.monotonic() - now))

    def _watch(self) -> None:
        worker = get_current_worker()
        while not worker.is_cancelled:
            time.sleep(POLL)
            if self._read_state is None:
                continue
            self._look_at_corpus()
            try:
                if self.workspace.changed() or self._delivery is Delivery.LOCAL:
                    self._delivery = self.workspace.deliver()
                    self.app.post_message(messages.ReviewRead(self._review(), self._delivery))
            except (MaliReaderError, OSError) as error:
                self.app.post_message(messages.Failed(str(error)))
                time.sleep(8 * POLL)
