"""Passwords, fast hashes and when a hash has aged."""

import hashlib

import argon2
import bcrypt
import pytest

from copydesk.auth.passwords import fast_hash, hash_password, is_outdated, verify_fast_hash, verify_password

PASSWORD = "Tr0llstigen & fjord"
CHEAP = 4


def bcrypt_of(password: str, letter: str = "y") -> str:
    return (
        bcrypt.hashpw(password.encode()[:72], bcrypt.gensalt(CHEAP)).decode().replace("$2b$", f"$2{letter}$")
    )


def test_new_hash_is_the_passwords_and_loses_outer_spaces() -> None:
    hashed = hash_password(f" {PASSWORD}\n", cost=CHEAP)
    assert hashed.startswith(f"$wp$2y$0{CHEAP}$")
    assert verify_password(PASSWORD, hashed)
    assert not verify_password(f" {PASSWORD}", hashed)
    assert not is_outdated(hashed, cost=CHEAP)
    assert is_outdated(hashed)


def test_new_hash_reads_more_than_72_bytes() -> None:
    hashed = hash_password("x" * 100, cost=CHEAP)
    assert not verify_password("x" * 99, hashed)


def test_too_long_a_password_has_no_hash() -> None:
    assert hash_password("x" * 4097) == "*"
    assert not verify_password("x" * 4097, "*")
    assert not verify_password("x" * 4097, hash_password("x" * 4096, cost=CHEAP))


@pytest.mark.parametrize("letter", ["y", "a", "b"])
def test_bcrypt_of_plugins_is_cut_at_72_bytes(letter: str) -> None:
    hashed = bcrypt_of("y" * 80, letter)
    assert verify_password("y" * 72 + "z", hashed)
    assert not verify_password("y" * 71, hashed)
    assert is_outdated(hashed)


@pytest.mark.parametrize("kind", [argon2.Type.ID, argon2.Type.I])
def test_argon_is_read(kind: argon2.Type) -> None:
    hashed = argon2.PasswordHasher(time_cost=1, memory_cost=8, parallelism=1, type=kind).hash(PASSWORD)
    assert verify_password(PASSWORD, hashed)
    assert not verify_password("no", hashed)


@pytest.mark.parametrize("start", ["$P$", "$H$"])
def test_portable_hash_is_read(start: str) -> None:
    hashed = portable_hash(PASSWORD, "saltsalt", start)
    assert verify_password(PASSWORD, hashed)
    assert not verify_password("no", hashed)
    assert verify_fast_hash(PASSWORD, hashed)


def portable_hash(password: str, salt: str, start: str) -> str:
    """The published algorithm of phpass, written out: 2^7 rounds, six bits a letter."""
    letters = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    digest = hashlib.md5((salt + password).encode()).digest()
    for _ in range(2**7):
        digest = hashlib.md5(digest + password.encode()).digest()
    bits = "".join(f"{byte:08b}" for byte in reversed(digest))
    # Three bytes are four letters, counted from the last bit; the sixteenth byte gives two.
    out = ""
    for group in range(5):
        piece = bits[len(bits) - 24 * (group + 1) : len(bits) - 24 * group]
        out += "".join(letters[int(piece[24 - 6 * (n + 1) : 24 - 6 * n], 2)] for n in range(4))
    last = int(bits[:8], 2)
    return f"{start}{letters[7]}{salt}{out}{letters[last % 64]}{letters[last // 64]}"


def test_md5_must_match_exactly() -> None:
    hashed = hashlib.md5(PASSWORD.encode()).hexdigest()
    assert verify_password(PASSWORD, hashed)
    assert not verify_password(PASSWORD, hashed.upper())
    assert verify_password("x" * 5000, hashlib.md5(b"x" * 5000).hexdigest())


@pytest.mark.parametrize(
    "hashed",
    [
        *("", "*", "*0", "x" * 60, "$wp$", "$wp" + "x" * 57, "$P$" + "!" * 31, "$P$Z" + "x" * 30),
        *("$2y$99$" + "x" * 53, "$argon2id$v=19$m=1,t=1$" + "x" * 30, "$argon2i$" + "é" * 30),
        "$1$ab$" + "x" * 30,
    ],
)
def test_broken_hash_matches_nothing(hashed: str) -> None:
    assert not verify_password(PASSWORD, hashed)
    assert not verify_fast_hash(PASSWORD, hashed)
    assert is_outdated(hashed)


def test_fast_hash_is_the_same_each_time() -> None:
    hashed = fast_hash("abcd efgh")
    assert hashed.startswith("$generic$")
    assert len(hashed) == 49
    assert fast_hash("abcd efgh") == hashed
    assert verify_fast_hash("abcd efgh", hashed)
    assert not verify_fast_hash("abcdefgh", hashed)


def test_fast_hashes_of_before_are_read() -> None:
    assert verify_fast_hash(PASSWORD, bcrypt_of(PASSWORD))
    assert not verify_fast_hash("x" * 5000, bcrypt_of("x" * 5000))


@pytest.mark.parametrize("password", ["\ud800", "odd \udcff", "nul\0byte", ""])
def test_any_password_can_be_hashed(password: str) -> None:
    assert verify_password(password.strip("\0"), hash_password(password.strip("\0"), cost=CHEAP))
    assert verify_fast_hash(password, fast_hash(password))
