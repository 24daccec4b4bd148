"""Own addresses become paths, others and words stay."""

import pytest

from copydesk.site.addresses import Addresses

NEWS = Addresses("https://paper.example/news", "https://cms.paper.example/wp-content/uploads", "/files")
ROOT = Addresses("https://paper.example")


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("https://paper.example/news/fish/", "/news/fish/"),
        ("http://paper.example/news/fish/?page=2#top", "/news/fish/?page=2#top"),
        ("//paper.example/news", "/news/"),
        ("https://paper.example/news?p=5", "/news/?p=5"),
        ("https://paper.example/newsletter/", "https://paper.example/newsletter/"),
        ("https://other.example/news/fish/", "https://other.example/news/fish/"),
        ("https://cms.paper.example/wp-content/uploads/a.png", "/files/a.png"),
        ("https://cms.paper.example/?p=5", "https://cms.paper.example/?p=5"),
        ("#top", "#top"),
    ],
)
def test_address_is_shortened(url: str, path: str) -> None:
    assert NEWS.shorten(url) == path


def test_site_at_the_root_of_its_host() -> None:
    assert ROOT.front == "/"
    assert ROOT.shorten("https://paper.example") == "/"
    assert ROOT.shorten("https://paper.example/fish/") == "/fish/"
    assert ROOT.shorten("https://paper.example.org/fish/") == "https://paper.example.org/fish/"


def test_only_addresses_in_tags_are_shortened() -> None:
    html = '<a href="https://paper.example/news/a/">https://paper.example/news/a/</a>'
    assert NEWS.shorten_in(html) == '<a href="/news/a/">https://paper.example/news/a/</a>'


def test_every_candidate_of_a_picture_is_shortened() -> None:
    base = "https://cms.paper.example/wp-content/uploads"
    assert NEWS.shorten_in(f'<img srcset="{base}/a.png 1w, {base}/b.png 2w">') == (
        '<img srcset="/files/a.png 1w, /files/b.png 2w">'
    )
    assert ROOT.shorten_in(f'<img src="{base}/a.png">') == f'<img src="{base}/a.png">'


def test_text_without_own_addresses_is_untouched() -> None:
    assert (
        NEWS.shorten_in('<a href="https://other.example/">x</a>') == '<a href="https://other.example/">x</a>'
    )
