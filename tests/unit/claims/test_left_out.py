"""Whom a term binds that leaves its subject to the words before it, each with a near opposite. All invented."""

from __future__ import annotations

import msgspec
import pytest

from nonpaper.claims.page import Page, page_of
from nonpaper.claims.provisions import find_provisions
from nonpaper.claims.provisions.drafts import texts_called
from nonpaper.claims.provisions.roles.asked import asked_of
from nonpaper.claims.provisions.roles.elided import elided
from nonpaper.claims.provisions.roles.of_term import roles_in
from nonpaper.claims.provisions.roles.seen import bound_in_sight
from nonpaper.claims.provisions.seen import seen_terms
from nonpaper.model.provision import Provision
from nonpaper.model.span import Span
from tests.unit.claims.sights import plain_sight

LEAD = "The government of Kessara and the government of Norvia are at war. "


def cut(marked: str) -> tuple[Page, Span]:
    """A page and the term in it that stands between bars."""
    before, term, after = (LEAD + marked).split("|")
    return page_of(before + term + after), Span(len(before), len(before) + len(term))


@pytest.mark.parametrize(
    ("said", "bound"),
    [
        # in the present, and in a mood before bare verbs
        ("Under the draft, Norvia leaves the dam, and |drops its claim to the lake|.", ("Norvia",)),
        ("Under the draft, Norvia, for its part, leaves the dam, and |drops its claim to the lake|.", ("Norvia",)),
        ("By the draft, Norvia would ship out its fuel, |pour concrete into the shaft| and rest.", ("Norvia",)),
        ("By the draft, Norvia would leave the dam, but |would have to pay the damage|.", ("Norvia",)),
        ("By the draft, Kessara and Norvia would leave the dam and |clear the mines|.", ("Kessara", "Norvia")),
        # the object of a text's verb does not go on
        ("The draft would limit Norvia to two dams and |place the lake under customs|.", ()),
        ("The draft sets a limit for Norvia and |entrusts the count to a panel|.", ()),
        # nor one behind whom another is named, nor one whose verb has another form
        ("Norvia leaves the dam, the fund counts the guns, and |pays the damage|.", ()),
        ("Norvia would leave the dam; |drops its claim to the lake|.", ()),
        ("Norvia says so, and |drops its claim to the lake|.", ()),
        # what is done to the subject, and what is only done
        ("By the draft, fighters of Norvia are to be gathered in camps and |relieved of their guns|.", ("Norvia",)),
        ("By the draft, Norvia would leave the dam and |relieved of their guns|.", ()),
        # nor one that only sees, lets or believes another do it, or of whom a clause tells something else
        ("Norvia would see the fund leave the dam and |pay the damage|.", ()),
        ("Norvia would have the monitors count the guns and |report the number|.", ()),
        ("Norvia believes the fund helps, and |pays the damage|.", ()),
        ("Norvia fears that the mission stays, and |drops its claim to the lake|.", ()),
        ("Norvia would let inspectors in, who count the guns and |report the number|.", ()),
        ("The draft, which Norvia reads with care, and |drops its claim to the lake|.", ()),
        # whoever keeps a thing owes nothing
        ("Norvia leaves the dam, and |keeps its depot by the lake|.", ()),
        # bound or ready to do it, and only said to
        ("Norvia, bound to |hand over the crew by Friday|, is late.", ("Norvia",)),
        ("Norvia, he went on, proposes to |take a fifth of the costs|.", ("Norvia",)),
        ("Norvia, seen to |hand over the crew by Friday|, is late.", ()),
        # under a pronoun, where it can stand for one party alone
        ("Article 2 gives Norvia a year and obliges |it to stop the pumps|.", ("Norvia",)),
        ("Article 2 opens the lake to Norvia's boats and |obliges them to carry lamps|.", ("Norvia",)),
        ("Article 2 opens Kessara's lake to Norvia's boats and |obliges them to carry lamps|.", ()),
        ("Article 2 opens the lake to Norvia's boats and tells |it to stop the pumps|.", ()),
    ],
)
def test_the_subject_of_the_clause_before_goes_on(said: str, bound: tuple[str, ...]) -> None:
    assert elided(*cut(said)) == bound


@pytest.mark.parametrize(
    ("said", "bound"),
    [
        ("What would Norvia give up? The pumps would stop. |The shaft would be sealed|.", ("Norvia",)),
        ("And what does Norvia have to do? |It opens the dam|.", ("Norvia",)),
        ("What would Norvia give up? Kessara would talk. |The shaft would be sealed|.", ()),
        ("What would Norvia do about it? |The shaft would be sealed|.", ()),
        ("What does Norvia do? |The shaft would be sealed|.", ()),
        ("What does Norvia offer tourists? |The shaft would be sealed|.", ()),
        ("What would Norvia get? |The shaft would be sealed|.", ()),
        ("What would Norvia give up? The pumps. And who pays? |The shaft would be sealed|.", ()),
        ("What would both sides give up? The pumps. What is left? |The shaft would be sealed|.", ()),
    ],
)
def test_what_is_asked_of_one_binds_him_in_the_answer(said: str, bound: tuple[str, ...]) -> None:
    assert asked_of(*cut(said)) == bound


