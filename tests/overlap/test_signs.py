"""Words as signs."""

from itertools import pairwise, product

from mali_reader.overlap.words.reading import read_words
from mali_reader.overlap.words.signs import Signs
from mali_reader.overlap.words.texts import Reading
from mali_reader.progress import silent

from .reports import BRIDGE


def test_equal_words_and_no_others_have_the_same_sign_in_all_blocks() -> None:
    reading = Reading(BRIDGE, read_words(BRIDGE, silent))
    some = range(1, len(reading), 2)
    signs = Signs(reading, some)
    told = {block: signs.of(block, 0, int(reading.words.sentences[block])) for block in some}
    forms = {block: reading.words.form[reading.place(block)].tolist() for block in some}
    assert {block: len(words) for block, words in told.items()} == {block: len(words) for block, words in forms.items()}
    for one, other in product(some, repeat=2):
        for (sign, form), (sign_there, form_there) in product(
            zip(told[one], forms[one], strict=True), zip(told[other], forms[other], strict=True)
        ):
            assert (sign == sign_there) == (form == form_there)


def test_sentences_of_a_block_are_parts_of_it() -> None:
    reading = Reading(BRIDGE, read_words(BRIDGE, silent))
    signs = Signs(reading, range(len(reading)))
    for block in range(len(reading)):
        count = int(reading.words.sentences[block])
        parts = [signs.of(block, *place) for place in pairwise(range(count + 1))]
        assert all(parts)
        assert "".join(parts) == signs.of(block, 0, count)
