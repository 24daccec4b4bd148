"""The routes `publishpress-authors/v1/authors`: an author alone, made and changed. There is no list."""

from collections.abc import Mapping
from typing import Any

from copydesk.plugins.publishpress_people import TAXONOMY, Person, load_people, nobody
from copydesk.rest.plugin import (
    Answer,
    Call,
    Endpoint,
    Outcome,
    Param,
    Problem,
    Refused,
    Route,
    TermCapabilities,
    not_yet,
)
from copydesk.store.terms import get_term

NAMESPACE = "publishpress-authors/v1"
RIGHTS = TermCapabilities(
    "ppma_manage_authors", "ppma_manage_authors", "ppma_manage_authors", "ppma_edit_post_authors"
)

FORBIDDEN = Problem("rest_forbidden", "You may not manage authors.")
BLANK = Problem("", "The name must not be blank.", 400)


def routes() -> tuple[Route, ...]:
    """Both routes; PUT and PATCH are endpoints of their own (recorded)."""
    return (
        Route(
            f"/{NAMESPACE}/authors",
            (Endpoint(("POST",), not_yet, _params(creating=True), permit=may_manage, writes=True),),
            namespace=NAMESPACE,
        ),
        Route(
            f"/{NAMESPACE}/authors/(?P<id>\\d+)",
            (
                Endpoint(("GET",), read_author, {"id": Param({"type": "integer"}, required=True)}),
                *(
                    Endpoint((method,), not_yet, _params(creating=False), permit=may_manage, writes=True)
                    for method in ("PUT", "PATCH")
                ),
            ),
            namespace=NAMESPACE,
        ),
    )


def _params(*, creating: bool) -> Mapping[str, Param]:
    return {
        "display_name": Param({"type": "string"}, required=creating, clean=check_name),
        "user_email": Param({"type": "string", "format": "email"}),
        "user_id": Param({"type": "integer"}),
        "slug": Param({"type": "string"}),
        "author_fields": Param({"type": "object"}),
    }


def check_name(name: str, call: Call) -> str:
    if not name.strip():
        raise Refused(BLANK)
    return name


def may_manage(call: Call) -> Problem | None:
    return None if call.viewer.can(RIGHTS.manage_terms) else FORBIDDEN


def read_author(call: Call) -> Outcome:
    """Any author, for everyone; what is no author is an empty guest (recorded)."""
    term_id = int(call.params["id"])
    term = get_term(call.db, term_id, TAXONOMY)
    if term is None:
        return Answer(_shown(nobody(term_id, call.site), None))
    person = load_people(call.db, call.site, [term])[term.id]
    return Answer(_shown(person, None if may_manage(call) else edit_link(term_id, call)))


def _shown(person: Person, link: str | None) -> dict[str, Any]:
    return {
        **person.identity(),
        "author_type": "existing",
        "edit_link": link,
        **person.author_fields(),
    }


def edit_link(term_id: int, call: Call) -> str:
    """Where editors change the author."""
    return f"{call.site.siteurl}/wp-admin/term.php?taxonomy={TAXONOMY}&tag_ID={term_id}&post_type=post"
