"""core/loginout: a link to log in, or the form itself; for members a link to log out."""

from copydesk.text.blocks.around import visit_around
from copydesk.text.blocks.attributes import is_set
from copydesk.text.blocks.block import Block
from copydesk.text.blocks.declared import core_block
from copydesk.text.blocks.login_links import login_address, logout_address
from copydesk.text.blocks.supports.wrapper import wrapper_attributes
from copydesk.text.escape import escape_attribute
from copydesk.text.rendering import Rendering
from copydesk.text.urls import escape_url


def render_loginout(block: Block, _html: str, rendering: Rendering) -> str:
    attrs = block.attrs or {}
    site, visit = rendering.facts.site, visit_around(rendering)
    here = visit.address if is_set(attrs["redirectToCurrent"]) else ""
    classes = ["logged-in" if visit.user_name else "logged-out"]
    if visit.user_name:
        content = f'<a href="{escape_url(logout_address(site, visit, here))}">Log out</a>'
    elif is_set(attrs["displayLoginAsForm"]):
        classes.append("has-login-form")
        content = _form(site.siteurl, visit.address)
    else:
        content = f'<a href="{escape_url(login_address(site, here))}">Log in</a>'
    return f"<div {wrapper_attributes(block, rendering, classes)}>{content}</div>"


def _form(siteurl: str, back_to: str) -> str:
    return f"""\
<form name="loginform" id="loginform" action="{escape_url(siteurl + "/wp-login.php")}" method="post">\
<p class="login-username">
				<label for="user_login">Username or Email Address</label>
				<input type="text" name="log" id="user_login" autocomplete="username" class="input" \
value="" size="20" />
			</p><p class="login-password">
				<label for="user_pass">Password</label>
				<input type="password" name="pwd" id="user_pass" autocomplete="current-password" \
spellcheck="false" class="input" value="" size="20" />
			</p><p class="login-remember"><label><input name="rememberme" type="checkbox" id="rememberme" \
value="forever" /> Remember Me</label></p><p class="login-submit">
				<input type="submit" name="wp-submit" id="wp-submit" \
class="button button-primary wp-block-button__link wp-element-button" value="Log In" />
				<input type="hidden" name="redirect_to" value="{escape_attribute(back_to)}" />
			</p></form>"""


BLOCK = core_block("core/loginout", render_loginout)
