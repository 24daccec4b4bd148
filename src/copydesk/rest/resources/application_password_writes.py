"""What users may do with their application passwords: from the arguments of a request to the actions.

The functions take what finds the user and the password, so that this file need not know the resource.
"""

import time
from collections.abc import Mapping
from typing import Any

from copydesk.actions.application_passwords import (
    NewPassword,
    create_application_password,
    delete_application_password,
    delete_application_passwords,
    rename_application_password,
)
from copydesk.rest.page import Call
from copydesk.rest.resources.written import work_of


def make_password(call: Call, user_id: int) -> NewPassword:
    """A new password of the user, as was sent."""
    return create_application_password(
        work_of(call),
        user_id,
        name=call.params["name"],
        app_id=str(call.params.get("app_id") or ""),
        now=int(time.time()),
    )


def change_password(call: Call, user_id: int, uuid: str) -> None:
    """A new name, if one was sent."""
    name = call.params.get("name")
    if name is not None:
        rename_application_password(work_of(call), user_id, uuid, name)


def drop_password(call: Call, user_id: int, uuid: str) -> None:
    delete_application_password(work_of(call), user_id, uuid)


def drop_all_passwords(call: Call, user_id: int) -> Mapping[str, Any]:
    """The answer for a user whose passwords are all withdrawn."""
    return {"deleted": True, "count": delete_application_passwords(work_of(call), user_id)}
