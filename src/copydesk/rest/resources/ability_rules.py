"""Core's abilities: what they are called, what they take and give, and who may use them. Sentences are ours."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from copydesk.wire.schema import Schema, array, integer, mapping, string


@dataclass(frozen=True, slots=True)
class Category:
    """Abilities that belong together."""

    slug: str
    label: str
    description: str

    @property
    def id(self) -> str:
        return self.slug


@dataclass(frozen=True, slots=True)
class Ability:
    """Something that a program may ask the site to do. `output` are the members that it can answer with.

    `capability` is the right that it takes; empty: every member may.
    """

    name: str
    label: str
    description: str
    category: str
    output: Mapping[str, Schema]
    capability: str = ""

    @property
    def id(self) -> str:
        return self.name

    @property
    def input_schema(self) -> Schema:
        """All of core's take the names of wanted members."""
        fields = array("Only these members; all without them.", string(enum=list(self.output)))
        # In PHP's order, where what is put together by hand has its description last.
        fields = {name: fields[name] for name in ("type", "items", "description")}
        return {
            "type": "object",
            "properties": {"fields": fields},
            "additionalProperties": False,
            "default": {},
        }

    @property
    def output_schema(self) -> Schema:
        return {"type": "object", "properties": dict(self.output), "additionalProperties": False}

    @property
    def meta(self) -> Mapping[str, Any]:
        annotations = {"readonly": True, "destructive": False, "idempotent": True}
        return {"annotations": annotations, "public": True, "show_in_rest": True}


def _text(title: str, description: str, **more: Any) -> Schema:
    return {"type": "string", "title": title, "description": description, **more}


CATEGORIES = {
    one.slug: one
    for one in (
        Category("site", "Site", "What the site says of itself."),
        Category("user", "User", "What is known of the one who asks."),
    )
}
ABILITIES = {
    one.name: one
    for one in (
        Ability(
            "core/get-site-info",
            "Get Site Information",
            "Name, addresses and language of the site.",
            "site",
            {
                "name": _text("Site Title", "What the site is called."),
                "description": _text("Tagline", "Its motto."),
                "url": _text("Site Address (URL)", "Where people read it."),
                "wpurl": _text("WordPress Address (URL)", "Where it is edited."),
                "admin_email": _text("Administration Email Address", "Where its mail goes."),
                "charset": _text("Site Charset", "The encoding of its texts."),
                "language": _text("Site Language", "Its language, like en-US."),
                "version": _text("WordPress Version", "The version of WordPress that it speaks."),
            },
            "manage_options",
        ),
        Ability(
            "core/get-user-info",
            "Get User Information",
            "The profile of the one who asks.",
            "user",
            {
                "id": {**integer(), "title": "User ID", "description": "The id."},
                "display_name": _text("Display Name", "The name that readers see."),
                "user_nicename": _text("User Nicename", "The name in addresses."),
                "user_login": _text("Username", "The name to log in with."),
                "roles": {
                    "type": "array",
                    "title": "Roles",
                    "description": "The roles.",
                    "items": string(),
                },
                "locale": _text("Language", "The language of the desk, like en_US."),
                "first_name": _text("First Name", "The first name."),
                "last_name": _text("Last Name", "The last name."),
                "nickname": _text("Nickname", "The nickname."),
                "description": _text("Biographical Info", "The biography."),
                "user_url": _text("Website", "The address of a website."),
            },
        ),
        Ability(
            "core/get-environment-info",
            "Get Environment Info",
            "What the site runs on.",
            "site",
            {
                "environment": _text(
                    "Environment Type",
                    "What the site is for.",
                    enum=["production", "staging", "development", "local"],
                ),
                "php_version": _text("PHP Version", "The version of PHP; empty without one."),
                "db_server_info": _text("Database Server Info", "The database and its version."),
                "wp_version": _text("WordPress Version", "The version of WordPress that it speaks."),
            },
            "manage_options",
        ),
    )
}

ANNOTATIONS = mapping(
    "What is known of it.",
    {
        "readonly": {"description": "Whether it only reads.", "type": ["boolean", "null"]},
        "destructive": {"description": "Whether something may be lost.", "type": ["boolean", "null"]},
        "idempotent": {"description": "Whether twice is the same as once.", "type": ["boolean", "null"]},
    },
    additionalProperties=True,
)
ANYTHING = ["integer", "number", "boolean", "string", "array", "object", "null"]
