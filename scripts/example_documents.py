"""The sample newsroom as REST documents, the way WordPress 7.1 with PublishPress Authors serves them to a
stranger: key order, links and all. `Newsroom` knows the sources; each method answers with one document."""

import hashlib
import json
import tomllib
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from scripts.example_pictures import Picture, figure, media_details, preview, read_picture
from scripts.example_sources import (
    Markup,
    Source,
    comment_html,
    excerpt,
    name_html,
    read_sources,
    slug_of,
)

from copydesk.text.texturize import texturize

Document = dict[str, Any]

CURIES = [{"name": "wp", "href": "https://api.w.org/{rel}", "templated": True}]


def spell(document: Any) -> str:
    """Compact JSON as PHP writes it."""
    return json.dumps(document, separators=(",", ":")).replace("/", "\\/")


class Newsroom:
    def __init__(self, sources: Path, uploads: Path) -> None:
        facts = tomllib.loads((sources / "newsroom.toml").read_text(encoding="utf-8"))
        self.site: Document = facts["site"]
        self.home: str = self.site["home"]
        self.uploads = f"{self.site['siteurl']}/wp-content/uploads"
        self.zone = ZoneInfo(self.site["timezone"])
        self.users: list[Document] = facts["users"]
        self.categories: list[Document] = facts["categories"]
        self.tags = list(enumerate(facts["tags"]["names"], facts["tags"]["first_id"]))
        self.pictures = {item["id"]: (item, read_picture(item, uploads)) for item in facts["pictures"]}
        self.comments: list[Document] = facts["comments"]
        self.posts = read_sources(sources / "posts")
        self.pages = read_sources(sources / "pages")
        self.revisions = read_sources(sources / "revisions")

    # Addresses and dates

    def api(self, path: str) -> str:
        return f"{self.home}/wp-json/wp/v2/{path}"

    def upload(self, picture: Picture, name: str = "") -> str:
        return f"{self.uploads}/{picture.folder}/{name or picture.name}"

    def dates(self, key: str, moment: str | datetime) -> Document:
        local = moment if isinstance(moment, datetime) else datetime.fromisoformat(moment)
        gmt = local.replace(tzinfo=self.zone).astimezone(ZoneInfo("UTC"))
        return {key: f"{local:%Y-%m-%dT%H:%M:%S}", f"{key}_gmt": f"{gmt:%Y-%m-%dT%H:%M:%S}"}

    def self_links(self, path: str, about: str = "") -> Document:
        base = path.rpartition("/")[0]
        links: Document = {
            "self": [{"href": self.api(path), "targetHints": {"allow": ["GET"]}}],
            "collection": [{"href": self.api(base)}],
        }
        return {**links, "about": [{"href": self.api(about)}]} if about else links

    # The site and its people

    def index(self) -> Document:
        """The answer to `/wp-json/?_fields=…` with these fields."""
        noon = datetime.combine(self.site["today"], datetime.min.time(), self.zone)
        offset = noon.utcoffset()
        assert offset is not None
        return {
            "name": self.site["name"],
            "description": self.site["description"],
            "url": self.site["siteurl"],
            "home": self.home,
            "gmt_offset": int(offset.total_seconds()) // 3600,
            "timezone_string": self.site["timezone"],
        }

    def user(self, user: Document) -> Document:
        return {
            "id": user["id"],
            "name": user["name"],
            "url": user.get("url", ""),
            "description": user["description"],
            "link": f"{self.home}/author/{user['slug']}/",
            "slug": user["slug"],
            "avatar_urls": gravatars(user["email"]),
            "meta": [],
            "_links": self.self_links(f"users/{user['id']}"),
        }

    def user_of(self, slug: str) -> Document:
        return next(user for user in self.users if user["slug"] == slug)

    def author(self, user: Document) -> Document:
        """An entry of a post's `authors`."""
        first, last = user["name"].split()
        avatar: Any = gravatar(user["email"], 96)
        if "avatar" in user:
            url = self.upload(self.pictures[user["avatar"]][1])
            avatar = {"url": url, "url2x": url}
        return {
            "term_id": user["term"],
            "user_id": user["id"],
            "is_guest": 0,
            "slug": user["slug"],
            "display_name": user["name"],
            "avatar_url": avatar,
            "author_category": "",
            "first_name": first,
            "last_name": last,
            "user_url": user.get("url", ""),
            "description": user["description"],
        }

    # Terms

    def category(self, term: Document) -> Document:
        parent = next((item for item in self.categories if item["id"] == term.get("parent")), None)
        above = f"{parent['slug']}/" if parent else ""
        extra = (
            {"up": [{"embeddable": True, "href": self.api(f"categories/{parent['id']}")}]} if parent else {}
        )
        count = sum(term["slug"] in post.list("categories") for post in self.posts)
        link = f"category/{above}{term['slug']}"
        document = self._term(term, "category", "categories", link, count)
        return self._with_links(
            {**document, "parent": term.get("parent", 0), "meta": []}, "categories", extra
        )

    def tag(self, term_id: int, name: str) -> Document:
        slug = slug_of(name)
        count = sum(slug in post.list("tags") for post in self.posts)
        term = {"id": term_id, "slug": slug, "name": name}
        document = self._term(term, "post_tag", "tags", f"tag/{slug}", count)
        return self._with_links({**document, "meta": []}, "tags", {})

    def author_term(self, user: Document) -> Document:
        count = sum(user["slug"] in post.list("authors") for post in self.posts)
        term = {"id": user["term"], "slug": user["slug"], "name": user["name"]}
        document = self._term(term, "author", "ppma_author", f"author/{user['slug']}", count)
        return self._with_links({**document, "meta": []}, "ppma_author", {})

    def _term(self, term: Document, taxonomy: str, base: str, path: str, count: int) -> Document:
        return {
            "id": term["id"],
            "count": count,
            "description": term.get("description", ""),
            "link": f"{self.home}/{path}/",
            "name": name_html(term["name"]),
            "slug": term["slug"],
            "taxonomy": taxonomy,
        }

    def _with_links(self, document: Document, base: str, extra: Document) -> Document:
        path, about = f"{base}/{document['id']}", f"taxonomies/{document['taxonomy']}"
        posts = [{"href": self.api(f"posts?{base}={document['id']}")}]
        links = {**self.self_links(path, about), **extra, "wp:post_type": posts, "curies": CURIES}
        return {**document, "_links": links}

    def comment(self, comment: Document) -> Document:
        user = next((user for user in self.users if user["id"] == comment.get("user")), comment)
        post = next(post for post in self.posts if int(post.head["id"]) == comment["post"])
        return {
            "id": comment["id"],
            "post": comment["post"],
            "parent": comment.get("parent", 0),
            "author": comment.get("user", 0),
            "author_name": name_html(user["name"]),
            "author_url": user.get("url", ""),
            **self.dates("date", comment["date"]),
            "content": {"rendered": comment_html(comment["text"])},
            "link": f"{self.home}/{post.slug}/#comment-{comment['id']}",
            "status": "approved",
            "type": "comment",
            "author_avatar_urls": gravatars(user["email"]),
            "meta": {"_wp_note_status": None},
            "_links": self._comment_links(comment),
        }

    def _comment_links(self, comment: Document) -> Document:
        links = self.self_links(f"comments/{comment['id']}")
        if "user" in comment:
            links["author"] = [{"embeddable": True, "href": self.api(f"users/{comment['user']}")}]
        post = self.api(f"posts/{comment['post']}")
        links["up"] = [{"embeddable": True, "post_type": "post", "href": post}]
        if "parent" in comment:
            above = self.api(f"comments/{comment['parent']}")
            links["in-reply-to"] = [{"embeddable": True, "href": above}]
        if any(other.get("parent") == comment["id"] for other in self.comments):
            below = self.api(f"comments?parent={comment['id']}")
            links["children"] = [{"embeddable": True, "href": below}]
        return links

    # Posts, pages and revisions

    def post(self, source: Source) -> Document:
        post_id, head = int(source.head["id"]), source.head
        content = self.content(source)
        authors = [self.user_of(slug) for slug in source.list("authors")]
        terms = self._terms_of(source)
        picture = int(head.get("picture", 0))
        return {
            **self._opening(source, "post", "p"),
            "title": {"rendered": texturize(head["title"])},
            "content": {"rendered": content, "protected": False},
            "excerpt": {"rendered": excerpt(content, head.get("excerpt", "")), "protected": False},
            "author": authors[0]["id"],
            "featured_media": picture,
            "comment_status": "open",
            "ping_status": "open",
            "sticky": False,
            "template": "",
            "format": "standard",
            "meta": {"footnotes": ""},
            "categories": [term_id for _, term_id, _ in terms["category"]],
            "tags": [term_id for _, term_id, _ in terms["tag"]],
            "ppma_author": [author["term"] for author in authors],
            "class_list": [
                *(f"post-{post_id}", "post", "type-post", "status-publish", "format-standard"),
                *(["has-post-thumbnail"] if picture else []),
                "hentry",
                *(f"{kind}-{slug}" for kind in terms for _, _, slug in terms[kind]),
            ],
            "authors": [self.author(author) for author in authors],
            "_links": self._post_links(source, authors[0]["id"], picture),
        }

    def page(self, source: Source) -> Document:
        page_id, head = int(source.head["id"]), source.head
        content = self.content(source)
        parent = int(head.get("parent", 0))
        author = self.user_of(head["author"])["id"]
        above = next((f"{page.slug}/" for page in self.pages if int(page.head["id"]) == parent), "")
        up = {"up": [{"embeddable": True, "href": self.api(f"pages/{parent}")}]} if parent else {}
        return {
            **self._opening(source, "page", "page_id", f"{above}{source.slug}"),
            "title": {"rendered": texturize(head["title"])},
            "content": {"rendered": content, "protected": False},
            "excerpt": {"rendered": excerpt(content), "protected": False},
            "author": author,
            "featured_media": 0,
            "parent": parent,
            "menu_order": int(head["order"]),
            "comment_status": "closed",
            "ping_status": "closed",
            "template": "",
            "meta": {"footnotes": ""},
            "class_list": [f"post-{page_id}", "page", "type-page", "status-publish", "hentry"],
            "_links": {
                **self._opening_links(f"pages/{page_id}", "page", author, []),
                **up,
                "wp:attachment": [{"href": self.api(f"media?parent={page_id}")}],
                "curies": CURIES,
            },
        }

    def revisions_of(self, post: Source) -> list[Document]:
        """Newest first: the newest is the post itself, the older ones are texts of their own."""
        ids = sorted((int(item) for item in post.list("revisions")), reverse=True)
        older = {int(source.head["id"]): source for source in self.revisions}
        return [self._revision(older.get(item, post), item, post) for item in ids]

    def _revision(self, source: Source, revision_id: int, post: Source) -> Document:
        moment = source.head.get("modified", source.head["date"])
        dates, modified = self.dates("date", moment), self.dates("modified", moment)
        return {
            "author": self.user_of((source.list("author") or source.list("authors"))[0])["id"],
            **dates,
            "id": revision_id,
            **modified,
            "parent": int(post.head["id"]),
            "slug": f"{post.head['id']}-revision-v1",
            "guid": {"rendered": f"{self.site['siteurl']}/?p={revision_id}"},
            "title": {"rendered": texturize(source.head["title"])},
            "content": {"rendered": self.content(source)},
            "excerpt": {"rendered": ""},
            "meta": {"footnotes": ""},
            "_links": {"parent": [{"href": self.api(f"posts/{post.head['id']}")}]},
        }

    def content(self, source: Source) -> str:
        is_page = source in self.pages
        markup = Markup(self.home, self._figure, pasted=source.head.get("lists") == "pasted", blocks=is_page)
        return markup.render(source.body)

    def _figure(self, picture_id: int, caption: str) -> str:
        item, picture = self.pictures[picture_id]
        return figure(picture, f"{self.uploads}/{picture.folder}", item, caption)

    def media(self, picture_id: int) -> Document:
        item, picture = self.pictures[picture_id]
        folder = f"{self.uploads}/{picture.folder}"
        post = next((post for post in self.posts if int(post.head["id"]) == item.get("post")), None)
        slug = Path(picture.name).stem
        caption = f"<p>{texturize(item['caption'])}</p>\n" if "caption" in item else ""
        address = f"{folder}/{picture.name}"
        return {
            "id": picture_id,
            **self.dates("date", item["date"]),
            "guid": {"rendered": address},
            **self.dates("modified", item["date"]),
            "slug": slug,
            "status": "inherit",
            "type": "attachment",
            "link": f"{self.home}/{f'{post.slug}/' if post else ''}{slug}/",
            "title": {"rendered": texturize(item["title"])},
            "author": item["author"],
            "featured_media": 0,
            "comment_status": "open",
            "ping_status": "closed",
            "template": "",
            "meta": [],
            "class_list": [f"post-{picture_id}", "attachment", "type-attachment", "status-inherit", "hentry"],
            "description": {"rendered": preview(picture, folder, item["alt"])},
            "caption": {"rendered": caption},
            "alt_text": item["alt"],
            "media_type": "image",
            "mime_type": picture.mime_type,
            "media_details": media_details(picture, folder),
            "post": item.get("post"),
            "source_url": address,
            "filename": picture.name,
            "filesize": picture.filesize,
            "_links": self._media_links(picture_id, item),
        }

    def _media_links(self, picture_id: int, item: Document) -> Document:
        links: Document = {
            **self.self_links(f"media/{picture_id}", "types/attachment"),
            "author": [{"embeddable": True, "href": self.api(f"users/{item['author']}")}],
            "replies": [{"embeddable": True, "href": self.api(f"comments?post={picture_id}")}],
        }
        if "post" in item:
            post = {"embeddable": True, "post_type": "post", "id": item["post"]}
            links["wp:attached-to"] = [{**post, "href": self.api(f"posts/{item['post']}")}]
            links["curies"] = CURIES
        return links

    def _opening(self, source: Source, post_type: str, parameter: str, path: str = "") -> Document:
        head = source.head
        return {
            "id": int(head["id"]),
            **self.dates("date", head["date"]),
            "guid": {"rendered": f"{self.site['siteurl']}/?{parameter}={head['id']}"},
            **self.dates("modified", head.get("modified", head["date"])),
            "slug": source.slug,
            "status": "publish",
            "type": post_type,
            "link": f"{self.home}/{path or source.slug}/",
        }

    def _terms_of(self, source: Source) -> dict[str, list[tuple[str, int, str]]]:
        """Name, id and slug of each term, by name, as WordPress lists them."""
        wanted = {"category": source.list("categories"), "tag": source.list("tags")}
        known = {
            "category": [(term["name"], term["id"], term["slug"]) for term in self.categories],
            "tag": [(name, term_id, slug_of(name)) for term_id, name in self.tags],
        }
        found = {kind: sorted(term for term in known[kind] if term[2] in wanted[kind]) for kind in known}
        assert all(len(found[kind]) == len(wanted[kind]) for kind in known), source.slug
        return found

    def _opening_links(self, path: str, post_type: str, author: int, revisions: list[int]) -> Document:
        post_id = path.rpartition("/")[2]
        history = self.api(f"{path}/revisions")
        newest = max(revisions, default=0)
        return {
            **self.self_links(path, f"types/{post_type}"),
            "author": [{"embeddable": True, "href": self.api(f"users/{author}")}],
            "replies": [{"embeddable": True, "href": self.api(f"comments?post={post_id}")}],
            "version-history": [{"count": len(revisions), "href": history}],
            **({"predecessor-version": [{"id": newest, "href": f"{history}/{newest}"}]} if newest else {}),
        }

    def _post_links(self, source: Source, author: int, picture: int) -> Document:
        post_id = source.head["id"]
        media = [{"embeddable": True, "href": self.api(f"media/{picture}")}]
        bases = (("category", "categories"), ("post_tag", "tags"), ("author", "ppma_author"))
        return {
            **self._opening_links(
                f"posts/{post_id}", "post", author, [int(i) for i in source.list("revisions")]
            ),
            **({"wp:featuredmedia": media} if picture else {}),
            "wp:attachment": [{"href": self.api(f"media?parent={post_id}")}],
            "wp:term": [
                {"taxonomy": taxonomy, "embeddable": True, "href": self.api(f"{base}?post={post_id}")}
                for taxonomy, base in bases
            ],
            "curies": CURIES,
        }


def gravatar(email: str, size: int) -> str:
    digest = hashlib.sha256(email.strip().lower().encode()).hexdigest()
    return f"https://secure.gravatar.com/avatar/{digest}?s={size}&d=mm&r=g"


def gravatars(email: str) -> dict[str, str]:
    return {str(size): gravatar(email, size) for size in (24, 48, 96)}
