"""One look at one page, and the draft that says how it went; and one look at an index, and what it names.

What belongs here: redirects, politeness, conditional requests, and what a status means. What does not: which pages are
due (``due``), and HTTP itself (``fetch``).
"""

import asyncio
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from chronicle.capture import discover, sniff
from chronicle.capture.address import joined, site
from chronicle.capture.due import Visit
from chronicle.capture.response import Client, Refused, Response, Unreachable
from chronicle.capture.robots import Robots
from chronicle.capture.sources import SourceKind
from chronicle.digest import sha256
from chronicle.errors import BadInput, ChronicleError
from chronicle.journal.entry import Content, Draft, Entry, EntryType
from chronicle.journal.journal import Clock

ACTOR = "capture"
REDIRECTS = frozenset({301, 302, 303, 307, 308})
GONE = frozenset({404, 410})
DENIED = frozenset({401, 402, 403, 407, 451})
NOT_MODIFIED = 304
MOST_SITEMAPS = 50  # that one sitemap index may lead to in one look
AGAIN = "it is tried again at the next run"


@dataclass(frozen=True, slots=True)
class Index:
    """What a look at a feed, sitemap or listing gave: the pages it names, and the draft that records the look."""

    links: tuple[discover.Link, ...]
    draft: Draft


class Visitor:
    """Looks at pages through one client, politely: one request at a time to a host, with its delay between."""

    def __init__(self, client: Client, clock: Clock, run_id: str | None) -> None:
        self._client = client
        self._clock = clock
        self._run_id = run_id
        self._robots = Robots(self._robots_file, client.settings.user_agent)
        self._turns: dict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._free_at: dict[str, float] = {}
        self._room = asyncio.Semaphore(client.settings.connections)

    async def page(self, visit: Visit, previous: Entry | None) -> Draft:
        """The draft of a look: captured, unchanged since ``previous``, gone, failed or denied. Raises nothing."""
        try:
            response, final = await self._follow(visit, _conditions(previous))
            return self._outcome(visit, response, final, previous)
        except ChronicleError as error:
            return self._trouble(visit, error)

    async def index(self, visit: Visit, previous: Entry | None) -> Index:
        """The pages that the index names now; none if it has not changed since ``previous``. Raises nothing."""
        try:
            response, final = await self._follow(visit, _conditions(previous))
            if response.status == NOT_MODIFIED:
                links: tuple[discover.Link, ...] = ()
            elif response.status != 200:
                raise Unreachable(f"answered {response.status}")
            else:
                links = await self._links(visit, response.body, final)
        except ChronicleError as error:
            return Index((), self._trouble(visit, error))
        data = {"index": True, "found": len(links), **_validators(response, previous)}
        return Index(links, self._draft(EntryType.PAGE_DISCOVERED, visit, visit.key, data))

    def discovered(self, visit: Visit, link: discover.Link, index: Draft) -> Draft:
        """The draft that records that an index named a page."""
        named = self._draft(EntryType.PAGE_DISCOVERED, visit, ("discovered", visit.page_id), {})
        private = {**named.private, "title": link.title} if link.title else named.private
        return Draft(
            type=named.type,
            key=named.key,
            occurred_at=named.occurred_at,
            page_id=named.page_id,
            actor=named.actor,
            run_id=named.run_id,
            causation_id=index.entry_id,
            private=private,
            data=named.data,
        )

    async def _links(self, visit: Visit, body: bytes, base: str) -> tuple[discover.Link, ...]:
        source = visit.source
        if source.kind is SourceKind.LISTING:
            return discover.listing(body, base, source.match)
        if source.kind is SourceKind.FEED:
            return discover.matching(discover.feed(body, base), source.match)
        return discover.matching(await self._sitemap(visit, body, base), source.match)

    async def _sitemap(self, visit: Visit, body: bytes, base: str) -> tuple[discover.Link, ...]:
        """The pages of a sitemap and of those that it leads to; one that cannot be read does not spoil the others."""
        first = discover.sitemap(body, base)
        pages, waiting, seen = list(first.pages), list(first.sitemaps), {base}
        while waiting and len(seen) <= MOST_SITEMAPS:
            address = waiting.pop(0)
            if address in seen:
                continue
            seen.add(address)
            try:
                response, final = await self._follow(Visit(visit.source, address, visit.slot), {})
                inner = discover.sitemap(response.body, final)
            except ChronicleError:
                continue
            pages += inner.pages
            waiting += inner.sitemaps
        return tuple({link.address: link for link in pages}.values())

    async def _follow(self, visit: Visit, headers: Mapping[str, str]) -> tuple[Response, str]:
        """The response after redirects, each judged like an address of its own, and where it came from."""
        address = visit.address
        for _ in range(self._client.settings.redirects + 1):
            await self._robots.check(address)
            response = await self._in_turn(address, visit.source.delay, headers)
            if response.status not in REDIRECTS:
                return response, address
            target = response.headers.get("location")
            if not target:
                raise BadInput("redirects to nowhere")
            address = joined(target, address)
        raise BadInput(f"redirects more than {self._client.settings.redirects} times")

    async def _in_turn(self, address: str, delay: float, headers: Mapping[str, str]) -> Response:
        host = site(address)
        rules = await self._robots.rules(address)
        loop = asyncio.get_running_loop()
        async with self._turns[host]:
            await asyncio.sleep(max(0.0, self._free_at.get(host, 0.0) - loop.time()))
            try:
                async with self._room:
                    return await self._client.get(address, headers)
            finally:
                wanted = max(delay, rules.delay(self._client.settings.user_agent))
                self._free_at[host] = loop.time() + wanted

    async def _robots_file(self, address: str) -> Response:
        for _ in range(self._client.settings.redirects + 1):
            async with self._room:
                response = await self._client.get(address)
            if response.status not in REDIRECTS or "location" not in response.headers:
                return response
            address = joined(response.headers["location"], address)
        raise BadInput("redirects too often")

    def _outcome(self, visit: Visit, response: Response, final: str, previous: Entry | None) -> Draft:
        facts: dict[str, Any] = {"status": response.status, **_validators(response, previous)}
        if response.status == NOT_MODIFIED:
            return self._draft(EntryType.PAGE_UNCHANGED, visit, visit.key, facts)
        if response.status in GONE:
            return self._draft(EntryType.PAGE_GONE, visit, visit.key, facts)
        if response.status in DENIED:
            raise Refused(
                f"answered {response.status}: the site does not let us read it; leave it out, or ask its owner"
            )
        if response.status // 100 != 2:
            raise Unreachable(f"answered {response.status}")
        if previous is not None and previous.body is not None and sha256(response.body) == previous.body.sha256:
            return self._draft(EntryType.PAGE_UNCHANGED, visit, visit.key, facts)
        problem = sniff.problem(response.body, response.charset)
        if problem is not None:
            raise BadInput(problem[1])
        content = Content(response.body, response.media_type, response.charset)
        private = {"final_uri": final} if final != visit.address else {}
        return self._draft(EntryType.PAGE_CAPTURED, visit, visit.key, facts, private, content)

    def _trouble(self, visit: Visit, error: ChronicleError) -> Draft:
        kind = EntryType.FETCH_DENIED if isinstance(error, Refused) else EntryType.FETCH_FAILED
        what_next = "" if isinstance(error, Refused) else f"; {AGAIN}"
        reason = f"{visit.address} {error}{what_next}."
        return self._draft(kind, visit, (kind, visit.slot, visit.address), {}, {"reason": reason})

    def _draft(
        self,
        kind: EntryType,
        visit: Visit,
        key: tuple[str, ...],
        data: Mapping[str, Any],
        private: Mapping[str, Any] | None = None,
        content: Content | None = None,
    ) -> Draft:
        source = visit.source
        return Draft(
            type=kind,
            key=key,
            occurred_at=self._clock(),
            page_id=visit.page_id,
            actor=ACTOR,
            run_id=self._run_id,
            private={"page_uri": visit.address, **(private or {})},
            data={
                "source": source.name or None,
                "language": source.language,
                "timezone": source.timezone,
                "slot": visit.slot,
                **data,
            },
            content=content,
        )


def _validators(response: Response, previous: Entry | None) -> dict[str, str | None]:
    """What to ask with next time; a "not modified" need not repeat what it was asked with."""
    found = {"etag": response.headers.get("etag"), "last_modified": response.headers.get("last-modified")}
    if response.status == NOT_MODIFIED and previous is not None:
        found = {name: value or previous.data.get(name) for name, value in found.items()}
    return found


def _conditions(previous: Entry | None) -> dict[str, str]:
    """The headers that ask for the page only if it changed since."""
    if previous is None:
        return {}
    pairs = (("If-None-Match", previous.data.get("etag")), ("If-Modified-Since", previous.data.get("last_modified")))
    return {name: value for name, value in pairs if value and value.isascii() and value.isprintable()}
