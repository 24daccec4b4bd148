"""The authors of PublishPress Authors: who they are, loaded for many posts at once.

An author is a term of the taxonomy `author`, in the order that a post keeps (`term_order`). Its meta says the
rest: `user_id` maps it to a member of the site; without one it is a guest. The texts of a mapped author are
those of the term, and where the term has none the member's own meta. Recorded: that is meta only, so a mapped
author whose term has no `user_email` or `user_url` shows an empty address and the avatar of nobody, whatever
stands in the member's row. His slug is the member's, also where the term has another one.

A post without authors shows the author that its core author is mapped to. PublishPress makes the missing term
when somebody reads; a read of ours never writes, so a member without a term is shown from his own row, with
`term_id` 0.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from copydesk.content.files import load_file_urls
from copydesk.content.site import Site
from copydesk.rest.plugin import Page, load_details
from copydesk.store.database import Db
from copydesk.store.meta import load_meta, load_meta_owners
from copydesk.store.rows import Post, Term, User
from copydesk.store.terms import load_terms
from copydesk.store.users import load_users
from copydesk.text.avatars import avatar_url

TAXONOMY = "author"
MAPPED_TO = "user_id"
PICTURE = "avatar"
EMAIL = "user_email"

# The author fields in the order of the wire; an optional one is left out while it is empty.
TEXTS = ("author_category", "first_name", "last_name", "user_url", "job_title", "description")
OPTIONAL = frozenset({"job_title"})

Meta: TypeAlias = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Person:
    """An author as answers show him; `avatar` is an address, or those of an uploaded picture."""

    term_id: int
    user_id: int = 0
    slug: str = ""
    name: str = ""
    avatar: str | Mapping[str, str] = ""
    texts: Mapping[str, str] = field(default_factory=dict)

    def identity(self) -> dict[str, Any]:
        """The members that every author has."""
        return {
            "term_id": self.term_id,
            "user_id": self.user_id,
            "is_guest": 0 if self.user_id else 1,
            "slug": self.slug,
            "display_name": self.name,
            "avatar_url": self.avatar,
        }

    def author_fields(self) -> dict[str, str]:
        """The members that a site's author fields make."""
        texts = {name: self.texts.get(name, "") for name in TEXTS}
        return {name: text for name, text in texts.items() if text or name not in OPTIONAL}


def load_post_authors(page: Page) -> Mapping[int, list[dict[str, Any]]]:
    """The value of `authors` for the page's posts."""
    db, site, posts = page.call.db, page.call.site, page.rows
    details = page.load(load_details)
    terms = {post.id: list(details[post.id].terms.get(TAXONOMY, ())) for post in posts}
    mapped = load_terms_of_users(db, [post.author for post in posts if not terms[post.id]])
    for post in posts:
        if not terms[post.id] and post.author in mapped:
            terms[post.id] = [mapped[post.author]]
    people = load_people(db, site, [term for carried in terms.values() for term in carried])
    members = load_members(db, site, [post.author for post in posts if not terms[post.id]])
    return {
        post.id: [_shown(person) for person in _people_of(post, terms[post.id], people, members)]
        for post in posts
    }


def _people_of(
    post: Post, terms: Iterable[Term], people: Mapping[int, Person], members: Mapping[int, Person]
) -> list[Person]:
    found = [people[term.id] for term in terms]
    if not found and post.author in members:
        return [members[post.author]]
    return found


def _shown(person: Person) -> dict[str, Any]:
    return {**person.identity(), **person.author_fields()}


def load_terms_of_users(db: Db, user_ids: Iterable[int]) -> dict[int, Term]:
    """For users who are authors their term; the oldest of several."""
    owners = load_meta_owners(db, "term", MAPPED_TO, {str(user_id) for user_id in user_ids if user_id})
    known = load_terms(db, [term_id for ids in owners.values() for term_id in ids])
    found = {}
    for user_id, ids in owners.items():
        terms = [known[one] for one in sorted(ids) if one in known and known[one].taxonomy == TAXONOMY]
        if terms:
            found[int(user_id)] = terms[0]
    return found


def load_mapped_users(db: Db, terms: Iterable[Term]) -> dict[int, User]:
    """The member that each term is mapped to, by the term's id; guests have none."""
    meta = load_meta(db, "term", [term.id for term in terms], (MAPPED_TO,))
    mapped = {term_id: _user_id(values) for term_id, values in meta.items()}
    users = load_users(db, {user_id for user_id in mapped.values() if user_id})
    return {term_id: users[user_id] for term_id, user_id in mapped.items() if user_id in users}


def load_people(db: Db, site: Site, terms: Iterable[Term]) -> dict[int, Person]:
    """Authors by the ids of their terms."""
    known = {term.id: term for term in terms}
    meta = load_meta(db, "term", known)
    user_ids = {term_id: _user_id(values) for term_id, values in meta.items()}
    users = load_users(db, {user_id for user_id in user_ids.values() if user_id})
    user_meta = load_meta(db, "user", users, (*TEXTS, EMAIL))
    pictures = load_file_urls(db, site, {_picture_id(values) for values in meta.values()} - {0})
    people = {}
    for term_id, term in known.items():
        user_id, own = user_ids[term_id], meta[term_id]
        texts = _texts(own, user_meta.get(user_id, {}))
        people[term_id] = Person(
            term_id=term_id,
            user_id=user_id,
            slug=users[user_id].nicename if user_id in users else term.slug,
            name=term.name,
            avatar=_avatar(pictures.get(_picture_id(own)), texts[EMAIL], term.name, site),
            texts=texts,
        )
    return people


def load_members(db: Db, site: Site, user_ids: Iterable[int]) -> dict[int, Person]:
    """Users as authors without a term, as the term would show them that PublishPress makes of them."""
    users = load_users(db, {user_id for user_id in user_ids if user_id})
    meta = load_meta(db, "user", users, TEXTS)
    return {
        user.id: Person(
            term_id=0,
            user_id=user.id,
            slug=user.nicename,
            name=user.display_name,
            avatar=avatar_url(user.email, options=site.options, name=user.display_name),
            texts={**_texts(meta[user.id], {}), "user_url": user.url},
        )
        for user in users.values()
    }


def nobody(term_id: int, site: Site) -> Person:
    """What is shown of a term that does not exist or is no author (recorded)."""
    return Person(term_id, avatar=avatar_url("", options=site.options))


def _texts(own: Meta, behind: Meta) -> dict[str, str]:
    """The author fields and the email address: the first that is not empty."""
    return {name: _first(own, name) or _first(behind, name) for name in (*TEXTS, EMAIL)}


def _first(meta: Meta, key: str) -> str:
    values = meta.get(key)
    return values[0] if values else ""


def _user_id(meta: Meta) -> int:
    return _number(_first(meta, MAPPED_TO))


def _picture_id(meta: Meta) -> int:
    return _number(_first(meta, PICTURE))


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() else 0


def _avatar(picture: str | None, email: str, name: str, site: Site) -> str | Mapping[str, str]:
    if picture:
        return {"url": picture, "url2x": picture}  # recorded: one file for all screens
    return avatar_url(email, options=site.options, name=name)
