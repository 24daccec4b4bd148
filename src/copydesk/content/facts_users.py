"""Authors as texts see them."""

from collections.abc import Mapping, Sequence

from copydesk.content.answering import Answerers, Answers, Newsroom
from copydesk.content.site import Site
from copydesk.store.meta import load_meta
from copydesk.store.rows import User
from copydesk.store.users import load_users
from copydesk.text.facts import UserFacts, UserNeed


def user_facts(site: Site, user: User, meta: Mapping[str, Sequence[str]]) -> UserFacts:
    """An author as texts see him."""
    return UserFacts(
        id=user.id,
        name=user.display_name,
        slug=user.nicename,
        link=site.permalinks.author_link(user.id, user.nicename),
        email=user.email,
        url=user.url,
        description=next(iter(meta.get("description", ())), ""),
    )


def _answer_users(newsroom: Newsroom, needs: list[UserNeed]) -> Answers:
    users = load_users(newsroom.db, {need.id for need in needs})
    meta = load_meta(newsroom.db, "user", users, ("description",))
    known = {key: user_facts(newsroom.site, user, meta[key]) for key, user in users.items()}
    return {need: known.get(need.id) for need in needs}


ANSWERERS: Answerers = {UserNeed: _answer_users}
