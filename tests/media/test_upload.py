"""Files that are taken in, under which names, and what is refused."""

from io import BytesIO
from itertools import islice
from pathlib import Path

import pytest
from PIL import Image

from copydesk.media.files import NewFiles, files_of
from copydesk.media.kinds import KINDS, KINDS_WITH_HTML
from copydesk.media.names import name_of_disposition, unique_names
from copydesk.media.sizes import cut_to, fitted, image_sizes
from copydesk.media.upload import NotAllowedError, StoredFile, take_file

SIZES = image_sizes({})


def a_picture(width: int, height: int, *, kind: str = "JPEG", orientation: int = 1) -> bytes:
    buffer = BytesIO()
    image = Image.new("RGB", (width, height), "teal")
    exif = image.getexif()
    exif[0x0112] = orientation
    image.save(buffer, kind, exif=exif)
    return buffer.getvalue()


def take(root: Path, name: str, data: bytes) -> StoredFile:
    return take_file(NewFiles(root, "2031/05"), name, data, KINDS, SIZES)


def test_a_picture_gets_its_smaller_selves(tmp_path: Path) -> None:
    stored = take(tmp_path, "Harbour Dawn.JPG", a_picture(900, 600))
    assert stored.file == "2031/05/Harbour-Dawn.jpg"
    assert {name: size["file"] for name, size in stored.metadata["sizes"].items()} == {
        "medium": "Harbour-Dawn-300x200.jpg",
        "thumbnail": "Harbour-Dawn-150x150.jpg",
        "medium_large": "Harbour-Dawn-768x512.jpg",
    }
    assert {path.resolve() for path in (tmp_path / "2031/05").iterdir()} == set(
        files_of(tmp_path, stored.file, stored.metadata)
    )


def test_a_large_picture_is_scaled_and_kept(tmp_path: Path) -> None:
    stored = take(tmp_path, "wide.jpg", a_picture(3000, 1000))
    assert stored.file == "2031/05/wide-scaled.jpg"
    assert (stored.metadata["width"], stored.metadata["height"]) == (2560, 853)
    assert stored.metadata["original_image"] == "wide.jpg"


def test_a_picture_is_turned_upright(tmp_path: Path) -> None:
    stored = take(tmp_path, "held.jpg", a_picture(400, 300, orientation=6))
    assert stored.file == "2031/05/held-rotated.jpg"
    assert (stored.metadata["width"], stored.metadata["height"]) == (300, 400)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.jpg", b"<?php echo 1;"),
        ("a.jpg", b"just words"),
        ("a.jpg", a_picture(40, 40)[:200]),
        ("a.php", b"<?php"),
        ("a.svg", b"<svg onload='x()'/>"),
        ("a.txt", b"<html><script>x()</script>"),
        ("a.pdf", b"MZ\x90\0"),
        ("a", b"words"),
    ],
)
def test_what_is_not_what_it_says_is_refused_and_leaves_nothing(
    tmp_path: Path, name: str, data: bytes
) -> None:
    with pytest.raises(NotAllowedError):
        take_file(
            NewFiles(tmp_path, ""), name, data, KINDS_WITH_HTML, {"m": SIZES["thumbnail"] | {"width": 20}}
        )
    assert list(tmp_path.iterdir()) == []


def test_a_bomb_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("copydesk.media.images.MOST_PIXELS", 99)
    with pytest.raises(NotAllowedError):
        take(tmp_path, "bomb.png", a_picture(10, 10, kind="PNG"))
    assert not any(path.is_file() for path in tmp_path.rglob("*"))


def test_a_picture_of_another_kind_gets_its_own_extension(tmp_path: Path) -> None:
    stored = take(tmp_path, "x.png", a_picture(20, 20))
    assert (stored.file, stored.mime_type) == ("2031/05/x.jpg", "image/jpeg")


def test_paths_in_names_lead_nowhere(tmp_path: Path) -> None:
    assert take(tmp_path, "../../../x.txt", b"words").file == "2031/05/x.txt"
    assert files_of(tmp_path, "../../outside.txt", {}) == []


def test_names_are_unique() -> None:
    assert list(islice(unique_names("a.JPG", {"a.jpg", "a-1.jpg"}), 2)) == ["a-2.jpg", "a-3.jpg"]
    assert next(unique_names("a-20x30.jpg", set())) == "a-20x30-1.jpg"


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ('attachment; filename="a b.jpg"', "a b.jpg"),
        ("attachment; filename=b.jpg", "b.jpg"),
        ('form-data; name="file"; filename="c.jpg"', "c.jpg"),
        ("attachment; filename*=UTF-8''d.jpg", ""),
        ("inline", ""),
    ],
)
def test_names_in_dispositions(header: str, name: str) -> None:
    assert name_of_disposition(header) == name


def test_arithmetic() -> None:
    assert fitted((1600, 1067), (300, 300)) == (300, 200)
    assert cut_to((100, 90), SIZES["thumbnail"]) is None
    cut = cut_to((400, 200), SIZES["thumbnail"])
    assert cut is not None
    assert cut.box == (100, 0, 300, 200)
