"""One request over HTTP, and all that can go wrong with it: the gateway to other people's servers.

What belongs here: limits, time-outs, retries, and saying what happened. What does not: which page to ask for, following
redirects (``visit``). Servers get no cookies back, proxies from the environment are not used, and a response is read in
a stream so that neither a slow drip nor a bomb costs more than its limit.
"""

import asyncio
import ssl
from collections.abc import Mapping
from functools import cache
from http.cookiejar import DefaultCookiePolicy
from types import TracebackType
from typing import Any, Self

import aiohttp
import httpx
import stamina
import stamina.instrumentation
from httpx_aiohttp import AiohttpTransport
from yarl import URL

from chronicle.capture.expand import Expander, TooLarge
from chronicle.capture.guard import REFUSED, public_socket
from chronicle.capture.response import Refused, Response, Settings, Unreachable
from chronicle.errors import BadInput

TRY_LATER = frozenset({408, 425, 429, 500, 502, 503, 504})
CHUNK = 1 << 16


class Fetcher:
    """An HTTP client (``response.Client``) for a run, an async context manager. ``local``: private addresses too."""

    def __init__(self, settings: Settings, *, local: bool = False) -> None:
        self.settings = settings
        self._local = local

    async def __aenter__(self) -> Self:
        settings = self.settings
        # its default is a line on standard output, where results go; a failure that stays is told by its draft
        stamina.instrumentation.set_on_retry_hooks(())
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(
                limit=settings.connections, ssl=_tls(), socket_factory=None if self._local else public_socket
            ),
            cookie_jar=aiohttp.DummyCookieJar(),
            skip_auto_headers=("Accept", "Accept-Encoding", "User-Agent"),
        )
        self._client = httpx.AsyncClient(
            transport=AiohttpTransport(verify=_tls(), client=_Verbatim(self._session)),
            headers={
                "User-Agent": settings.user_agent,
                "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,text/plain;q=0.8,*/*;q=0.1",
                "Accept-Encoding": "gzip, deflate",
            },
            timeout=httpx.Timeout(settings.read_timeout, connect=settings.connect_timeout, pool=None),
            follow_redirects=False,
            trust_env=False,
        )
        self._client.cookies.jar.set_policy(DefaultCookiePolicy(allowed_domains=[]))
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._client.aclose()
        await self._session.close()

    async def get(self, address: str, headers: Mapping[str, str] | None = None) -> Response:
        """The response at the address, redirects not followed; asked again after passing trouble.

        Raises:
            Unreachable: it did not answer, or answered again and again that it cannot just now.
            Refused: the address leads to a private network.
            BadInput: the response cannot be used: too large, badly compressed.
        """
        settings = self.settings
        retries = stamina.retry_context(
            on=Unreachable,
            attempts=settings.attempts,
            timeout=None,
            wait_initial=settings.first_wait,
            wait_max=settings.most_waits,
            wait_jitter=settings.first_wait / 2,
        )
        async for attempt in retries:
            with attempt:
                return await self._once(address, headers or {})
        raise AssertionError("unreachable: the last attempt returns or raises")

    async def _once(self, address: str, headers: Mapping[str, str]) -> Response:
        settings = self.settings
        try:
            async with asyncio.timeout(settings.total_timeout):
                async with self._client.stream("GET", address, headers=dict(headers)) as response:
                    if response.status_code in TRY_LATER:
                        raise Unreachable(f"answered {_status(response)}")
                    return Response(response.status_code, _lower(response.headers), await self._body(response))
        except TimeoutError as error:
            raise Unreachable(f"took longer than {settings.total_timeout:g} seconds") from error
        except httpx.TimeoutException as error:
            if _is_connection(error):
                raise _unconnected(error) from error
            raise Unreachable(f"sent nothing for {settings.read_timeout:g} seconds") from error
        except (httpx.TransportError, aiohttp.ClientError, OSError) as error:
            raise _unconnected(error) from error
        except (httpx.InvalidURL, ValueError, LookupError) as error:
            raise BadInput(f"cannot be asked for, or answers what cannot be read: {error}") from error

    async def _body(self, response: httpx.Response) -> bytes:
        largest = self.settings.largest
        announced = response.headers.get("content-length", "")
        if announced.isdigit() and int(announced) > largest:
            raise TooLarge(largest)
        expander = Expander(response.headers.get("content-encoding"))
        body, received = bytearray(), 0
        async for chunk in response.aiter_raw(CHUNK):
            received += len(chunk)
            for piece in expander.feed(chunk):
                body += piece
                if max(received, len(body)) > largest:
                    raise TooLarge(largest)
        if not expander.whole or (announced.isdigit() and received < int(announced)):
            raise Unreachable("broke off in the middle")
        return bytes(body)


@cache
def _tls() -> ssl.SSLContext:
    """The certificates that httpx trusts, read once: it takes long, and needs no store on the machine."""
    return httpx.create_ssl_context()


class _Verbatim:
    """A session as the transport sees it, which asks for an address as it stands.

    The transport hands over text, from which aiohttp would make an address of its own spelling (``%2F`` in a query
    becomes ``/``), and that can be another page.
    """

    def __init__(self, session: aiohttp.ClientSession) -> None:
        self._session = session

    def __call__(self) -> Any:
        return self

    def request(self, method: str, url: str, **options: Any) -> Any:
        return self._session.request(method, URL(url, encoded=True), **options)


def _status(response: httpx.Response) -> str:
    return f"{response.status_code} {response.reason_phrase}".strip()


def _lower(headers: httpx.Headers) -> dict[str, str]:
    return {name.lower(): value for name, value in headers.items()}


def _is_connection(error: Exception) -> bool:
    """httpx-aiohttp calls every lost connection a connect time-out."""
    return isinstance(error.__cause__, aiohttp.ClientConnectionError) and not isinstance(error.__cause__, TimeoutError)


def _unconnected(error: Exception) -> Unreachable | Refused:
    cause = error.__cause__
    text = str(error)
    if isinstance(cause, aiohttp.ClientConnectorError):
        text = cause.os_error.strerror or str(cause.os_error)
    if REFUSED in text:
        return Refused(f"{REFUSED}; if it is your own server, set local = true for its source")
    if isinstance(cause, aiohttp.ClientConnectorDNSError):
        return Unreachable("has a host that no name server knows")
    if isinstance(cause, aiohttp.ClientSSLError | aiohttp.ClientConnectorCertificateError):
        return Unreachable(f"has a certificate or encryption that cannot be trusted: {text}")
    if isinstance(cause, aiohttp.ClientConnectorError):
        return Unreachable(f"cannot be reached: {text}")
    return Unreachable(f"broke off: {text or type(error).__name__}")
