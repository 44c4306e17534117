"""What a site asks of robots (RFC 9309): which pages, and how slowly."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from protego import Protego

from chronicle.capture.response import Refused, Response, Unreachable
from chronicle.errors import BadInput, ChronicleError

LARGEST_ROBOTS = 500 * 1024  # bytes; RFC 9309 section 2.5 asks to read at least this much
LONGEST_DELAY = 60.0  # seconds; a longer Crawl-delay would stop a nightly run


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one site; ``trouble`` says why they could not be read, which forbids everything for now."""

    parsed: Protego | None = None
    trouble: str | None = None

    def delay(self, agent: str) -> float:
        """Seconds that the site wants between two requests, 0 if it does not say."""
        asked = self.parsed.crawl_delay(agent) if self.parsed else None
        return min(float(asked or 0.0), LONGEST_DELAY)


class Robots:
    """The rules of every site met in a run, each read once."""

    def __init__(self, get: Callable[[str], Awaitable[Response]], agent: str) -> None:
        self._get = get
        self._agent = agent
        self._rules: dict[str, asyncio.Task[Rules]] = {}

    async def rules(self, address: str) -> Rules:
        """The rules of the address's site."""
        parts = urlsplit(address)
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._rules:
            self._rules[origin] = asyncio.ensure_future(self._read(f"{origin}/robots.txt"))
        return await self._rules[origin]

    async def check(self, address: str) -> None:
        """Raises Refused where robots.txt forbids the page, Unreachable where it cannot be read."""
        rules = await self.rules(address)
        if rules.trouble is not None:
            raise Unreachable(f"was not asked for, because its site's robots.txt {rules.trouble}")
        if rules.parsed is not None and not rules.parsed.can_fetch(address, self._agent):
            raise Refused("is closed to robots by its site's robots.txt; leave it out, or ask the site's owner")

    async def _read(self, address: str) -> Rules:
        try:
            response = await self._get(address)
        except Refused:
            return Rules()  # the page itself will be refused, with the better sentence
        except BadInput:
            return Rules()  # no robots.txt that could be read: as if there were none
        except ChronicleError as error:
            return Rules(trouble=str(error))
        if response.status != 200:
            return Rules()  # RFC 9309 section 2.3.1.3: unavailable means that everything may be fetched
        return Rules(Protego.parse(response.body[:LARGEST_ROBOTS].decode("utf-8", "replace")))
