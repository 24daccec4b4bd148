"""The markup of menus that is always the same: drawings, and the window a menu opens in on small screens."""

import json

SUBMENU_ICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="12" height="12" viewBox="0 0 12 12" fill="none" '
    'aria-hidden="true" focusable="false">'
    '<path d="M1.50002 4L6.00002 8L10.5 4" stroke-width="1.5"></path></svg>'
)
CLOSE_ICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" '
    'focusable="false"><path d="m13.06 12 6.47-6.47-1.06-1.06L12 10.94 5.53 4.47 4.47 5.53 10.94 12l-6.47 '
    '6.47 1.06 1.06L12 13.06l6.47 6.47 1.06-1.06L13.06 12Z"></path></svg>'
)
OVERLAY_CLOSE_ICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" '
    'focusable="false"><path d="M13 11.8l6.1-6.3-1.1-1-6.1 6.2-6.1-6.2-1.1 1 6.1 6.3-6.5 6.7 1.1 1 6.5-6.6 '
    '6.5 6.6 1.1-1z" /></svg>'
)
OPEN_ICONS = {
    "handle": (
        '<svg width="24" height="24" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" '
        'aria-hidden="true" focusable="false">'
        '<path d="M4 7.5h16v1.5H4z"></path><path d="M4 15h16v1.5H4z"></path></svg>'
    ),
    "menu": (
        '<svg width="24" height="24" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">'
        '<path d="M5 5v1.5h14V5H5zm0 7.8h14v-1.5H5v1.5zM5 19h14v-1.5H5V19z" /></svg>'
    ),
}

_CLOSED = {"click": False, "hover": False, "focus": False}
_OVERLAY_CONTEXT = {"overlayOpenedBy": _CLOSED, "type": "overlay", "roleAttribute": "", "ariaLabel": "Menu"}
NAV_DIRECTIVES = (
    ' \n\t\t data-wp-interactive="core/navigation" '
    f"data-wp-context='{json.dumps(_OVERLAY_CONTEXT, separators=(',', ':'))}'"
)

ITEM_DIRECTIVES: dict[str, str] = {
    "data-wp-interactive": "core/navigation",
    "data-wp-context": (
        '{ "submenuOpenedBy": { "click": false, "hover": false, "focus": false }, '
        '"type": "submenu", "modal": null, "previousFocus": null }'
    ),
    "data-wp-watch": "callbacks.initMenu",
    "data-wp-on--focusout": "actions.handleMenuFocusout",
    "data-wp-on--keydown": "actions.handleMenuKeydown",
    "tabindex": "-1",
}
HOVER_DIRECTIVES: dict[str, str] = {
    "data-wp-on--pointerenter": "actions.openMenuOnHover",
    "data-wp-on--pointerleave": "actions.closeMenuOnHover",
}
TOGGLE_DIRECTIVES: dict[str, str] = {
    "data-wp-on--click": "actions.toggleMenuOnClick",
    "data-wp-bind--aria-expanded": "state.isSubmenuOpen",
}
SUBMENU_DIRECTIVES: dict[str, str] = {"data-wp-on--focus": "actions.openMenuOnFocus"}

RESPONSIVE = """\
<button aria-haspopup="dialog"{open_label} class="{open_classes}"\x20
				data-wp-on--click="actions.openMenuOnClick"
				data-wp-on--keydown="actions.handleMenuKeydown"
			>{open_content}</button>
				<div class="{classes}" {style} id="{modal_id}"\x20
				data-wp-class--has-modal-open="state.isMenuOpen"
				data-wp-class--is-menu-open="state.isMenuOpen"
				data-wp-watch="callbacks.initMenu"
				data-wp-on--keydown="actions.handleMenuKeydown"
				data-wp-on--focusout="actions.handleMenuFocusout"
				tabindex="-1"
			>
					<div class="wp-block-navigation__responsive-close" tabindex="-1">
						<div class="wp-block-navigation__responsive-dialog"\x20
				data-wp-bind--aria-modal="state.ariaModal"
				data-wp-bind--aria-label="state.ariaLabel"
				data-wp-bind--role="state.roleAttribute"
			>
							<button{close_label} class="wp-block-navigation__responsive-container-close"\x20
				data-wp-on--click="actions.closeMenuOnClick"
			>{close_content}</button>
							<div class="wp-block-navigation__responsive-container-content"\x20
				data-wp-watch="callbacks.focusFirstElement"
			\x20id="{modal_id}-content">
								{content}
								{overlay}
							</div>
						</div>
					</div>
				</div>"""
