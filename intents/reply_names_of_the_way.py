"""The replies on the way itself: where to, how long, until when, at what cost; a part of reply_names.py."""

OF_THE_WAY = frozenset(
    [
        "about_cost",
        "court_at_once",
        "court_first",
        "court_to_enforce",
        "hands_over_check",
        "hands_over_place",
        "helping",
        "how_fast",
        "how_fast_in_court",
        "how_fast_injury",
        "in_time",
        "labour_office",
        "limit_line",
        "limit_renewed",
        "process",
        "way_reason",
        "ways",
    ]
)

AT_THE_DESK = frozenset(
    {"says_voluntary", "told_to_wait", "asset_clue", "business_moved", "settle_offer_after_award"}
    | {
        "keep_the_bills",
        "offer_with_child",
        "lease_damage",
        "lease_no_pictures",
        "lease_paper_says",
    }
    | {
        "can_claim_by_order",
        "appeal_rejected",
        "lease_claims_more",
        "not_going_is_leaving",
        "says_too_old",
        "award_and_bankruptcy",
        "interest_after_award",
    }
)
"""What is met where the other side puts it off, and where something is known or offered after an award."""
