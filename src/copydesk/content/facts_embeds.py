"""What addresses in texts show as: answers of other sites that WordPress keeps in the meta of the post."""

from copydesk.content.answering import Answerers, Answers, Newsroom
from copydesk.store.meta import load_meta
from copydesk.text.embeds import embed_key
from copydesk.text.facts import EmbedNeed

NOTHING = "{{unknown}}"


def _answer_embeds(newsroom: Newsroom, needs: list[EmbedNeed]) -> Answers:
    keys = {need: f"_oembed_{embed_key(need)}" for need in needs}
    meta = load_meta(newsroom.db, "post", {need.post for need in needs}, tuple(sorted(set(keys.values()))))
    known = {need: next(iter(meta[need.post].get(key, ())), "") for need, key in keys.items()}
    return {need: html if html and html != NOTHING else None for need, html in known.items()}


ANSWERERS: Answerers = {EmbedNeed: _answer_embeds}
