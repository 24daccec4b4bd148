"""What addresses in texts show as: posts of this site, and answers of others that the post's meta keeps."""

from collections.abc import Sequence
from typing import Any

from copydesk.content.answering import Answerers, Answers, Newsroom
from copydesk.content.facts_posts import post_facts
from copydesk.content.links import load_post_links
from copydesk.content.own_addresses import find_posts_at
from copydesk.store.meta import load_meta
from copydesk.text.blocks.shown import title_of
from copydesk.text.embeds import embed_key
from copydesk.text.facts import EmbedNeed, Need
from copydesk.text.post_embeds import WIDTH, embed_post

NOTHING = "{{unknown}}"


def _answer_embeds(newsroom: Newsroom, needs: list[EmbedNeed]) -> Answers:
    """Posts of the site are known anew each time; of others only what was kept."""
    own = _load_own(newsroom, needs)
    kept = _load_kept(newsroom, [need for need in needs if need not in own])
    return {**kept, **own}


def _load_own(newsroom: Newsroom, needs: Sequence[EmbedNeed]) -> Answers:
    found = find_posts_at(newsroom, {need.url for need in needs})
    posts = list({post.id: post for post in found.values()}.values())
    links = load_post_links(newsroom.db, newsroom.site, newsroom.types, posts)
    titles = {post.id: title_of(post_facts(newsroom.site, post, links[post.id])) for post in posts}
    shown: dict[Need[Any], str] = {}
    for need in needs:
        post = found.get(need.url)
        if post is not None:
            shown[need] = embed_post(links[post.id], titles[post.id], newsroom.site.name, _width(need))
    return shown


def _width(need: EmbedNeed) -> int:
    given = dict(need.attributes).get("width", "")
    return int(given[:9]) if given[:9].isdecimal() else WIDTH


def _load_kept(newsroom: Newsroom, needs: Sequence[EmbedNeed]) -> Answers:
    keys = {need: f"_oembed_{embed_key(need)}" for need in needs}
    meta = load_meta(newsroom.db, "post", {need.post for need in needs}, tuple(sorted(set(keys.values()))))
    kept = {need: next(iter(meta[need.post].get(key, ())), "") for need, key in keys.items()}
    return {need: html if html and html != NOTHING else None for need, html in kept.items()}


ANSWERERS: Answerers = {EmbedNeed: _answer_embeds}
