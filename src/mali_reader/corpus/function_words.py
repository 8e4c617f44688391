"""The words of each language that carry no fact: articles, prepositions, pronouns, auxiliaries, "said"."""

from collections.abc import Iterable, Iterator
from itertools import chain

_LISTS = {
    "en": """
        a an the and or but nor of to in on at by for from with as into over under about after before between than
        that which who whom whose this these those it its he him his she her they them their we us our you your i my
        me is are was were be been being am has have had having do does did will would shall should can could may
        might must not no so if then there here also out up off down said says mr mrs ms
    """,
    "fr": """
        le la les l un une des du de d et ou mais dans sur à au aux par pour avec sans que qu qui dont ce cette ces
        il elle ils elles on nous vous je se s sa son ses leur leurs lui en y ne n pas plus est sont a ont été être
        était avait avoir fait comme si aussi même entre après avant selon c j m t lorsque ainsi
    """,
    "es": """
        el la los las un una unos unas y e o u pero de del a al en con por para sin sobre entre que quien cual su sus
        se lo le les me nos es son fue era ser ha han había no más como si ya también este esta estos estas ese esa
        según desde hasta tras
    """,
    "de": """
        der die das den dem des ein eine einen einem einer eines und oder aber von vom zu zum zur in im an am auf für
        mit aus bei beim nach vor über unter um durch dass daß als wie wenn ist sind war waren sein hat haben hatte
        wird werden wurde wurden nicht auch noch nur sich er sie es wir ihr ihre ihren seine seinen seiner
    """,
    "it": """
        il lo la i gli le l un uno una e o ma di del della dei delle a al alla in nel nella con per da dal dalla su
        sul sulla che chi cui è sono era ha hanno non più come si anche suo sua loro questo questa
    """,
    "pt": """
        o a os as um uma uns umas e ou mas de do da dos das em no na nos nas com por para sem sobre que quem se seu
        sua é são foi era ser tem têm não mais como também este esta ao à pelo pela
    """,
    "ru": """
        и а но или в во на с со к ко по из за от до для о об у при не ни что как это этот эта эти он она они оно мы
        вы я его её ее их был была было были быть бы же ли то так также который которая которые
    """,
    "ar": """
        في من على إلى الى عن مع أن ان إن ما لا لم لن هذا هذه ذلك تلك التي الذي الذين و أو او كان كانت قد كما بعد قبل بين
        هو هي هم ثم
    """,
    "nl": """
        de het een en of maar van in op aan bij voor met uit naar over door om te tot dat die dit deze wie wat er is
        zijn was waren wordt werd werden heeft had hebben niet geen ook nog zich hij zij ze ik wij we hun haar als dan
        toen
    """,
    "sv": """
        en ett den det de och eller men av i på till från för med om vid efter under över att som är var har hade inte
        inga också sig han hon vi jag ni deras sin sitt sina blev när där så
    """,
    "pl": """
        i a w we z ze na do od po za o dla przez przy pod nad przed się nie jest są był była było byli to ten ta te tego
        tej tym że który która które jak ale oraz lub już tylko ich jego jej
    """,
    "ro": """
        și sau dar de la în pe cu din prin pentru după între o un unei unui al ai ale lui că care ce nu se este sunt era
        au fost mai acest această acestea le îi își
    """,
    "tr": """
        ve veya ama bir bu şu o da de ki ile için gibi kadar sonra önce daha en çok değil olan olarak oldu ise her ne
        onun
    """,
    "id": """
        yang dan atau di ke dari pada dengan untuk oleh dalam ini itu adalah akan telah sudah tidak juga karena sebagai
        bahwa para mereka ia dia kami kita
    """,
}

_FUNCTION_WORDS = {language: frozenset(words.split()) for language, words in _LISTS.items()}


def function_words(language: str | None) -> frozenset[str]:
    """The folded function words of a language (two letters; None is English); none where there is no list."""
    return _FUNCTION_WORDS.get(language or "en", frozenset())


def languages_of(words: Iterable[str]) -> Iterator[str]:
    """The language of each of the folded words that is a function word, or one after the other if it is of several."""
    return chain.from_iterable(filter(None, map(_LANGUAGES.get, words)))


_LANGUAGES = {
    word: tuple(language for language, words in _FUNCTION_WORDS.items() if word in words)
    for word in frozenset().union(*_FUNCTION_WORDS.values())
}
