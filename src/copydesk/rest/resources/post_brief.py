"""When a page of posts can do without their long texts: a list of a hundred titles need not read a megabyte."""

from copydesk.content.types import PostType
from copydesk.rest.page import Call
from copydesk.rest.resource import Field
from copydesk.rest.resources import post_fields
from copydesk.wire.fields import parse_fields

LONG_TEXTS = frozenset({"content", "excerpt"})


def shows_no_long_text(call: Call, post_type: PostType) -> bool:
    """True when `_fields` names only members that are made without content and excerpt."""
    wanted = parse_fields(call.request.query.get("_fields"))
    if wanted is None:
        return False
    fields = call.api.resource(post_type.rest_base).fields
    return all(_is_brief(field) for field in fields if field.name in wanted.children)


def _is_brief(field: Field) -> bool:
    """What comes from elsewhere than `post_fields` (a plugin, say) may look at anything."""
    is_known = field.read is None or field.read.__module__ == post_fields.__name__
    return is_known and LONG_TEXTS.isdisjoint(field.sources)
