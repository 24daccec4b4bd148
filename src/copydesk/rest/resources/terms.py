"""Terms of every taxonomy that the API offers: categories, tags, and what plugins register."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from copydesk.content.links import term_link
from copydesk.content.sources import term_sources
from copydesk.content.standing import Sources
from copydesk.content.types import Taxonomy, Types
from copydesk.rest.hints import read_hints
from copydesk.rest.meta import meta_field
from copydesk.rest.page import Call, Page
from copydesk.rest.params import EXCLUDE, INCLUDE, OFFSET, PAGING, SEARCH, context_param, ordering
from copydesk.rest.resource import VIEW, Field, Link, Param, Resource, Rules, Verbs
from copydesk.rest.resources.post_rules import may_read
from copydesk.rest.resources.term_writes import term_creator, term_deleter, term_updater
from copydesk.store.meta import load_meta
from copydesk.store.posts import get_post
from copydesk.store.rows import Term
from copydesk.store.terms import TermQuery, find_terms, get_term, load_terms
from copydesk.text.slugs import slug_of
from copydesk.wire.refused import Problem, Refused
from copydesk.wire.schema import array, boolean, integer, string
from copydesk.wire.schema_check import is_integer

INVALID = Problem("rest_term_invalid", "There is no such term.", 404)
FORBIDDEN_CONTEXT = Problem("rest_forbidden_context", "You may not edit terms of this taxonomy.")
INVALID_POST = Problem("rest_post_invalid_id", "There is no such post.", 400)
CANNOT_READ_POST = Problem("rest_forbidden_context", "You may not read terms of this post.")
CANNOT_CREATE = Problem("rest_cannot_create", "You may not create terms of this taxonomy.")
CANNOT_EDIT = Problem("rest_cannot_update", "You may not edit this term.")
CANNOT_DELETE = Problem("rest_cannot_delete", "You may not delete this term.")

SHOWN = ("view", "embed", "edit")
ORDERS = ["id", "include", "name", "slug", "include_slugs", "term_group", "description", "count"]


def term_resource(taxonomy: Taxonomy, types: Types) -> Resource:
    """The resource of a taxonomy."""

    def find(call: Call) -> tuple[Sequence[Term], int]:
        return find_terms(call.db, term_query(call, taxonomy))

    def get(call: Call) -> Term:
        term = get_term(call.db, int(call.params["id"]), taxonomy.name)
        if term is None:
            raise Refused(INVALID)
        return term

    return Resource(
        base=taxonomy.rest_base,
        title=taxonomy.title,
        fields=tuple(_fields(taxonomy, types)),
        links=tuple(_links(taxonomy, types)),
        verbs=Verbs(
            find,
            get,
            create=term_creator(taxonomy),
            update=term_updater(taxonomy),
            delete=term_deleter(taxonomy),
        ),
        rules=term_rules(taxonomy),
        params=term_params(taxonomy),
        kind="term",
        picks_members=False,
        id_schema=integer("The term's id."),
        pages_by_offset=True,
        sources=load_sources,
    )


def load_term_meta(page: Page) -> Mapping[int, Mapping[str, Sequence[str]]]:
    return load_meta(page.call.db, "term", [term.id for term in page.rows])


def load_sources(page: Page) -> Mapping[int, Sources]:
    """What the answers of the page's terms are made from."""
    meta = page.load(load_term_meta)
    return {term.id: term_sources(page.call.site, term, meta[term.id]) for term in page.rows}


def load_lineage(page: Page) -> Mapping[int, Term]:
    """The terms of the page and all that stand above them, by id."""
    known: dict[int, Term] = {term.id: term for term in page.rows}
    missing = {term.parent for term in known.values() if term.parent} - known.keys()
    while missing:
        found = load_terms(page.call.db, missing)
        known.update(found)
        missing = {term.parent for term in found.values() if term.parent} - known.keys()
    return known


def read_link(term: Term, page: Page) -> str:
    return term_link(
        page.call.site, page.call.api.types.taxonomies[term.taxonomy], term, page.load(load_lineage)
    )


def _fields(taxonomy: Taxonomy, types: Types) -> Iterator[Field]:
    kind = string("The taxonomy.", enum=[taxonomy.name])
    yield Field("id", integer("The term's id."), context=SHOWN, readonly=True)
    yield Field("count", integer("How many published posts carry the term."), context=VIEW, readonly=True)
    yield Field("description", string("A description, as HTML."), read_description, VIEW)
    yield Field(
        "link",
        string("Address of the term's archive.", format="uri"),
        read_link,
        SHOWN,
        readonly=True,
        made_from=("slug", "parent", "site"),
    )
    yield Field("name", string("The term's name, as HTML.", required=True), context=SHOWN)
    yield Field("slug", string("The term's name in addresses."), context=SHOWN)
    yield Field("taxonomy", kind, context=SHOWN, readonly=True)
    if taxonomy.is_hierarchical:
        yield Field("parent", integer("The id of the parent."), context=VIEW)
    yield meta_field("term", taxonomy.name, types, load_term_meta)


