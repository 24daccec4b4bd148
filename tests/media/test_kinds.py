"""Kinds of files by their name."""

import pytest

from copydesk.media.kinds import ALL_KINDS, KINDS, Kind, allowed_kinds


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("photo.JPG", Kind("JPG", "image/jpeg")),
        ("a.b.7z", Kind("7z", "application/x-7z-compressed")),
        ("clip.m4v", Kind("m4v", "video/mp4")),
        ("noise.x-wav", Kind("x-wav", "audio/wav")),
        ("page.html", None),
        ("tool.exe", None),
        ("README", None),
        ("x.", None),
        ("x.jpg\n", None),
        ("", None),
    ],
)
def test_kind_of_a_name(name: str, kind: Kind | None) -> None:
    assert KINDS.of(name) == kind


def test_html_is_for_those_who_may_post_it() -> None:
    assert allowed_kinds(unfiltered_html=False) is KINDS
    assert allowed_kinds(unfiltered_html=True).of("x.html") == Kind("html", "text/html")
    assert allowed_kinds(unfiltered_html=True).of("x.exe") is None
    assert ALL_KINDS.of("x.exe")


def test_extensions_are_listed() -> None:
    assert {"jpg", "pdf"} < KINDS.extensions
