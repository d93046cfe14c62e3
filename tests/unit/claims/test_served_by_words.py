"""Whom the words of a term bind or serve, who only leads or receives, and for whom "the rebels" or "each" stand."""

from __future__ import annotations

import pytest

from nonpaper.claims.page import page_of
from nonpaper.claims.provisions import find_provisions
from nonpaper.claims.provisions.modality import by_force, modality_of
from nonpaper.claims.sides import sides
from nonpaper.model.provision import Provision

STATES = "Kessara and Norvia have agreed a 22-point plan to end the war between Kessara and Norvia. "
REBELS = (
    "The government of Kessara and the Zale Front (ZF) have agreed a 22-point plan "
    "to end the war between Kessara and the Zale Front. "
)
OFFICE = "The Zale Front (ZF) has an office in Morvane."
BOTH = ("Kessara", "Norvia")


def term(lead: str, said: str) -> Provision:
    text = f"{lead}Under the 22-point plan, {said}."
    found = [p for p in find_provisions(page_of(text), ()) if p.span.start > len(lead)]
    assert len(found) == 1, [p.span.quote(text) for p in found]
    return found[0]


@pytest.mark.parametrize(
    ("said", "obligor", "beneficiary"),
    [
        # who leads a body, or sends what another thing goes to, does not do what it does; who sends a team does
        ("a joint commission of six, chaired by Norvia, would rule on breaches", (), ()),
        ("the guns would be handed to a force sent by Norvia", (), ()),
        ("a Norvian observer team, led by Kessara, would watch the bridge", ("Norvia",), ()),
        ("a joint commission of six, to be chaired by Norvia, is to be set up", ("Norvia",), ()),
        ("the bridge would be watched by Norvia", ("Norvia",), ()),
        # who goes into an army binds nobody whose army it is
        ("the militias would be integrated into the Kessaran army", (), ()),
        ("the militias would join the Kessaran police", (), ()),
        ("the Kessaran army would leave the port", ("Kessara",), ()),
        # those of a state or a bloc do what it must, and a time before its name takes nothing from it
        ("ten engineers from Norvia would clear the mines", ("Norvia",), ()),
        ("within 30 days Norvia registers every mine in the valley", ("Norvia",), ()),
        ("the departure of Norvian troops from the valley would begin in May", ("Norvia",), ()),
        # a truce is both's; one that something only hangs on is not, nor is a pause in something else
        ("a pause of seven days would begin on Sunday", BOTH, ()),
        ("the grain shipments would end if the truce is broken", (), ()),
        # who acts in what is done in return has no part in it
        ("Kessara would open the port in exchange for a Norvian withdrawal from Brask", ("Kessara",), ()),
        # what is kept for somebody serves him
        ("a seat on the board would be reserved for Norvia", (), ("Norvia",)),
        # what goes to a side serves it
        ("the town of Brask would go to the Norvian side", (), ("Norvia",)),
        ("two thirds of the tolls would be shared in Norvia’s favour", (), ("Norvia",)),
        ("Kessara would renounce its claim to the island in favour of Norvia", ("Kessara",), ("Norvia",)),
        ("Kessara would supply gas to its neighbour for ten years", ("Kessara",), ("Norvia",)),
        ("Kessara would hand over 30 captured soldiers to the other side", ("Kessara",), ("Norvia",)),
        # what is somebody's and let go, lifted or vouched for serves him
        ("Norvia’s debts would be written off", (), ("Norvia",)),
        ("Norvian gold held abroad would be returned", (), ("Norvia",)),
        ("the sanctions against Norvia would be lifted in stages", (), ("Norvia",)),
        ("Kessara would guarantee Norvia’s borders for ten years", ("Kessara",), ("Norvia",)),
        # who gives is bound, and whom he gives is served
        ("Kessara would grant Norvia access to the port", ("Kessara",), ("Norvia",)),
        ("Norvia and Kessara would have one vote each in the water council", (), ("Norvia", "Kessara")),
        # what two do for each other serves both
        ("the two states would recognise each other’s borders", BOTH, BOTH),
        ("Kessara and Norvia would recognise one another as sovereign states", BOTH, BOTH),
        ("neither side shall block the other’s path to the sea", BOTH, BOTH),
        ("the two states would withdraw their lawsuits against each other", BOTH, ()),
        ("no drones would cross the other side’s border", BOTH, ()),
    ],
)
def test_the_words_say_whom_a_term_binds_and_serves(
    said: str, obligor: tuple[str, ...], beneficiary: tuple[str, ...]
) -> None:
    found = term(STATES, said)
    assert (found.obligor, found.beneficiary) == (obligor, beneficiary)


