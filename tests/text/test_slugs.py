"""Slugs of titles, file names of uploads, accents, and lists in one string."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.text.accents import remove_accents
from copydesk.text.file_names import clean_file_name
from copydesk.text.lists import parse_ids, parse_list
from copydesk.text.slugs import cut_slug, dashed, percent_encode, searched_slug_of, slug_of
from tests.text.cases_reader import Case, load_cases, title_of

EXTENSIONS = frozenset({"jpg", "png", "txt", "tar", "gz"})


@pytest.mark.parametrize("case", load_cases("slugs"), ids=title_of)
def test_slug(case: Case) -> None:
    assert slug_of(case.input) == case.expected


def test_fallback_stands_in_for_a_title_without_letters() -> None:
    assert slug_of("<i></i>", fallback="No Title") == "No Title"
    assert searched_slug_of("!!!", fallback="x") == "x"


def test_slug_follows_the_language() -> None:
    assert slug_of("Äpfel", locale="de_AT") == "aepfel"


def test_searched_slug_keeps_accents_and_loses_slashes() -> None:
    assert searched_slug_of("Señor/a") == "se%c3%b1ora"


def test_long_slug_is_cut_between_letters() -> None:
    assert slug_of("я" * 100) == "%d1%8f" * 33
    assert slug_of("a" * 300) == "a" * 200
    assert len(slug_of("abc " * 300)) == 199


def test_bytes_that_are_no_text_are_read_as_latin_1() -> None:
    assert slug_of("na\udcefve \udcff") == "naive-y"
    assert dashed("na\udcefve", save=True) == "nave"


def test_many_ampersands_take_no_time() -> None:
    assert slug_of("&" * 200_000 + "\ud800;") == ""
    assert dashed("&a;" * 100_000 + "\udcff", save=True) == ""


def test_slug_is_cut_with_room_for_a_suffix() -> None:
    assert cut_slug("abc-def", 4) == "abc"
    assert cut_slug("%d1%8f%d1%8f", 11) == "%d1%8f"
    assert cut_slug("%ff%fe", 3) == "%ff"


def test_percent_encoding_stops_before_the_limit() -> None:
    assert percent_encode("aé", 6) == "a"
    assert percent_encode("aé", 7) == "a%c3%a9"


@given(st.text())
def test_slug_fits_the_column_and_an_address(title: str) -> None:
    slug = slug_of(title)
    assert len(slug) <= 200
    assert not set(slug) - set("abcdefghijklmnopqrstuvwxyz0123456789-_%")
    assert slug == slug.strip("-")


@pytest.mark.parametrize(
    ("text", "locale", "plain"),
    [
        ("plain", "en_US", "plain"),
        ("Ærøskøbing", "en_US", "AEroskobing"),
        ("Ærøskøbing", "da_DK", "Aeroeskoebing"),
        ("Große ẞ", "de_DE_formal", "Grosse SS"),
        ("Grüße", "sv_SE", "Gruse"),
        ("Đuro", "sr_RS", "DJuro"),
        ("col·legi", "ca", "collegi"),
        ("e\u0301te\u0301", "en_US", "ete"),
        ("Straße ẞ 10 € £5", "en_US", "Strase ẞ 10 E 5"),
        ("Ḁ ḁ", "en_US", "Ḁ ḁ"),
    ],
)
def test_accents_go_as_the_language_wants(text: str, locale: str, plain: str) -> None:
    assert remove_accents(text, locale) == plain


def test_text_that_is_no_utf8_loses_accents_byte_by_byte() -> None:
    assert remove_accents("\udce9t\udce9 \udc81 ß") == "ete \udc81 AY"


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("Summer Trip (1).jpg", "Summer-Trip-1.jpg"),
        ("archive.tar.gz", "archive.tar.gz"),
        ("shell.php.JPG", "shell.php_.JPG"),
        ("a.PNG.Txt", "a.PNG.Txt"),
        ("release.ver2.1.notes.txt", "release.ver2_.1.notes_.txt"),
        ("..hidden..name..", "hidden.name"),
        ("?.png", "unnamed-file.png"),
        ("png", "unnamed-file.png"),
        ("README", "README"),
        ("a\u00a0b\tc\r\nd.txt", "a-b-c-d.txt"),
        ("früh – spät.jpg", "fruh-–-spat.jpg"),
        ("\udc81Ab/x y\udc81.jpg", "x-y.jpg"),
        ("\udc81Ab", "ab"),
        ("", ""),
    ],
)
def test_file_name_is_made_safe(name: str, clean: str) -> None:
    assert clean_file_name(name, EXTENSIONS) == clean


@given(st.text(alphabet=st.characters(codec=None)))
def test_any_file_name_can_be_cleaned(name: str) -> None:
    assert not set(clean_file_name(name, EXTENSIONS)) & set("/\\<>\0?*")


def test_list_is_split_at_commas_and_spaces() -> None:
    assert parse_list(" news,, sport\tculture ") == ["news", "sport", "culture"]
    assert parse_list("") == []


def test_ids_lose_signs_and_repetitions() -> None:
    assert parse_ids("7, -7, 12abc, x, 3") == [7, 12, 0, 3]
