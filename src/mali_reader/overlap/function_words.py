"""The commonest words that carry no fact, for the clean-up of diffs."""

_LISTS = """
a an the and or but nor of to in on at by for from with as into over under about after before between than that which
who whom whose this these those it its he him his she her they them their we us our you your i my me is are was were be
been being am has have had having do does did will would shall should can could may might must not no so if then there
here also out up off down

le la les un une des du de et ou mais dans sur à au aux par pour avec sans que qui dont ce cette ces il elle ils elles
se sa son ses leur leurs en y ne pas est sont a ont été être était avait

el los las una unos unas y o del al con por para su sus lo se como más es fue son ha han

der die das den dem des ein eine einen einem einer und oder aber von zu zum zur im am mit auf für aus bei nach ist
sind war waren hat haben wird werden nicht auch sich er sie es

и в во на с со к по из за от до для о об не что как он она они это был была были

في من على إلى عن مع أن إن ما لا هذا هذه التي الذي و كان
"""

FUNCTION_WORDS = frozenset(_LISTS.split())
