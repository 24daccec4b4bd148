"""What stands in the place of a post that wants a password first."""

from copydesk.text.escape import escape_attribute
from copydesk.text.facts import PostFacts, SiteFacts
from copydesk.text.urls import escape_url


def password_form(post: PostFacts, site: SiteFacts) -> str:
    """The markup is that of WordPress with a block theme."""
    field = f"pwbox-{post.id}"
    action = escape_url(f"{site.siteurl}/wp-login.php?action=postpass")
    return (
        f'<form action="{action}" class="post-password-form" method="post">'
        f'<input type="hidden" name="redirect_to" value="{escape_attribute(post.link)}" />\n'
        "\t<p>This content is password-protected. To view it, please enter the password below.</p>\n"
        f'\t<p><label for="{field}">Password: <input name="post_password" id="{field}" type="password" '
        'spellcheck="false" required size="20" /></label> <span class="wp-block-button">'
        '<input type="submit" name="Submit" class="wp-block-button__link wp-element-button" value="Enter" />'
        "</span></p></form>\n\t"
    )
