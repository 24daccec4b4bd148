"""Tables for reading articles: which tags are what, and which words are no places."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


VOID = _set("area base br col embed hr img input link meta param source track wbr")
RAW = _set("iframe noembed noframes script style textarea title xmp")
UNSEEN = _set("iframe noembed noframes script style template title")
BLOCKS = _set(
    "address article aside blockquote center details dialog dd dir div dl dt fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre search section summary table"
    " tbody td tfoot th thead tr ul"
)
SCOPES = _set("button caption figure object table td th template")  # a paragraph outside does not end inside

HEADINGS = _set("h1 h2 h3 h4 h5 h6")
LISTS = _set("ol ul")
MEDIA = _set("audio canvas embed iframe img object picture svg video")
MEDIA_BOXES = _set("gallery wp-audio-shortcode wp-caption wp-playlist wp-video")  # classes
EMBEDS = _set("instagram-media tiktok-embed twitter-tweet wp-embedded-content")  # classes of a blockquote

SOURCES = _set("cite figcaption footer")  # who said what is quoted

# Blocks with a meaning of their own. Every other block is a wrapper.
WHOLE = (
    HEADINGS | LISTS | _set("address aside blockquote details dialog dir dl fieldset figure form menu nav")
)
WHOLE |= _set("p pre search table")
# Inline tags that keep the blocks inside them; the others are wrappers too when a block got into them.
HOLDS_BLOCKS = MEDIA | _set("button del ins map noscript select template")
# Tags that show nothing without text.
FORMATTING = _set(
    "a abbr b bdi bdo big br cite code em font i mark o:p q s small span strike strong sub sup tt u wbr"
)

# A sentence that begins so begins with no place.
FIRST_WORDS = _set(
    "a after although amid an and as at before but by despite during for from he how if in it its last next"
    " of on she since that the there these they this to under until we what when while who why with you"
)
# Capitals that a desk puts before a text.
DESK_WORDS = _set(
    "analysis breaking column correction disclaimer editorial exclusive explained explainer factbox faq"
    " important interview live note opinion quote read reminder review summary tip tldr update updated video"
    " warning watch"
)
