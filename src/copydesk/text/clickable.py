"""Makes links of the addresses in a text: `https://…`, `www.…`, and of mail.

Words between tags are searched; code, preformatted text, scripts and styles are not. A tag in angles that
begins like an address (`<https://…>`) is words. Three kinds of address are looked for one after the other,
each in the result of the one before:

1. With a scheme: behind white space or one of `(<.,;:!?`. Punctuation belongs to it only if more follows, a
   closing bracket only if one was opened.
2. `www.` and `ftp.`: behind white space or a tag, and without one mark of punctuation at the end.
3. Mail: behind white space or a tag.

Surprises: a very long text is searched in pieces, cut at white space, and words longer than a piece are not
searched. In a text that is a link already, the new link is taken out again; that its address was completed
shows.
"""

import re
from collections.abc import Iterator

from copydesk.text.ascii import lower
from copydesk.text.links import is_own_link
from copydesk.text.urls import escape_url
from copydesk.text.utf8 import to_bytes

_TAG = re.compile(r"(<[^<>]+>)")
_CODE = re.compile(r"<(?:code|pre|script|style)[\s>]", re.IGNORECASE | re.ASCII)
_ENDS_OF_CODE = frozenset({"</code>", "</pre>", "</script>", "</style>"})
_ADDRESS_IN_ANGLES = re.compile(r"<\s*\w{1,20}+://", re.ASCII)

_IS_WEB = re.compile("https?:", re.IGNORECASE)
_IN_ADDRESS = r"[\w\u0080-\U0010ffff#%~/@\[\]*(+=&$-]"
_WITH_SCHEME = re.compile(
    rf"""([\s(<.,;:!?])
    (\w{{1,20}}+://(?=\S{{1,2000}}\s){_IN_ADDRESS}*+(?:['.,;:!?)]{_IN_ADDRESS}++)*)
    (?:(\))(\.\w{{2,6}})?)?""",
    re.VERBOSE | re.ASCII,
)
_WEB = re.compile(
    r"([\s>])((?:www|ftp)\.[\w\u0080-\U0010ffff#$%&~/.;:=,?@\[\]+-]+)", re.IGNORECASE | re.ASCII
)
_MAIL = re.compile(r"([\s>])([.0-9a-z_+-]+@(?:[0-9a-z-]+\.)+[0-9a-z]{2,})", re.IGNORECASE | re.ASCII)

_LINK_IN_LINK = re.compile(r"(?<=>)<a [^>]+>([^>]+)</a></a>", re.IGNORECASE)
_OPENING_LINK = re.compile(r"<a(?:[ \r\n\t]+[^>]+)?>\Z", re.IGNORECASE)

_LONG_BYTES, _PIECE_BYTES = 10_000, 2_100
_SPACES_TO_NUL = bytes.maketrans(b" \t\n\r\f\v", b"\0" * 6)


def make_clickable(html: str, home: str, *, in_comment: bool = False) -> str:
    """Makes links of addresses. Links away from `home` are not to be followed; those of readers are `ugc`."""
    if "." not in html and "://" not in html:
        return html
    linker = _Linker(home, in_comment=in_comment)
    depth = 0
    output: list[str] = []
    for piece in _TAG.split(html):
        if _CODE.match(piece):
            depth += 1
        elif depth and lower(piece) in _ENDS_OF_CODE:
            depth -= 1
        output.append(piece if depth else linker.link(piece))
    return _take_out_inner_links("".join(output))


class _Linker:
    def __init__(self, home: str, *, in_comment: bool) -> None:
        self._home = home
        self._ugc = ["ugc"] if in_comment else []

    def link(self, piece: str) -> str:
        """The text between two tags with its links; tags as they are."""
        if piece.startswith("<") and not _ADDRESS_IN_ANGLES.match(piece):
            return piece
        if "." not in piece and "://" not in piece:
            return piece
        if len(piece) > _LONG_BYTES // 4 and len(to_bytes(piece)) > _LONG_BYTES:
            return "".join(self._link_words(words) if is_short else words for words, is_short in _cut(piece))
        return self._link_words(piece)

    def _link_words(self, words: str) -> str:
        words = f" {words} "
        if "://" in words:
            words = _WITH_SCHEME.sub(self._link_with_scheme, words)
        words = _WEB.sub(self._link_web, words)
        if "@" in words:
            words = _MAIL.sub(r'\1<a href="mailto:\2">\2</a>', words)
        return words[1:-1]

    def _link_with_scheme(self, found: re.Match[str]) -> str:
        before, address, bracket, extension = found.groups(default="")
        if "(" in address:
            address, bracket, extension = f"{address}{bracket}{extension}", "", ""
        address, behind = _split_unopened(address)
        link = self._anchor(address)
        return f"{before}{link}{behind}{bracket}{extension}" if link else found[0]

    def _link_web(self, found: re.Match[str]) -> str:
        before, address = found.groups()
        end = address[-1] if address[-1] in ".,;:" else ""
        link = self._anchor(f"http://{address.removesuffix(end)}")
        return f"{before}{link}{end}" if link else found[0]

    def _anchor(self, address: str) -> str:
        address = escape_url(address)
        rel = " ".join([*self._nofollow(address), *self._ugc])
        rel = f' rel="{rel}"' if rel else ""
        return f'<a href="{address}"{rel}>{address}</a>' if address else ""

    def _nofollow(self, address: str) -> list[str]:
        is_foreign = _IS_WEB.match(address) and not is_own_link(address, self._home)
        return ["nofollow"] if is_foreign else []


def _split_unopened(address: str) -> tuple[str, str]:
    """Cuts an address before closing brackets that were not opened."""
    end = len(address)
    for _ in range(address.count(")") - address.count("(")):
        end = address.rindex(")", 0, end)
    return address[:end], address[end:]


def _cut(text: str) -> Iterator[tuple[str, bool]]:
    """Pieces that end with white space, and whether they have the right length; the others are long words."""
    written = to_bytes(text)
    spaces = written.translate(_SPACES_TO_NUL)
    start = 0
    while start < len(written):
        end = len(written) - 1
        if end - start >= _PIECE_BYTES:
            end = spaces.rfind(b"\0", start, start + _PIECE_BYTES + 1)
            if end < 0:
                end = spaces.find(b"\0", start + _PIECE_BYTES + 1)
            if end < 0:
                end = len(written) - 1
        piece = written[start : end + 1]
        yield piece.decode("utf-8", "surrogateescape"), len(piece) <= _PIECE_BYTES + 1
        start = end + 1


def _take_out_inner_links(html: str) -> str:
    def take_out(found: re.Match[str]) -> str:
        outer = html.rfind(">", 0, found.start() - 1) + 1
        is_inner = _OPENING_LINK.search(html, outer, found.start())
        return f"{found[1]}</a>" if is_inner else found[0]

    return _LINK_IN_LINK.sub(take_out, html) if "</a></a>" in html else html
