"""What documents say about the site they come from: addresses, permalinks, time zone, kinds of content."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

from copydesk.transfer.rest_document import Document

API_ROOT = re.compile(
    r"^(?P<home>https?://.+?)/(?:index\.php/)?(?:wp-json/|\?rest_route=/|index\.php\?rest_route=/)"
)
ROUTE = re.compile(r"(?:/wp-json/|\?rest_route=/)(?P<namespace>[^/]+/[^/]+)/(?P<base>[^/?&]+)")
CONTENT_FOLDER = "/wp-content/"
CORE_TYPES = ("post", "page", "attachment", "revision", "nav_menu_item", "wp_block", "wp_navigation")
CORE_BASES = {"post": "posts", "page": "pages", "attachment": "media"}

# Zones that sites with daylight saving most often are in: the first that explains all dates is taken.
LIKELY_ZONES = (
    "Europe/London", "Europe/Berlin", "Europe/Helsinki", "America/New_York", "America/Chicago",
    "America/Denver", "America/Los_Angeles", "America/Halifax", "America/Sao_Paulo", "Australia/Sydney",
    "Australia/Adelaide", "Pacific/Auckland", "Asia/Jerusalem", "America/Santiago",
)  # fmt: skip


@dataclass(frozen=True)
class Clues:
    """The site, as far as its documents tell. Addresses have no slash at the end; empty means unknown."""

    home: str = ""
    siteurl: str = ""
    permalink_structure: str = ""
    timezone_string: str = ""
    gmt_offset: str = ""
    title: str = ""
    tagline: str = ""
    registrations: Mapping[str, Any] = field(default_factory=dict)


def home_of(document: Document) -> str:
    """The home of the site that served a document: what stands before the API in its link to itself."""
    for rel in ("self", "collection", "about"):
        link = document.link(rel)
        found = API_ROOT.match(link["href"]) if link else None
        if found:
            return found["home"].rstrip("/")
    return ""


def find_clues(documents: Sequence[Document], index: Mapping[str, Any] | None = None) -> Clues:
    """What the documents say together; where they differ, what most of them say.

    An index of the API, when one lies beside them, knows better: title, addresses, time zone.
    """
    told = {name: value for name, value in (index or {}).items() if isinstance(value, str) and value}
    home = _most_common(home_of(document) for document in documents) or _home_of_links(documents)
    zone, offset = find_zone(documents)
    if told.get("timezone_string") in available_timezones():
        zone, offset = told["timezone_string"], ""
    return Clues(
        home=home,
        siteurl=told.get("url") or _most_common(_siteurl_of(document) for document in documents) or home,
        permalink_structure=find_structure(documents, home),
        timezone_string=zone,
        gmt_offset=offset,
        title=told.get("name", ""),
        tagline=told.get("description", ""),
        registrations=find_registrations(documents),
    )


def _most_common(values: Iterable[str]) -> str:
    counted = Counter(value for value in values if value)
    return counted.most_common(1)[0][0] if counted else ""


def _home_of_links(documents: Sequence[Document]) -> str:
    """Without links into the API: scheme and host of what people read."""
    parts = [urlsplit(document.text_member("link")) for document in documents]
    return _most_common(f"{part.scheme}://{part.netloc}" for part in parts if part.netloc)


def _siteurl_of(document: Document) -> str:
    """Where the CMS answers: the host of files and of identifiers that it made up."""
    for address in (document.text_member("source_url"), document.rendered("guid")):
        before, folder, _ = address.partition(CONTENT_FOLDER)
        if folder:
            return before
        before, query, _ = address.partition("/?")
        if query:
            return before
    return ""


def find_structure(documents: Sequence[Document], home: str) -> str:
    """The permalink structure that explains the addresses of posts; the usual one when there are none."""
    posts = [
        one for one in documents if one.kind == "post" and one.subtype == "post" and one.text_member("slug")
    ]
    return _most_common(_structure_of(post, home) for post in posts) or "/%postname%/"


def _structure_of(post: Document, home: str) -> str:
    link, slug = post.text_member("link"), post.text_member("slug")
    if not link.startswith(home) or "?p=" in link:
        return ""
    path = link[len(home) :]
    date = re.match(r"(\d{4})-(\d\d)-(\d\d)", post.text_member("date"))
    numbers = date.groups() if date else ()
    structure = "/".join(_tag_of(piece, post, slug, numbers) for piece in path.split("/"))
    return structure if "%postname%" in structure or "%post_id%" in structure else ""


DATE_TAGS = ("%year%", "%monthnum%", "%day%")


def _tag_of(piece: str, post: Document, slug: str, date: Sequence[str]) -> str:
    if piece == slug:
        return "%postname%"
    if piece == str(post.id):
        return "%post_id%"
    if piece in date:
        return DATE_TAGS[list(date).index(piece)]
    classes = post.data.get("class_list") or ()
    names = classes.values() if isinstance(classes, Mapping) else classes
    return "%category%" if f"category-{piece}" in names else piece


def find_zone(documents: Sequence[Document]) -> tuple[str, str]:
    """Name and offset of the time zone: one offset throughout stays an offset, several ask for a zone."""
    pairs = [pair for document in documents if (pair := _dates_of(document))]
    offsets = {local - gmt for local, gmt in pairs}
    if not offsets:
        return "", "0"
    if len(offsets) > 1:
        for name in LIKELY_ZONES:
            if all(_explains(ZoneInfo(name), local, gmt) for local, gmt in pairs):
                return name, ""
    hours = Counter(local - gmt for local, gmt in pairs).most_common(1)[0][0] / timedelta(hours=1)
    return "", f"{hours:g}"


def _dates_of(document: Document) -> tuple[datetime, datetime] | None:
    texts = document.text_member("date"), document.text_member("date_gmt")
    try:
        local, gmt = (datetime.fromisoformat(text) for text in texts)
    except ValueError:
        return None
    whole = (local - gmt) % timedelta(minutes=15) == timedelta(0)
    return (local, gmt) if whole and abs(local - gmt) <= timedelta(hours=14) else None


def _explains(zone: ZoneInfo, local: datetime, gmt: datetime) -> bool:
    return gmt.replace(tzinfo=ZoneInfo("UTC")).astimezone(zone).replace(tzinfo=None) == local


def route_of(document: Document) -> tuple[str, str]:
    """Namespace and base of the route that served a document; empty when it does not say."""
    for rel in ("collection", "self"):
        link = document.link(rel)
        found = ROUTE.search(link["href"]) if link else None
        if found:
            return found["namespace"], found["base"]
    return "", ""


def taxonomy_bases(document: Document) -> dict[str, str]:
    """The base of each taxonomy that a post's document links to, by its name."""
    bases = {}
    for link in document.links("wp:term"):
        found = ROUTE.search(link["href"])
        if found and isinstance(link.get("taxonomy"), str):
            bases[link["taxonomy"]] = found["base"]
    return bases


