"""The replies on what a sum rests on and on what signing costs, with those of care; a part of reply_names.py."""

from intents.reply_names_of_care import OF_CARE, OF_CARE_OF_OTHERS
from intents.reply_names_of_courtesies import OF_COURTESIES
from intents.reply_names_of_matters import OF_MATTERS, OF_STATUS
from intents.reply_names_of_proofs import OF_FORUMS, OF_PROOFS
from intents.reply_names_of_the_way import AT_THE_DESK, OF_THE_WAY

OF_SUMS = frozenset(
    {
        "at_base_wage",
        "days_of_job",
        "days_of_wage",
        "enforced_from_due",
        "holiday_pay",
        "leave_days",
        "leave_pay",
        "offer_for_injury",
        "offer_weighed",
        "owed_by_firms",
        "overtime_rate_gap",
        "pay_cut_gap",
        "sum_of_leaving",
        "sum_owed",
        "deduction_counted",
        "deduction_share",
        "holiday_days",
        "holiday_which",
        "service_clash",
        "service_note",
        "overtime_of_month",
        "plus_one_wage",
        "wage_cap",
        "since_when",
        "years_and_months",
        "wage_by_day",
        "part_of_month",
        "by_grade",
        "pay_while_treated",
        "short_while_treated",
        "by_grade_months",
        "owed_so_far",
        "owed_missing",
        "figures_differ",
        "reckoned",
    }
)
OF_SIGNING = frozenset({"unsigned_exit_costs", "unsigned_resign_costs"})
OF_ROOMS = (
    OF_STATUS
    | OF_COURTESIES
    | OF_MATTERS
    | OF_CARE
    | OF_CARE_OF_OTHERS
    | OF_PROOFS
    | OF_THE_WAY
    | AT_THE_DESK
    | OF_FORUMS
    | OF_SUMS
    | OF_SIGNING
)
