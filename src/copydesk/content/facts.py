"""Facts for rendering, from the database: the site, and the answers to what texts ask of it.

What the page around a text knows by itself (who visits it, what it lists) is not in the database: whoever
renders a page hands that in as answers (`content.render`), and here it is unknown.
"""

from collections.abc import Collection
from datetime import UTC, datetime
from typing import Any

from copydesk.content import (
    facts_archives,
    facts_comments,
    facts_embeds,
    facts_media,
    facts_posts,
    facts_queries,
    facts_templates,
    facts_terms,
    facts_users,
)
from copydesk.content.answering import Answerers, Answers, Newsroom
from copydesk.content.site import Site
from copydesk.text.facts import Need, SiteFacts

ANSWERERS: Answerers = {
    **facts_posts.ANSWERERS,
    **facts_queries.ANSWERERS,
    **facts_media.ANSWERERS,
    **facts_embeds.ANSWERERS,
    **facts_terms.ANSWERERS,
    **facts_comments.ANSWERERS,
    **facts_users.ANSWERERS,
    **facts_archives.ANSWERERS,
    **facts_templates.ANSWERERS,
}


def site_facts(site: Site) -> SiteFacts:
    """The site as texts see it."""
    return SiteFacts(
        home=site.home,
        siteurl=site.siteurl,
        name=site.name,
        description=site.description,
        timezone=site.zone,
        now=datetime.now(UTC),
        uploads_url=site.uploads_url,
        options=site.options,
    )


def answer_needs(newsroom: Newsroom, needs: Collection[Need[Any]]) -> Answers:
    """The answers to open needs, each kind loaded at once; what nobody knows of is answered with None."""
    answers: dict[Need[Any], Any] = dict.fromkeys(needs)
    by_kind: dict[type[Need[Any]], list[Need[Any]]] = {}
    for need in needs:
        by_kind.setdefault(type(need), []).append(need)
    for kind, asked in by_kind.items():
        answerer = ANSWERERS.get(kind)
        if answerer:
            answers.update(answerer(newsroom, asked))
    return answers
