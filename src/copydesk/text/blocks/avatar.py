"""core/avatar: the picture of a comment's author, of a given user, or of the post's author."""

from dataclasses import dataclass

from copydesk.text.blocks.around import comment_around
from copydesk.text.blocks.attributes import is_set, whole_number, words_of
from copydesk.text.blocks.avatar_image import avatar_image
from copydesk.text.blocks.block import Block
from copydesk.text.blocks.border_style import border_classes, border_style
from copydesk.text.blocks.declared import core_block
from copydesk.text.blocks.post_author import author_around
from copydesk.text.blocks.shown import comment_author
from copydesk.text.blocks.supports.wrapper import wrapper_attributes
from copydesk.text.escape import escape_attribute
from copydesk.text.facts import UserNeed
from copydesk.text.rendering import Rendering
from copydesk.text.urls import escape_url


@dataclass(frozen=True, slots=True)
class _Person:
    name: str
    email: str
    link: str
    what: str = "author archive"  # that the link leads to


def render_avatar(block: Block, _html: str, rendering: Rendering) -> str:
    attrs = block.attrs or {}
    person = _person(block, rendering)
    if person is None:
        return ""
    style = border_style(attrs)
    image = avatar_image(
        person.email,
        whole_number(attrs["size"]),
        rendering,
        alt=f"{person.name} Avatar",
        classes=("wp-block-avatar__image", *border_classes(attrs)),
        more=f' style="{escape_attribute(style)}"' if style else "",
    )
    if not image:
        return ""
    if is_set(attrs["isLink"]) and person.link:
        image = _link(block, person, image)
    return f"<div {wrapper_attributes(block, rendering)}>{image}</div>"


def _person(block: Block, rendering: Rendering) -> _Person | None:
    if rendering.context.get("commentId") is not None:
        comment = comment_around(rendering)
        if comment is None:
            return None
        return _Person(comment_author(comment), comment.author_email, comment.author_url, "website link")
    user_id = whole_number((block.attrs or {}).get("userId"))
    author = rendering.facts.ask(UserNeed(user_id)) if user_id else author_around(rendering)
    if author is None:
        # A user who is gone: the picture of nobody, and the address of nobody's archive.
        return _Person("", "", f"{rendering.facts.site.home}/author/") if user_id else None
    return _Person(author.name, author.email, author.link)


def _link(block: Block, person: _Person, image: str) -> str:
    target = words_of((block.attrs or {})["linkTarget"])
    label = ""
    if target == "_blank":
        words = f"({person.name} {person.what}, opens in a new tab)"
        label = f'aria-label="{escape_attribute(words)}"'
    return (
        f'<a href="{escape_url(person.link)}" target="{escape_attribute(target)}" {label} '
        f'class="wp-block-avatar__link">{image}</a>'
    )


BLOCK = core_block("core/avatar", render_avatar)
