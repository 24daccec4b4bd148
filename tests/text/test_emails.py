"""Addresses of mail, judged and repaired."""

import pytest

from copydesk.text.emails import clean_email, is_email


@pytest.mark.parametrize(
    "address", ["a@b.co", "first.last+tag@news.example", "A!#$%&'*/=?^_`{|}~-@b-c.d", ".a..b.@1.2.3.4"]
)
def test_good_addresses(address: str) -> None:
    assert is_email(address)
    assert clean_email(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "",
        "a@b.c",
        "abcdef",
        "@b.co.x",
        "a b@c.de",
        "a@b.co.",
        "a@b..co",
        "a@-b.co",
        "a@b_c.co",
        "a@bcdef",
        "\u00e9@b.example",
        "a@b@c.de",
    ],
)
def test_bad_addresses(address: str) -> None:
    assert not is_email(address)


@pytest.mark.parametrize(
    ("address", "repaired"),
    [
        ("Name <a@b.co>", "Namea@b.co"),
        (" a@b.co.\n", "a@b.co"),
        ("a@-b-.-c\u00f6-.de", "a@b.c.de"),
        ("a@b@c.de", "a@bc.de"),
        ("a@b..c.de", "a@bc.de"),
        ("a@.b.co", "a@b.co"),
        ("a@bcdef", ""),
        ("\u00e9@b.co", ""),
        ("a@b.c", ""),
    ],
)
def test_repaired_addresses(address: str, repaired: str) -> None:
    assert clean_email(address) == repaired
