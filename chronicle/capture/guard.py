"""No page leads into our own network: the address that a socket is about to be opened to is what is judged.

Judging names, or what a name resolved to a moment ago, can be got round by a redirect or a changing name server; the
socket cannot.
"""

import errno
import ipaddress
import socket
from typing import Any

REFUSED = "leads to a private network address"
NAT64 = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052: the last 32 bits are an IPv4 address

AddressInfo = tuple[int, int, int, str, tuple[Any, ...]]


class PrivateAddress(OSError):
    """The host is in a private network."""

    def __init__(self, host: str) -> None:
        super().__init__(errno.EACCES, f"{host} {REFUSED}")


def public_socket(info: AddressInfo) -> socket.socket:
    """A socket for the resolved address. Raises PrivateAddress."""
    family, kind, protocol, _, endpoint = info
    if not is_public(str(endpoint[0])):
        raise PrivateAddress(str(endpoint[0]))
    return socket.socket(family=family, type=kind, proto=protocol)


def is_public(host: str) -> bool:
    """Whether the IP address can be reached by everybody: not loopback, private, link-local, shared or multicast."""
    address = ipaddress.ip_address(host.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if address in NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return address.is_global and not address.is_multicast
