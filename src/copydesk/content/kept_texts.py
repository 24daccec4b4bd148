"""Rendered texts, kept in memory: most of what an answer costs is rendering, and most texts do not change.

A text is what it was when everything that it was made from is: its post (or whatever it belongs to), what was
counted before it, and the answers that it got to what it asked of the site. Answers are compared as values, so
nobody has to say which change of the database concerns which text. What the site's options say is not compared:
a `Site` keeps its own texts, and is made anew when its options change.
"""

import hashlib
from collections import Counter, OrderedDict
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, replace
from threading import Lock
from typing import Any

from copydesk.text.blocks.budget import SPENT
from copydesk.text.facts import Facts, Need, PostFacts

MOST_BYTES = 32_000_000  # about three thousand articles


@dataclass(frozen=True, slots=True)
class KeptText:
    """The HTML, the answers that it was made with, and what was counted up to its end."""

    html: str
    answers: Mapping[Need[Any], Any]
    counted: Mapping[str, int]


class KeptTexts:
    """As many texts as fit; those go first that were not asked for in the longest time."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most_bytes = most_bytes
        self._bytes = 0
        self._texts: OrderedDict[Hashable, KeptText] = OrderedDict()
        self._lock = Lock()

    def show(
        self, made_from: Hashable, facts: Facts, counters: Counter[str], render: Callable[[], str]
    ) -> str:
        """The HTML of a text, rendered when it is not known yet; `render` uses these facts and counters.

        As with rendering, the HTML is final when nothing is left in `facts.unanswered`.
        """
        key = made_from, frozenset(_counted(counters).items())
        known = self._find(key)
        if known is not None:
            answers = facts.answers_to(known.answers)
            if len(answers) < len(known.answers):
                facts.unanswered.update(known.answers.keys() - answers.keys())
                return known.html
            if answers == known.answers:
                for name, number in known.counted.items():
                    counters[name] = number
                return known.html
        facts.asked = set()
        html = render()
        if not facts.unanswered:
            self._keep(key, KeptText(html, facts.answers_to(facts.asked), _counted(counters)))
        return html

    def _find(self, key: Hashable) -> KeptText | None:
        with self._lock:
            found = self._texts.get(key)
            if found is not None:
                self._texts.move_to_end(key)
            return found

    def _keep(self, key: Hashable, text: KeptText) -> None:
        with self._lock:
            before = self._texts.pop(key, None)
            self._texts[key] = text
            self._bytes += _size(text) - (_size(before) if before else 0)
            while self._bytes > self._most_bytes:
                _, oldest = self._texts.popitem(last=False)
                self._bytes -= _size(oldest)


def post_key(post: PostFacts) -> Hashable:
    """All of a post as part of a key; a digest stands for its long content."""
    content = post.content.encode("utf-8", "surrogatepass")
    return replace(post, content=hashlib.blake2b(content, digest_size=16).hexdigest())


def _counted(counters: Counter[str]) -> dict[str, int]:
    return {name: number for name, number in counters.items() if name != SPENT}


def _size(text: KeptText) -> int:
    return text.html.__sizeof__()
