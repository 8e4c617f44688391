"""Keys as a person reads them."""

_SHOWN = {
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "left_curly_bracket": "{",
    "right_curly_bracket": "}",
    "greater_than_sign": ">",
    "less_than_sign": "<",
    "question_mark": "?",
    "equals_sign": "=",
    "slash": "/",
    "plus": "+",
    "minus": "-",
    "escape": "esc",
    "pagedown": "pgdn",
    "pageup": "pgup",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}


def shown_key(keys: str, *, every: bool = False) -> str:
    """Keys as a person reads them: the first alternative, or every one."""
    names = [_SHOWN.get(key, key.replace("ctrl+", "^")) for key in keys.split(",")]
    return " ".join(names) if every else names[0]
