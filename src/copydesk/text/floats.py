"""Floating-point numbers as PHP writes them: the shortest digits that read back as the same number."""


def format_float(value: float, exponent: str = "e") -> str:
    """PHP's spelling: `1`, `0.1`, `1.0e+25`; `exponent` is `e` in JSON and `E` in serialised values.

    Digits are Python's (both use the shortest that round-trip); PHP keeps plain notation one power of
    ten longer (up to 17 digits), drops a zero fraction and writes exponents without padding.
    """
    if value != value:
        return "NAN"
    if value in (float("inf"), float("-inf")):
        return "INF" if value > 0 else "-INF"
    mantissa, _, power = repr(value).partition("e")
    if not power:
        return mantissa.removesuffix(".0")
    if power == "+16":
        return str(int(value))
    if "." not in mantissa:
        mantissa += ".0"
    return f"{mantissa}{exponent}{int(power):+d}"
