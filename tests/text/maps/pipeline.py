"""The kit's pipelines, shortcodes, images, excerpts and pages of a text."""

from collections.abc import Callable
from typing import Any

from copydesk.text.attachment_images import attachment_image
from copydesk.text.avatars import avatar_url
from copydesk.text.escape import escape_attribute
from copydesk.text.excerpt import remove_blocks
from copydesk.text.facts import PostFacts
from copydesk.text.images import improve_images
from copydesk.text.pages import more_label, page_content, split_pages
from copydesk.text.password_form import password_form
from copydesk.text.pipeline import (
    excerpt_text,
    render_comment,
    render_content,
    render_excerpt,
    render_marked_title,
    render_title,
)
from copydesk.text.rendering import Rendering
from copydesk.text.shortcode_tags import CORE_SHORTCODES
from copydesk.text.shortcode_values import leading_int
from copydesk.text.shortcodes import run_shortcodes, strip_shortcodes
from copydesk.text.strip_tags import strip_tags
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


def content(html: str | bytes, post_id: int = 500, **overrides: Any) -> str:
    return render(
        lambda rendering: render_content(post_of(rendering), rendering),
        post_id,
        post_content=text_of(html),
        **overrides,
    )


def excerpt(value: dict[str, str | bytes], **overrides: Any) -> str:
    columns: dict[str, Any] = {f"post_{name}": text_of(text) for name, text in value.items()}
    return render(lambda rendering: render_excerpt(post_of(rendering), rendering), **columns, **overrides)


def plain_excerpt(value: dict[str, str | bytes], **overrides: Any) -> str:
    columns: dict[str, Any] = {f"post_{name}": text_of(text) for name, text in value.items()}
    return render(lambda rendering: excerpt_text(post_of(rendering), rendering), **columns, **overrides)


def title(text: str | bytes, **overrides: Any) -> str:
    return render(
        lambda rendering: render_title(post_of(rendering), rendering), post_title=text_of(text), **overrides
    )


def marked_title(text: str | bytes, **overrides: Any) -> str:
    return render(
        lambda rendering: render_marked_title(post_of(rendering), rendering),
        post_title=text_of(text),
        **overrides,
    )


def comment(text: str | bytes) -> str:
    return render(lambda rendering: render_comment(text_of(text), rendering))


def generate_postdata(text: str | bytes) -> dict[str, Any]:
    pages = split_pages(text_of(text))
    return {"pages": pages, "numpages": len(pages), "multipage": int(len(pages) > 1), "more": 0}


def get_the_content(
    text: str | bytes,
    more: int = 0,
    page: int = 1,
    more_link_text: str | None = None,
    strip_teaser: bool = False,
    **overrides: Any,
) -> str:
    def show(rendering: Rendering) -> str:
        post = post_of(rendering)
        if post.password_required:
            return password_form(post, rendering.facts.site)
        usual = more_label(escape_attribute(strip_tags(render_marked_title(post, rendering))))
        label = usual if more_link_text is None else more_link_text
        return page_content(post, page, full=bool(more), label=label, strip_teaser=strip_teaser)

    return render(show, post_content=text_of(text), **overrides)


def post_of(rendering: Rendering) -> PostFacts:
    assert rendering.post
    return rendering.post


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "do_shortcode": lambda text: render(lambda rendering: run_shortcodes(text_of(text), rendering)),
    "strip_shortcodes": lambda text: strip_shortcodes(text_of(text), CORE_SHORTCODES),
    "get_avatar_url": get_avatar_url,
    "excerpt_remove_blocks": lambda text: render(lambda rendering: remove_blocks(text_of(text), rendering)),
    "wp_html_excerpt": html_excerpt,
    "wp_trim_words": trim,
    "comment_text": comment,
    "generate_postdata": generate_postdata,
    "get_the_content": get_the_content,
    "get_the_excerpt": plain_excerpt,
    "get_the_title": marked_title,
    "rest_excerpt": excerpt,
    "rest_title": title,
    "the_content": content,
    "the_content_blocks": content,
    "the_title": title,
    "wp_filter_content_tags": filter_content_tags,
    "wp_get_attachment_image": get_attachment_image,
}
