"""Tables of character references."""

from html.entities import name2codepoint

HTML4_NAMES = frozenset(name2codepoint)
HTML_CHARACTERS = {name: chr(code) for name, code in name2codepoint.items()} | {"apos": "'"}
HTML_NAMES = frozenset(HTML_CHARACTERS)  # of the names that HTML 5 added only this one counts
XML_NAMES = frozenset({"amp", "lt", "gt", "quot", "apos"})

_UNUSED = (129, 141, 143, 144, 157)

# What browsers read in the numbers that Unicode gives to controls and Windows-1252 to typography.
WINDOWS_1252_CHARACTERS = {
    code: bytes([code]).decode("cp1252") for code in range(128, 160) if code not in _UNUSED
}
WINDOWS_1252 = {f"&#{code};": f"&#{ord(meant)};" for code, meant in WINDOWS_1252_CHARACTERS.items()} | {
    f"&#{code};": "" for code in _UNUSED
}
