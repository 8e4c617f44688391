"""Code points that mark-up languages do not admit."""

import re

_PLANE_ENDS = "".join(chr(plane << 16 | low) for plane in range(17) for low in (0xFFFE, 0xFFFF))
_NONCHARACTERS = re.compile(f"[\ufdd0-\ufdef{_PLANE_ENDS}]")


def without_noncharacters(text: str) -> str:
    """The text with � in place of what Unicode will never assign; as long as it was."""
    return _NONCHARACTERS.sub("�", text)
