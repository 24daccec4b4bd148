"""`copydesk init`: a new, empty site."""

import secrets
from datetime import UTC, datetime
from typing import Annotated

import typer

from copydesk.auth.passwords import hash_password
from copydesk.cli.options import ConfigOption, DatabaseOption
from copydesk.settings import SettingsError, read_settings
from copydesk.store.create import NewAdministrator, NewSite, create_site
from copydesk.store.database import connect_database


def init(  # noqa: PLR0913 — one parameter for each option of the command
    home: Annotated[
        str, typer.Option("--home", help="Where people read the site: https://news.example/desk")
    ],
    siteurl: Annotated[str, typer.Option("--siteurl", help="Where the CMS answers, if elsewhere.")] = "",
    title: Annotated[str, typer.Option("--title", help="The site's name.")] = "",
    admin: Annotated[str, typer.Option("--admin", help="Login of an administrator.")] = "",
    email: Annotated[str, typer.Option("--email", help="His email address.")] = "",
    database: DatabaseOption = None,
    config: ConfigOption = None,
) -> None:
    """Make a new, empty site. A generated password is printed once."""
    if "://" not in home:
        raise SettingsError(f"--home {home} is no address: begin it with https:// or http://.")
    if admin and "@" not in email:
        raise SettingsError("An administrator needs an email address: add --email.")
    settings = read_settings(config, database=database)
    password = secrets.token_urlsafe(18)
    administrator = (
        NewAdministrator(
            login=admin,
            email=email,
            password_hash=hash_password(password),
            nicename=admin,
            display_name=admin,
            registered=f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S}",
        )
        if admin
        else None
    )
    db = connect_database(settings.database, settings.table_prefix)
    create_site(db, NewSite(home=home.rstrip("/"), siteurl=siteurl.rstrip("/"), title=title), administrator)
    typer.echo(f"Made the site {home} in {settings.database}.")
    if admin:
        typer.echo(f"Password of {admin}: {password}")
