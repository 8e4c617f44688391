"""What to say, and with which exit code, once records are safe: in the shared file, or so far only on this machine."""

from argparse import Namespace
from typing import Any

from mali_reader.annotations.store import AnnotationStore, Delivery
from mali_reader.cli.output import UnprintableError, narrate, print_json, print_text

ONLY_LOCAL = 3


def acknowledge(args: Namespace, store: AnnotationStore, delivery: Delivery, shape: dict[str, Any], text: str) -> int:
    """Say that records are safe, as JSON of that shape or as text, and give the exit code for where they are.

    They stay safe where nobody can be told: an answer that cannot be printed changes nothing of the exit code.
    """
    try:
        if args.json:
            print_json(shape)
        else:
            print_text(text)
    except UnprintableError as error:
        narrate(f"it is saved all the same; {error}")
    if delivery is Delivery.SHARED:
        return 0
    narrate(
        f"kept safe on this machine, but not yet in {store.path} ({store.obstacle});"
        " it gets there at the next command that can write that file"
    )
    return ONLY_LOCAL


def tell_damage(store: AnnotationStore) -> None:
    """Say how much of the annotation file could not be read, so that nobody takes what is shown for all there is."""
    if store.damage:
        narrate(store.damage)
