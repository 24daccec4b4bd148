"""Addresses of avatars."""

import hashlib

from copydesk.text.avatars import avatar_url

HASH = hashlib.sha256(b"a@b.example").hexdigest()


def test_the_address_is_hashed_in_lower_case_without_spaces() -> None:
    assert avatar_url(" A@B.example ") == f"https://secure.gravatar.com/avatar/{HASH}?s=96&d=mm&r=g"


def test_no_address_has_no_hash() -> None:
    assert avatar_url("", -5) == "https://secure.gravatar.com/avatar/?s=5&d=mm&r=g"


def test_the_site_chooses_the_default_and_the_rating() -> None:
    options = {"avatar_default": "https://x.example/?a", "avatar_rating": "PG"}
    assert avatar_url("", 0, options, force_default=True).endswith(
        "?s=96&d=https%3A%2F%2Fx.example%2F%3Fa&f=y&r=pg"
    )
    assert avatar_url("", 8, {"avatar_default": "gravatar_default"}).endswith("?s=8&r=g")


def test_initials_come_from_the_name_or_the_address() -> None:
    options = {"avatar_default": "initials"}
    assert avatar_url("x@y.example", 96, options, name="Ada M. Lovelace").endswith("&initials=AL")
    assert avatar_url("ökonom@y.example", 96, options).endswith("&initials=%C3%B6k")
    assert avatar_url("", 96, options).endswith("d=initials&r=g")


def test_a_hidden_address_carries_its_hash() -> None:
    assert "/avatar/abc?" in avatar_url("abc@md5.gravatar.com")
