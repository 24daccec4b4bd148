"""Writing the member `meta`: each registered key by its schema. What fits is stored, also beside what does not."""

from collections.abc import Mapping, Sequence
from typing import Any

from copydesk.content.types import Meta
from copydesk.rest.page import Call
from copydesk.store.meta import MetaKind
from copydesk.store.meta_write import delete_meta, set_meta, set_meta_list
from copydesk.store.php import maybe_serialize
from copydesk.store.work import Work
from copydesk.wire.refused import Problem
from copydesk.wire.schema_check import Failure, check
from copydesk.wire.schema_clean import clean

NOT_META = Failure("", "This is not an object of meta values.")


def check_meta(value: Any, call: Call) -> Failure | None:
    """Whether something can be meta at all; its keys are looked at when they are written."""
    return None if isinstance(value, Mapping | Sequence) and not isinstance(value, str) else NOT_META


def write_meta(
    work: Work, kind: MetaKind, object_id: int, *, keys: Sequence[Meta], sent: Any
) -> Problem | None:
    """Stores what was sent for registered keys; null deletes. The first failure is answered."""
    values = sent if isinstance(sent, Mapping) else {}
    problem = None
    for meta in keys:
        if meta.name not in values:
            continue
        key = work.db.prefix + meta.key if meta.is_prefixed else meta.key
        value = values[meta.name]
        failure = None
        if value is None or (not meta.single and value == []):
            delete_meta(work, kind, object_id, key=key)
        else:
            failure = _store(work, kind, object_id, key=key, meta=meta, value=value)
        problem = problem or (_problem(failure) if failure else None)
    return problem


def _store(work: Work, kind: MetaKind, object_id: int, *, key: str, meta: Meta, value: Any) -> Failure | None:
    schema = meta.schema if meta.single else {"type": "array", "items": meta.schema}
    name = f"meta.{meta.name}"
    failure = check(value, schema, name)
    if failure:
        return failure
    cleaned = clean(value, schema, name)
    if meta.single:
        set_meta(work, kind, object_id, key=key, value=stored_text(cleaned))
    else:
        set_meta_list(work, kind, object_id, key=key, values=[stored_text(item) for item in cleaned])
    return None


def stored_text(value: Any) -> str:
    """A value as PHP stores it: arrays serialised, everything else as its text."""
    if isinstance(value, bool):
        return "1" if value else ""
    return str(maybe_serialize(value))


def _problem(failure: Failure) -> Problem:
    more = {"additional_data": [dict(failure.data)]} if failure.data is not None else {}
    return Problem(failure.code, failure.message, 400, more=more)
