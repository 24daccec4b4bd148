"""Who is asking: a stranger, or a member of the site with the capabilities of his roles."""

from collections.abc import Mapping
from dataclasses import dataclass

from copydesk.store.rows import User

# Rights that the database knows under another right's name (recorded: roles never list these).
MEANS: Mapping[str, str] = {
    "edit_categories": "manage_categories",
    "delete_categories": "manage_categories",
    "assign_categories": "edit_posts",
    "manage_post_tags": "manage_categories",
    "edit_post_tags": "manage_categories",
    "delete_post_tags": "manage_categories",
    "assign_post_tags": "edit_posts",
    "edit_css": "unfiltered_html",
    "customize": "edit_theme_options",
    "create_app_password": "read",
    # Patterns are posts; their registration names rights that no role holds.
    "publish_blocks": "publish_posts",
    "read_private_blocks": "read_private_posts",
    "edit_private_blocks": "edit_private_posts",
    "delete_private_blocks": "delete_private_posts",
}


@dataclass(frozen=True, slots=True)
class Viewer:
    """The caller. `capabilities` are those of the roles and of the user himself, names only."""

    user: User | None = None
    capabilities: frozenset[str] = frozenset()
    roles: tuple[str, ...] = ()
    application_password: str = ""  # the id of the one he came with, if he did
    session: str = ""  # the token of his login, when he came with its cookie

    @property
    def is_member(self) -> bool:
        return self.user is not None

    @property
    def id(self) -> int:
        """The user's id; 0 for strangers."""
        return self.user.id if self.user else 0

    def can(self, capability: str) -> bool:
        """True when the caller has this right everywhere; for rights to one post see `auth.rules`."""
        return MEANS.get(capability, capability) in self.capabilities


STRANGER = Viewer()
