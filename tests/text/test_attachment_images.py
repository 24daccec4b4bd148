"""An attachment as an img tag: which file, in which size, with which attributes."""

from dataclasses import replace

import pytest

from copydesk.text.attachment_images import attachment_image, attachment_source, icon_source
from copydesk.text.facts import AttachmentFacts
from copydesk.text.picture_sizes import Size, fit, has_same_shape
from tests.text.a_rendering import SITE, UPLOADS, a_picture, a_rendering, a_sound


@pytest.mark.parametrize(
    ("size", "file", "shown"),
    [
        ("medium", "port-300x200.jpg", (300, 200)),
        ("full", "port.jpg", (1200, 800)),
        ("unheard-of", "port.jpg", (1200, 800)),
        ((300, 200), "port-300x200.jpg", (300, 200)),
        ((600, 400), "port-900x600.jpg", (600, 400)),
        ((100, 100), "port-150x150.jpg", (100, 100)),
        ((400, 0), "port-900x600.jpg", (400, 267)),
        ((2000, 2000), "port.jpg", (1200, 800)),
        ((120, 60), "port-150x150.jpg", (60, 60)),
    ],
)
def test_the_smallest_file_that_serves_is_chosen(size: Size, file: str, shown: tuple[int, int]) -> None:
    assert attachment_source(a_picture(5), size, SITE) == (f"{UPLOADS}/2025/06/{file}", *shown)


def test_attributes_keep_their_order_and_may_be_left_out() -> None:
    image = attachment_image(
        5,
        "thumbnail",
        a_rendering(a_picture(5)),
        attributes={"alt": 'A "b"', "data-x": "1", "decoding": False},
    )
    assert image == (
        f'<img width="150" height="150" src="{UPLOADS}/2025/06/port-150x150.jpg" '
        'class="attachment-thumbnail size-thumbnail" alt="A &quot;b&quot;" data-x="1" loading="lazy" />'
    )


def test_the_site_s_options_bound_named_sizes() -> None:
    bare = a_picture(5, sizes=())
    assert attachment_source(bare, "medium", SITE) == (f"{UPLOADS}/2025/06/port.jpg", 300, 200)
    assert attachment_source(bare, "thumb", replace(SITE, options={})) == (bare.url, 128, 85)
    assert attachment_source(bare, "large", replace(SITE, options={})) == (bare.url, 1200, 800)


def test_what_is_given_is_not_filled_in() -> None:
    rendering = a_rendering(a_picture(5))
    assert 'sizes="auto, 50vw"' in attachment_image(5, "medium", rendering, attributes={"sizes": "50vw"})
    assert "300w" not in attachment_image(5, "medium", rendering, attributes={"srcset": "a 1x"})
    assert "loading" not in attachment_image(5, "medium", rendering, attributes={"loading": False})
    assert "lazy" not in attachment_image(5, "medium", rendering, attributes={"loading": "eager"})


def test_in_a_content_loading_is_left_to_the_step_for_pictures() -> None:
    rendering = a_rendering(a_picture(5))
    rendering.in_content = True
    assert "loading" not in attachment_image(5, "medium", rendering)


def test_what_is_no_picture_shows_as_nothing_or_as_an_icon() -> None:
    rendering = a_rendering(a_sound(6))
    assert attachment_image(6, "medium", rendering) == ""
    assert "/audio.svg" in attachment_image(6, "medium", rendering, icon=True)
    assert icon_source(None, SITE)[0].endswith("/default.svg")
    unknown = AttachmentFacts(9, "x", "data.xyz", "application/x", {})
    assert icon_source(unknown, SITE)[0].endswith("/default.svg")


def test_a_picture_of_unknown_size_is_shown_without_one() -> None:
    bare = AttachmentFacts(
        5, f"{UPLOADS}/a.jpg", "a.jpg", "image/jpeg", {"sizes": {"medium": "broken"}, "width": "x"}
    )
    assert attachment_source(bare, "medium", SITE) == (f"{UPLOADS}/a.jpg", 0, 0)
    assert attachment_image(5, "medium", a_rendering(bare)).startswith(f'<img src="{UPLOADS}/a.jpg"')


def test_shapes_are_the_same_give_or_take_a_pixel() -> None:
    assert fit(1201, 800, 300) == (300, 200)
    assert fit(100, 100, 0, 0) == (100, 100)
    assert fit(1000, 3, 100, 50) == (100, 1)
    assert fit(1000, 990, 100, 100) == (100, 100)
    assert fit(990, 1000, 100, 100) == (100, 100)
    assert has_same_shape(300, 200, 1024, 683)
    assert has_same_shape(1024, 683, 300, 200)
    assert not has_same_shape(150, 150, 300, 200)
