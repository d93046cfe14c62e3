"""Fetching, from a server inside the test: what is taken, what is refused, and what is sent."""

from __future__ import annotations

import gzip
import shutil
import socket
import ssl
import subprocess
import sys
import threading
import time
import zlib
from collections.abc import Sequence
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from unittest import mock

import pytest

from nonpaper.errors import ReportError
from nonpaper.fetch import Fetched, Limits, Unchanged, connect, get

sys.path.insert(0, str(Path(__file__).parent))
from server import answer, moved, serving

TEXT = b"The draft would cap the army of Kessara at 60,000 people, two officials said.\n"
NEAR = Limits(allow_private=True, size=100_000, total=5, read=2)


def code(url: str, limits: Limits = NEAR) -> str:
    with pytest.raises(ReportError) as told:
        get(url, limits=limits)
    assert told.value.remedy
    assert "\n" not in str(told.value)
    return told.value.code


def test_a_text() -> None:
    with serving({"/a": answer(TEXT, "text/plain; charset=utf-8", ETag='"1"')}) as (home, asked):
        found = get(f"{home}/a", limits=NEAR)
    assert isinstance(found, Fetched)
    assert (found.url, found.kind, found.data, found.etag) == (f"{home}/a", "text/plain", TEXT, '"1"')
    (sent,) = asked
    assert sent["User-Agent"].startswith("nonpaper/")
    assert sent["Host"] == home.removeprefix("http://")
    assert not {"Cookie", "Authorization", "Referer"} & set(sent)


def test_nothing_inside_without_leave() -> None:
    with serving({"/a": answer(TEXT)}) as (home, asked):
        assert code(f"{home}/a", Limits()) == "private"
    assert asked == []


def test_each_hop_is_checked() -> None:
    with serving({"/a": moved("/b"), "/b": answer(TEXT), "/file": moved("file:///etc/passwd")}) as (home, _):
        found = get(f"{home}/a", limits=NEAR)
        assert isinstance(found, Fetched)
        assert found.url == f"{home}/b"
        assert code(f"{home}/file") == "address"
        assert code(f"{home}/none") == "status"


def test_a_public_host_may_not_lead_inside() -> None:
    """The first name counts as public here though it is served from inside; the second is asked by its number."""
    with serving({"/a": moved("http://localhost/b")}) as (home, asked):
        port = int(home.rpartition(":")[2])
        numbers = {"paper.example": ["127.0.0.1"], "localhost": ["127.0.0.1"]}
        seen: list[str] = []

        def only_first(host: str, _: int) -> Sequence[str]:
            seen.append(host)
            return numbers[host]

        with (
            mock.patch.object(connect, "is_public", side_effect=lambda _: len(seen) < 2),
            pytest.raises(ReportError, match="not on the open internet"),
        ):
            get(f"http://paper.example:{port}/a", limits=Limits(total=5, read=2), resolver=only_first)
    assert seen == ["paper.example", "localhost"]
    assert len(asked) == 1


def test_a_name_is_looked_up_once_and_that_number_is_asked() -> None:
    answers = iter([["127.0.0.1"], ["10.0.0.1"]])
    with serving({"/a": answer(TEXT)}) as (home, asked):
        port = home.rpartition(":")[2]
        with mock.patch.object(socket, "getaddrinfo", side_effect=socket.getaddrinfo) as system:
            found = get(f"http://paper.example:{port}/a", limits=NEAR, resolver=lambda *_: next(answers))
        assert all(call.args[0] == "127.0.0.1" for call in system.call_args_list)
    assert isinstance(found, Fetched)
    assert asked[0]["Host"] == f"paper.example:{port}"
    assert next(answers) == ["10.0.0.1"]


def test_redirects_end() -> None:
    with serving({"/a": moved("/a")}) as (home, asked):
        assert code(f"{home}/a") == "redirects"
    assert len(asked) == NEAR.redirects + 1


def test_kinds() -> None:
    kinds = ["application/zip", "image/png", "application/octet-stream", "text/css", "", "text/html,x"]
    with serving({f"/{at}": answer(TEXT, kind) for at, kind in enumerate(kinds)}) as (home, _):
        assert {code(f"{home}/{at}") for at in range(len(kinds))} == {"kind"}


def test_sizes_as_sent_and_as_unpacked() -> None:
    bomb = gzip.compress(bytes(5_000_000))
    twice = gzip.compress(gzip.compress(bytes(50_000_000)))
    with serving(
        {
            "/long": answer(bytes(100_001)),
            "/bomb": answer(bomb, Content_Encoding="gzip"),
            "/twice": answer(twice, Content_Encoding="gzip, gzip"),
            "/flat": answer(zlib.compress(TEXT), Content_Encoding="deflate"),
            "/lie": _endless,
            "/sound": answer(gzip.compress(TEXT), Content_Encoding="gzip"),
            "/broken": answer(gzip.compress(TEXT * 99)[:-30], Content_Encoding="gzip"),
        }
    ) as (home, _):
        assert len(bomb) < NEAR.size
        found = {path: code(f"{home}/{path}") for path in ("long", "bomb", "twice", "flat", "lie")}
        sound = get(f"{home}/sound", limits=NEAR)
    assert found == {"long": "too_long", "bomb": "too_long", "twice": "kind", "flat": "kind", "lie": "too_long"}
    assert isinstance(sound, Fetched)
    assert sound.data == TEXT


