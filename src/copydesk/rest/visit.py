"""The request as texts see it that show where their reader is: links of query blocks, of the log-in form."""

import time
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from copydesk.auth.nonces import make_nonce
from copydesk.rest.page import Call
from copydesk.text.blocks.needs import Visit, VisitNeed
from copydesk.text.facts import Need

LOGOUT_ACTION = "log-out"
COMMENT_ACTION = "unfiltered-html-comment"


def visit_facts(call: Call, *, commented: int = 0) -> Mapping[Need[Any], Any]:
    """What is known of the visit before anything is asked of the database.

    `commented` is the post whose page it is, when members whose HTML is not filtered may comment on it there.
    """
    home, uri = urlsplit(call.site.home), call.request.uri or "/"
    user = call.viewer.user
    may_write_html = commented and call.viewer.can("unfiltered_html")
    visit = Visit(
        address=f"{home.scheme}://{home.netloc}{uri}",
        request=uri,
        user_name=user.display_name if user else "",
        html_nonce=nonce_for(call, f"{COMMENT_ACTION}_{commented}") if may_write_html else "",
        logout_nonce=nonce_for(call, LOGOUT_ACTION),
    )
    return {VisitNeed(): visit}


def nonce_for(call: Call, action: str) -> str:
    """Nonces of the caller's session; an application password has none, and its nonces an empty token."""
    if call.viewer.user is None or call.site.keys is None:
        return ""
    return make_nonce(
        call.site.keys, action, user=call.viewer.id, token=call.viewer.session, now=int(time.time())
    )
