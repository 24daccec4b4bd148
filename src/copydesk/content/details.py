"""What belongs to posts beside their row: meta, terms, revisions. Loaded together for a page, three statements."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from copydesk.content.types import Types
from copydesk.store.database import Db
from copydesk.store.meta import load_meta
from copydesk.store.revisions import RevisionSummary, load_revision_summaries
from copydesk.store.rows import Term
from copydesk.store.terms import load_terms_of_posts


@dataclass(frozen=True, slots=True)
class PostDetails:
    """Of one post: meta values by key, terms by taxonomy (sorted as the taxonomy wants), its revisions."""

    meta: Mapping[str, Sequence[str]]
    terms: Mapping[str, Sequence[Term]]
    revisions: RevisionSummary

    def first(self, key: str) -> str:
        """The first value of a meta key; empty when there is none."""
        values = self.meta.get(key)
        return values[0] if values else ""

    @property
    def thumbnail(self) -> int:
        """The featured picture's id; 0 without one."""
        text = self.first("_thumbnail_id")
        return int(text) if text.isdigit() else 0

    @property
    def format(self) -> str:
        """The post format; `standard` when none is set."""
        formats = self.terms.get("post_format")
        return formats[0].slug.removeprefix("post-format-") if formats else "standard"


def load_post_details(db: Db, types: Types, post_ids: Iterable[int]) -> dict[int, PostDetails]:
    """Details by post id, for all of them at once."""
    ids = list(post_ids)
    ordered = [name for name, taxonomy in types.taxonomies.items() if taxonomy.is_sorted]
    meta = load_meta(db, "post", ids)
    terms = load_terms_of_posts(db, list(types.taxonomies), ids, ordered=ordered)
    revisions = load_revision_summaries(db, ids)
    return {post_id: PostDetails(meta[post_id], terms[post_id], revisions[post_id]) for post_id in ids}
