"""The settings of the site: options that the API shows and changes, as one object."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from copydesk.content.site import Site
from copydesk.rest.compile import UPDATE
from copydesk.rest.describe import DRAFT
from copydesk.rest.page import Call
from copydesk.rest.resource import Param
from copydesk.rest.resources.setting_writes import change_settings
from copydesk.rest.route import Endpoint, Outcome, Route
from copydesk.wire.refused import Problem, Refused
from copydesk.wire.request import Answer
from copydesk.wire.schema import Schema, mapping, nullable

BROKEN = Problem("rest_invalid_stored_value", "The value in the database does not fit the setting.", 500)
FORBIDDEN = Problem("rest_forbidden", "You may not manage the settings.")

OPEN_OR_CLOSED = ("open", "closed")


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting, the option behind it, and its type. `default` is what holds while there is no option."""

    name: str
    option: str
    type: str
    description: str
    title: str = ""
    default: Any = None
    format: str = ""
    enum: tuple[str, ...] = ()

    @property
    def schema(self) -> Schema:
        """As the API publishes it."""
        said = {
            "type": self.type,
            "title": self.title,
            "description": self.description,
            "default": self.default,
        }
        if self.format:
            said["format"] = self.format
        return {**said, "enum": list(self.enum)} if self.enum else said

    @property
    def argument(self) -> Schema:
        """As an argument of changes: nothing changes what was not sent."""
        return {name: value for name, value in self.schema.items() if name != "default"}


SETTINGS = (
    Setting("title", "blogname", "string", "The title of the site.", "Title"),
    Setting("description", "blogdescription", "string", "The tagline of the site.", "Tagline"),
    Setting("url", "siteurl", "string", "The address of the CMS.", format="uri"),
    Setting("email", "admin_email", "string", "Where mail about the site goes.", format="email"),
    Setting("timezone", "timezone_string", "string", "A city in the site's time zone."),
    Setting("date_format", "date_format", "string", "How dates are written."),
    Setting("time_format", "time_format", "string", "How times are written."),
    Setting("start_of_week", "start_of_week", "integer", "The day on which weeks begin; Sunday is 0."),
    Setting("language", "WPLANG", "string", "The site's locale.", default="en_US"),
    Setting("use_smilies", "use_smilies", "boolean", "Whether smileys become pictures.", default=True),
    Setting("default_category", "default_category", "integer", "The category of posts without one."),
    Setting("default_post_format", "default_post_format", "string", "The format of new posts."),
    Setting(
        "posts_per_page", "posts_per_page", "integer", "How many posts a page shows.", "Posts", default=10
    ),
    Setting("show_on_front", "show_on_front", "string", "What the front page shows.", "Front page"),
    Setting("page_on_front", "page_on_front", "integer", "The page shown in front.", "Page in front"),
    Setting("page_for_posts", "page_for_posts", "integer", "The page that lists the newest posts."),
    Setting(
        "default_ping_status",
        "default_ping_status",
        "string",
        "Whether new posts take pingbacks.",
        enum=OPEN_OR_CLOSED,
    ),
    Setting(
        "default_comment_status",
        "default_comment_status",
        "string",
        "Whether new posts take comments.",
        "Comments on new posts",
        enum=OPEN_OR_CLOSED,
    ),
    Setting("site_logo", "site_logo", "integer", "The logo of the site.", "Logo"),
    Setting("site_icon", "site_icon", "integer", "The icon of the site.", "Icon"),
)


def settings_route() -> Route:
    """The route of the settings."""
    params = {setting.name: Param(setting.argument, early=True) for setting in SETTINGS}
    return Route(
        "/wp/v2/settings",
        (
            Endpoint(("GET",), read_settings, permit=may_manage),
            Endpoint(UPDATE, write_settings, params, permit=may_manage, writes=True),
        ),
        shows=mapping(properties={setting.name: nullable(setting.schema) for setting in SETTINGS}),
        schema=lambda call: {
            "$schema": DRAFT,
            "title": "settings",
            "type": "object",
            "properties": {setting.name: setting.schema for setting in SETTINGS},
        },
    )


def may_manage(call: Call) -> Problem | None:
    return None if call.viewer.can("manage_options") else FORBIDDEN


def read_settings(call: Call) -> Outcome:
    """All settings as their types."""
    return Answer({setting.name: read_setting(setting, call.site) for setting in SETTINGS})


def write_settings(call: Call) -> Outcome:
    """All settings after the change; null brings a default back, but cannot mend a value that is broken."""
    for setting in SETTINGS:
        if call.params.get(setting.name, "") is None and _is_broken(setting, call.site):
            raise Refused(BROKEN)
    site = change_settings(call, {setting.name: setting.option for setting in SETTINGS})
    shown = {setting.name: read_setting(setting, site) for setting in SETTINGS}
    # WP 7.1: what was switched off just now is false, and null in all later answers (recorded).
    return Answer(shown | {name: False for name in shown if call.params.get(name) is False})


def _is_broken(setting: Setting, site: Site) -> bool:
    return setting.option in site.options and read_setting(setting, site) is None


def read_setting(setting: Setting, site: Site) -> Any:
    """A setting's value; null when there is none, or when it does not fit its type."""
    text = _overridden(site).get(setting.option, site.options.get(setting.option))
    if text is None:
        return setting.default
    if setting.type == "integer":
        return int(text) if text.lstrip("-").isdigit() else None
    if setting.type == "boolean":
        return text != "0" if text else None  # the empty text that PHP stores for false fits no boolean
    return text


def _overridden(site: Site) -> Mapping[str, str]:
    """What the configuration says instead of the database."""
    return {"siteurl": site.siteurl}
