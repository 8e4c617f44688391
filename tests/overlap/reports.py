"""Documents built from sentences, and reports of an invented event."""

from hashlib import sha256

from mali_reader.corpus.model import Block, BlockKind, Document, Sentence

Part = tuple[BlockKind, list[str]]


def document(name: str, *parts: Part | list[str], language: str | None = None) -> Document:
    """A document of blocks given by their sentences; a bare list is a paragraph."""
    text, blocks = "", []
    for part in parts:
        kind, sentences = part if isinstance(part, tuple) else (BlockKind.PARAGRAPH, part)
        start, spans = len(text), []
        for sentence in sentences:
            text += " " if spans else ""
            spans.append(Sentence(len(text), len(text) + len(sentence)))
            text += sentence
        blocks.append(Block(kind, start, len(text), tuple(spans)))
        text += "\n\n"
    digest = sha256(text.encode()).hexdigest()
    return Document(name, f"{name}.txt", text, digest, name, tuple(blocks), language=language)


def title(sentence: str) -> Part:
    return BlockKind.TITLE, [sentence]


def heading(sentence: str) -> Part:
    return BlockKind.HEADING, [sentence]


def furniture(sentence: str) -> Part:
    return BlockKind.FURNITURE, [sentence]


BRIDGE_WIRE = document(
    "bridge-wire",
    title("Harbour bridge in Velda closed after cracks are found"),
    [
        "The harbour bridge in Velda was closed to all traffic on Monday after engineers discovered cracks in two"
        " of its steel cables.",
        "City officials said the closure would last at least six weeks.",
    ],
    [
        "Mayor Irma Tolland urged commuters to use the ferry, which will run every ten minutes between the old"
        " market and the northern docks until the repairs have been completed.",
    ],
    [
        "The bridge, opened in 1961, carries about 48,000 vehicles a day.",
        "A previous inspection in March had found nothing unusual.",
    ],
    ["Opposition councillors demanded an inquiry into the maintenance budget, which was halved three years ago."],
)

BRIDGE_COPY = document(
    "bridge-copy",
    title("Velda closes harbour bridge after finding cracks"),
    [
        "City officials said the closure would last at least six weeks.",
        "The harbour bridge in Velda was closed to all traffic on Monday after engineers discovered cracks in two"
        " of its steel cables.",
    ],
    [
        "Mayor Irma Tolland asked commuters to take the ferry, which will run every 15 minutes between the old"
        " market and the northern docks until repairs are complete.",
    ],
    ["Schools on the island will open an hour later than usual, the education board announced."],
)

BRIDGE_OWN = document(
    "bridge-own",
    title("Cracked cables shut bridge over Velda harbour"),
    [
        "Some 48,000 vehicles that cross the bridge every day must find another way.",
        "It has stood over the harbour since it opened in 1961.",
    ],
    [
        "Councillors from the opposition called for an inquiry, pointing out that the budget for maintaining the"
        " bridge was cut by half three years ago.",
    ],
    ["Fishermen in the harbour said they had heard the cables groan during the storms of last winter."],
)

BRIDGE = (BRIDGE_COPY, BRIDGE_OWN, BRIDGE_WIRE)
