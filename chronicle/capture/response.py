"""What a fetch is, seen from outside: its limits, what it gives, how it fails. No HTTP library is needed to read this.

The client itself (``fetch``) takes most of a second to import, so it is imported only when a page is really due.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from email.message import Message
from typing import Protocol

from chronicle.capture.archives import LARGEST_PAGE
from chronicle.errors import TerminalError, TransientError


@dataclass(frozen=True, slots=True)
class Settings:
    """Limits of fetching; times are in seconds."""

    user_agent: str = "chronicle/0.1 (archive of regional innovation news; honours robots.txt)"
    connect_timeout: float = 10.0
    read_timeout: float = 20.0  # between two pieces of a response
    total_timeout: float = 60.0  # for the whole response, however steadily it drips
    largest: int = LARGEST_PAGE  # bytes, compressed or expanded
    redirects: int = 5
    attempts: int = 3
    first_wait: float = 1.0  # before the second attempt; each further wait is twice as long
    most_waits: float = 30.0
    connections: int = 16


class Unreachable(TransientError):
    """The server did not answer, or not in time; the sentence goes on from the address."""


class Refused(TerminalError):
    """The server, or our own rules, do not let us have the page; the sentence goes on from the address."""


@dataclass(frozen=True, slots=True)
class Response:
    """A response as received: status, headers with lower-case names, and the body with its compression undone."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def media_type(self) -> str | None:
        """The declared media type, lower case."""
        return self._content_type.get_content_type() if "content-type" in self.headers else None

    @property
    def charset(self) -> str | None:
        """The declared charset, lower case."""
        return self._content_type.get_content_charset()

    @property
    def _content_type(self) -> Message:
        message = Message()
        message["Content-Type"] = self.headers.get("content-type", "").encode("ascii", "replace").decode()
        return message


class Client(Protocol):
    """Something that gets one response, redirects not followed."""

    settings: Settings

    async def get(self, address: str, headers: Mapping[str, str] | None = None) -> Response:
        """The response. Raises Unreachable, Refused, BadInput."""
        ...
