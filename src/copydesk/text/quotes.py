"""Which way straight quotes turn, and which of them are no quotes but measures.

A quote turns as its neighbours tell, in this order:
1. A year or a known clipping ('99, 'twas) begins with an apostrophe.
2. A number in quotes after white space is quoted, not measured: "42", '42'.
3. After the start, white space, an opening bracket, a dash or `&lt;` a quote opens.
4. A single quote in front of a letter or digit is an apostrophe.
5. After a digit it measures: feet and inches, minutes and seconds.
6. What is left closes; but a single quote only in front of white space or punctuation, elsewhere it stays.

A quotation has to end, however: from one opening quote to the next, if every mark that could close follows a
digit, one of them closes nevertheless, the last in front of a full stop or else the last. That does not hold
where something has closed already.

Surprises: `'` in front of `"` never closes; `"` in front of white space does not open, `'` does.
"""

import re
from dataclasses import dataclass, field

OPEN_DOUBLE, CLOSE_DOUBLE, DOUBLE_PRIME = "&#8220;", "&#8221;", "&#8243;"
OPEN_SINGLE, CLOSE_SINGLE, PRIME = "&#8216;", "&#8217;", "&#8242;"

SPACE = r"\r\n\t\ \u00a0"
_END = rf"(?=\Z|[.,:;!?)}}\-\]{SPACE}]|&gt;|&nbsp;)"
_YEAR = r"\d\d(?![%\d]|[.,]\d)"
_CLIPPING = r"(?:tain't|twere|twas|tis|twill|til|bout|nuff|round|cause|em)"


def after(mark: str, brackets: str = "", word: str = "&nbsp;") -> str:
    """The mark just read stands at the start, or behind white space, one of the brackets or the word."""
    return rf"(?:(?<![\s\S]{mark})|(?<=[{brackets}{SPACE}]{mark})|(?<=&nbsp;{mark})|(?<={word}{mark}))"


_OPENS_SINGLE = after("'", r'(\[{"\-', "&lt;")
_OPENS_DOUBLE = after('"', r"(\[{\-", "&lt;")

# For `re.VERBOSE`. Each branch begins with the mark and looks back over it, so that searching is fast.
QUOTE = rf"""
    '(?:
      (?P<year_single> \d\d'{_END} )
    | (?P<year_double> \d\d"{_END} )
    | (?P<clipping_single> {_CLIPPING} )
    | (?P<number_single> (?!{_YEAR}) {after("'")} \d[.,\d]*'(?!{_YEAR}|{_CLIPPING}) )
    | (?P<open_single> (?!{_YEAR}) {_OPENS_SINGLE} )
    | (?P<apostrophe> (?!\Z|[.,:;!?"'()\[\]{{}}\-{SPACE}]|&[lg]t;|&nbsp;) )
    | (?P<measure_single> (?<=\d') )
    | (?P<end_single> {_END} )
    )
    | "(?:
      (?P<number_double> {after('"')} \d[.,\d]*" )
    | (?P<open_double> {_OPENS_DOUBLE} (?![{SPACE}]|&nbsp;) )
    | (?P<measure_double> (?<=\d") )
    | (?P<end_double> {_END} )
    | (?P<close_double> )
    )
"""
BECOMES = {
    "open_single": OPEN_SINGLE,
    "apostrophe": CLOSE_SINGLE,
    "measure_single": PRIME,
    "end_single": CLOSE_SINGLE,
    "open_double": OPEN_DOUBLE,
    "measure_double": DOUBLE_PRIME,
    "end_double": CLOSE_DOUBLE,
    "close_double": CLOSE_DOUBLE,
}

_TURNING_POINT = re.compile(
    rf"{QUOTE} | (?P<closed_single>{re.escape(CLOSE_SINGLE)}) | (?P<closed_double>{re.escape(CLOSE_DOUBLE)})",
    re.VERBOSE | re.ASCII,
)
_MEASURE = re.compile("[0-9]['\"]")
_CAN_END = re.compile(_END)


def spell(kind: str, written: str) -> str:
    """What becomes of a mark with words: a year, a clipping, a number in quotes."""
    if kind == "year_single":
        return f"{CLOSE_SINGLE}{written[1:-1]}{CLOSE_SINGLE}"
    if kind == "year_double":
        return f"{CLOSE_SINGLE}{written[1:-1]}{CLOSE_DOUBLE}"
    if kind == "number_single":
        return f"{OPEN_SINGLE}{written[1:-1]}{CLOSE_SINGLE}"
    if kind == "number_double":
        return f"{OPEN_DOUBLE}{written[1:-1]}{CLOSE_DOUBLE}"
    return written.replace("'", CLOSE_SINGLE)


@dataclass(slots=True)
class _Quotation:
    """From one opening quote to the next: has something closed, and which measures could be the end."""

    has_closed: bool = True  # before the first quote there is nothing to close
    ends: list[int] = field(default_factory=list)

    def end_of(self, text: str) -> int | None:
        if self.has_closed or not self.ends:
            return None
        before_stop = [place for place in self.ends if text.startswith(".", place + 1)]
        return (before_stop or self.ends)[-1]


def find_closing_measures(text: str) -> frozenset[int]:
    """Where marks behind digits close a quotation after all."""
    if not _MEASURE.search(text):
        return frozenset()
    quotations = {"single": [_Quotation()], "double": [_Quotation()]}
    for found in _TURNING_POINT.finditer(text):
        action, _, which = (found.lastgroup or "").partition("_")
        if not which or action == "close":
            continue
        if action in ("open", "number"):
            quotations[which].append(_Quotation(has_closed=action == "number"))
        elif action != "measure":
            quotations[which][-1].has_closed = True
        elif _CAN_END.match(text, found.end()):
            quotations[which][-1].ends.append(found.start())
    ends = (quotation.end_of(text) for row in quotations.values() for quotation in row)
    return frozenset(end for end in ends if end is not None)
