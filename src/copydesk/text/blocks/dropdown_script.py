"""The script beside a drop-down of archives or categories: choosing an entry goes there.

The script is part of the recorded html, byte for byte.
"""

from typing import Literal

from copydesk.text.json_spelling import spell

_GO = {
    "archives": """\
				if ( dropdown.value ) {
					location.href = dropdown.value;
				}
""",
    "categories": """\
				// Only navigate if a valid term is selected (not the default "Select [taxonomy]" option)
				if ( dropdown.value && dropdown.value !== '-1' && dropdown instanceof HTMLSelectElement ) {
					const url = new URL( homeUrl );
					url.searchParams.set( dropdown.name, dropdown.value );
					location.href = url.href;
				}
""",
}
_SOURCE = {
    "archives": "block_core_archives_build_dropdown_script",
    "categories": "build_dropdown_script_block_core_categories",
}
_BEFORE = """\
<script>
( ( [ dropdownId, homeUrl ] ) => {
		const dropdown = document.getElementById( dropdownId );
		function onSelectChange() {
			setTimeout( () => {
				if ( 'escape' === dropdown.dataset.lastkey ) {
					return;
				}
"""
_AFTER = """\
			}, 250 );
		}
		function onKeyUp( event ) {
			if ( 'Escape' === event.key ) {
				dropdown.dataset.lastkey = 'escape';
			} else {
				delete dropdown.dataset.lastkey;
			}
		}
		function onClick() {
			delete dropdown.dataset.lastkey;
		}
		dropdown.addEventListener( 'keyup', onKeyUp );
		dropdown.addEventListener( 'click', onClick );
		dropdown.addEventListener( 'change', onSelectChange );
	} )( """


def dropdown_script(kind: Literal["archives", "categories"], select_id: str, home: str) -> str:
    arguments = spell([select_id, home], escape_slashes=False, hexed="<>")
    return f"{_BEFORE}{_GO[kind]}{_AFTER}{arguments} );\n//# sourceURL={_SOURCE[kind]}\n</script>\n"
