"""Extensions, one file each, built only from the public plugin interface."""
