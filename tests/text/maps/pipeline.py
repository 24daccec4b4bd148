"""The kit's pipelines, shortcodes, images, excerpts and pages of a text."""

from collections.abc import Callable
from typing import Any

from copydesk.text.attachment_images import attachment_image
from copydesk.text.avatars import avatar_url
from copydesk.text.excerpt import remove_blocks
from copydesk.text.images import improve_images
from copydesk.text.shortcode_tags import CORE_SHORTCODES
from copydesk.text.shortcode_values import leading_int
from copydesk.text.shortcodes import run_shortcodes, strip_shortcodes
from copydesk.text.trimming import first_characters, trim_words
from tests.text.fixture_site import load_rows, render, user_facts


def text_of(value: str | bytes) -> str:
    """The kit hands bytes that are not UTF-8 as `bytes`; ours travel as lone surrogates."""
    return value.decode(errors="surrogateescape") if isinstance(value, bytes) else value


def filter_content_tags(html: str | bytes, context: str = "") -> str:
    return render(lambda rendering: improve_images(text_of(html), rendering))


def get_attachment_image(
    attachment_id: int, size: str | list[int], icon: bool, attr: dict[str, str | bool] | str
) -> str:
    return render(
        lambda rendering: attachment_image(
            attachment_id,
            size if isinstance(size, str) else (size[0], size[1]),
            rendering,
            attributes=attr if isinstance(attr, dict) else {},
            icon=icon,
        )
    )


def get_avatar_url(
    who: int | str,
    size: int | str = 96,
    default: str = "mystery",
    rating: str = "G",
    force_default: bool = False,
    scheme: str = "",
) -> str:
    user = user_facts(load_rows(), who) if isinstance(who, int) else None
    email = (user.email if user else "") if isinstance(who, int) else who
    return avatar_url(
        email,
        size if isinstance(size, int) else 0,
        {"avatar_default": default, "avatar_rating": rating},
        name=user.name if user else "",
        force_default=force_default,
    )


def trim(text: str | bytes, num_words: int | str | None = 55, more: str | None = None) -> str:
    return trim_words(text_of(text), leading_int(str(num_words)), "&hellip;" if more is None else more)


def html_excerpt(text: str | bytes, count: int, more: str = "") -> str:
    return first_characters(text_of(text), count, more)


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "do_shortcode": lambda text: render(lambda rendering: run_shortcodes(text_of(text), rendering)),
    "strip_shortcodes": lambda text: strip_shortcodes(text_of(text), CORE_SHORTCODES),
    "get_avatar_url": get_avatar_url,
    "excerpt_remove_blocks": lambda text: render(lambda rendering: remove_blocks(text_of(text), rendering)),
    "wp_html_excerpt": html_excerpt,
    "wp_trim_words": trim,
    "wp_filter_content_tags": filter_content_tags,
    "wp_get_attachment_image": get_attachment_image,
}
