"""Where the site's own addresses lead.

Pages link to their own site by path, so that a copy of it works on any host; what other sites and machines
read (canonical links, structured data) keeps the whole address.

Uploads live below the CMS's address, which may be another host than the site's. Given a path for them, the
pages use that.
"""

import re
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlsplit

_TAG = re.compile(r"<[a-zA-Z][^<>]*>")


@dataclass(frozen=True)
class Addresses:
    """No slash at the end of any of them."""

    home: str
    uploads_url: str = ""
    uploads_path: str = ""

    @property
    def path(self) -> str:
        """The path of `home`: `/news`, or nothing."""
        return urlsplit(self.home).path.rstrip("/")

    @property
    def front(self) -> str:
        return f"{self.path}/"

    def shorten(self, url: str) -> str:
        """An address of this site as a path; others as they are."""
        return self._own.sub(self._shortened, url)

    def shorten_in(self, html: str) -> str:
        """The same for every address in the tags of a text; the words of the text stay."""
        if self._host not in html and (not self.uploads_path or self.uploads_url not in html):
            return html
        return _TAG.sub(lambda tag: self._own.sub(self._shortened, tag[0]), html)

    @property
    def _host(self) -> str:
        return urlsplit(self.home).netloc

    @cached_property
    def _own(self) -> re.Pattern[str]:
        """`home` and, where they have a path of their own, the uploads; whole up to a slash or the end."""
        places = [f"(?P<home>{_anywhere(self.home)})"]
        if self.uploads_url and self.uploads_path:
            places.insert(0, f"(?P<uploads>{_anywhere(self.uploads_url)})")
        return re.compile(rf"(?:{'|'.join(places)})(?P<slash>/|(?=[?#\"'\s>])|\Z)")

    def _shortened(self, match: re.Match[str]) -> str:
        if match.groupdict().get("uploads"):
            return f"{self.uploads_path}{match['slash']}"
        return self.front


def _anywhere(url: str) -> str:
    """The address with either scheme."""
    return r"(?:https?:)?//" + re.escape(url.partition("//")[2].rstrip("/"))
