"""What administrators may change about the site: from the arguments of a request to options."""

from dataclasses import replace

from copydesk.actions.options import save_options
from copydesk.content.site import Site
from copydesk.rest.page import Call
from copydesk.rest.resources.written import work_of
from copydesk.store.options import load_options


def site_after(call: Call) -> Site:
    """The site as its options in this transaction describe it."""
    options, before = load_options(call.db), call.site
    is_given = before.siteurl != before.option("siteurl").rstrip("/")  # by the configuration, over the option
    siteurl = before.siteurl if is_given else options.get("siteurl", before.home).rstrip("/")
    return replace(before, options=options, siteurl=siteurl)


def change_settings(call: Call, options_by_setting: dict[str, str]) -> Site:
    """Saves what was sent; the site as it is now."""
    changes = {
        option: call.params[name] for name, option in options_by_setting.items() if name in call.params
    }
    save_options(work_of(call), changes)
    return site_after(call)
