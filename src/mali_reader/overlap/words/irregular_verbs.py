"""The forms of English verbs that no stemmer leads back to one stem: paid is pay, broke is break."""

_FORMS = """
    pay paid|say said|tell told|take took taken|give gave given|find found|hold held|keep kept|lose lost|win won
    |leave left|meet met|sell sold|send sent|spend spent|build built|buy bought|bring brought|catch caught
    |teach taught|seek sought|think thought|fight fought|break broke broken|speak spoke spoken|steal stole stolen
    |choose chose chosen|freeze froze frozen|drive drove driven|write wrote written|ride rode ridden
    |rise rose risen|know knew known|grow grew grown|throw threw thrown|fly flew flown|draw drew drawn
    |begin began begun|drink drank drunk|sing sang sung|sink sank sunk|swim swam swum|run ran|come came
    |become became|go went gone|see saw seen|fall fell fallen|feel felt|sleep slept|sweep swept|lead led|feed fed
    |flee fled|bleed bled|shoot shot|sit sat|stand stood|understand understood|strike struck|stick stuck|hang hung
    |swear swore sworn|wear wore worn|tear tore torn|bear bore borne|hide hid hidden|bite bit bitten|eat ate eaten
    |shake shook shaken|forget forgot forgotten|get got gotten|forbid forbade forbidden|withdraw withdrew withdrawn
    |make made|hear heard|lend lent|bend bent|deal dealt|mean meant|light lit|dig dug|spin spun|blow blew blown
    |undergo underwent undergone|overcome overcame|undertake undertook undertaken|arise arose arisen
"""
BASE_FORM = {form: forms.split()[0] for forms in _FORMS.replace("\n", " ").split("|") for form in forms.split()[1:]}
"""An irregular form, and the verb that it is of. Forms that are another word as often (lay, wound) are left out."""
