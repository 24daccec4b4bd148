"""Curly quotes, dashes, primes and the like in one stretch of plain text, as numeric entities.

Which way a quote turns is decided by its neighbours alone, in this order:
1. A year or a known clipping ('99, 'twas) begins with an apostrophe.
2. A number in quotes after white space is quoted, not measured: "42", '42'.
3. After the start, white space, an opening bracket, a dash or `&lt;` a quote opens.
4. A single quote in front of a letter or digit is an apostrophe.
5. The rest is undecided: it closes a quotation, or stands for feet, inches, minutes or seconds.

Undecided marks are settled together, per stretch from one opening quote to the next. After a digit they are
primes, otherwise they close; a single one that does not look like an end stays straight. But a quotation has
to end: if all marks that could end it follow a digit, one of them closes nevertheless (the last in front of a
full stop, else the last). That does not hold where something closed before.

Surprises: the start of the text is the start of each piece between two tags, so `"<b>x</b>"` opens twice;
`'` before `"` never closes; a double quote before white space does not open, a single one does.
"""

import re
from dataclasses import dataclass, field

OPEN_DOUBLE, CLOSE_DOUBLE, DOUBLE_PRIME = "&#8220;", "&#8221;", "&#8243;"
OPEN_SINGLE, CLOSE_SINGLE, PRIME = "&#8216;", "&#8217;", "&#8242;"

# Replaced wherever they stand, before anything else looks at the text.
FIXED = (("...", "&#8230;"), ("``", OPEN_DOUBLE), ("''", CLOSE_DOUBLE), (" (tm)", " &#8482;"))
# What a mark becomes when its kind says all.
_BECOMES = {
    "apostrophe": CLOSE_SINGLE,
    "em_dash": "&#8212;",
    "en_dash": "&#8211;",
    "ampersand": "&#038;",
}

_SPACE = r"\r\n\t\ \u00a0"
_BEFORE_SPACE = rf"(?=\Z|[{_SPACE}]|&nbsp;)"
_END = rf"(?=\Z|[.,:;!?)}}\-\]{_SPACE}]|&gt;|&nbsp;)"
_YEAR = r"\d\d(?![%\d]|[.,]\d)"
_CLIPPING = r"(?:tain't|twere|twas|tis|twill|til|bout|nuff|round|cause|em)"
_ENTITY = r"(?:\#(?:\d+|[xX][a-fA-F0-9]+);|[a-zA-Z1-4]{1,8};)"


def _after(mark: str, brackets: str = "", word: str = "&nbsp;") -> str:
    """The mark just read stands at the start, or behind white space, one of the brackets or the word."""
    return rf"(?:(?<![\s\S]{mark})|(?<=[{brackets}{_SPACE}]{mark})|(?<=&nbsp;{mark})|(?<={word}{mark}))"


_OPENS_SINGLE = _after("'", r'(\[{"\-', "&lt;")
_OPENS_DOUBLE = _after('"', r"(\[{\-", "&lt;")

# Each branch begins with the mark itself, and looks back over it: so the search skips plain words quickly.
_MARK = re.compile(
    rf"""
    '(?:
      (?P<year_single> \d\d'{_END} )
    | (?P<year_double> \d\d"{_END} )
    | (?P<clipped_single> {_CLIPPING} )
    | (?P<number_single> (?!{_YEAR}) {_after("'")} \d[.,\d]*'(?!{_YEAR}|{_CLIPPING}) )
    | (?P<open_single> (?!{_YEAR}) {_OPENS_SINGLE} )
    | (?P<apostrophe> (?!\Z|[.,:;!?"'()\[\]{{}}\-{_SPACE}]|&[lg]t;|&nbsp;) )
    | (?P<rest_single> )
    )
    | "(?:
      (?P<number_double> {_after('"')} \d[.,\d]*" )
    | (?P<open_double> {_OPENS_DOUBLE} (?![{_SPACE}]|&nbsp;) )
    | (?P<rest_double> )
    )
    | -(?:
      (?P<em_dash> -- | {_after("-")} -{_BEFORE_SPACE} )
    | (?P<en_dash> (?<!xn-)- | {_after("-")}{_BEFORE_SPACE} )
    )
    | &(?:
      (?P<closed_single> \#8217; )
    | (?P<closed_double> \#8221; )
    | (?P<ampersand> (?!{_ENTITY}) )
    )
    """,
    re.VERBOSE | re.ASCII,
)
_ANY_MARK = re.compile("['\"&-]")
_CAN_END = re.compile(_END)
BARE_AMPERSAND = re.compile(f"&(?!{_ENTITY})", re.ASCII)