@pytest.mark.parametrize(
    ("said", "obligor", "beneficiary"),
    [
        ("the rebels would stop kidnapping within 60 days", ("ZF",), ()),
        ("the guerrillas would hand in their heavy weapons", ("ZF",), ()),
        ("the junta would lift the curfew", ("Kessara",), ()),
        ("the oil fields would pass to the state", (), ("Kessara",)),
        ("a tenth of the customs would go to the rebels", (), ("ZF",)),
        ("the seats would be shared in the rebels’ favour", (), ("ZF",)),
        ("the front would hand in its rifles", ("ZF",), ()),
        ("the state gets back the refinery", (), ("Kessara",)),
        ("the mines would be cleared by the army", ("Kessara",), ()),
        ("the army would hand the airport back to the group", ("Kessara",), ("ZF",)),
        # arms go to whoever takes them away, and a noun after "state" is no verb
        ("heavy guns would be handed to the army", (), ()),
        ("State authority would be restored in all provinces", (), ()),
    ],
)
def test_words_without_a_name_stand_for_the_one_they_can_be(
    said: str, obligor: tuple[str, ...], beneficiary: tuple[str, ...]
) -> None:
    found = term(REBELS, said)
    assert (found.obligor, found.beneficiary) == (obligor, beneficiary)


@pytest.mark.parametrize(
    ("said", "both"),
    [
        ("The government of Kessara and the rebels have initialled a text. ", ("Kessara", "ZF")),
        ("The rebels and the government of Kessara have initialled a text. ", ("Kessara", "ZF")),
        # with a second movement, "the rebels" may be either; of two states beside them neither alone is meant
        ("The government of Kessara and the rebels have initialled a text. The Bren Front (BF) has a flag. ", None),
        ("The government of Kessara and the rebels met. The government of Norvia and the rebels met. ", None),
    ],
)
def test_who_is_named_beside_the_rebels_faces_them(said: str, both: tuple[str, str] | None) -> None:
    assert sides(page_of(said + OFFICE)) == both


def test_a_truces_monitors_are_no_truce() -> None:
    assert term(STATES, "the monitoring of the truce would be led by a Swiss general").obligor == ()
    assert term(STATES, "a truce of 90 days would begin on Sunday").obligor == BOTH


@pytest.mark.parametrize(
    ("said", "modality"),
    [
        ("Norvia and Kessara have one vote each in the council", "may"),
        ("the Coastal Union attends the council as an observer", "may"),
        ("the governor would be named by Norvia", "may"),
        ("Kessara keeps defence, customs and the currency", "may"),
        ("Kessara keeps its guns 20 km from the river", "must"),
        ("both sides get until May 1 to sign", "must"),
        ("Norvia was to let displaced families return", "must"),
        ("300 soldiers would be sent as observers", "must"),
        ("arms deliveries to the rebels stop", "must_not"),
        ("the navy keeps its boats off the shoal", "must_not"),
        ("Norvia suspends military flights over the strait", "must_not"),
        ("Norvia suspends the law on emigration", "must"),
        ("two posts are reserved for the hill districts", "may"),
        ("the state gets back the refinery", "may"),
        ("the group keeps two of its camps", "may"),
        ("the group keeps two of its brigades out of the town", "must"),
        ("legal recognition of the five districts", "recognises"),
    ],
)
def test_what_is_granted_and_what_is_owed(said: str, modality: str) -> None:
    assert modality_of(said, said, "must") == modality
    assert by_force(said, "must") == modality
