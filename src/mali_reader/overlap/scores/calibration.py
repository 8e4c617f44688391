"""Evidence into a probability: a logistic model with few weights, fitted to hand-labelled corpora of news.

`docs/overlap-engine.md` says how it was fitted and cross-validated, and what the probability means.
"""

from math import exp, inf, log

DEFAULT_THRESHOLD = 0.4
"""The least probability of an overlap that is reported unless another is asked for.

F1 is best at half its own best value where probabilities are calibrated (Lipton, Elkan and Narayanaswamy 2014), and two
careful readers could hardly do better than .8 to .9.
"""

WEIGHTS = (13.0, 16.0, 6.0, 1.5, 2.0)
"""Of the columns of `evidence.evidence`, in order."""
BIAS = -6.3
SAME_EVENT = 0.3
"""Reports of one event are at least so much alike: the cosine of all their content words, each as rare as any other."""
APART = 20.0
"""What the log-odds lose for each 1 that two documents are less alike than that."""
DIGITS = 9
"""Numbers are rounded to so many digits, lest the order of a machine's additions show in the answer."""


def log_odds(sentences: float, blocks: float, sentence_in_block: float, title: float) -> float:
    """The log-odds that two texts in reports of one event say the same thing, given the evidence."""
    return WEIGHTS[0] * sentences + WEIGHTS[1] * blocks + WEIGHTS[2] * sentence_in_block + WEIGHTS[3] * title + BIAS


def probability(odds: float) -> float:
    """The probability of log-odds."""
    return round(1 / (1 + exp(-odds)), DIGITS)


def least_log_odds(least: float) -> float:
    """No log-odds below these have a `probability` of `least`."""
    beyond = min(least, 1) - 10.0**-DIGITS
    return log(beyond / (1 - beyond)) if beyond > 0 else -inf
