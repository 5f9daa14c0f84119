"""The number and the code of a case: Crockford's base 32, without I, L, O and U."""

import unicodedata

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CODE_LENGTH = 26  # 130 bits
NUMBER_TAIL = 6
_LOOK_ALIKES = str.maketrans("OIL", "011")


def read_code(text: str) -> str | None:
    """The code in what somebody typed: spaces, dashes, lower case, O and I forgiven; or None."""
    if len(text) > 200:
        return None
    wide = unicodedata.normalize("NFKC", text).upper().translate(_LOOK_ALIKES)
    code = "".join(character for character in wide if character.isalnum())
    is_code = len(code) == CODE_LENGTH and all(character in ALPHABET for character in code)
    return code if is_code else None


def read_number(text: str) -> str | None:
    """A case number as written on cards (GY261121-7K3M2Q), tolerant of case and spaces; or None."""
    if len(text) > 200:
        return None
    wide = unicodedata.normalize("NFKC", text).upper()
    number = "".join(character for character in wide if not character.isspace())
    return number if number.startswith("GY") and number.isascii() else None
