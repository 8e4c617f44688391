"""Read many reports of one event side by side, and judge what they claim."""

__version__ = "0.1.0"
