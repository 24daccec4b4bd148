"""The request as texts see it that show where their reader is: links of query blocks, of the log-in form."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from copydesk.rest.page import Call
from copydesk.text.blocks.needs import Visit, VisitNeed
from copydesk.text.facts import Need


def visit_facts(call: Call) -> Mapping[Need[Any], Any]:
    """What is known of the visit before anything is asked of the database."""
    home, uri = urlsplit(call.site.home), call.request.uri or "/"
    user = call.viewer.user
    visit = Visit(
        address=f"{home.scheme}://{home.netloc}{uri}",
        request=uri,
        user_name=user.display_name if user else "",
    )
    return {VisitNeed(): visit}
