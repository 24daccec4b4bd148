"""Addresses of the log-in page."""

from copydesk.text.blocks.needs import Visit
from copydesk.text.facts import SiteFacts
from copydesk.text.percent import encode_query


def login_address(site: SiteFacts, back_to: str = "") -> str:
    address = f"{site.siteurl}/wp-login.php"
    return f"{address}?redirect_to={encode_query(back_to)}" if back_to else address


def logout_address(site: SiteFacts, visit: Visit, back_to: str = "") -> str:
    back = f"&redirect_to={encode_query(back_to)}" if back_to else ""
    return f"{site.siteurl}/wp-login.php?action=logout{back}&_wpnonce={visit.logout_nonce}"
