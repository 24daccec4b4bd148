"""PHP's arrays as JSON knows them."""

from collections.abc import Mapping
from typing import Any


def shaped(value: Any) -> Any:
    """A value read from PHP as JSON writes it: an array with the keys 0, 1, 2 … is a list, an empty one too.

    >>> shaped({0: "a", 1: {"x": {}}}), shaped({1: "a"})
    (['a', {'x': []}], {1: 'a'})
    """
    if not isinstance(value, Mapping):
        return value
    members = [shaped(member) for member in value.values()]
    return members if list(value) == list(range(len(value))) else dict(zip(value, members, strict=True))
