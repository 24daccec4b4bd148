"""Passwords: checks every form of hash that a WordPress database may hold, and makes today's.

`$wp$2y$…`  since 6.8: bcrypt of the password's SHA-384, which lifts bcrypt's limit of 72 bytes
`$P$…`      until 6.7 (`$H$` from phpBB): phpass, md5 many times over
`$2y$…`     bcrypt by a plugin, cut at 72 bytes as everywhere; `$argon2id$…` likewise by a plugin
32 hex      md5, from the first years
`$generic$` the fast hash for passwords that machines made (application passwords, reset keys)

New passwords lose the white space around them, given ones are taken as they are.
"""

import hashlib
import hmac
import re
from base64 import b64encode, urlsafe_b64encode

import argon2
import bcrypt
from argon2.exceptions import InvalidHashError, VerificationError
from argon2.low_level import verify_secret

from copydesk.text.ascii import strip
from copydesk.text.utf8 import to_bytes

MOST_BYTES = 4096
COST = 10
_FAST_KEY = b"wp_fast_hash_6.8+"
_FAST = "$generic$"
_SHA384_KEY = b"wp-sha384"
_PHPASS_DIGITS = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


def hash_password(password: str, cost: int = COST) -> str:
    """The hash to store for a new password; `*`, which nothing matches, for one that is too long."""
    data = to_bytes(strip(password))
    if len(data) > MOST_BYTES:
        return "*"
    # PHP and Python name the same algorithm by different letters.
    hashed = bcrypt.hashpw(_pre_hash(data), bcrypt.gensalt(cost)).decode()
    return "$wp$2y$" + hashed.removeprefix("$2b$")


def verify_password(password: str, hashed: str) -> bool:
    """Whether a password is the one that was hashed."""
    data = to_bytes(password)
    if len(hashed) <= 32:
        return bool(hashed) and hmac.compare_digest(hashlib.md5(data).hexdigest().encode(), to_bytes(hashed))
    if len(data) > MOST_BYTES:
        return False
    if hashed.startswith("$wp"):
        return _is_bcrypt(_pre_hash(data), hashed.removeprefix("$wp"))
    if hashed.startswith("$argon2"):
        return _is_argon2(data, hashed)
    return _is_phpass(data, hashed) if hashed.startswith(("$P$", "$H$")) else _is_bcrypt(data, hashed)


def is_outdated(hashed: str, cost: int = COST) -> bool:
    """Whether a hash should be made anew when its password is next given."""
    return not re.fullmatch(rf"\$wp\$2y\${cost:02}\$[./0-9A-Za-z]{{53}}", hashed)


def fast_hash(secret: str) -> str:
    """The hash to store for a secret that is too random to be guessed."""
    digest = hashlib.blake2b(to_bytes(secret), digest_size=30, key=_FAST_KEY).digest()
    return _FAST + urlsafe_b64encode(digest).decode()


def verify_fast_hash(secret: str, hashed: str) -> bool:
    """Whether a secret is the one that was hashed; hashes of before 6.8 count too."""
    if hashed.startswith(_FAST):
        return hmac.compare_digest(fast_hash(secret).encode(), to_bytes(hashed))
    data = to_bytes(secret)
    if len(data) > MOST_BYTES:
        return False
    return _is_phpass(data, hashed) or _is_bcrypt(data, hashed)


def _pre_hash(data: bytes) -> bytes:
    return b64encode(hmac.digest(_SHA384_KEY, data, "sha384"))


def _is_bcrypt(data: bytes, hashed: str) -> bool:
    if not hashed.startswith(("$2y$", "$2a$", "$2b$")):
        return False
    try:
        return bcrypt.checkpw(data.partition(b"\0")[0][:72], to_bytes(hashed))
    except ValueError:
        return False


def _is_argon2(data: bytes, hashed: str) -> bool:
    kind = argon2.Type.ID if hashed.startswith("$argon2id$") else argon2.Type.I
    try:
        return verify_secret(to_bytes(hashed), data, kind)
    except (VerificationError, InvalidHashError):
        return False


def _is_phpass(data: bytes, hashed: str) -> bool:
    """md5 of salt and password, then of each result and the password, 2 to the power of `count` times."""
    count = _PHPASS_DIGITS.find(hashed[3:4])
    if not hashed.startswith(("$P$", "$H$")) or len(hashed) != 34 or not 7 <= count <= 30:
        return False
    digest = hashlib.md5(to_bytes(hashed[4:12]) + data).digest()
    for _ in range(1 << count):
        digest = hashlib.md5(digest + data).digest()
    return hmac.compare_digest(_in_phpass_digits(digest).encode(), to_bytes(hashed[12:]))


def _in_phpass_digits(digest: bytes) -> str:
    """Three bytes make four digits, lowest bits first."""
    digits = []
    for start in range(0, len(digest), 3):
        piece = digest[start : start + 3]
        number = int.from_bytes(piece, "little")
        digits += [_PHPASS_DIGITS[number >> 6 * place & 63] for place in range(len(piece) + 1)]
    return "".join(digits)
