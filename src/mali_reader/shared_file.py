"""The annotation file of a workspace."""

from mali_reader.annotations.files import check_ordinary
from mali_reader.annotations.store import AnnotationStore
from mali_reader.settings import Settings
from mali_reader.sources import check_no_report


def open_store(settings: Settings) -> AnnotationStore:
    """The store of the annotation file. Raises MaliReaderError where that would be a report of the corpus, or a device,
    a pipe or a socket."""
    check_no_report(settings)
    check_ordinary(settings.annotations)
    return AnnotationStore(settings.annotations)
