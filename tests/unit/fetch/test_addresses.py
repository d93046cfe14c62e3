"""Which addresses may be asked, and which never."""

from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nonpaper.errors import ReportError
from nonpaper.fetch import Limits, is_public, parse_address
from nonpaper.fetch.connect import checked

INSIDE = [
    "0.0.0.0", "0.1.2.3", "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.9.9.9", "169.254.169.254", "172.16.0.1",
    "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.88.99.1", "192.168.1.1", "198.18.0.1", "198.51.100.1",
    "203.0.113.9",
    "224.0.0.1", "239.1.1.1", "240.0.0.1", "255.255.255.255", "::", "::1", "::ffff:127.0.0.1",
    "::ffff:9.9.9.9", "::7f00:1",
    "64:ff9b::10.0.0.1", "64:ff9b:1::1", "100::1", "2001::1", "2001:db8::1", "2002:7f00:1::", "fc00::1", "fd12::1",
    "fe80::1", "fec0::1", "ff02::1",
]  # fmt: skip
OUTSIDE = ["9.9.9.9", "151.101.1.1", "172.15.0.1", "172.32.0.1", "2620:fe::fe", "2a00:1450::1", "64:ff9b::9.9.9.9"]


@pytest.mark.parametrize("number", INSIDE)
def test_inside(number: str) -> None:
    assert not is_public(ipaddress.ip_address(number))
    host = f"[{number}]" if ":" in number else number
    with pytest.raises(ReportError, match="not on the open internet"):
        checked(parse_address(f"http://{host}/"), Limits(), lambda *_: [], 1.0)
    with pytest.raises(ReportError, match="not on the open internet"):
        checked(parse_address("https://paper.example/"), Limits(), lambda *_: ["9.9.9.9", number], 1.0)
    assert checked(parse_address(f"http://{host}/"), Limits(allow_private=True), lambda *_: [], 1.0)


@pytest.mark.parametrize("number", OUTSIDE)
def test_outside(number: str) -> None:
    assert is_public(ipaddress.ip_address(number))
    found = checked(parse_address("https://paper.example/"), Limits(), lambda *_: [number], 1.0)
    assert found == (ipaddress.ip_address(number),)


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd", "ftp://paper.example/", "javascript:alert(1)", "data:text/html,x",
        "//paper.example/", "paper",
        "", "http://", "http:///a", "http://user@paper.example/", "http://user:word@paper.example/",
        "http://@paper.example/",
        "http://2130706433/", "http://0x7f000001/", "http://0177.0.0.1/", "http://127.1/",
        "http://0x7f.0.0.1/", "http://1.2.3/",
        "http://1.2.3.4.5/", "http://paper.example.0x1/", "http://127.0.0.1.:99999/", "http://[::1",
        "http://[fe80::1%25eth0]/",
        "http://paper.example\\@inside/", "http://paper .example/", "http://paper.example/\n",
        "http://pa%70er.example/",
        "http://-/", "http://a..b/", "http://" + "a" * 300 + "/", "http://a\x00b/",
        "http://paper.example:x/", "http://paper/ a",
    ],
)  # fmt: skip
def test_refused(url: str) -> None:
    if url.endswith("\n"):  # white space around an address is taken off
        assert parse_address(url).host == "paper.example"
        return
    with pytest.raises(ReportError) as told:
        parse_address(url)
    assert told.value.code == "address"
    assert told.value.remedy


def test_taken_apart() -> None:
    address = parse_address("HTTPS://Bücher.Example:8443/a b?q=ü#top".replace(" ", "%20"))
    assert (address.host, address.port, address.authority) == (
        "xn--bcher-kva.example",
        8443,
        "xn--bcher-kva.example:8443",
    )
    assert address.url == "https://xn--bcher-kva.example:8443/a%20b?q=%C3%BC"
    assert parse_address("http://[2620:FE::fe]/").authority == "[2620:fe::fe]"
    assert parse_address(address.url) == address


@given(st.one_of(st.text(max_size=60), st.text(max_size=40).map(lambda words: f"http://{words}/")))
def test_anything_is_an_address_or_refused(url: str) -> None:
    try:
        address = parse_address(url)
    except ReportError:
        return
    assert parse_address(address.url) == address
    assert address.url.isascii()
    assert address.url.isprintable()
    assert " " not in address.url
