"""Who can help: the nearest competent organization, why it, and consent before anything is passed."""

from bot.dialogue import offered
from bot.dialogue.calculation.summing import calculated_lines
from bot.dialogue.content import Scene
from bot.dialogue.effects import NoteConsent, OpenCase
from bot.dialogue.interview import echoing
from bot.dialogue.interview.asking import ask
from bot.dialogue.messages import Reply, Venue
from bot.dialogue.onward import ways
from bot.dialogue.onward.limits import limitation
from bot.dialogue.rights import consenting
from bot.dialogue.state import DialogueState
from bot.dialogue.told import noting
from bot.dialogue.told.facts import absorb, question_for
from bot.dialogue.told.facts import told as all_told
from bot.dialogue.turn import Turn, button, offering
from knowledge.organizations.nearest import Candidate, Referral, ReferralQuery
from knowledge.organizations.organization import Organization

MOST_PASSED = 2
"""Times the place may be passed over before the way is shown without it."""


def find(state: DialogueState, scene: Scene) -> Referral:
    """Competent organizations for the facts told, best first, without those passed over."""
    facts = state.facts()
    query = ReferralQuery(
        region=_text(facts.get("region")),
        point=state.point,
        town=_text(facts.get("town")),
        dispute_kinds=(state.dispute_kind or "other",),
        worker_kind=_text(facts.get("worker_kind")),
        employer=_text(facts.get("employer")),
    )
    return scene.content.find_organizations(query, without=state.passed)


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def begin(state: DialogueState, scene: Scene) -> Turn:
    """Where the dispute goes, and the best organization for it; a place passed over is asked once
    more, as nothing can be named without it."""
    if "region" not in state.answers and state.skipped.count("region") < MOST_PASSED:
        place = ask(state.changed(correcting=True), question_for(state, "region", scene), scene)
        return echoing.led(place, scene.say("way_and_region", first=ways.first(state, scene)))
    return offer(state, scene).after(ways.shown(state, scene))


def offer(state: DialogueState, scene: Scene) -> Turn:
    """Show the best organization: who, why, how far, when open; or say that there is none."""
    found = find(state, scene)
    offered = offering(state.changed(stage="referral_offer", organization_id=None))
    if not found.candidates:
        return _none_here(offered, found, scene)
    best = found.candidates[0]
    offered = offered.changed(organization_id=best.organization.id)
    may_ask = consenting.may_ask(state, best.organization.id, scene)
    names = ["hand_over" if best.organization.served and may_ask else "keep_case"]
    if len(found.candidates) > 1:
        names.append("next_organization")
    names.append("not_now")
    described = _described(best, scene)
    text = scene.say("offer", **described, fallback=found.fallback, may_ask=may_ask)
    choices = tuple(button(offered, name, scene.label(name)) for name in names)
    return Turn(offered, (Reply(text, choices, venue=_venue(best.organization)),))


def _none_here(state: DialogueState, found: Referral, scene: Scene) -> Turn:
    names = ("keep_case", "not_now")
    choices = tuple(button(state, name, scene.label(name)) for name in names)
    region = _text(state.facts().get("region"))
    place = scene.content.knowledge.places.full_name(region) if region else None
    text = scene.say("no_organization", place=place, fallback=found.fallback)
    return Turn(state, (Reply(text, choices),))


def _described(candidate: Candidate, scene: Scene) -> dict[str, object]:
    wording = scene.content.wording
    return {
        "organization": candidate.organization,
        "kind": wording.label(f"organization_kind.{candidate.organization.kind}"),
        "distance_km": candidate.distance_km,
        "reasons": [wording.label(f"reason.{reason}") for reason in candidate.reasons],
    }


def _venue(organization: Organization) -> Venue | None:
    """A pin only where the point is the body's own, not the middle of its county."""
    if organization.lat is None or organization.lon is None:
        return None
    if not organization.shown_address or "seat" in organization.coord_precision:
        return None
    return Venue(organization.name, organization.shown_address, organization.lat, organization.lon)


def hear_about_offer(state: DialogueState, text: str, scene: Scene) -> Turn:
    """Yes asks for consent, no leaves it; anything else is met with the offer again."""
    if text.strip() == scene.label("hand_over"):
        return agree(state, scene)
    agreed = scene.content.intents.agreement(text)
    if agreed and _said_no(state, scene):
        return keep_case(state, scene)
    if agreed:
        return agree(state, scene)
    if agreed is False:
        return decline(state, scene)
    told = absorb(state, text, scene, anew=True)
    if told.answers == state.answers and noting.is_told(text):
        kept = noting.add(state, text)
        return Turn(kept, (Reply(noting.line(text, scene), offered.buttons(kept)),))
    return offer(told, scene)


def _said_no(state: DialogueState, scene: Scene) -> bool:
    """Whether this organization was refused lately: a mere yes does not hand the case over."""
    return not consenting.may_ask(state, state.organization_id or "", scene)


