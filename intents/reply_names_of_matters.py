"""The replies on what somebody is or what counts, and on the opening of a matter; a part of reply_names.py."""

OF_STATUS = frozenset(
    {
        "status_relation",
        "status_signs",
        "status_award_cost",
        "status_expecting_heavy",
        "status_expecting_night",
        "status_office",
        "status_double_at_that_age",
        "status_over_age",
        "status_rider_injury",
        "status_seniority",
        "status_wait",
        "status_letters",
    }
)
OF_MATTERS = frozenset(
    {
        "treatment_noted",
        "deposit_noted",
        "account_deposit_noted",
        "way_and_region",
        "only_region",
        "car_returned",
        "opening_claimed",
        "opening_leased",
    }
)
