"""A post cut at its `<!--more-->`."""

import pytest

from copydesk.text.extended import Extended, split_extended


@pytest.mark.parametrize(
    ("content", "parts"),
    [
        ("no mark", Extended("no mark")),
        ("a<!--more-->b<!--more-->c", Extended("a", "b<!--more-->c")),
        ("a<!--more Read on-->b", Extended("a", "b", "Read on")),
        ("\n a \n<!--more-->\n\nb\n", Extended("a ", "b")),
        ("a\nb\n<!--more-->\nc\nd", Extended("a\nb\n", "\nc\nd")),
        ("a<!-- more -->b", Extended("a<!-- more -->b")),
        ("a<!--more\n-->b<!--more-->c", Extended("a<!--more\n-->b", "c")),
        ("a<!--more\n<!--more x-->c", Extended("a<!--more", "c", "x")),
        ("a<!--more", Extended("a<!--more")),
    ],
)
def test_teaser_and_rest(content: str, parts: Extended) -> None:
    assert split_extended(content) == parts
