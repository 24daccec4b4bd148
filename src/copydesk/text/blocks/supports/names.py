"""Class names made of a hash, the same wherever the same values stand."""

import hashlib
import json
from typing import Any

from copydesk.text.json_spelling import JsonError, spell


def hashed_name(prefix: str, values: Any) -> str:
    """`prefix` and 8 hexadecimal digits that stand for `values`."""
    try:
        text = spell(values)
        if "{}" in text:  # PHP has one kind of empty array
            text = spell(json.loads(text, object_pairs_hook=lambda pairs: dict(pairs) or []))
    except JsonError:
        text = ""
    return prefix + hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()[:8]
