"""Blocks rendered for the editor, which shows what the server would: `block-renderer/core/archives`."""

from dataclasses import replace
from functools import partial
from typing import Any

from copydesk.content.render import Text, render_texts
from copydesk.rest.page import Call, Page
from copydesk.rest.resource import Param
from copydesk.rest.resources.block_type_rules import BLOCKS
from copydesk.rest.resources.post_loading import (
    load_publication,
)
from copydesk.rest.resources.post_rules import may_edit
from copydesk.rest.route import Endpoint, Outcome, Route
from copydesk.rest.visit import visit_facts
from copydesk.store.posts import get_post
from copydesk.store.rows import Post
from copydesk.text.blocks.attributes import whole_number
from copydesk.text.blocks.block import Block
from copydesk.text.blocks.registry import BLOCK_TYPES
from copydesk.text.blocks.serialize import serialize_blocks
from copydesk.text.pipeline import render_alone
from copydesk.wire.refused import Problem, Refused
from copydesk.wire.request import Answer
from copydesk.wire.schema import Schema, integer, mapping, string
from copydesk.wire.schema_check import Failure, check
from copydesk.wire.schema_clean import clean

CANNOT_READ = Problem("block_cannot_read", "You may not see blocks rendered.")
INVALID = Problem("block_invalid", "There is no such block, or the server does not render it.", 404)

CONTEXT = string("Only for editing.", default="view", enum=["edit"])


def renderer_route() -> Route:
    """The route of all blocks."""
    params = {
        "name": Param(string("The name of the block.")),
        "context": Param(CONTEXT, early=True, refuses_default=True),
        "attributes": Param(
            mapping("The block's attributes.", default=[]), check=check_attributes, clean=clean_attributes
        ),
        "post_id": Param(integer("The post that the block is shown in.")),
    }
    return Route(
        r"/wp/v2/block-renderer/(?P<name>[a-z0-9-]+/[a-z0-9-]+)",
        (Endpoint(("GET", "POST"), render, params, permit=may_render),),
        schema=lambda call: SCHEMA,
    )


SCHEMA: Schema = {
    "$schema": "http://json-schema.org/schema#",
    "title": "rendered-block",
    "type": "object",
    "properties": {"rendered": {**string("The block as HTML.", required=True), "context": ["edit"]}},
}


def _schema_of(call: Call) -> Schema | None:
    """What the block that the route names lets its attributes be; None for unknown blocks."""
    block_type = BLOCK_TYPES.get(str(call.params["name"]))
    if block_type is None:
        return None
    return mapping("", block_type.attributes, additionalProperties=False)


def check_attributes(value: Any, call: Call) -> Failure | None:
    schema = _schema_of(call)
    return check(value, schema, "attributes") if schema else None


def clean_attributes(value: Any, call: Call) -> Any:
    schema = _schema_of(call)
    return clean(value, schema, "attributes") if schema else value


def post_of(call: Call) -> Post | None:
    """The post around the block; None when it stands for itself. Asked before the arguments are good, too."""
    post_id = whole_number(call.params.get("post_id"))
    if post_id <= 0:
        return None
    post = get_post(call.db, post_id)
    if post is None:
        raise Refused(CANNOT_READ)
    return post


def may_render(call: Call) -> Problem | None:
    """Whoever edits posts may; with a post around it, who may edit that one."""
    post = post_of(call)
    is_allowed = may_edit(post, call) if post else call.viewer.can("edit_posts")
    return None if is_allowed else CANNOT_READ


def is_rendered(name: str) -> bool:
    """True for blocks whose HTML the server makes."""
    words = BLOCKS.get(name)
    declared = BLOCK_TYPES.get(name)
    return words.is_dynamic if words else declared is not None and declared.render is not None


def render(call: Call) -> Outcome:
    name = str(call.params["name"])
    if not is_rendered(name):
        raise Refused(INVALID)
    attributes = call.params.get("attributes") or {}
    return Answer({"rendered": _html(call, serialize_blocks([Block(name, dict(attributes))]), post_of(call))})


def _html(call: Call, markup: str, post: Post | None) -> str:
    posts = [post] if post else []
    publication = load_publication(Page(call, call.api.resource("posts"), posts))
    if post:
        publication = replace(publication, around=visit_facts(call, commented=post.id))
    facts = publication.facts_of(posts)
    text = Text(
        (0, "alone"),
        ("alone", markup, *facts.values()),
        partial(render_alone, markup),
        next(iter(facts.values()), None),
    )
    return render_texts(publication, [text])[text.key]
