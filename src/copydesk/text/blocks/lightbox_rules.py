"""What the server writes into a picture that can be enlarged (facts of WordPress 7.1)."""

IMAGE_DIRECTIVES = {
    "data-wp-class--hide": "state.isContentHidden",
    "data-wp-class--show": "state.isContentVisible",
    "data-wp-init": "callbacks.setButtonStyles",
    "data-wp-on--click": "actions.showLightbox",
    "data-wp-on--load": "callbacks.setButtonStyles",
    "data-wp-on--pointerdown": "actions.preloadImage",
    "data-wp-on--pointerenter": "actions.preloadImageWithDelay",
    "data-wp-on--pointerleave": "actions.cancelPreload",
    "data-wp-on-window--resize": "callbacks.setButtonStyles",
}

_ENLARGE = (
    "M2 0a2 2 0 0 0-2 2v2h1.5V2a.5.5 0 0 1 .5-.5h2V0H2Zm2 10.5H2a.5.5 0 0 1-.5-.5V8H0v2a2 2 0 0 0 2 2h2v-1.5Z"
    "M8 12v-1.5h2a.5.5 0 0 0 .5-.5V8H12v2a2 2 0 0 1-2 2H8Z"
    "m2-12a2 2 0 0 1 2 2v2h-1.5V2a.5.5 0 0 0-.5-.5H8V0h2Z"
)
LIGHTBOX_BUTTON = f"""<button
			class="lightbox-trigger"
			type="button"
			aria-haspopup="dialog"
			data-wp-bind--aria-label="state.thisImage.triggerButtonAriaLabel"
			data-wp-init="callbacks.initTriggerButton"
			data-wp-on--click="actions.showLightbox"
			data-wp-style--right="state.thisImage.buttonRight"
			data-wp-style--top="state.thisImage.buttonTop"
		>
			<svg xmlns="http://www.w3.org/2000/svg" width="12" height="12" fill="none" viewBox="0 0 12 12">
				<path fill="#fff" d="{_ENLARGE}" />
			</svg>
		</button>"""
