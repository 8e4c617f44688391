"""How two texts say the same thing: in the same words, with changes, in other words."""

from mali_reader.overlap.model import OverlapKind
from mali_reader.overlap.words.sequences import matching_runs, share_a_run

_VERBATIM_RUN = 12
_EDITED_SHARE = 0.36
_PHRASE = 2


def kind_of(left: str, right: str) -> OverlapKind:
    """The kind of two sequences of folded words, given as one sign a word.

    Verbatim: the same words, or a common run of 12. Edited: .36 or more of the shorter side stands, in order, in common
    runs of two words or more; single words in common are what paraphrases share as well. Else a paraphrase.
    """
    if left == right or share_a_run(left, right, _VERBATIM_RUN):
        return OverlapKind.VERBATIM
    shared = sum([size for _, _, size in matching_runs(left, right) if size >= _PHRASE])
    if shared >= _EDITED_SHARE * max(min(len(left), len(right)), 1):
        return OverlapKind.EDITED
    return OverlapKind.PARAPHRASE
