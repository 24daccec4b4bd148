"""A post of this site shown inside another: a quotation with its title, and a frame that takes its place.

The frame loads the post's own page made for frames, and a script shows it once both sides know the secret
that stands in the address. WordPress makes the secrets up at each answer; ours are hashes of the address, so
that the same text is the same bytes each time.
"""

import hashlib
import html
import math
import string

from copydesk.text.escape import escape_attribute
from copydesk.text.urls import escape_url
from copydesk.text.utf8 import to_bytes

WIDTH = 500  # of a frame nobody gave a width
_NARROWEST, _WIDEST, _LOWEST = 200, 600, 200
_LETTERS = string.digits + string.ascii_letters
_SECRET_LENGTH = 10
_HIDDEN = "position: absolute; visibility: hidden;"

# Sizes the frames that say how high they are, and follows links to the frame's own site. The messages and
# their members are the protocol that the framed pages of all WordPress sites speak.
_SCRIPT = """\
(function () {
  if (window.copydeskEmbeds) return;
  window.copydeskEmbeds = true;
  addEventListener("message", function (event) {
    var said = event.data;
    if (!said || !/^\\w+$/.test(said.secret || "")) return;
    document.querySelectorAll('[data-secret="' + said.secret + '"]').forEach(function (part) {
      if (part.tagName !== "IFRAME") { part.style.display = "none"; return; }
      if (part.contentWindow !== event.source) return;
      part.removeAttribute("style");
      if (said.message === "height") part.height = Math.min(1000, Math.max(200, parseInt(said.value, 10) || 0));
      if (said.message !== "link" || document.activeElement !== part) return;
      var goal = new URL(said.value);
      if (/^https?:$/.test(goal.protocol) && goal.host === new URL(part.src).host) top.location.href = goal.href;
    });
  });
  addEventListener("DOMContentLoaded", function () {
    document.querySelectorAll("iframe.wp-embedded-content[data-secret]").forEach(function (frame) {
      frame.contentWindow.postMessage({ message: "ready", secret: frame.dataset.secret }, "*");
    });
  });
})();"""


def embed_post(link: str, title: str, site_name: str, width: int = WIDTH) -> str:
    """`title` is the html of the post's title, `site_name` that of the site's name."""
    outer, inner = _secret("outer", link), _secret("inner", link)
    width, height = frame_size(width)
    label = html.unescape(f"&#8220;{title}&#8221; &#8212; {site_name}")
    return (
        f'<blockquote class="wp-embedded-content" data-secret="{outer}">'
        f'<a href="{escape_url(link)}">{title}</a></blockquote>'
        f'<iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted" style="{_HIDDEN}" '
        f'title="{escape_attribute(html.escape(label, quote=False))}" '
        f'src="{escape_url(embed_address(link))}#?secret={inner}#?secret={outer}" data-secret="{outer}" '
        f'width="{width}" height="{height}" frameborder="0" marginwidth="0" marginheight="0" scrolling="no">'
        "</iframe>"
    )


def frame_size(width: int) -> tuple[int, int]:
    """Width and height of the frame where so much width is to be had."""
    width = max(_NARROWEST, min(width, _WIDEST))
    return width, max(math.ceil(width / 16 * 9), _LOWEST)


def frame_post(link: str, title: str, site_name: str, width: int = WIDTH) -> str:
    """The same for other sites, which have no script of ours: it comes along."""
    secret = _secret("outer", link)
    width, height = frame_size(width)
    label = escape_attribute(f"&#8220;{title}&#8221; &#8212; {site_name}")
    return (
        f'<blockquote class="wp-embedded-content" data-secret="{secret}">'
        f'<a href="{escape_url(link)}">{title}</a></blockquote>'
        '<iframe sandbox="allow-scripts" security="restricted" '
        f'src="{escape_url(embed_address(link))}#?secret={secret}" '
        f'width="{width}" height="{height}" title="{label}" data-secret="{secret}" frameborder="0" '
        'marginwidth="0" marginheight="0" scrolling="no" class="wp-embedded-content"></iframe>'
        f"<script>\n{_SCRIPT}\n</script>\n"
    )


def embed_address(link: str) -> str:
    """The post's page for frames; it ends in a slash if the post's own address does."""
    if "?" in link:
        return f"{link}&embed=true"
    return f"{link}embed/" if link.endswith("/") else f"{link}/embed"


def _secret(purpose: str, link: str) -> str:
    digest = hashlib.sha256(to_bytes(f"{purpose} {link}")).digest()
    return "".join(_LETTERS[byte % len(_LETTERS)] for byte in digest[:_SECRET_LENGTH])
