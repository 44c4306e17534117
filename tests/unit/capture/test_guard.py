"""Which addresses are public."""

import socket

import pytest

from chronicle.capture.guard import PrivateAddress, is_public, public_socket

PRIVATE = [
    "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.1", "224.0.0.1",
    "255.255.255.255", "::1", "::", "fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1",
    "2002:7f00:1::",
]  # fmt: skip


@pytest.mark.parametrize("host", PRIVATE)
def test_private(host: str) -> None:
    assert not is_public(host)
    with pytest.raises(PrivateAddress, match="private network"):
        public_socket((socket.AF_INET, socket.SOCK_STREAM, 6, "", (host, 80)))


@pytest.mark.parametrize("host", ["1.1.1.1", "2606:4700::1111", "::ffff:1.1.1.1", "64:ff9b::101:101"])
def test_public(host: str) -> None:
    assert is_public(host)
    public_socket((socket.AF_INET, socket.SOCK_STREAM, 6, "", (host, 80))).close()
