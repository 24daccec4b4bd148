"""oEmbed: how other sites show our posts (`embed`), and how editors here get what others offer (`proxy`).

Pages of other sites are not asked: whoever names one gets the refusal that a site without a network gives.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from copydesk.content.answering import Newsroom
from copydesk.content.details import load_post_details
from copydesk.content.facts import site_facts
from copydesk.content.facts_media import load_attachment_facts
from copydesk.content.links import load_post_links
from copydesk.content.own_addresses import find_post_at
from copydesk.content.render import render_titles
from copydesk.rest.page import Call
from copydesk.rest.resource import Param
from copydesk.rest.route import Endpoint, Outcome, Route
from copydesk.store.posts import load_posts
from copydesk.store.rows import Post
from copydesk.store.users import get_user
from copydesk.text.attachment_images import attachment_source
from copydesk.text.post_embeds import frame_post, frame_size
from copydesk.wire.refused import Problem, Refused
from copydesk.wire.request import Answer
from copydesk.wire.schema import Schema, boolean, integer, mapping, string
from copydesk.wire.xml import format_xml

NOT_FOUND = Problem("oembed_invalid_url", "Not Found", 404)
FORBIDDEN = Problem("rest_forbidden", "You may not ask for other sites' content.")

NAMESPACE = "oembed/1.0"
USUAL_WIDTH = 600
XML = "text/xml; charset=UTF-8"

URL = Param(string("The address to show.", format="uri"), required=True)
EMBED_PARAMS = {
    "url": URL,
    "format": Param({"default": "json"}),
    "maxwidth": Param({"default": USUAL_WIDTH}),
}
PROXY_PARAMS = {
    "url": URL,
    "format": Param(string("The format of the answer.", default="json", enum=["json", "xml"])),
    "maxwidth": Param(integer("The greatest width in pixels.", default=USUAL_WIDTH)),
    "maxheight": Param(integer("The greatest height in pixels.")),
    "discover": Param(boolean("Whether to look for an offer in the page itself.", default=True)),
}


SHOWS: Schema = mapping(
    "Something as other sites may show it.",
    {
        "version": string("The version of oEmbed."),
        "type": string("What kind of thing it is."),
        "title": string("Its title."),
        "provider_name": string("The site's name."),
        "provider_url": string("The site's address.", format="uri"),
        "author_name": string("Who made it."),
        "author_url": string("His address.", format="uri"),
        "html": string("What shows it."),
        "width": {"type": ["integer", "null"], "description": "Pixels."},
        "height": {"type": ["integer", "null"], "description": "Pixels."},
        "thumbnail_url": string("A picture of it.", format="uri"),
        "thumbnail_width": integer("Pixels."),
        "thumbnail_height": integer("Pixels."),
    },
)


def oembed_routes() -> tuple[Route, ...]:
    """What the namespace offers."""
    embed = Endpoint(("GET",), read_embed, EMBED_PARAMS)
    proxy = Endpoint(("GET",), read_proxy, PROXY_PARAMS, permit=may_ask)
    return (
        Route(f"/{NAMESPACE}/embed", (embed,), namespace=NAMESPACE, shows=SHOWS),
        Route(f"/{NAMESPACE}/proxy", (proxy,), namespace=NAMESPACE, shows=SHOWS),
    )


def may_ask(call: Call) -> Problem | None:
    return None if call.viewer.can("edit_posts") else FORBIDDEN


def read_embed(call: Call) -> Outcome:
    """A post of this site as others may show it, as JSON or XML."""
    if call.params.get("format") != "xml":
        return Answer(describe_address(call))
    try:
        status, data = 200, describe_address(call)
    except Refused as refused:
        status, data = 404, refused.problem.body()
    return Answer(data, status, {"Content-Type": XML}, text=format_xml("oembed", data))


def read_proxy(call: Call) -> Outcome:
    """The same for editors."""
    return Answer(describe_address(call))


def describe_address(call: Call) -> dict[str, Any]:
    """What the address shows, or Refused."""
    newsroom = Newsroom(call.db, call.site, call.api.types)
    post = find_post_at(newsroom, str(call.params["url"]))
    if post is None:
        raise Refused(NOT_FOUND)
    return describe_post(newsroom, post, _width(call.params.get("maxwidth")))


def _width(given: Any) -> int:
    """A number at the start of what was sent; nothing else is one."""
    text = str(given).strip().removeprefix("-")
    digits = text[: len(text) - len(text.lstrip("0123456789"))]
    return int(digits[:9] or 0)


def describe_post(newsroom: Newsroom, post: Post, width: int) -> dict[str, Any]:
    """A post as other sites show it: who made it, and a frame."""
    site = newsroom.site
    link = load_post_links(newsroom.db, site, newsroom.types, [post])[post.id]
    title = _title(newsroom, post)
    author = get_user(newsroom.db, post.author)
    width, height = frame_size(width)
    return {
        "version": "1.0",
        "provider_name": site.name,
        "provider_url": site.home,
        "author_name": author.display_name if author else site.name,
        "author_url": site.permalinks.author_link(author.id, author.nicename) if author else site.home,
        "title": title,
        "type": "rich",
        "width": width,
        "height": height,
        "html": frame_post(link, title, site.name, width),
        **_thumbnail(newsroom, post, width),
    }


def _title(newsroom: Newsroom, post: Post) -> str:
    """The title as pages show it: a protected post says so."""
    marked = replace(post, title=f"Protected: {post.title}") if post.password else post
    return render_titles(newsroom, [marked])[post.id]


def _thumbnail(newsroom: Newsroom, post: Post, width: int) -> Mapping[str, Any]:
    """The featured picture (of a picture itself) in about this width."""
    details = load_post_details(newsroom.db, newsroom.types, [post.id])[post.id]
    picture_id = post.id if post.mime_type.startswith("image/") else details.thumbnail
    pictures = load_posts(newsroom.db, [picture_id] if picture_id else [])
    picture = load_attachment_facts(newsroom, list(pictures.values())).get(picture_id)
    source = attachment_source(picture, (width, 0), site_facts(newsroom.site)) if picture else None
    if source is None:
        return {}
    address, thumbnail_width, thumbnail_height = source
    return {
        "thumbnail_url": address,
        "thumbnail_width": thumbnail_width,
        "thumbnail_height": thumbnail_height,
    }