def read_description(term: Term, page: Page) -> str:
    return term.description


def _links(taxonomy: Taxonomy, types: Types) -> Iterator[Link]:
    base = taxonomy.rest_base
    yield Link("self", lambda term, page: page.call.url(f"{base}/{term.id}"), read_hints)
    yield Link("collection", lambda term, page: page.call.url(base))
    yield Link("about", lambda term, page: page.call.url(f"taxonomies/{taxonomy.name}"))
    if taxonomy.is_hierarchical:
        yield Link(
            "up",
            lambda term, page: page.call.url(f"{base}/{term.parent}") if term.parent else None,
            target=base,
            load=load_parents,
        )
    for name in taxonomy.types:
        post_base = types.posts[name].rest_base if name in types.posts else ""
        if post_base:
            yield _post_type_link(post_base, base)


def _post_type_link(post_base: str, term_base: str) -> Link:
    return Link("wp:post_type", lambda term, page: page.call.url(f"{post_base}?{term_base}={term.id}"))


def load_parents(page: Page) -> Mapping[int, Term]:
    """The parents of the page's terms."""
    lineage = page.load(load_lineage)
    return {term.id: lineage[term.parent] for term in page.rows if term.parent in lineage}


def term_params(taxonomy: Taxonomy) -> dict[str, Param]:
    """The arguments of a taxonomy's collection."""
    parent = {"parent": Param(integer("Only children of this term."))} if taxonomy.is_hierarchical else {}
    return {
        **context_param(),
        **PAGING,
        **SEARCH,
        **EXCLUDE,
        **INCLUDE,
        **({} if taxonomy.is_hierarchical else OFFSET),
        **ordering("name", ORDERS, order="asc"),
        "hide_empty": Param(boolean("Leave out terms that no post carries.", default=False)),
        **parent,
        "post": Param({**integer("Only terms of this post."), "default": None}),
        "slug": Param(array("Only terms with one of these slugs.", string()), clean=clean_slugs),
    }


def clean_slugs(slugs: Sequence[str], call: Call) -> Sequence[str]:
    """Names as slugs are written: a reader may ask for the name itself."""
    return [slug_of(slug) for slug in slugs]


def term_query(call: Call, taxonomy: Taxonomy) -> TermQuery:
    """The query of a call's arguments."""
    params = call.params
    per_page = int(params["per_page"])
    offset = None if taxonomy.is_hierarchical else params.get("offset")
    parent = params.get("parent") if taxonomy.is_hierarchical else None
    post = params.get("post")
    return TermQuery(
        taxonomies=(taxonomy.name,),
        ids=tuple(abs(term_id) for term_id in params["include"]),
        not_ids=tuple(abs(term_id) for term_id in params["exclude"]),
        slugs=tuple(params.get("slug") or ()),
        parents=(int(parent),) if parent is not None else (),
        posts=(int(post),) if post else (),
        hide_empty=bool(params["hide_empty"]),
        search=params.get("search") or "",
        order=taxonomy.list_order or params["orderby"],
        descending=params["order"] == "desc",
        limit=per_page,
        offset=abs(offset) if offset is not None else (int(params["page"]) - 1) * per_page,
    )


def term_rules(taxonomy: Taxonomy) -> Rules:
    """The rules of a taxonomy, built from the names of its capabilities."""
    names = taxonomy.capabilities

    def find(call: Call) -> Problem | None:
        return _needs(names.edit_terms, call) or _may_list_terms_of(call.params.get("post"), call)

    def read(term: Term, page: Page) -> Problem | None:
        return _needs(names.edit_terms, page.call)

    def create(call: Call) -> Problem | None:
        needed = names.edit_terms if taxonomy.is_hierarchical else names.assign_terms
        return None if call.viewer.can(needed) else CANNOT_CREATE

    def update(term: Term, page: Page) -> Problem | None:
        return None if page.call.viewer.can(names.edit_terms) else CANNOT_EDIT

    def delete(term: Term, page: Page) -> Problem | None:
        may_delete = page.call.viewer.can(names.delete_terms) and not _is_default(term, taxonomy, page.call)
        return None if may_delete else CANNOT_DELETE

    return Rules(find, read, create, update, delete)


def _needs(capability: str, call: Call) -> Problem | None:
    """What the context `edit` needs."""
    return FORBIDDEN_CONTEXT if call.context == "edit" and not call.viewer.can(capability) else None


def _may_list_terms_of(post_id: Any, call: Call) -> Problem | None:
    if not post_id:
        return None
    post = get_post(call.db, int(post_id)) if is_integer(post_id) else None
    if post is None:
        return INVALID_POST
    posts = Page(call, call.api.resource("posts"), [post])
    return None if may_read(post, posts) else CANNOT_READ_POST


def _is_default(term: Term, taxonomy: Taxonomy, call: Call) -> bool:
    """True for the term that posts without any get."""
    default = taxonomy.default_term_option
    return bool(default) and term.id == call.site.int_option(default)
