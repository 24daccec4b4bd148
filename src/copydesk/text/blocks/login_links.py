"""Addresses of the log-in page."""

from urllib.parse import quote_plus

from copydesk.text.blocks.needs import Visit
from copydesk.text.facts import SiteFacts


def login_address(site: SiteFacts, back_to: str = "") -> str:
    address = f"{site.siteurl}/wp-login.php"
    return f"{address}?redirect_to={quote_plus(back_to)}" if back_to else address


def logout_address(site: SiteFacts, visit: Visit, back_to: str = "") -> str:
    back = f"&redirect_to={quote_plus(back_to)}" if back_to else ""
    return f"{site.siteurl}/wp-login.php?action=logout{back}&_wpnonce={visit.logout_nonce}"
