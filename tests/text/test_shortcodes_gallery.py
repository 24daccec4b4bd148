"""The gallery: which pictures, in which order, in which markup."""

import re
from dataclasses import replace

from copydesk.text.facts import AttachedMediaNeed, AttachmentFacts, PostNeed
from copydesk.text.shortcodes import run_shortcodes
from tests.text.a_rendering import UPLOADS, a_picture, a_post, a_rendering, a_sound

PICTURES = (
    a_picture(3, caption="Third & <b>last</b>"),
    a_picture(1),
    a_picture(2, width=400, height=600, sizes=()),
)


def gallery(html: str, *attached: AttachmentFacts, post: int = 7) -> str:
    rendering = a_rendering(*PICTURES, a_sound(9))
    rendering.facts.learn(
        {
            AttachedMediaNeed(post, "image"): attached,
            PostNeed(8): a_post(8, status="private"),
            PostNeed(9): a_post(9),
        }
    )
    return run_shortcodes(html, rendering)


def shown(html: str) -> list[int]:
    return [int(number) for number in re.findall(r'alt="Alt (\d+)"', html)]


def test_ids_keep_their_order_and_skip_what_is_no_picture() -> None:
    assert shown(gallery('[gallery ids="3, 1,999,9,abc"]')) == [3, 1]
    assert shown(gallery('[gallery ids="3,1,2" orderby="ID"]')) == [1, 2, 3]
    assert shown(gallery('[gallery ids="3,1,2" orderby="title" order="DESC"]')) == [3, 2, 1]
    assert shown(gallery('[gallery include="3,1"]')) == [1, 3]


def test_without_ids_the_post_s_own_pictures_are_shown() -> None:
    assert shown(gallery("[gallery]", *PICTURES)) == [1, 2, 3]
    assert shown(gallery('[gallery exclude="2"]', *PICTURES)) == [1, 3]
    assert gallery('[gallery id="8"]', *PICTURES, post=8) == ""
    assert shown(gallery('[gallery id="9"]', *PICTURES, post=9)) == [1, 2, 3]
    assert gallery('[gallery id="0"]') == ""


def test_markup_has_the_tags_asked_for() -> None:
    html = gallery('[gallery ids="3" itemtag="dl" icontag="x-y" captiontag="p" columns="2" link="file"]')
    assert html == (
        "<div id='gallery-1' class='gallery galleryid-7 gallery-columns-2 gallery-size-thumbnail'>"
        "<dl class='gallery-item'>\n\t\t\t<dt class='gallery-icon landscape'>\n\t\t\t\t"
        f"<a href='{UPLOADS}/2025/06/port.jpg'>"
        f'<img width="150" height="150" src="{UPLOADS}/2025/06/port-150x150.jpg" '
        'class="attachment-thumbnail size-thumbnail" alt="Alt 3" aria-describedby="gallery-1-3" '
        'decoding="async" loading="lazy" /></a>\n\t\t\t</dt>'
        "\n\t\t\t\t<p class='wp-caption-text gallery-caption' id='gallery-1-3'>"
        "\n\t\t\t\tThird &#038; <b>last</b>\n\t\t\t\t</p></dl>\n\t\t</div>\n"
    )


def test_a_picture_of_unknown_size_lies_neither_way() -> None:
    bare = replace(PICTURES[1], metadata={})
    assert "class='gallery-icon '" in run_shortcodes("[gallery ids=1]", a_rendering(bare))


def test_galleries_of_a_text_are_numbered() -> None:
    html = gallery('[gallery ids="1"][gallery ids="2" link="none"]')
    assert "id='gallery-1'" in html
    assert "id='gallery-2'" in html
    assert "gallery-icon portrait" in html
    assert html.count("<a ") == 1