def agree(state: DialogueState, scene: Scene) -> Turn:
    """The worker wants this one: a served body needs consent, else the case is kept for the worker."""
    organization = _chosen(state, scene)
    if organization is None or not organization.served:
        return keep_case(state, scene)
    return ask_consent(state, scene)


def ask_consent(state: DialogueState, scene: Scene) -> Turn:
    """Name the receiver, what it gets before and after accepting, and how long."""
    organization = _chosen(state, scene)
    if organization is None:
        return offer(state, scene)
    if state.asks_sensitive:
        return consenting.ask_apart(state, scene) or hand_over(state, scene)
    asking = offering(state.changed(stage="referral_consent"))
    text = scene.say("consent", organization=organization)
    choices = (
        button(asking, "consent", scene.label("consent")),
        button(asking, "refuse", scene.label("refuse")),
    )
    parents = (Reply(scene.say("consent_young")),) if consenting.may_be_a_child(state) else ()
    return Turn(asking, (*parents, Reply(text, choices)))


def hear_about_consent(state: DialogueState, text: str, scene: Scene) -> Turn:
    """Only a plain yes is consent."""
    agreed = scene.content.intents.agreement(text)
    if agreed is None:
        return ask_consent(state, scene)
    if state.asks_sensitive:
        return share(state, scene) if agreed else withhold(state, scene)
    return hand_over(state, scene) if agreed else refuse(state, scene)


def share(state: DialogueState, scene: Scene) -> Turn:
    """Sensitive facts may go along."""
    return hand_over(consenting.answered(state, shares=True), scene)


def withhold(state: DialogueState, scene: Scene) -> Turn:
    """Sensitive facts stay here; the case goes without them."""
    return hand_over(consenting.answered(state, shares=False), scene)


def hand_over(state: DialogueState, scene: Scene) -> Turn:
    """Consent given: open the case for the organization."""
    organization = _chosen(state, scene)
    if organization is None or not organization.served:
        return offer(state, scene)
    apart = consenting.ask_apart(state, scene)
    if apart is not None:
        return apart
    handed = state.changed(
        stage="handed_off", organization_name=organization.name, shares_sensitive=None
    )
    opened = Turn(offering(handed), (), (_case(state, organization.id, scene),))
    return opened.doing(*consenting.given(state, organization.id))


def keep_case(state: DialogueState, scene: Scene) -> Turn:
    """Nobody here receives cases at our desk: keep the case so that the worker finds it again."""
    kept = offering(state.changed(stage="handed_off", organization_name=None))
    return Turn(kept, (), (_case(state, None, scene),))


def refuse(state: DialogueState, scene: Scene) -> Turn:
    """No consent: nothing is passed on, the offer stands again."""
    organization_id = state.organization_id or ""
    back = offer(consenting.refused(state, organization_id, scene), scene)
    version = consenting.VERSIONS["referral"]
    noted = NoteConsent("referral", version, "refused", organization_id)
    return back.after(Reply(scene.say("consent_refused"))).doing(noted)


def decline(state: DialogueState, scene: Scene) -> Turn:
    """Not now: the answers stay for when the worker comes back."""
    left = state.changed(stage="question", organization_id=None)
    return Turn(offering(left), (Reply(scene.say("not_now_said")),))


def next_one(state: DialogueState, scene: Scene) -> Turn:
    """Another organization, please."""
    passed = (*state.passed, state.organization_id) if state.organization_id else state.passed
    return offer(state.changed(passed=passed), scene)


def _chosen(state: DialogueState, scene: Scene) -> Organization | None:
    for organization in scene.content.organizations:
        if organization.id == state.organization_id:
            return organization
    return None


def _case(state: DialogueState, organization_id: str | None, scene: Scene) -> OpenCase:
    limit = limitation(state, scene)
    last_day = limit.last_day if limit else None
    return OpenCase(
        dispute_kind=state.dispute_kind or "other",
        region=_text(state.facts().get("region")) or "",
        organization_id=organization_id,
        facts=consenting.shareable(_facts(state, scene), state),
        said=consenting.shareable(
            {key: answer.said for key, answer in state.answers.items()}, state
        ),
        story=consenting.story(_story(state), state),
        urgency=ways.triaged(state, scene).urgency,
        last_safe_day=last_day.isoformat() if last_day else None,
        consent=consenting.VERSIONS["referral"] if organization_id else "",
    )


def _story(state: DialogueState) -> str:
    return "\n".join(filter(None, (state.story, _text(state.facts().get("story")))))


def _facts(state: DialogueState, scene: Scene) -> dict[str, object]:
    """What was told, and the working of the sums the worker asked for."""
    lines = calculated_lines(state, scene, whole=True)
    return {**all_told(state, scene), **({"calculated": lines} if lines else {})}
