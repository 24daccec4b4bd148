"""Tables of the elements and attributes that readers without full rights may write.

One line an element: its name, then the attributes it has beyond the global ones.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from copydesk.text.protocols import ALLOWED_PROTOCOLS

# The words kept in comments, titles and descriptions; these elements have no global attributes.
_INLINE = """
a href title
abbr title
acronym title
b
blockquote cite
cite
code
del datetime
em
i
q cite
s
strike
strong
"""

_GLOBAL = "class dir hidden id lang role style tabindex title xml:lang"

_POST = """
a href rel rev name target download
abbr
acronym
address
area alt coords href nohref shape target
article align
aside align
audio autoplay controls loop muted preload src
b
bdo
big
blockquote cite
br
button disabled name type value
caption align
cite
code
col align char charoff span valign width
colgroup align char charoff span valign width
dd
del datetime
details align open
dfn
dialog open
div align
dl
dt
em
fieldset
figcaption align
figure align
font color face size
footer align
h1 align
h2 align
h3 align
h4 align
h5 align
h6 align
header align
hgroup align
hr align noshade size width
i
img alt align border height hspace loading longdesc src usemap vspace width
ins datetime cite
kbd
label for
legend align
li align value
main align
map name
mark
menu type
nav align
object data type
ol start type reversed
p align
pre width
q cite
rb
rp
rt
rtc
ruby
s
samp
section align
small
span align
strike
strong
sub
summary align
sup
table align bgcolor border cellpadding cellspacing rules summary width
tbody align char charoff valign
td abbr align axis bgcolor char charoff colspan headers height nowrap rowspan scope valign width
textarea cols rows disabled name readonly
tfoot align char charoff valign
th abbr align axis bgcolor char charoff colspan headers height nowrap rowspan scope valign width
thead align char charoff valign
time datetime
title
tr align bgcolor char charoff valign
track default kind label src srclang
tt
u
ul type
var
video autoplay controls height loop muted playsinline poster preload src width
"""

# Formulas: presentation only. Elements that may hold HTML again, load or act are left out on purpose.
_MATH_GLOBAL = "dir displaystyle mathbackground mathcolor mathsize mathvariant scriptlevel"
_MATH = """
annotation encoding
math display alttext xmlns
merror
mfrac linethickness
mi
mmultiscripts
mn
mo accent fence form largeop lspace maxsize minsize movablelimits rspace separator stretchy symmetric
mover accent
mpadded depth height lspace voffset width
mphantom
mprescripts
mroot
mrow
ms
mspace depth height width
msqrt
mstyle
msub
msubsup
msup
mtable columnalign columnlines columnspacing frame rowalign rowlines rowspacing
mtd columnalign columnspan rowalign rowspan
mtext
mtr columnalign rowalign
munder accentunder
munderover accent accentunder
semantics
"""

VALUELESS_ATTRIBUTES = frozenset({("a", "download")})  # these go when they say something
ADDRESS_ATTRIBUTES = frozenset(
    {
        "action", "archive", "background", "cite", "classid", "codebase", "data", "formaction", "href",
        "icon", "longdesc", "manifest", "poster", "profile", "src", "usemap", "xmlns",
    }
)  # fmt: skip


def _elements(lines: str, everywhere: str = "") -> dict[str, frozenset[str]]:
    table = (line.split() for line in lines.split("\n") if line)
    return {name: frozenset([*attributes, *everywhere.split()]) for name, *attributes in table}


@dataclass(frozen=True, slots=True)
class Rules:
    """What one kind of text may hold. Elements are named in lower case."""

    elements: Mapping[str, frozenset[str]]
    prefixes: tuple[str, ...] = ()  # attributes that every element has, whatever follows
    protocols: tuple[str, ...] = ALLOWED_PROTOCOLS
    files_url: str = ""  # documents shown by <object> come from this host; empty: none are shown


INLINE = Rules(_elements(_INLINE))
COMMENT = Rules({**INLINE.elements, "span": frozenset()})  # WP 7.1: notes mark mentions with it
BIOGRAPHY = Rules({**INLINE.elements, "a": INLINE.elements["a"] | {"rel"}})
POST = Rules(
    _elements(_POST, _GLOBAL) | _elements(_MATH, f"{_GLOBAL} {_MATH_GLOBAL}"), prefixes=("data-", "aria-")
)
