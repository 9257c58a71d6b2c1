"""Which addresses are public: the special-purpose registries, and the ways to write one address inside another."""

from __future__ import annotations

import ipaddress
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.capture.address import checked, is_public, resolve
from sayso.errors import FetchError

PUBLIC = ["8.8.8.8", "93.184.215.14", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8", "2002:808:808::1"]
NOT_PUBLIC = [
    "127.0.0.1",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "224.0.0.1",
    "239.255.255.250",
    "240.0.0.1",
    "255.255.255.255",
    "192.0.2.1",
    "198.18.0.1",
    "::1",
    "::",
    "::127.0.0.1",
    "fe80::1",
    "fe80::1%eth0",
    "fc00::1",
    "ff02::1",
    "2001:db8::1",
    "2001:0:7f00:1::",
    "::ffff:127.0.0.1",
    "64:ff9b::10.0.0.1",
    "64:ff9b:1::a00:1",
    "2002:7f00:1::1",
    "no address",
    "",
]


@pytest.mark.parametrize("ip", PUBLIC)
def test_public(ip: str) -> None:
    assert is_public(ip)


@pytest.mark.parametrize("ip", NOT_PUBLIC)
def test_not_public(ip: str) -> None:
    assert not is_public(ip)


@given(st.ip_addresses(v=4))
def test_an_address_inside_another_is_judged_alike(ip: ipaddress.IPv4Address) -> None:
    number = int(ip)
    for carrier in (
        ipaddress.IPv6Address((0xFFFF << 32) | number),
        ipaddress.IPv6Address((0x64FF9B << 96) | number),
        ipaddress.IPv6Address((0x2002 << 112) | (number << 80) | 1),
    ):
        assert is_public(str(carrier)) == is_public(str(ip))


def test_one_answer_that_is_not_public_refuses_the_host() -> None:
    with pytest.raises(FetchError) as caught:
        resolve("h", 80, allow_private=False, timeout=5, using=lambda host, port: ["8.8.8.8", "10.0.0.1"])
    assert caught.value.code == "SAY-041"
    assert resolve("h", 80, allow_private=True, timeout=5, using=lambda host, port: ["10.0.0.1"]) == ["10.0.0.1"]


def test_a_name_server_that_never_answers() -> None:
    def never(host: str, port: int) -> list[str]:
        time.sleep(0.5)
        return []

    with pytest.raises(FetchError) as caught:
        resolve("h", 80, allow_private=False, timeout=0.01, using=never)
    assert caught.value.code == "SAY-045"


@given(st.text(max_size=60))
def test_any_text_is_an_address_or_one_error(text: str) -> None:
    try:
        url = checked("http://" + text)
    except FetchError as error:
        said = error
    else:
        assert url.host
        assert not url.userinfo
        return
    assert said.code == "SAY-040"
    assert "\n" not in str(said)


def test_a_fragment_is_not_sent() -> None:
    assert str(checked("https://example.org/a?b#c")) == "https://example.org/a?b"
