"""The tags that part paragraphs, and what autop takes for one."""

BLOCK_NAMES = (
    "table|thead|tfoot|caption|col|colgroup|tbody|tr|td|th|div|dl|dd|dt|ul|ol|li|pre|form|map|area|blockquote"
    "|address|style|p|h[1-6]|hr|fieldset|legend|section|article|aside|hgroup|header|footer|nav|figure|figcaption"
    "|details|menu|summary"
)

# Stands for a line break inside a tag. A lone surrogate, which no text that was decoded contains.
ASIDE = "\ud800"

# The beginning of a block tag, and the tag from its last beginning to its end.
BLOCK = f"</?(?:{BLOCK_NAMES})"
BLOCK_TAG = rf"{BLOCK}[^<>{ASIDE}]*+(?:<(?!/?(?:{BLOCK_NAMES}))[^<>{ASIDE}]*+)*+[>{ASIDE}]"
