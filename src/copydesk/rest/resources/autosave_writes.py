"""Saving what an editor has on the screen: a draft of his own is changed itself, all else gets an autosave."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from copydesk.actions.posts import get_saved, update_post
from copydesk.actions.revisions import TEXTS, delete_autosave, save_autosave
from copydesk.rest.page import Call
from copydesk.rest.resource import Resource
from copydesk.rest.resources.post_writes import desk_of, raw_text
from copydesk.rest.resources.written import work_of
from copydesk.rest.route import Outcome, Rows
from copydesk.store.rows import Post
from copydesk.wire.dates import EMPTY_DATE
from copydesk.wire.refused import Problem, Refused

NO_CHANGES = Problem("rest_autosave_no_changes", "This is what the post says already.", 400)
UNPUBLISHED = ("draft", "auto-draft")


def autosave_writer(shown: Resource) -> Callable[[Call], Outcome]:
    """Saves the texts that were sent; `shown` says how the answer looks."""

    def save(call: Call) -> Outcome:
        work, desk = work_of(call), desk_of(call)
        post = get_saved(work, int(call.params["id"]))
        texts: dict[str, Any] = {
            name: text for name in TEXTS if (text := raw_text(call.params.get(name))) is not None
        }
        if post.status in UNPUBLISHED and post.author == call.viewer.id:
            row = _as_autosave(update_post(work, desk, post, replace(post, **texts)))
        elif texts and all(getattr(post, name) == text for name, text in texts.items()):
            delete_autosave(work, desk, post)
            return Refused(NO_CHANGES)
        else:
            row = save_autosave(work, desk, post, texts)
        return Rows(shown, [row], context="edit")

    return save


def _as_autosave(post: Post) -> Post:
    """A draft without a date of its own is told without any (recorded)."""
    return replace(post, date=EMPTY_DATE) if post.date_gmt == EMPTY_DATE else post
