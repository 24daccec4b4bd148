"""Pictures and frames in a text get their sizes and loading attributes."""

import pytest

from copydesk.text.facts import AttachmentNeed
from copydesk.text.images import improve_images, wanted_attachments
from tests.text.a_rendering import UPLOADS, a_picture, a_rendering


def improved(html: str) -> str:
    return improve_images(html, a_rendering(a_picture(5)))


def test_a_picture_of_the_library_gets_size_srcset_and_loading() -> None:
    tag = f'<img src="{UPLOADS}/2025/06/port-300x200.jpg" class="wp-image-5">'
    assert improved(tag) == (
        f'<img loading="lazy" decoding="async" width="300" height="200" '
        f'src="{UPLOADS}/2025/06/port-300x200.jpg" class="wp-image-5" '
        f'srcset="{UPLOADS}/2025/06/port-300x200.jpg 300w, {UPLOADS}/2025/06/port-900x600.jpg 900w, '
        f'{UPLOADS}/2025/06/port.jpg 1200w" sizes="auto, (max-width: 300px) 100vw, 300px" />'
    )


def test_a_square_thumbnail_of_an_oblong_picture_has_no_srcset() -> None:
    assert "srcset" not in improved(f'<img src="{UPLOADS}/2025/06/port-150x150.jpg" class="wp-image-5">')


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ('<img src="x.jpg">', '<img decoding="async" src="x.jpg">'),
        (
            '<img src="x.jpg" width="9" height="9">',
            '<img loading="lazy" decoding="async" src="x.jpg" width="9" height="9">',
        ),
        ('<img src="x.jpg" width="9">', '<img decoding="async" src="x.jpg" width="9">'),
        ("<img src='x.jpg' width='9' height='9'>", "<img src='x.jpg' width='9' height='9'>"),
        (
            '<img src="x" width="500" height="100" loading="eager">',
            '<img fetchpriority="high" decoding="async" src="x" width="500" height="100" loading="eager">',
        ),
        (
            '<img src="x.jpg" width="100" height="499" loading="eager">',
            '<img decoding="async" src="x.jpg" width="100" height="499" loading="eager">',
        ),
        (
            '<img src="x.jpg" width="500" height="500" fetchpriority="low">',
            '<img decoding="async" src="x.jpg" width="500" height="500" fetchpriority="low">',
        ),
        (
            '<img src="x.jpg" width="9" height="9" loading="lazy" sizes=\'50vw\'>',
            '<img decoding="async" src="x.jpg" width="9" height="9" loading="lazy" sizes="auto, 50vw">',
        ),
    ],
)
def test_what_a_tag_says_itself_decides(tag: str, expected: str) -> None:
    assert improved(tag) == expected


def test_only_the_first_eager_picture_is_fetched_first() -> None:
    tag = '<img src="{}.jpg" width="500" height="500" loading="eager">'
    assert improved(tag.format("a") + tag.format("b")).count("fetchpriority") == 1


def test_tags_spelled_the_same_are_treated_the_same() -> None:
    tag = '<img src="a.jpg" width="500" height="500" loading="eager">'
    assert improved(tag + tag).count("fetchpriority") == 2


def test_half_a_size_in_the_tag_is_found_in_the_file() -> None:
    tag = f'<img src="{UPLOADS}/2025/06/port-300x200.jpg" class="wp-image-5" width="9">'
    assert 'sizes="(max-width: 300px) 100vw, 300px"' in improved(tag)


def test_what_asks_for_priority_itself_leaves_none_for_others() -> None:
    first = '<img src="a" width="9" height="9" fetchpriority="high">'
    second = '<img src="b" width="500" height="500" loading="eager">'
    assert improved(first + second).count("fetchpriority") == 1


def test_a_size_in_the_tag_decides_the_shape() -> None:
    tag = f'<img src="{UPLOADS}/2025/06/port-300x200.jpg" class="wp-image-5" width="200" height="200">'
    assert "srcset" not in improved(tag)


@pytest.mark.parametrize(
    "tag",
    [
        '<img src="other.jpg" class="wp-image-5">',
        '<img src="other.jpg" class="wp-image-5" width="300">',
        '<img src="other.jpg" class="wp-image-5" width="300" height="200">',
        f'<img src="{UPLOADS}/2025/06/port.jpg" class="wp-image-5" width="0" height="9">',
    ],
)
def test_a_file_that_is_not_the_attachment_s_gets_nothing_of_it(tag: str) -> None:
    assert " srcset" not in improved(tag.replace("port", "ship"))


def test_sizes_in_the_tag_stay() -> None:
    tag = f'<img src="{UPLOADS}/2025/06/port.jpg" class="wp-image-5" sizes="auto">'
    assert improved(tag).count("sizes=") == 1


def test_frames_load_late_when_their_size_is_known() -> None:
    assert improved('<iframe src="x" width="1" height="2"></iframe>').startswith('<iframe loading="lazy" ')
    for tag in (
        '<iframe src="x"></iframe>',
        '<iframe src="x" width="1" height="2" loading="eager"></iframe>',
    ):
        assert improved(tag) == tag


def test_a_width_in_the_style_gives_the_height() -> None:
    tag = f'<img class="wp-image-5" style="width: 150px;" src="{UPLOADS}/2025/06/port-300x200.jpg">'
    assert 'width="150" height="100"' in improved(tag)


def test_an_edited_picture_is_left_alone() -> None:
    edited = a_picture(5, name="port-e1700000000000")
    tag = f'<img src="{UPLOADS}/2025/06/port-300x200.jpg" class="wp-image-5" width="300" height="200">'
    assert "srcset" not in improve_images(tag, a_rendering(edited))
    tag = tag.replace("port-", "port-e1700000000000-")
    assert "srcset" in improve_images(tag, a_rendering(edited))


def test_a_moving_picture_keeps_its_full_file() -> None:
    moving = a_picture(5)
    for file in moving.metadata["sizes"].values():
        file["mime-type"] = "image/gif"
    full = f'<img src="{UPLOADS}/2025/06/port.jpg" class="wp-image-5">'
    assert "srcset" not in improve_images(full, a_rendering(moving))
    small = full.replace("port.jpg", "port-300x200.jpg")
    assert "port.jpg 1200w" not in improve_images(small, a_rendering(moving))


def test_all_pictures_are_asked_for_at_once() -> None:
    html = '<img class="wp-image-5" src="a"><img class="wp-image-6" src="b">'
    assert wanted_attachments(html) == {5, 6}
    assert wanted_attachments("no pictures") == set()
    rendering = a_rendering()
    improve_images(html, rendering)
    assert rendering.facts.unanswered == {AttachmentNeed(5), AttachmentNeed(6)}


@pytest.mark.parametrize(
    "piece", ["<img ", '<img src="', "<img class=wp-image-5 ", "<iframe <img / / /", "<img\t>"]
)
def test_broken_tags_cost_no_time(piece: str) -> None:
    improved(piece * 50_000)
    improved(piece * 50_000 + ">")
