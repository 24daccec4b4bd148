"""Texts that nobody should send, and values of any type made of them."""

import types
from collections import abc
from collections.abc import Callable, Collection, Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime, tzinfo
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from copydesk.text.blocks.block import BlockType
from copydesk.text.blocks.registry import BLOCK_TYPES
from copydesk.text.dates import DateWords
from copydesk.text.facts import Facts, Need, PostFacts, SiteFacts
from copydesk.text.pipeline import excerpt_text, run_content
from copydesk.text.rendering import Rendering
from copydesk.text.shortcode_registry import SHORTCODES

DEEP = 10_000
DEEPEST_LIST = 3

TEXTS = [
    "",
    "0",
    " \t\n\r\f\v\u00a0\u3000",
    "\0",
    "a\0<b\0>\0'\0[gallery\0]",
    "\ud800",
    "\udfff<\udc80>'\ud800\"&\udcff;",
    "caf\udce9 <p title='\udce9'>\udcff</p>",
    "<", ">", "</", "<!", "<!--", "-->", "[", "]", "[[", "[/", "&", "&#", "&#x;", "%", "\\", "'", '"', "-", ".", "@",
    "<<>><//></ a><!></><!--><!--->[]{}()''\"\"&&;;%%%00\\\\",
    "&#99999999999999999999;&#xD800;&#0;&#x110000;",
    "٣٤٥²³½Ⅷ",
    "İıſK\u0345ß\ufb03",
    "\u202e\u200b\ufeff\U000e0001\U0010ffff",
    "-9" * 30,
    "9" * 5_000,
    "[gallery " + "9" * 5_000 + "=1]", "9" * 5_000 + "=1",
    "1e999", "-0", "NaN", "0x10",
    "2025-02-30 25:61:61", "0000-00-00 00:00:00", "9999-12-31 23:59:59",
    "http://[::1", "//", "http://a:99999999/", "javascript:", "http://\udcff.example/%zz?\ud800#",
    '<!-- wp:group {"a":[[[{}]]]} --><!-- wp:x /--><!-- /wp:y -->',
    '<!-- wp:paragraph {"style":"x","layout":[],"metadata":5} --><p',
    "[gallery ids='\ud800,,99999999999999999999,-1' columns=0 size='x']",
    "[caption width='9e9'][embed width=][video src=\udc80][audio][playlist type='\0']",
    "<img src=\"\" width='-1' class='wp-image-99999999999999999999'>",
    '{"isGlobalStylesUserThemeJSON":true,"css":"\\ud800"}',
]  # fmt: skip
DEEP_TEXTS = [
    "<div>" * DEEP,
    "<div>" * DEEP + "</div>" * DEEP,
    "<b><i>" * DEEP + "</b>",
    "[caption]" * DEEP + "[/caption]" * DEEP,
    "<!-- wp:group -->" * DEEP + "<!-- /wp:group -->" * DEEP,
    '<!-- wp:x {"a":' + "[" * DEEP + "]" * DEEP + "} /-->",
    "<blockquote>\n\n" * DEEP,
    "('\"" * DEEP,
    "a[" + "b][" * DEEP,
    "[" * DEEP + "]" * DEEP,
    '{"a":' * DEEP,
    "f(" * DEEP + ")" * DEEP,
    "a." * DEEP,
]


# Repeated, each tempts some function to look for an end again and again.
FAMILIES = [
    "<", "</", "<!--", "<!-- > ", "<p ", "<a href='", '<a href="x" ', "<pre>", "<b><i>", "</b>", "<div\n\n", "<br",
    "[", "[gallery ", "[gallery a='", "[/gallery]", "[[", "[caption]", "<!-- wp:x -->", "<!-- wp:x {\"a\":[",
    "&", "&#x", "&amp", "%", "%c3", "\\", "'", '"', "'9", '"9', "-", "--", "- ", ".", "1.", "a.", "a@", "a@b.",
    "http://", "http://a) ", "www.", ":) ", " ", "\t \n", "\n\n", "\0", "\udc80", "é", "1x1", "(", ")", "{", "[]{}",
    "url(", "a:b;", "/*", "a,", "0", "9", "a=", "a[b]=&", "T", "<!-", "]]>", "\u2028", "||", "+1 ",
]  # fmt: skip
# The same for functions whose patterns are hard to tempt.
TEMPTATIONS = {
    "text.tags.split_html": ["<![CDATA["],
    "text.shortcode_tags.find_shortcodes": ["[gallery a/ ", "[[gallery", "[/gallery][gallery]"],
    "text.shortcode_tags.parse_attributes": ["a='<", 'a="', "a  "],
    "text.texturize.texturize": ["1.1x", "0.0x", "[gallery<", "'a 9' ", "-- "],
    "text.autop.autop": ["a\n", "<p><link</option>", "<option> ", "<script>", "<br ", "<div <b"],
    "text.unautop.unwrap_shortcodes": ["<p>[gallery]", "<p>&nbsp;", "<p>[gallery]</p>[/gallery]"],
    "text.smilies.convert_smilies": ["<code", "8"],
    "text.balance.balance_tags": ["<i><u>", "</x>", "<b ", "<a-", "<a.a"],
    "text.clickable.make_clickable": ["a@a.", "<a <a", "<a>http://a.b</a>", "<code>"],
    "text.links.add_rel": ["<a ", "<a rel='", "<a rel=x>"],
    "text.extended.split_extended": ["<!--more", "<!--more\n"],
    "text.kses.clean_html": ["<!--", "--->", "</>", "<p a='b'>", "<!x", "<!-- wp:x "],
    "text.blocks.parse.parse_blocks": [
        "<!-- wp:a /-->",
        "<!-- wp:a -->x<!-- /wp:a -->",
        "<!-- wp:a {} ",
        "} ",
    ],
    "text.blocks.supports.opening_tag.find_tags": ["<b a='", '<b a="', "<script></script>", "<script>"],
    "text.article.read_article": ["<a ", '<a =">" ', "<ul><li>", "<p>Also Read: <a href=x>b</a>|", "<p><td>"],
    "text.strip_tags.strip_tags": ["<a '", "<?", "<script ", "<script<style", "<!doctype", "<script> >"],
    "text.css.filter_css": ["width:calc(", "a:url(", "background:linear-gradient(()", "--a:var(--b,", "(("],
    "text.blocks.render.render_blocks": [
        '<!-- wp:group {"style":{"elements":{"link":{"color":{"text":"red"}}}}} --><div>x</div><!-- /wp:group -->'
    ],
}
_END = "\"'>-->]]></pre></script>]\n\n"