def seen(said: str, *terms: str) -> list[Provision]:
    page = page_of(LEAD + said)
    return list(seen_terms(page, [plain_sight(page, t, "draft", "withdrawal") for t in terms], texts_called(page)))


def test_whom_a_text_only_caps_does_not_go_on() -> None:
    said = "The draft would cap Norvia's army at 9,000 men and place the port under joint customs."
    *_, last = seen(said, "cap Norvia's army at 9,000 men", "place the port under joint customs")
    assert last.obligor == ()
    said = "Under the draft, Norvia would withdraw its army from the port and lift the ban on exports."
    *_, last = seen(said, "Norvia would withdraw its army from the port", "lift the ban on exports")
    assert last.obligor == ("Norvia",)


def test_it_would_also_is_the_subject_before() -> None:
    said = "Under the draft, Norvia would withdraw from the port. It would also withdraw its troops from the dam."
    (last,) = seen(said, "withdraw its troops from the dam")
    assert last.obligor == ("Norvia",)


@pytest.mark.parametrize(
    ("said", "obligor", "beneficiary"),
    [
        ("Under the 22-point plan, Norvia would have access to the port for ten years.", (), ("Norvia",)),
        ("Under the 22-point plan, Norvia would hold on to its ports for ten years.", (), ("Norvia",)),
        ("Under the 22-point plan, Norvia shall be informed of troop movements.", (), ("Norvia",)),
        ("Under the 22-point plan, Norvia would be told to withdraw its troops.", ("Norvia",), ()),
        ("Under the 22-point plan, Norvia would hold its fire for ten years.", ("Norvia",), ()),
        ("Under the 22-point plan, Norvia shall inform the fund of troop movements.", ("Norvia",), ()),
    ],
)
def test_who_has_a_thing_or_is_told_of_it_is_served(
    said: str, obligor: tuple[str, ...], beneficiary: tuple[str, ...]
) -> None:
    (term,) = [p for p in find_provisions(page_of(LEAD + said), ()) if not p.unsure]
    assert (term.obligor, term.beneficiary) == (obligor, beneficiary)


@pytest.mark.parametrize(
    ("term", "bound"),
    [
        ("teachers return to the valley under escort of Norvia", ("Norvia",)),
        ("the depots pass to unarmed observers from Norvia", ("Norvia",)),
        ("gauges are to be read by a Norvian firm", ("Norvia",)),
        ("farmers cross the line, with Norvia's observers checking permits", ("Norvia",)),
        ("the talks would be led by a Norvian general", ()),
        ("farmers cross the line into Norvia", ()),
        ("the dam would be kept from being blown up by Norvia", ()),
        ("farmers cross the line, with Norvia's observers", ()),
        ("teachers return to the valley under a flag of Norvia", ()),
        # what only joins a term to the one before it does not hide who acts
        ("and an arbitrator from Norvia would rule on disputes", ("Norvia",)),
        ("and an appeal from Norvia would lie to the court", ()),
    ],
)
def test_who_watches_or_escorts(term: str, bound: tuple[str, ...]) -> None:
    assert roles_in(page_of(LEAD + term), Span(len(LEAD), len(LEAD + term)), "must")[0] == bound


def test_a_place_is_not_bound() -> None:
    page, term = cut("The draft says |no freed man may set foot in Norvia or carry Kessara's rifles|.")
    actors = tuple(Span(*(page.text.index(w, len(LEAD)) + n for n in (0, len(w)))) for w in ("Norvia", "Kessara"))
    sight = plain_sight(page, term.quote(page.text), "draft", "withdrawal")
    assert bound_in_sight(page, term, msgspec.structs.replace(sight, obligors=actors)) == ("Kessara",)


def test_whose_goods_go_somewhere_is_not_bound_by_that() -> None:
    page, term = cut("The draft says |frozen Norvian assets go to Kessaran towns|.")
    actor = Span(page.text.index("Norvian", term.start), page.text.index(" assets"))
    sight = plain_sight(page, term.quote(page.text), "draft", "withdrawal")
    assert bound_in_sight(page, term, msgspec.structs.replace(sight, obligors=(actor,))) == ()


def test_a_terms_own_words_outweigh_who_stands_before_them() -> None:
    said = "The draft has two duties: the withdrawal of Kessara's armour; a parallel withdrawal of Norvian forces."
    page = page_of(LEAD + said)
    sight = plain_sight(page, "a parallel withdrawal of Norvian forces", "draft", "withdrawal")
    before = page.text.index("Kessara", len(LEAD))
    sight = msgspec.structs.replace(sight, obligors=(Span(before, before + len("Kessara")),))
    (term,) = seen_terms(page, [sight], texts_called(page))
    assert term.obligor == ("Norvia",)
