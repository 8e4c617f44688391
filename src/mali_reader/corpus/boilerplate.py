"""The rules by which lines of a web page are told from the report it holds.

The tables are all there is to say about wording; where a rule may fire is decided by `mali_reader.corpus.kinds`.
"""

from mali_reader.corpus.rules import Rule, Where

_CAPITAL = r"(?-i:[A-ZÀ-ÖØ-Þ])"
_NAME = rf"(?:{_CAPITAL}[\w.'’-]*\ )(?:(?:{_CAPITAL}[\w.'’-]*|de|del|da|van|von|der|al|bin|el|la|le)\ ){{0,4}}"
_MENU_ITEM = r"[^\s|»›•·]+(?:\ [^\s|»›•·]+){0,2}"
_AGENCY = (
    r"(?-i:\b(?:AFP|AP|EPA|EFE|Reuters|REUTERS|Getty(?:\ Images)?|Anadolu|Xinhua|TASS|DPA|PA\ Media|UN\ Photo"
    r"|Shutterstock|iStock)\b)"
)
_PHOTO = r"(?:photo(?:graph)?|image|picture|illustration|graphic|screenshot|video)s?"

FURNITURE: tuple[Rule, ...] = (
    Rule(
        "navigation",
        5,
        r"""(?: scroll\ (?:to\ )?top | back\ to\ top | skip\ to\ (?:main\ )?content | (?:main\ )?menu | search | home
        | close | toggle\ navigation | log\ ?in | sign\ ?in | register | (?:next|previous)(?:\ (?:post|article|story))?
        | print | e-?mail | advertisement | advertise\ with\ us | loading | open\ in\ app | listen\ to\ this\ article
        | (?:continue|keep)\ reading | (?:load|show|read)\ more | share | tweet | copy\ link ) [\s.…:»›]* \Z""",
        begins=(
            *("scroll", "back", "skip", "main menu", "menu", "search", "home", "close", "toggle", "log", "sign"),
            *("register", "next", "previous", "print", "email", "e-mail", "advertise", "loading", "open in"),
            *("listen to", "continue", "keep", "load", "show", "read", "share", "tweet", "copy"),
        ),
    ),
    Rule("menu", 60, rf"{_MENU_ITEM}(?:\s*[|»›•·]\s*{_MENU_ITEM}){{2,}}\s*\Z", needs=("|", "»", "›", "•", "·")),
    Rule("share", 8, r"share\ (?:this|on|via|article|story|post)\b", Where.EDGE, opens=True, begins=("share",)),
    Rule("follow", 12, r"(?:follow|like|find|join)\ us\ on\b", Where.EDGE, begins=("follow", "like", "find", "join")),
    Rule(
        "subscribe",
        35,
        r"""(?:please\ )?(?:subscribe|sign\ up|join) (?: (?:\ now)?!?\Z
        | \b.*\b(?:newsletters?|updates|alerts|inbox|channel|podcast|subscribers|mailing\ list)\b )""",
        begins=("please", "subscribe", "sign up", "join"),
    ),
    Rule(
        "comments",
        25,
        r"""leave\ a\ (?:comment|reply)\b | you\ must\ be\ logged\ in\b | (?:post|add|write)\ a\ comment\b
        | your\ e-?mail\ address\ will\ not\ be
        | (?:no\ |\d+\ )?comments?(?:\ are\ closed\.?|\ ?\(\d+\)|:)?\s*\Z""",
        opens=True,
        needs=("comment", "leave a reply", "logged in", "mail address"),
    ),
    Rule(
        "related section",
        10,
        r"""(?:related|recommended|recent|latest|popular|trending|more|other|similar)
        \ (?:posts?|articles?|stor(?:y|ies)|news|content|reading|coverage|topics)\s*:?\s*\Z
        | you\ (?:may|might)\ (?:also\ )?(?:like|be\ interested) | recommended\ for\ you\b
        | most\ (?:read|popular|viewed)\s*\Z | trending(?:\ now)?\s*\Z | don['’]?t\ miss\s*:?\s*\Z
        | more\ (?:from|on\ this|about\ this|in\ this)\b[^.!]*\Z | editor['’]?s['’]?\ (?:picks?|choice)\s*\Z""",
        opens=True,
        begins=(
            *("related", "recommended", "recent", "latest", "popular", "trending", "more", "other", "similar", "you m"),
            *("most", "don", "editor"),
        ),
    ),
    Rule(
        "related",
        35,
        r"""(?:(?:also\ )?(?:read|watch|listen)|(?:read|see|watch|listen)\ (?:also|more|next|now)|more|recommended
        |related(?:\ (?:posts?|articles?|stor(?:y|ies)|news|links?))?) \s*[:|»]\s*\S
        | (?:read|see)\ (?:also|more)\b(?!\ (?:than|of)\b)""",
        begins=("also", "read", "watch", "listen", "see", "more", "recommended", "related"),
    ),
    Rule(
        "privacy",
        10,
        r"""(?: (?:your\ )?(?:privacy|cookies?)
        \ (?:preferences?|polic(?:y|ies)|settings?|overview|notice|consent|choices)
        | manage\ (?:cookies|consent|preferences) | (?:accept|reject|allow)\ (?:all(?:\ cookies)?|cookies)
        | terms\ (?:of\ (?:use|service)|and\ conditions) | do\ not\ sell\ my\ .*information ) \s*[.:]?\s*\Z""",
        opens=True,
        begins=("your", "privacy", "cookie", "manage", "accept", "reject", "allow", "terms", "do not"),
    ),
    Rule(
        "cookies",
        150,
        r"""(?:we|(?:this|our)\ (?:web)?site)\ (?:and\ our\ partners\ )?uses?\ cookies\b
        | (?=.*\bcookies?\b) .*(?:\b(?:our|this)\ (?:web)?site\b|\byour\ (?:browser|consent|preferences|device)\b)""",
        Where.EDGE,
        opens=True,
        needs=("cookie",),
    ),
    Rule(
        "copyright",
        40,
        r"""(?:copyright\s*)?(?:©|\(c\)).*\d{4} | copyright\s+\d{4}
        | (?:(?:©|copyright|\(c\)).*)?\ball\ rights\ reserved\b""",
        begins=("©", "(c)", "copyright", "all rights"),
    ),
    Rule(
        "byline",
        12,
        rf"""(?:(?:written|posted|reported)\ )?by\ {_CAPITAL}[\w.'’-]*[,|]?[ ]
        (?:(?:{_CAPITAL}[\w.'’-]*|[|/&]|and|with|for|of|in|(?:additional\ )?reporting|by|de|van|von|al|el)
        (?:[,|]?\ |\Z)){{1,9}}\Z""",
        Where.EDGE,
        begins=("by ", "written by ", "posted by ", "reported by "),
    ),
    Rule(
        "credits",
        50,
        r"\(?(?:additional\ |writing\ and\ )?(?:reporting|writing|editing)\ by\ ",
        Where.END,
        begins=("(", "additional", "writing", "reporting", "editing"),
    ),
    Rule("standards", 15, r"our\ standards\s*:", begins=("our standards",)),
    Rule(
        "date",
        15,
        r"""(?:first\ )?(?:published|updated|posted|last\ (?:updated|modified))\b.*\d.{0,8}(?<!\.)\Z
        | (?:\w{3,9},?\ )?(?:\w{3,9}\.?\ \d{1,2},?|\d{1,2}\.?\ \w{3,9}\.?,?)\ \d{4}(?:\W+\d{1,2}[:.]\d{2}.{0,20})?\Z
        | \d{1,2}[:.]\d{2}\s*(?:am|pm|[a-z]{3,4})?\Z
        | \d{1,3}\ (?:min(?:ute)?s?\ read|(?:minutes?|hours?|days?)\ ago)\Z""",
        Where.EDGE,
    ),
    Rule("link", 5, r"(?:[\w.'’-]+\ ){0,4}\S*(?:https?://|www\.)\S+\Z", needs=("://", "www.")),
    Rule(
        "about the author",
        5,
        r"(?:about\ the\ authors?|author\ bio|the\ author)\s*:?\Z",
        opens=True,
        begins=("about", "author", "the author"),
    ),
)

