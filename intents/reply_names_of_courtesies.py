"""The replies to what is said beside the matter, from one person to another; a part of reply_names.py."""

OF_COURTESIES = frozenset(
    [
        "beside_about_me",
        "beside_calmer",
        "beside_cannot_write",
        "beside_cost",
        "beside_discreet",
        "beside_hold_off",
        "beside_no_papers",
        "beside_not_your_fault",
        "beside_own_fault",
        "beside_shaken",
        "beside_shy",
        "shy_alone",
        "beside_side",
        "beside_thanks",
        "beside_trust",
        "beside_you_decide",
        "beside_praise",
        "still_on",
        "unsigned_account",
    ]
)
