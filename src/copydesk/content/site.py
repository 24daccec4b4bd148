"""The site as its options describe it: addresses, time zone, name. Frozen; made anew when options change."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timezone, tzinfo
from functools import cached_property
from urllib.parse import quote_plus, urlsplit

from copydesk.auth.keys import Keys
from copydesk.content.kept_texts import KeptTexts
from copydesk.content.permalinks import Permalinks
from copydesk.store.database import Db
from copydesk.store.options import load_options
from copydesk.store.php import maybe_unserialize
from copydesk.store.versions import remembered
from copydesk.wire.dates import site_zone


@dataclass(frozen=True)
class Site:
    """Addresses have no slash at the end. `home` may have a path; `siteurl` is where the CMS answers."""

    home: str
    siteurl: str
    options: Mapping[str, str]
    permalinks: Permalinks
    keys: Keys | None = None  # the secrets that signatures are made with, where they are known

    def option(self, name: str, default: str = "") -> str:
        return self.options.get(name, default)

    def int_option(self, name: str) -> int:
        text = self.options.get(name, "")
        return int(text) if text.lstrip("-").isdigit() else 0

    @cached_property
    def zone(self) -> tzinfo:
        return site_zone(self.timezone_string, self._manual_offset)

    @property
    def timezone_string(self) -> str:
        return self.option("timezone_string")

    @property
    def _manual_offset(self) -> float:
        try:
            return float(self.option("gmt_offset") or 0)
        except ValueError:
            return 0.0

    @property
    def gmt_offset(self) -> float:
        """Hours east of Greenwich now."""
        offset = datetime.now(timezone.utc).astimezone(self.zone).utcoffset()  # noqa: UP017
        return offset.total_seconds() / 3600 if offset else 0.0

    @property
    def name(self) -> str:
        """The site's title, as HTML."""
        return self.option("blogname")

    @property
    def description(self) -> str:
        """The site's tagline, as HTML."""
        return self.option("blogdescription")

    @cached_property
    def icon_id(self) -> int:
        """The picture that stands for the site in browsers; 0 without one."""
        return self.int_option("site_icon")

    @cached_property
    def logo_id(self) -> int:
        """The site's logo; 0 without one. Themes keep it among their modifications."""
        own = self.int_option("site_logo")
        if own:
            return own
        value = maybe_unserialize(self.option(f"theme_mods_{self.option('stylesheet')}"))
        logo = value.get("custom_logo") if isinstance(value, dict) else None
        return int(logo) if logo else 0

    @cached_property
    def sticky_ids(self) -> frozenset[int]:
        """The posts that stay on top."""
        value = maybe_unserialize(self.option("sticky_posts"))
        return frozenset(int(item) for item in value.values()) if isinstance(value, dict) else frozenset()

    @cached_property
    def texts(self) -> KeptTexts:
        """Rendered texts, for as long as the options stay what they are."""
        return KeptTexts()

    @cached_property
    def path(self) -> str:
        """The path of `home` without a slash at the end: `/markets`, or nothing."""
        return urlsplit(self.home).path.rstrip("/")

    @cached_property
    def uploads_url(self) -> str:
        given = self.option("upload_url_path")
        return given.rstrip("/") if given else f"{self.siteurl}/wp-content/uploads"

    def rest_url(self, path: str) -> str:
        """The address of a route, `wp/v2/posts/5`, or of a route with arguments."""
        if self.permalinks.is_plain:
            route, separator, query = f"/{path}".partition("?")
            # WordPress encodes a route when it adds arguments to its address, and not before.
            asked = f"{quote_plus(route)}&{query}" if separator else route
            return f"{self.home}/index.php?rest_route={asked}"
        return f"{self.home}/{self.permalinks.index_prefix}wp-json/{path}"

    def local_path(self, url: str) -> str:
        """An address of this site as a path, so that its pages work on any host; others stay whole."""
        parts = urlsplit(url)
        if parts.netloc not in (urlsplit(self.home).netloc, ""):
            return url
        return f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}"


def make_site(
    options: Mapping[str, str], home: str = "", siteurl: str = "", keys: Keys | None = None
) -> Site:
    """The site of these options; `home` and `siteurl` of the configuration go over them."""
    home = (home or options.get("home", "")).rstrip("/")
    return Site(
        home=home,
        siteurl=(siteurl or options.get("siteurl", "") or home).rstrip("/"),
        options=options,
        permalinks=Permalinks(
            home=home,
            structure=options.get("permalink_structure", ""),
            category_base=options.get("category_base", ""),
            tag_base=options.get("tag_base", ""),
        ),
        keys=keys,
    )


class SiteReader:
    """Reads the site's options again when the database has changed, and not before."""

    def __init__(self, db: Db, home: str = "", siteurl: str = "", keys: Keys | None = None) -> None:
        self._db = db
        self._given = (home, siteurl, keys)
        self._latest = make_site({}, *self._given)

    def read(self) -> Site:
        """The site as it is now; on MariaDB at most a quarter of a second ago.

        Options that say what they said before give the same site, with all that is kept with it.
        """
        return remembered(self._db, self, self._read)

    def _read(self) -> Site:
        options = load_options(self._db)
        if options != self._latest.options:
            self._latest = make_site(options, *self._given)
        return self._latest
