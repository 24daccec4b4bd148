"""What rendering needs to know about the site around a text, and how it asks for it.

Text never fetches. A step that needs something (the sizes of a picture, the posts of a query block)
asks `Facts` with a `Need`, a hashable value that says what. What is not known yet is noted in
`Facts.unanswered` and the step goes on with `None`. The caller loads all that is open, for all texts of
the page together, and renders again the texts that asked; a text without open needs is final.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from typing import Any, Generic, TypeVar

Answer = TypeVar("Answer", covariant=True)


@dataclass(frozen=True)
class Need(Generic[Answer]):
    """A question to the site; each kind of question is a frozen subclass, its answer the type parameter."""


@dataclass(frozen=True, slots=True)
class ThemeFacts:
    """What texts show of the theme; the defaults are Twenty Twenty-Five's."""

    wide_px: float = 1340  # the width at which fluid font sizes are largest
    root_padding: bool = True  # containers keep the page's padding
    block_gap: str = "1.2rem"
    block_gaps: Mapping[str, str] = field(
        default_factory=lambda: {
            "core/buttons": "16px",
            "core/columns": "var(--wp--preset--spacing--50)",
            "core/quote": "var(--wp--preset--spacing--30)",
        }
    )  # where the theme has another for a block
    style_variations: Mapping[str, tuple[str, ...]] = field(
        default_factory=lambda: {
            "core/button": ("outline",),
            "core/separator": ("wide",),
        }
    )  # styles of blocks that the theme itself defines


@dataclass(frozen=True, slots=True)
class SiteFacts:
    """The site, as far as texts show it. Addresses have no slash at the end."""

    home: str
    siteurl: str
    name: str
    description: str
    timezone: tzinfo
    now: datetime  # with a zone
    uploads_url: str = ""
    options: Mapping[str, str] = field(
        default_factory=dict
    )  # wp_options as stored: date_format, posts_per_page …
    theme: ThemeFacts = field(default_factory=ThemeFacts)


@dataclass(frozen=True, slots=True)
class PostFacts:
    """A post as stored, with the address it is read at. Dates are the stored strings."""

    id: int
    type: str = "post"
    status: str = "publish"
    title: str = ""
    content: str = ""
    excerpt: str = ""
    name: str = ""
    date: str = ""
    date_gmt: str = ""
    modified: str = ""
    modified_gmt: str = ""
    author: int = 0
    parent: int = 0
    menu_order: int = 0
    comment_status: str = "open"
    comment_count: int = 0
    has_password: bool = False
    password_required: bool = False  # the reader has not given it
    format: str = "standard"
    thumbnail: int = 0
    sticky: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class AttachmentFacts:
    """A file of the media library. `metadata` is `_wp_attachment_metadata` as plain values."""

    id: int
    url: str
    file: str  # relative to the uploads folder
    mime_type: str
    metadata: Mapping[str, Any]
    alt: str = ""
    title: str = ""
    caption: str = ""
    description: str = ""
    link: str = ""
    parent: int = 0
    menu_order: int = 0
    date: str = ""
    name: str = ""
    thumbnail: int = 0  # the attachment that is the cover of a sound or film


@dataclass(frozen=True, slots=True)
class TermFacts:
    """A term with the address of its archive."""

    id: int
    taxonomy: str
    name: str
    slug: str
    link: str
    description: str = ""
    parent: int = 0
    count: int = 0


@dataclass(frozen=True, slots=True)
class UserFacts:
    """An author as readers see him."""

    id: int
    name: str
    slug: str
    link: str
    email: str = ""
    url: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True)
class CommentFacts:
    """An approved comment."""

    id: int
    post: int
    author_name: str
    author_email: str
    author_url: str
    user: int
    date: str
    date_gmt: str
    content: str
    parent: int = 0
    link: str = ""


@dataclass(frozen=True)
class AttachmentNeed(Need[AttachmentFacts]):
    id: int


@dataclass(frozen=True)
class PostNeed(Need[PostFacts]):
    id: int


@dataclass(frozen=True)
class UserNeed(Need[UserFacts]):
    id: int


@dataclass(frozen=True)
class PostTermsNeed(Need[tuple[TermFacts, ...]]):
    """The terms of a post in one taxonomy, in display order."""

    post: int
    taxonomy: str


@dataclass(frozen=True)
class AttachedMediaNeed(Need[tuple[AttachmentFacts, ...]]):
    """What was uploaded to a post, of one kind (image, audio, video); by menu order, then id."""

    post: int
    kind: str


@dataclass(frozen=True)
class EmbedNeed(Need[str]):
    """What another site's address shows as, where that was asked before (oEmbed).

    `attributes` are those of the shortcode in its order; a lone address has none. See `embeds.embed_key`.
    """

    post: int
    url: str
    attributes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class PostMetaNeed(Need[tuple[str, ...]]):
    """The values of a post's meta as stored."""

    post: int
    key: str


@dataclass(frozen=True)
class PublicMetaNeed(Need[str]):
    """A value of a post's meta that anyone may read: registered for REST, not protected."""

    post: int
    key: str


@dataclass(frozen=True)
class IconNeed(Need[str]):
    """The drawing of an icon, `core/info`, as an `<svg>` element."""

    name: str


@dataclass(frozen=True)
class NowNeed(Need[datetime]):
    """What time it is; always answered."""


class Facts:
    """The site, the answers known so far, and the needs still open; `asked` are all that were asked for."""

    def __init__(self, site: SiteFacts, answers: Mapping[Need[Any], Any] | None = None) -> None:
        self.site = site
        self.unanswered: set[Need[Any]] = set()
        self.asked: set[Need[Any]] = set()
        self._answers: dict[Need[Any], Any] = {NowNeed(): site.now, **(answers or {})}

    @property
    def now(self) -> datetime:
        """The time, for texts that will not be the same later."""
        return self.ask(NowNeed()) or self.site.now

    def ask(self, need: Need[Answer]) -> Answer | None:
        """The answer; None when there is no such thing, or when it is not known yet (then it is noted)."""
        self.asked.add(need)
        try:
            answer: Answer | None = self._answers[need]
        except KeyError:
            self.unanswered.add(need)
            return None
        return answer

    def learn(self, answers: Mapping[Need[Any], Any]) -> None:
        """Takes answers (None: there is no such thing) and closes their needs."""
        self._answers.update(answers)
        self.unanswered.difference_update(answers)

    def answers_to(self, needs: Iterable[Need[Any]]) -> dict[Need[Any], Any]:
        """The answers known so far to some needs."""
        return {need: self._answers[need] for need in needs if need in self._answers}

    def knows(self, needs: Iterable[Need[Any]]) -> bool:
        return all(need in self._answers for need in needs)
