"""How counts are told."""


def counted(documents: int, origins: int) -> str:
    """How many documents, and how many independent origins they have."""
    return f"{documents} document{'s' * (documents != 1)}, {origins} origin{'s' * (origins != 1)}"