# A number, an x, a number; the first begins a word or follows a point and is not just 0: 0x1f is no product.
_TIMES = re.compile(
    r"(?<![\d.,])(?=[\d.,]++x\d++(?!\w))((?:(?<!\w)(?!0x)|[\d.,]*?[.,](?!0x))\d[\d.,]*)x", re.ASCII
)


@dataclass(slots=True)
class _Quotation:
    """One kind of quote: its marks, and the stretch since it opened last."""

    text: str
    output: list[str]
    opening: str
    closing: str
    prime: str
    straight: str  # what stays when a mark does not look like an end
    opened: bool = False
    closed: bool = False
    undecided: list[tuple[int, int]] = field(default_factory=list)  # place in the text, place in the output

    def read(self, action: str, mark: str, place: int) -> str:
        """What a mark becomes; what is undecided stands empty in the output until the stretch is settled."""
        if action == "rest":
            self.undecided.append((place, len(self.output)))
            return ""
        if action == "open":
            self._open(closed=False)
            return self.opening
        if action == "number":
            self._open(closed=True)
            return f"{self.opening}{mark[1:-1]}{self.closing}"
        self.closed = True
        if action == "year":
            return f"{CLOSE_SINGLE}{mark[1:-1]}{self.closing}"
        return mark.replace("'", CLOSE_SINGLE)

    def _open(self, *, closed: bool) -> None:
        self.settle()
        self.opened, self.closed = True, closed

    def settle(self) -> None:
        """Decides the marks of the stretch that ends here."""
        if not self.undecided:
            return
        ends = [place for place, _ in self.undecided if _CAN_END.match(self.text, place + 1)]
        forced = self._forced_end(ends) if self.opened and not self.closed else -1
        can_end = set(ends)
        for place, slot in self.undecided:
            if place != forced and self._follows_digit(place):
                self.output[slot] = self.prime
            else:
                self.output[slot] = self.closing if place in can_end else self.straight
        self.undecided.clear()

    def _forced_end(self, ends: list[int]) -> int:
        if not ends or not all(self._follows_digit(place) for place in ends):
            return -1
        before_stop = [place for place in ends if self.text.startswith(".", place + 1)]
        return (before_stop or ends)[-1]

    def _follows_digit(self, place: int) -> bool:
        return place > 0 and self.text[place - 1] in "0123456789"


def curl(text: str) -> str:
    """Typographic marks in text without tags, in which `FIXED` is replaced already."""
    if not _ANY_MARK.search(text):
        return text
    output: list[str] = []
    single = _Quotation(text, output, OPEN_SINGLE, CLOSE_SINGLE, PRIME, "'")
    double = _Quotation(text, output, OPEN_DOUBLE, CLOSE_DOUBLE, DOUBLE_PRIME, CLOSE_DOUBLE)
    done = 0
    for found in _MARK.finditer(text):
        start, end = found.span()
        output.append(text[done:start])
        done = end
        kind = found.lastgroup or ""
        if kind in _BECOMES:
            output.append(_BECOMES[kind])
        else:
            action, _, name = kind.partition("_")
            quotation = double if name == "double" else single
            output.append(quotation.read(action, found[0], start))
    single.settle()
    double.settle()
    output.append(text[done:])
    return "".join(output)


def multiply(text: str) -> str:
    """The x of 3x4 becomes a times sign; not in chains (3x4x5), nor between spaces."""
    return _TIMES.sub(r"\1&#215;", text)
