"""Which texts are web addresses that one may follow."""

import re
from urllib.parse import quote

from mali_reader.display import visible_lines

_HTTP = re.compile(r'https?://[^\s/<>"\\^`{|}][^\s<>"\\^`{|}]*', re.IGNORECASE)
_DOI = re.compile(r"doi:\s*(10\.\d{4,9}/\S+)", re.IGNORECASE)
_SAFE = "/?:@!$&'()*+,;=-._~%#"


def address_of(url: str) -> str | None:
    """The http(s) address that a text is, percent-encoded; None where it is none."""
    if doi := _DOI.fullmatch(url):
        return f"https://doi.org/{quote(doi[1], safe='/.()-_;:')}"
    if not _HTTP.fullmatch(url) or visible_lines(url) != url:
        return None
    scheme, _, rest = url.partition("://")
    host, slash, path = rest.partition("/")
    if not re.fullmatch(r"[A-Za-z0-9.-]+(:\d{1,5})?", host):
        return None
    whole, hash_sign, fragment = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", quote(path, safe=_SAFE)).partition("#")
    return f"{scheme.lower()}://{host}{slash}{whole}{hash_sign}{fragment.replace('#', '%23')}"
