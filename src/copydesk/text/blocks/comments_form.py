"""core/post-comments-form: the form to write a comment.

The markup and its words are those of WordPress with a block theme.
"""

from copydesk.text.blocks.around import post_around, visit_around
from copydesk.text.blocks.attributes import is_set
from copydesk.text.blocks.block import Block
from copydesk.text.blocks.declared import core_block
from copydesk.text.blocks.login_links import login_address, logout_address
from copydesk.text.blocks.needs import Visit
from copydesk.text.blocks.own_classes import text_classes
from copydesk.text.blocks.supports.wrapper import wrapper_attributes
from copydesk.text.escape import escape_attribute
from copydesk.text.facts import PostFacts
from copydesk.text.rendering import Rendering
from copydesk.text.urls import escape_url

_STAR = ' <span class="required">*</span>'
_REQUIRED_NOTE = f'<span class="required-field-message">Required fields are marked{_STAR}</span>'
_COMMENT = (
    f'<p class="comment-form-comment"><label for="comment">Comment{_STAR}</label> '
    '<textarea id="comment" name="comment" cols="45" rows="8" maxlength="65525" required></textarea></p>'
)
_URL = (
    '<p class="comment-form-url"><label for="url">Website</label> '
    '<input id="url" name="url" type="url" value="" size="30" maxlength="200" autocomplete="url" /></p>\n'
)
_COOKIES = (
    '<p class="comment-form-cookies-consent"><input id="wp-comment-cookies-consent" '
    'name="wp-comment-cookies-consent" type="checkbox" value="yes" /> '
    '<label for="wp-comment-cookies-consent">Save my name, email, and website in this browser '
    "for the next time I comment.</label></p>\n"
)
_UNFILTERED_SCRIPT = """\
<script>
(function(){if(window===window.parent){document.getElementById('_wp_unfiltered_html_comment_disabled').name=\
'_wp_unfiltered_html_comment';}})();
//# sourceURL=wp_comment_form_unfiltered_html_nonce
</script>
"""


def render_comments_form(block: Block, _html: str, rendering: Rendering) -> str:
    post = post_around(rendering)
    if post is None or post.password_required or post.comment_status != "open":
        return ""
    attrs = block.attrs or {}
    classes = ["comment-respond", *text_classes(attrs)]
    visit = visit_around(rendering)
    cancel = escape_url(f"{visit.request}#respond")
    return (
        f'\t<div id="respond" {wrapper_attributes(block, rendering, classes)}>\n'
        '\t\t<h3 id="reply-title" class="comment-reply-title">Leave a Reply <small>'
        f'<a rel="nofollow" id="cancel-comment-reply-link" href="{cancel}" style="display:none;">'
        f"Cancel reply</a></small></h3>{_form(post, visit, rendering)}\t</div><!-- #respond -->\n\t"
    )


def _form(post: PostFacts, visit: Visit, rendering: Rendering) -> str:
    site = rendering.facts.site
    if not visit.user_name and is_set(site.options.get("comment_registration")):
        login = escape_url(login_address(site, post.link))
        return f'<p class="must-log-in">You must be <a href="{login}">logged in</a> to post a comment.</p>'
    fields = _member_fields(post, visit, rendering) if visit.user_name else _stranger_fields(rendering)
    return (
        f'<form action="{escape_url(site.siteurl + "/wp-comments-post.php")}" method="post" id="commentform" '
        f'class="comment-form">{fields}<p class="form-submit wp-block-button"><input name="submit" '
        'type="submit" id="submit" class="wp-block-button__link wp-element-button" value="Post Comment" /> '
        f"<input type='hidden' name='comment_post_ID' value='{post.id}' id='comment_post_ID' />\n"
        "<input type='hidden' name='comment_parent' id='comment_parent' value='0' />\n"
        f"</p>{_unfiltered(visit)}</form>"
    )


def _member_fields(post: PostFacts, visit: Visit, rendering: Rendering) -> str:
    site = rendering.facts.site
    profile = escape_url(f"{site.siteurl}/wp-admin/profile.php")
    logout = escape_attribute(logout_address(site, visit, post.link))
    return (
        f'<p class="logged-in-as">Logged in as {visit.user_name}. <a href="{profile}">Edit your profile</a>. '
        f'<a href="{logout}">Log out?</a> {_REQUIRED_NOTE}</p>{_COMMENT}'
    )


def _unfiltered(visit: Visit) -> str:
    """For those whose html is not filtered, when they write on the site itself."""
    if not visit.html_nonce:
        return ""
    name = "_wp_unfiltered_html_comment_disabled"
    return f'<input type="hidden" id="{name}" name="{name}" value="{visit.html_nonce}" />{_UNFILTERED_SCRIPT}'


def _stranger_fields(rendering: Rendering) -> str:
    options = rendering.facts.site.options
    needed = is_set(options.get("require_name_email", "1"))
    star, required = (_STAR, " required") if needed else ("", "")
    note = f" {_REQUIRED_NOTE}"
    cookies = _COOKIES if is_set(options.get("show_comments_cookies_opt_in", "1")) else ""
    return (
        '<p class="comment-notes"><span id="email-notes">Your email address will not be published.</span>'
        f'{note}</p>{_COMMENT}<p class="comment-form-author"><label for="author">Name{star}</label> '
        '<input id="author" name="author" type="text" value="" size="30" maxlength="245" '
        f'autocomplete="name"{required} /></p>\n'
        f'<p class="comment-form-email"><label for="email">Email{star}</label> '
        '<input id="email" name="email" type="email" value="" size="30" maxlength="100" '
        f'aria-describedby="email-notes" autocomplete="email"{required} /></p>\n{_URL}{cookies}'
    )


BLOCK = core_block("core/post-comments-form", render_comments_form)
