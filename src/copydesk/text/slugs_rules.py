"""Which characters a saved slug turns into dashes, and which it drops."""

DASHES = "\u00a0\u2013\u2014"  # no-break space, en and em dash
WIDE_SPACES = "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f"
DROPPED = (
    "¡¿«»‹›‘’“”‚‛„‟•©®°…™"
    "\u00b4\u02ca\u0300\u0301\u0304\u030c\u0341"  # accents that stand alone
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\ufeff\ufffc"  # not to be seen
)
