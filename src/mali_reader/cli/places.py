"""From options to a workspace."""

from argparse import Namespace
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from mali_reader.cli.output import narrate
from mali_reader.settings import Settings, default_annotations, load_settings

if TYPE_CHECKING:
    from mali_reader.sources import Sources
    from mali_reader.workspace import Workspace

_Sources = TypeVar("_Sources", bound="Sources")
_TELLS_OF_OTHERS = frozenset(["docs", "claims", "annotations", "export", "agreement"])


def settings_of(args: Namespace) -> Settings:
    """The settings that the options, the environment and the workspace give. Raises MaliReaderError."""
    settings = load_settings(
        workspace=args.workspace,
        corpus=args.corpus,
        annotations=args.annotations,
        annotator=args.annotator,
        blind=args.blind,
    )
    if settings.theme is not None or settings.keys:
        from mali_reader.cli.choices import check_choices

        check_choices(settings)
    return settings


def sources_of(args: Namespace, *, threshold: float | None = None) -> "Sources":
    """The corpus and what a machine finds in it, without what people judged; else as `workspace_of`.

    Overlaps are looked for down to `threshold` where it is lower than the workspace's own.
    """
    from mali_reader.sources import Sources

    sources = Sources(settings_of(args))
    if threshold is not None and threshold < sources.threshold:
        sources = Sources(replace(sources.settings, threshold=threshold))
    return _read(sources, args)


def workspace_of(args: Namespace) -> "Workspace":
    """The workspace, its corpus read; what could not be read is told on stderr. Raises MaliReaderError."""
    from mali_reader.workspace import Workspace

    return _read(Workspace(settings_of(args)), args)


def _read(sources: _Sources, args: Namespace) -> _Sources:
    corpus, settings = sources.corpus, sources.settings
    own = settings.annotations
    if own != default_annotations(settings.workspace) and not own.exists():
        narrate(f"{own} is not there yet; the first verdict makes it")
    if settings.blind and args.command in _TELLS_OF_OTHERS:
        narrate("blind: what others say of claims that you did not judge is left out; --no-blind tells it")
    for problem in corpus.problems:
        narrate(f"{problem.path} is left out: {problem.message}")
    for document in corpus:
        for warning in document.warnings:
            narrate(f"{document.path}: {warning}")
    return sources
