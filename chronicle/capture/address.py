"""What makes two addresses one page: the canonical form, and the page ids that come from it.

The form follows the WHATWG URL standard, plus what RFC 3986 section 6.2.2 calls syntax-based normalisation; on top,
only what never changes the page is dropped: the fragment, credentials, and parameters that say where a reader came
from.
"""

import re
from urllib.parse import quote, unquote_to_bytes

import ada_url

from chronicle.digest import derive
from chronicle.errors import BadInput

TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|msclkid|yclid|mc_[ce]id|_ga|spm|scm|bdmsign|isappinstalled|jsessionid|phpsessid",
    re.IGNORECASE,
)
"""Parameters that campaigns, mailers, share buttons and session handling add; none selects content."""

SESSION_PATH = re.compile(r";(?:jsessionid|phpsessid)=[^/?;]*", re.IGNORECASE)
ESCAPED = re.compile(r"%[0-9A-Fa-f]{2}")
UNRESERVED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")


def canonical(address: str) -> str:
    """The canonical form of an http(s) address; applying it again changes nothing. Raises BadInput."""
    try:
        url = ada_url.URL(address.strip())
    except ValueError as error:
        raise BadInput(f"{address!r} is no web address: it should look like https://example.org/page") from error
    if url.protocol not in ("http:", "https:") or not url.hostname:
        raise BadInput(f"{address!r} is no web address: only http and https pages can be captured")
    url.hash = url.username = url.password = ""
    url.pathname = _plain(SESSION_PATH.sub("", url.pathname))
    kept = [part for part in url.search.removeprefix("?").split("&") if part and not _is_tracking(part)]
    url.search = "?" + _plain("&".join(kept)) if kept else ""
    return str(url.href)


def joined(address: str, base: str) -> str:
    """The canonical form of a link as it stands on the page at ``base``. Raises BadInput."""
    try:
        return canonical(str(ada_url.join_url(base, address.strip())))
    except ValueError as error:
        raise BadInput(f"{address!r} on {base} is no web address") from error


def site(address: str) -> str:
    """The host that an address belongs to."""
    return str(ada_url.URL(address).hostname)


def page_id(address: str) -> str:
    """The page at an address. Raises BadInput."""
    return derive("page", canonical(address))


def file_page_id(sha256: str) -> str:
    """The page that a dropped file is: its bytes."""
    return derive("file", sha256)


def unnamed_page_id(uri: str) -> str:
    """The page for something that has a name but no bytes that were read, such as a file that vanished."""
    return derive("uri", uri)


def _is_tracking(parameter: str) -> bool:
    return TRACKING.fullmatch(parameter.partition("=")[0]) is not None


def _plain(text: str) -> str:
    """Escapes in upper case, and none where RFC 3986 needs none."""

    def one(escape: re.Match[str]) -> str:
        byte = unquote_to_bytes(escape[0])
        return byte.decode() if byte[0] in UNRESERVED else quote(byte, safe="")

    return ESCAPED.sub(one, text)
