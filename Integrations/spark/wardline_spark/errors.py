"""What can go wrong, in words for the caller."""


class WardlineError(Exception):
    """The command failed, or what it was given cannot be split; the text says what, where and what next."""
