"""Text without its tags, as PHP strips them.

PHP does not read HTML; it steps through states, and its oddities show in stored titles and slugs:
- `<` before white space or inside quotes of a tag is no tag, and a `<` inside a tag opens one more that wants
  its own `>`;
- quotes count inside tags, also unbalanced ones: what follows an open quote belongs to the tag;
- `<!` begins a declaration that may turn into a comment (`!--`) later, `<?` a program that ends with `?>`
  outside its parentheses and quotes, unless it says `<?xml`;
- a tag that never ends swallows the rest of the text, and NULs vanish.
"""

import re
from dataclasses import dataclass

from copydesk.text.ascii import strip

_OPENING = re.compile(r"<(?![ \t\n\r\f\v])")
_IN_TAG = re.compile(r"<[!?]|<(?![ \t\n\r\f\v])|[>\"']")
_IN_DECLARATION = re.compile(r"<!doctype|!--|[>\"']", re.IGNORECASE | re.ASCII)
_IN_PROGRAM = re.compile(r"[>\"'()]")
_XML = re.compile(r"<\?xml", re.IGNORECASE | re.ASCII)
_UNREAD: tuple[str, ...] = ("script", "style")  # elements whose text nobody reads
_UNREAD_OPENING = {
    names: re.compile(f"<({'|'.join(names)})[^>]*>", re.IGNORECASE | re.ASCII)
    for names in (_UNREAD, _UNREAD[:1], _UNREAD[1:])
}
_UNREAD_CLOSING = {name: re.compile(f"</{name}>", re.IGNORECASE | re.ASCII) for name in _UNREAD}
_BREAKS = re.compile(r"[\r\n\t ]+")


def strip_all_tags(text: str, *, remove_breaks: bool = False) -> str:
    """Also drops what scripts and styles hold, and trims; white space becomes single spaces when asked."""
    text = strip_tags(_drop_scripts_and_styles(text))
    if remove_breaks:
        text = _BREAKS.sub(" ", text)
    return strip(text)


def strip_tags(text: str) -> str:
    """The text between tags, comments, declarations and programs."""
    text = text.replace("\0", "")
    if "<" not in text:
        return text
    kept = []
    place = depth = 0
    while opening := _OPENING.search(text, place):
        piece, depth = _drop_ends(text[place : opening.start()], depth)
        kept.append(piece)
        markup = _Markup(text, opening.start(), depth - 1)
        place = markup.find_end()
        depth = max(markup.depth, 0)
    kept.append(_drop_ends(text[place:], depth)[0])
    return "".join(kept)


def _drop_ends(text: str, depth: int) -> tuple[str, int]:
    """After a comment inside a tag, the `>` that the tag's `<` still want are not text either."""
    if not depth:
        return text, depth
    wanted = min(depth, text.count(">"))
    return text.replace(">", "", wanted), depth - wanted


@dataclass(slots=True)
class _Markup:
    """One piece of markup while it is read; the methods named after states go on until the state ends."""

    text: str
    place: int
    depth: int  # `<` that still want a `>`, beyond the first; one less before the first is read
    quote: str = ""
    is_xml: bool = False

    def find_end(self) -> int:
        """Where the text goes on."""
        while self._read_tag() and (self._read_program() if self._at("?") else self._read_declaration()):
            pass
        return self.place

    def _at(self, mark: str) -> bool:
        return self.text.startswith(mark, self.place)

    def _read_tag(self) -> bool:
        """True when the tag turns out to be something else, which begins at `place`."""
        while found := _IN_TAG.search(self.text, self.place):
            mark = found[0]
            self.place = found.start() + 1
            if mark[0] == "<":
                self.depth += not self.quote
                if mark in ("<!", "<?"):
                    return True
            elif mark != ">":
                self._toggle(mark)
            elif self._closes() and not (self.is_xml and self.text[found.start() - 1] == "-"):
                return False
        return self._swallow_rest()

    def _read_declaration(self) -> bool:
        """True when it is a document type, which reads on like a tag."""
        self.place -= 1  # the `<`, for `<!doctype`
        while found := _IN_DECLARATION.search(self.text, self.place):
            mark = found[0]
            self.place = found.end()
            if mark == "!--":
                return self._read_comment()
            if mark in "\"'":
                if self.text[found.start() - 1] != "\\":
                    self._toggle(mark)
            elif mark != ">":
                return True
            elif self._closes():
                return False
        return self._swallow_rest()

    def _read_comment(self) -> bool:
        end = self.text.find("-->", self.place - 2)
        if end < 0 or self.quote:
            return self._swallow_rest()
        self.place = end + 3
        return False

    def _read_program(self) -> bool:
        """True when it is an XML declaration, which reads on like a tag."""
        if _XML.match(self.text, self.place - 1):
            self.place += 4
            self.is_xml = True
            return True
        open_brackets = 0
        last = ""
        while found := _IN_PROGRAM.search(self.text, self.place):
            mark, before = found[0], self.text[found.start() - 1]
            self.place = found.end()
            if mark in "\"'":
                if before != "\\":
                    last = "" if last == mark else mark
                    self._toggle(mark)
            elif mark in "()":
                if last not in ("'", '"'):
                    open_brackets += 1 if mark == "(" else -1
            elif self._closes() and before == "?" and not open_brackets and last != '"':
                return False
        return self._swallow_rest()

    def _toggle(self, mark: str) -> None:
        if self.quote in ("", mark):
            self.quote = "" if self.quote else mark

    def _closes(self) -> bool:
        """Whether a `>` may end this markup; one that a nested `<` was waiting for does not."""
        if self.depth > 0:
            self.depth -= 1
            return False
        return not self.quote

    def _swallow_rest(self) -> bool:
        self.place = len(self.text)
        return False


def _drop_scripts_and_styles(text: str) -> str:
    if "<" not in text:
        return text
    kept = []
    place = start = 0
    last = text.rfind(">") + 1
    names = _UNREAD
    while names and (opening := _UNREAD_OPENING[names].search(text, start, last)):
        name = opening[1].lower()
        closing = _UNREAD_CLOSING[name].search(text, opening.end())
        if closing:
            kept.append(text[place : opening.start()])
            place = start = closing.end()
        else:  # nor is any later one closed
            names = tuple(other for other in names if other != name)
            start = opening.start() + 1
    kept.append(text[place:])
    return "".join(kept)
