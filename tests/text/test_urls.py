"""Addresses as they are shown and stored."""

import pytest

from copydesk.text.urls import clean_url, escape_url


@pytest.mark.parametrize(
    ("address", "clean"),
    [
        ("", ""),
        ("  \t", ""),
        (" https://x.example/a b", "https://x.example/a%20b"),
        ("x.example", "http://x.example"),
        ("/path", "/path"),
        ("//x.example/a:b", "//x.example/a:b"),
        ("#part", "#part"),
        ("?q=1", "?q=1"),
        ("page.PHP?x", "page.PHP?x"),
        ("HTTPS://X.example", "https://X.example"),
        ("mailto:a@x.example?body=a%0Ab", "mailto:a@x.example?body=a%0Ab"),
        ("https://x.example/%0D%0a%%0A0d%0%0DA1", "https://x.example/1"),
        ("http;//x.example", "http://x.example"),
        ("https://x.example/<\"\\^`{}>\u00e9|!*'()", "https://x.example/\u00e9|!*'()"),
        ("https://[::1]:80/[a]?b[]=1", "https://[::1]:80/%5Ba%5D?b%5B%5D=1"),
        ("x[]=1", "http://x[]=1"),
        ("mailto:[x]", "mailto:%5Bx%5D"),
        ("x.example:80", ""),
        ("javascript:alert(1)", ""),
        ("java\nscript:alert(1)", ""),
        ("#a:b", ""),
    ],
)
def test_stored_addresses(address: str, clean: str) -> None:
    assert clean_url(address) == clean


def test_shown_addresses_are_escaped() -> None:
    assert escape_url("https://x.example/?a=1&b='2'&amp;c") == (
        "https://x.example/?a=1&#038;b=&#039;2&#039;&#038;c"
    )


def test_the_first_protocol_decides_what_is_put_before() -> None:
    assert clean_url("x.example", ["https"]) == "https://x.example"
    assert clean_url("x.example", ["ftp", "http"]) == "http://x.example"
    assert clean_url("http://x.example", ["https"]) == ""
