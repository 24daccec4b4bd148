"""Parts of the theme that were edited on the site, as texts see them."""

from collections.abc import Mapping, Sequence

from copydesk.content.answering import Answerers, Answers, Newsroom
from copydesk.content.facts_posts import PUBLISHED
from copydesk.store.posts import PostQuery, find_posts
from copydesk.store.rows import Post, Term
from copydesk.store.terms import load_terms_of_posts
from copydesk.text.blocks.needs import TemplatePartFacts, TemplatePartNeed

THEME, AREA = "wp_theme", "wp_template_part_area"


def _answer_parts(newsroom: Newsroom, needs: list[TemplatePartNeed]) -> Answers:
    query = PostQuery(
        types=("wp_template_part",),
        statuses=PUBLISHED,
        slugs=tuple(sorted({need.slug for need in needs})),
        limit=None,
        counted=False,
    )
    parts, _ = find_posts(newsroom.db, query)
    carried = load_terms_of_posts(newsroom.db, [THEME, AREA], [part.id for part in parts])
    return {need: _part(need, parts, carried) for need in needs}


def _part(
    need: TemplatePartNeed, parts: Sequence[Post], carried: Mapping[int, Mapping[str, Sequence[Term]]]
) -> TemplatePartFacts | None:
    for part in parts:
        terms = carried[part.id]
        if part.slug == need.slug and any(term.slug == need.theme for term in terms[THEME]):
            area = next((term.slug for term in terms[AREA]), "uncategorized")
            return TemplatePartFacts(f"{need.theme}//{need.slug}", part.content, area)
    return None


ANSWERERS: Answerers = {TemplatePartNeed: _answer_parts}
