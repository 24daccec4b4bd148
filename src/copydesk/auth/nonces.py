"""Nonces: short signatures that say which user, in which session, meant to do what, and roughly when.

Time is counted in ticks of half a day. A nonce is good for the tick it was made in and the one after.
"""

import hmac

from copydesk.auth.keys import Keys
from copydesk.text.utf8 import to_bytes

TICK_SECONDS = 12 * 3600
REST_ACTION = "wp_rest"


def make_nonce(keys: Keys, action: str, *, user: int, token: str, now: int) -> str:
    """The nonce for an action at this time; strangers are user 0 with an empty token."""
    return _at_tick(keys, action, user, token, _tick(now))


def nonce_age(nonce: str, keys: Keys, action: str, *, user: int, token: str, now: int) -> int:
    """1 for a nonce of this tick, 2 for one of the tick before, 0 for one that is not good."""
    tick = _tick(now)
    for age in (1, 2):
        if hmac.compare_digest(to_bytes(nonce), _at_tick(keys, action, user, token, tick - age + 1).encode()):
            return age
    return 0


def _tick(now: int) -> int:
    return -(-now // TICK_SECONDS)


def _at_tick(keys: Keys, action: str, user: int, token: str, tick: int) -> str:
    return keys.sign(f"{tick}|{action}|{user}|{token}", "nonce")[-12:-2]
