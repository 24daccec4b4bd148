"""Where what is sent for a post meets no schema, and where the answer to a write tells what was sent."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from copydesk.content.details import PostDetails
from copydesk.content.themes import active_theme
from copydesk.content.types import PostType
from copydesk.rest.page import Call
from copydesk.store.meta import get_meta
from copydesk.wire.schema_check import Failure

TEMPLATE = "_wp_page_template"
NO_TEMPLATE = Failure("rest_invalid_param", "The theme has no such template for this type.")

Check = Callable[[Any, Call], Failure | None]


def take_any_text(value: Any, call: Call) -> Failure | None:
    """Texts are taken in any form; what is none counts as nothing (recorded: posts-fields)."""
    return None


def template_check(post_type: PostType) -> Check:
    """Only templates that the theme offers for posts of the type, and the one that the post has already."""

    def check(value: Any, call: Call) -> Failure | None:
        if value == "" or value in _offered(call, post_type) or value == _present(call):
            return None
        return NO_TEMPLATE

    return check


def _offered(call: Call, post_type: PostType) -> list[str]:
    files = active_theme(call.site).templates
    return [file.slug for file in files if file.is_custom and post_type.name in file.post_types]


def _present(call: Call) -> str | None:
    post_id = str(call.params.get("id", ""))
    return get_meta(call.db, "post", int(post_id), TEMPLATE) if post_id.isdecimal() else None


def details_as_sent(details: Mapping[int, PostDetails], call: Call) -> Mapping[int, PostDetails]:
    """The answer to a write does not tell yet that a default term took the place of none (recorded)."""
    sent = {
        taxonomy.name: call.params[taxonomy.rest_base] or ()
        for taxonomy in call.api.types.taxonomies.values()
        if taxonomy.default_term_option and taxonomy.rest_base in call.params
    }
    return {post_id: _with_terms_of(one, sent) for post_id, one in details.items()} if sent else details


def _with_terms_of(details: PostDetails, sent: Mapping[str, Any]) -> PostDetails:
    terms = {
        name: [term for term in terms if name not in sent or term.id in sent[name]]
        for name, terms in details.terms.items()
    }
    return replace(details, terms=terms)
