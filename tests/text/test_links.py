"""Whose link it is, its rel, and shorter ways to write an address."""

import pytest

from copydesk.text.links import add_rel, is_own_link, make_relative, shorten_url

HOME = "https://news.example/en"


@pytest.mark.parametrize(
    ("address", "is_own"),
    [
        ("https://news.example/x", True),
        ("HTTP://News.Example", True),
        ("https://user:password@news.example:8080?x", True),
        ("https://news.example.evil.example/", False),
        ("https://news.example:port/", False),
        ("//news.example/", False),
        ("/x", False),
        ("foo://news.example/", False),
        ("https://[::1]/", False),
        ("", False),
    ],
)
def test_own_links(address: str, is_own: bool) -> None:
    assert is_own_link(address, HOME) is is_own


def test_without_a_home_nothing_is_own() -> None:
    assert not is_own_link("https://news.example", "")


@pytest.mark.parametrize(
    ("html", "related"),
    [
        ('<a href="http://a.example">x</a>', '<a href="http://a.example" rel="nofollow ugc">x</a>'),
        ("<A href=x>x</A>", '<a href=x rel="nofollow ugc">x</A>'),
        ('<a href="https://news.example/x">', '<a href="https://news.example/x" rel="ugc">'),
        ("<a href='x' rel=me DOWNLOAD>", '<a href="x" download rel="me nofollow ugc">'),
        ('<a rel="nofollow me" title="a&b">', '<a title="a&amp;b" rel="nofollow me ugc">'),
        ('<a rel="x" href="javascript:y">', '<a href="y" rel="x nofollow ugc">'),
        ("<a rel>", '<a  rel=" nofollow ugc">'),
        ('<a title=">">', '<a title=" rel="nofollow ugc">">'),
        ("<a>", "<a>"),
        ("<abbr x>", "<abbr x>"),
        ("<a href=x\n><a href=y", "<a href=x\n><a href=y"),
    ],
)
def test_links_of_readers(html: str, related: str) -> None:
    assert add_rel(html, "nofollow ugc", HOME) == related


def test_own_links_need_no_rel() -> None:
    html = '<a href="https://news.example/x">'
    assert add_rel(html, "nofollow", HOME) == html


@pytest.mark.parametrize(
    ("address", "short"),
    [
        ("https://www.example.com/", "example.com"),
        ("http://example.com/" + "x" * 40, "example.com/" + "x" * 20 + "&hellip;"),
        ("http://example.com/" + "é" * 20, "example.com/" + "é" * 10 + "&hellip;"),
        ("HTTP://example.com", "HTTP://example.com"),
        ("", ""),
    ],
)
def test_short_addresses(address: str, short: str) -> None:
    assert shorten_url(address) == short


@pytest.mark.parametrize(
    ("address", "relative"),
    [
        ("https://example.com/a?b#c", "/a?b#c"),
        ("//example.com/a", "/a"),
        ("HTTP://example.com", ""),
        ("/a//b", "/a//b"),
        ("ftp://example.com/", "ftp://example.com/"),
        ("", ""),
    ],
)
def test_relative_addresses(address: str, relative: str) -> None:
    assert make_relative(address) == relative