_TRADES = (
    *("journalist", "reporter", "writer", "editor", "correspondent", "author", "columnist", "contributor", "blogger"),
    "photographer",
)
AUTHOR = Rule(
    "author",
    100,
    rf"""(?P<name>{_NAME})(?:is|was|works\ as|has\ been)\ (?:an?|the)\ .{{0,60}}\b(?:{"|".join(_TRADES)})\b""",
    Where.END,
    opens=True,
    needs=_TRADES,
    caseless=False,
)
"""It fires only where the name does not occur in the report: who is quoted there is not its author."""

CAPTION: tuple[Rule, ...] = (
    Rule("bracketed credit", 60, rf"[(\[](?:file\ )?(?:{_PHOTO}|credit|source)\b[^()\[\]]*[)\]]\Z", begins=("(", "[")),
    Rule(
        "bracketed credit",
        50,
        rf".*[(\[](?:file\ )?(?:{_PHOTO}|credit)(?:\ by\b|:)[^()\[\]]*[)\]]\Z",
        needs=("(", "["),
    ),
    Rule(
        "credit",
        60,
        rf"""(?:(?:file|cover|featured)\ )?{_PHOTO}(?:\ (?:credit|courtesy|source)s?)?
        (?:\ by\ {_CAPITAL}|\ courtesy\ of\b|\s*[:/©|])""",
        begins=(
            *("file", "cover", "featured", "photo", "image", "picture", "illustration", "graphic", "screenshot"),
            "video",
        ),
    ),
    Rule("credit", 60, r"(?:credit|caption)s?\s*:", begins=("credit", "caption")),
    Rule("file picture", 80, r"(?-i:FILE)(?:\ PHOTO)?\s*[-–—:]\s*\S", begins=("file",)),
    Rule(
        "file picture",
        60,
        r".*\bin\ (?:this|an?)\ (?:(?:undated|file|handout|screen)\ )+(?:photo|picture|image|grab)",
        needs=("photo", "picture", "image", "grab"),
    ),
    Rule(
        "agency",
        50,
        rf""".*(?:[/©]\s?{_AGENCY}|\bvia\ {_AGENCY}|{_AGENCY}\s?/\s?[\w\s.'’-]{{2,40}}
        |\({_AGENCY}\ Photo\b[^)]*)[\s)\]]*\Z""",
        needs=("/", "©", "via", "("),
    ),
    Rule("agency", 20, rf".*[\[(]{_AGENCY}[\])]\Z", needs=("(", "[")),
)

LABELLED_CAPTION = Rule(
    "label and subject", 16, r"[^:.?!]{3,40}:\ \S+\ \S+\ .*[^.?!:;,]\Z", Where.TOP, needs=(":",), caseless=False
)
"""The likes of `On patrol: Chadian soldiers near Kidal`, between the title and the first paragraph."""
