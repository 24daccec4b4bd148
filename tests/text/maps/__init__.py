"""Names of the text kit's functions mapped to ours, one file per subject: each holds a dict FUNCTIONS."""
