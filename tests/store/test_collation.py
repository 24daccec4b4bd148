"""Texts compare on SQLite as they compare in MariaDB."""

import random
from itertools import pairwise

import pymysql
import pytest
from sqlalchemy import make_url

from copydesk.store.collation import contains_folded, fold_characters, sort_key
from tests.databases import MARIADB, has_mariadb

ALPHABETS = (
    "aAbBzZ09 -_.'",
    "eéÈêëēæÆœßsS øØoO",
    "‘’“”–—…  ₹€£",
    "अआकखिीुंँ।१२",
    "ДдЁёЕеяЯ",
    "中文字表一丁",
    "가각힣ㄱ",
    "😀🎉\U0001d400",
    "e\u0301a\u0308\u200b",
    "ｆｕＬＬ①Ⅷ",
)


def texts(count: int) -> list[str]:
    chance = random.Random(605)
    alphabets = [*ALPHABETS, "".join(ALPHABETS)]
    return ["".join(chance.choices(chance.choice(alphabets), k=chance.randint(0, 5))) for _ in range(count)]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Émile", "emile"), ("Straße", "strasse"), ("a ", "a"), ("E\u0301", "é"), ("ÆON", "aeon"), ("१", "1")],
)
def test_texts_that_are_the_same(one: str, other: str) -> None:
    assert sort_key(one) == sort_key(other)


def test_punctuation_sorts_before_digits_before_letters() -> None:
    in_order = ["", "_x", "-x", "“x", "%x", "1x", "ax", "Éx", "fx", "яx", "अx", "中x"]
    assert sorted(in_order, key=lambda text: str(sort_key(text))) == in_order


@pytest.mark.parametrize(
    ("text", "needle", "is_there"),
    [
        ("Café Müller", "CAFE mull", True),
        ("Straße", "strasse", False),
        ("₹5 crore", "₹5 CRORE", True),
        ("бюджет ЁЛКА", "елка", True),
        ("plain", "plane", False),
        ("", "", True),
    ],
)
def test_words_are_found_character_by_character(text: str, needle: str, is_there: bool) -> None:
    assert contains_folded(text.encode(), fold_characters(needle.encode())) is is_there


def test_nothing_is_found_in_no_text() -> None:
    assert not contains_folded(None, b"a")
    assert sort_key(None) is None


def test_bytes_that_are_no_text_do_no_harm() -> None:
    assert contains_folded(b"caf\xe9 \xc3\xa9", b"e")


@pytest.mark.mariadb
def test_order_and_search_agree_with_mariadb() -> None:
    if not has_mariadb():
        pytest.skip("no MariaDB server")
    url = make_url(MARIADB)
    connection = pymysql.connect(
        host=url.host or "", port=url.port or 3306, user=url.username, password=url.password or "",
        charset="utf8mb4", collation="utf8mb4_unicode_520_ci",
    )  # fmt: skip
    different = []
    with connection, connection.cursor() as cursor:
        for one, other in pairwise(texts(3000)):
            cursor.execute(
                "SELECT STRCMP(%s, %s), %s LIKE CONCAT('%%', %s, '%%')",
                (one, other, one + other.upper(), other),
            )
            ours = (compare(one, other), contains(one + other.upper(), other))
            theirs = cursor.fetchone()
            if ours != theirs:
                different.append((one, other, ours, theirs))
    assert different == []


def compare(one: str, other: str) -> int:
    first, second = str(sort_key(one)), str(sort_key(other))
    return (first > second) - (first < second)


def contains(text: str, needle: str) -> int:
    return int(contains_folded(text.encode(), fold_characters(needle.encode())))