def find_registrations(documents: Sequence[Document]) -> dict[str, Any]:
    """Types and taxonomies beyond core's, as their registration would declare them."""
    types: dict[str, dict[str, Any]] = {}
    taxonomies: dict[str, dict[str, Any]] = {}
    for document in documents:
        if document.kind == "post":
            if document.subtype not in CORE_TYPES:
                types.setdefault(document.subtype, _type_said(document))
            for name, base in taxonomy_bases(document).items():
                _add_type(taxonomies.setdefault(name, _taxonomy_said(name, base)), document.subtype)
        elif document.kind == "term":
            base = route_of(document)[1] or document.subtype
            said = taxonomies.setdefault(document.subtype, _taxonomy_said(document.subtype, base))
            said["hierarchical"] = "parent" in document.data
    own = {name: said for name, said in taxonomies.items() if name not in ("category", "post_tag")}
    return {"post_types": types, "taxonomies": own}


def _type_said(document: Document) -> dict[str, Any]:
    namespace, base = route_of(document)
    name = document.subtype
    members = {
        "title": "title", "content": "editor", "excerpt": "excerpt", "author": "author",
        "menu_order": "page-attributes",
        "featured_media": "thumbnail", "comment_status": "comments", "format": "post-formats",
    }  # fmt: skip
    supports = [feature for member, feature in members.items() if member in document.data]
    return {
        "label": name.replace("_", " ").title(),
        "public": True,
        "show_in_rest": True,
        "rest_base": name if base in ("", *CORE_BASES.values()) else base,
        "rest_namespace": namespace or "wp/v2",
        "hierarchical": "parent" in document.data and document.data["parent"] is not None,
        "supports": supports + (["revisions"] if document.link("version-history") else []),
    }


def _taxonomy_said(name: str, base: str) -> dict[str, Any]:
    label = name.replace("_", " ").replace("-", " ").title()
    return {"label": label, "public": True, "show_in_rest": True, "rest_base": base, "object_types": []}


def _add_type(said: dict[str, Any], post_type: str) -> None:
    if post_type not in said["object_types"]:
        said["object_types"].append(post_type)
