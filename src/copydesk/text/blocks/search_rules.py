"""Markup of the search form that is not made of attributes: the drawing, and how a form opens and closes."""

ICON = """\
<svg class="search-icon" viewBox="0 0 24 24" width="24" height="24">
					<path d="M13 5c-3.3 0-6 2.7-6 6 0 1.4.5 2.7 1.3 3.7l-3.8 3.8 1.1 1.1 3.8-3.8c1 .8 \
2.3 1.3 3.7 1.3 3.3 0 6-2.7 6-6S16.3 5 13 5zm0 10.5c-2.5 0-4.5-2-4.5-4.5s2-4.5 4.5-4.5 4.5 2 4.5 \
4.5-2 4.5-4.5 4.5z"></path>
				</svg>"""

OPENING_FORM = """\

		\x20data-wp-interactive="core/search"
		\x20data-wp-context='{{"isSearchInputVisible":false,"inputId":"{field_id}",\
"ariaLabelExpanded":"Submit Search","ariaLabelCollapsed":"Expand search field"}}'
		\x20data-wp-class--wp-block-search__searchfield-hidden="!context.isSearchInputVisible"
		\x20data-wp-on--keydown="actions.handleSearchKeydown"
		\x20data-wp-on--focusout="actions.handleSearchFocusout"
		"""

OPENING_FIELD = (
    'data-wp-bind--aria-hidden="!context.isSearchInputVisible" data-wp-bind--tabindex="state.tabindex"'
)

OPENING_BUTTON = (
    'data-wp-bind--aria-controls="state.ariaControls" '
    'data-wp-bind--aria-expanded="context.isSearchInputVisible" '
    'data-wp-bind--aria-label="state.ariaLabel" data-wp-bind--type="state.type" '
    'data-wp-on--click="actions.openSearchInput" '
)