def _endless(ask: BaseHTTPRequestHandler) -> None:
    ask.send_response(200)
    ask.send_header("Content-Type", "text/plain")
    ask.end_headers()
    while True:
        ask.wfile.write(bytes(10_000))


def _drip(ask: BaseHTTPRequestHandler) -> None:
    ask.send_response(200)
    ask.send_header("Content-Type", "text/plain")
    ask.end_headers()
    for _ in range(100):
        ask.wfile.write(b"a ")
        time.sleep(0.05)


def _drip_head(ask: BaseHTTPRequestHandler) -> None:
    ask.send_response(200)
    ask.flush_headers()
    for _ in range(100):
        ask.wfile.write(b"X")
        ask.wfile.flush()
        time.sleep(0.05)


def _silent(_: BaseHTTPRequestHandler) -> None:
    time.sleep(2)


def _short(ask: BaseHTTPRequestHandler) -> None:
    ask.send_response(200)
    ask.send_header("Content-Type", "text/plain")
    ask.send_header("Content-Length", "1000")
    ask.end_headers()
    ask.wfile.write(TEXT)


def _nonsense(ask: BaseHTTPRequestHandler) -> None:
    ask.wfile.write(b"\x00\xff nothing of the web\r\n" * 20)


@pytest.mark.parametrize("slow", [_drip, _drip_head, _silent])
def test_time(slow: object) -> None:
    with serving({"/a": slow}) as (home, _):  # type: ignore[dict-item]
        start = time.monotonic()
        assert code(f"{home}/a", Limits(allow_private=True, total=0.4, read=0.3)) == "slow"
        assert time.monotonic() - start < 1.5


def test_a_resolver_that_never_answers() -> None:
    wait = threading.Event()
    start = time.monotonic()
    with pytest.raises(ReportError, match="not known"):
        get("http://paper.example/", limits=Limits(total=0.2, read=0.2), resolver=lambda *_: [str(wait.wait(5))])
    wait.set()
    assert time.monotonic() - start < 2


def test_answers_that_break_off() -> None:
    with serving({"/short": _short, "/nonsense": _nonsense}) as (home, _):
        assert [code(f"{home}/short"), code(f"{home}/nonsense")] == ["unreachable", "unreachable"]
    assert code(f"{home}/gone") == "unreachable"


def test_unchanged() -> None:
    with serving({"/a": answer(b"", status=304)}) as (home, asked):
        assert get(f"{home}/a", limits=NEAR, known={"If-None-Match": '"1"'}) == Unchanged(f"{home}/a")
        assert asked[0]["If-None-Match"] == '"1"'
        assert code(f"{home}/a") == "status"


@pytest.mark.skipif(shutil.which("openssl") is None, reason="a certificate is made with openssl")
def test_the_certificate_is_held_to_the_name(tmp_path: Path) -> None:
    made = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:prime256v1",
        "-nodes",
        "-days",
        "2",
    ]
    names = ["-subj", "/CN=paper.example", "-addext", "subjectAltName=DNS:paper.example"]
    files = ["-keyout", str(tmp_path / "key"), "-out", str(tmp_path / "certificate")]
    subprocess.run([*made, *names, *files], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "certificate", tmp_path / "key")
    asked_for: list[str | None] = []
    context.sni_callback = lambda _, name, __: asked_for.append(name)
    with serving({"/a": answer(TEXT)}, context) as (home, asked):
        port = home.rpartition(":")[2]
        trusted = lambda: ssl.create_default_context(cafile=str(tmp_path / "certificate"))  # noqa: E731
        with mock.patch.object(connect, "_certificates", trusted):
            found = get(f"https://paper.example:{port}/a", limits=NEAR, resolver=lambda *_: ["127.0.0.1"])
            with pytest.raises(ReportError, match="cannot be fetched"):
                get(f"https://other.example:{port}/a", limits=NEAR, resolver=lambda *_: ["127.0.0.1"])
        with pytest.raises(ReportError, match="cannot be fetched"):
            get(f"https://paper.example:{port}/a", limits=NEAR, resolver=lambda *_: ["127.0.0.1"])
    assert isinstance(found, Fetched)
    assert asked_for[:2] == ["paper.example", "other.example"]
    assert [ask["Host"] for ask in asked] == [f"paper.example:{port}"]