def repeated(fragment: str, size: int) -> str:
    return fragment * (size // len(fragment))


def mixture(size: int) -> str:
    """A text of all families, one after the other."""
    share = size // len(FAMILIES)
    return "".join(repeated(fragment, share) + _END for fragment in FAMILIES)


class HostileFacts(Facts):
    """Answers everything that is asked, with values made of one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        super().__init__(made(SiteFacts, text[:100]))

    def ask(self, need: Need[Any]) -> Any:
        (base,) = type(need).__orig_bases__  # type: ignore[attr-defined]  # every need is a Need[…]
        return made(get_args(base)[0], self.text)


def made(hint: Any, text: str, depth: int = 0) -> Any:
    """A value of the type, with the text in every place where one fits; lists end after some depth."""
    if hint in PLAIN:
        return PLAIN[hint](text)
    if is_dataclass(hint):
        return _made_object(hint, text, depth)
    origin, parts = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return made(parts[0], text, depth)
    if origin is Literal:
        return parts[0]
    if origin is abc.Callable:
        return lambda *_arguments: text[:50]
    if origin is tuple and parts[1:] != (...,):
        return tuple(made(part, text, depth) for part in parts)
    items = [made(part, text, depth + 1) for part in parts if part is not ...] if depth < DEEPEST_LIST else []
    if origin in (dict, abc.Mapping):
        return dict([items] if items else [])
    return {frozenset: frozenset, abc.Set: frozenset, tuple: tuple}.get(origin, list)(items)


def _made_object(kind: Any, text: str, depth: int) -> Any:
    hints = get_type_hints(kind)
    return kind(**{one.name: made(hints[one.name], text, depth + 1) for one in fields(kind) if one.init})


def _named(text: str) -> dict[str, str]:
    return {**dict.fromkeys(NAMES, text[:2_000]), "width": text, "style": text}


def a_hostile_rendering(text: str) -> Rendering:
    """Of a post and a site whose every word is the text (the beginning of a long one)."""
    return Rendering(
        HostileFacts(text[:2_000]),
        made(PostFacts, text[:2_000]),
        context={"postId": 3, "postType": "post", "commentId": 3, "queryId": text[:100], "query": {}},
        block_types=BLOCK_TYPES,
        shortcodes=SHORTCODES,
        in_content=True,
        render_content=run_content,
        render_excerpt=excerpt_text,
    )


# What every shortcode and block may be given, whatever it is.
NAMES = (
    "id",
    "ids",
    "src",
    "width",
    "height",
    "align",
    "style",
    "className",
    "metadata",
    "layout",
    "link",
    "buttonPosition",
)

PLAIN: dict[Any, Callable[[str], Any]] = {
    str: lambda text: text,
    int: lambda _text: 3,
    float: lambda _text: 3.5,
    bool: lambda _text: True,
    object: lambda text: text,
    Any: lambda text: text,
    type(None): lambda _text: None,
    datetime: lambda _text: datetime(2025, 6, 1, tzinfo=UTC),
    tzinfo: lambda _text: UTC,
    dict[str, str]: _named,
    dict[str, Any]: _named,
    Mapping[str, Any]: _named,
    frozenset[str]: lambda text: frozenset({text[:50], "gallery"}),
    Collection[str]: lambda text: [text[:50], "gallery"],
    DateWords: lambda text: DateWords(half_days=(text[:50],) * 4, months=(text[:50],) * 12),
    BlockType: lambda _text: BLOCK_TYPES["core/search"],
    Rendering: a_hostile_rendering,
}
