"""What a refusal waits for: a demand where another can meet it, none where it is victory or the speaker's own step."""

from __future__ import annotations

import pytest

from nonpaper.claims.page import page_of
from nonpaper.claims.provisions import find_provisions
from nonpaper.claims.provisions.asking import asserts
from nonpaper.claims.provisions.deeds import permits
from nonpaper.claims.provisions.no_terms import no_term, of_the_talks
from nonpaper.model.claim import Claim
from nonpaper.model.span import Span

LEAD = "The government of Norvia and the Kessaran Front fight a war. Talks on a truce went on. "


@pytest.mark.parametrize(
    ("said", "demanded"),
    [
        ("We will not lay down our arms until the rebellion is crushed", None),
        ("There will be no truce until the last traitor has been punished", None),
        ("Norvia will not stop its offensive before the enemy is defeated", None),
        ("There can be no ceasefire until our goals are achieved", None),
        ("Norvia will not answer on prisoners until it has studied the text", None),
        ("No prisoners would be released before the cabinet meets on Sunday", None),
        ("No prisoners would be released until next Sunday", None),
        ("Norvia will not reopen the port until a deal is signed", None),
        (
            "Norvia will not reopen the port until the Front withdraws from the valley",
            "the Front withdraws from the valley",
        ),
        ("There will be no truce unless all captured soldiers are released", "all captured soldiers are released"),
        (
            "Norvia will not sign unless the Front hands over its heavy weapons",
            "the Front hands over its heavy weapons",
        ),
        # What a yes hangs on.
        ("Norvia would sign the truce only if the Front hands over its rockets", "the Front hands over its rockets"),
        (
            "Norvia can live with the draft provided that the army of the Front leaves the port",
            "the army of the Front leaves the port",
        ),
        ("We will accept observers on condition that the siege is lifted", "the siege is lifted"),
        ("Norvia will keep its guns as long as the occupation of the valley remains", None),
        ("Norvia would sign the truce only if parliament approved it", None),
        (
            "Norvia would sign the truce only if the Front leaves the port and a referendum approves the deal",
            "the Front leaves the port",
        ),
        ("Norvia will come only if invited to the prisoner exchange", None),
        ("Norvia would accept aid for prisoners provided by the League", None),
        ("Norvia would not accept the truce even if all prisoners were released", None),
        ("The payment would be withheld until the Front has left the port", "the Front has left the port"),
    ],
)
def test_what_a_refusal_waits_for(said: str, demanded: str | None) -> None:
    text = f"{LEAD}{said}, the president of Norvia, Adam Varr, said."
    start = len(LEAD)
    cue = text.rindex("said")
    claim = Claim(
        source=(Span(text.index("the president of"), text.index(", said")),),
        cue=(Span(cue, cue + 4),),
        content=(Span(start, start + len(said)),),
        kind="on_record_principal",
        party="Norvia",
    )
    found = [t.span.quote(text) for t in find_provisions(page_of(text), (claim,)) if t.presented_as == "demand"]
    assert found == ([demanded] if demanded else [])


@pytest.mark.parametrize(
    ("said", "asserted"),
    [
        ("they will not hand over the airport", True),
        ("that it would never sign such a paper", True),
        ("its army cannot leave the valley", True),
        ("that Norvia must not recruit deserters", False),
        ("the army not enter the port", False),
    ],
)
def test_who_insists_that_it_will_not_demands_nothing(said: str, *, asserted: bool) -> None:
    assert asserts("insists", said) is asserted


@pytest.mark.parametrize(
    ("before", "term", "none"),
    [
        # A time alone, or only when a thing named before comes.
        ("", "On the 16th day,", True),
        ("", "In the first 42 days", True),
        ("The draft says: ", "within thirty days", True),
        ("A frame for trade would ", "follow within three months", True),
        ("", "On the 16th day, the border reopens", False),
        ("", "Elections follow within three months", False),
        # How many ways there are, and none of them.
        ("The paper offers ", "Norvia two routes to a truce", True),
        ("The plan gives both sides ", "three options for the port", True),
        ("The draft offers ", "a way out of the war", True),
        ("The draft gives Norvia ", "two corridors to the port", False),
        ("The draft offers ", "a way for aid convoys", False),
        # Who receives those who talk.
        ("Belland has offered to ", "host the next round of talks", True),
        ("Belland has offered to ", "mediate between the two governments", True),
        ("Belland has offered to ", "host 200 wounded fighters", False),
        ("Belland has offered to ", "chair the monitoring commission", False),
        # Where somebody stands to it.
        ("It also ", "objects to the handing over of mortars", True),
        ("", "Norvia takes issue with the demilitarised zone", True),
        ("The draft has ", "objections settled by a court", False),
        ("Norvia asks for ", "nothing before the captives are home", True),
        ("Norvia asks for ", "nothing less than the port", False),
        # What is waited for.
        ("It will not stop until ", "the enemy is destroyed", True),
        ("The army will stay until ", "the last heavy guns are destroyed", False),
        ("The draft says that ", "the rest of the force is liberated", False),
    ],
)
def test_times_ways_and_hosts_are_no_terms(before: str, term: str, *, none: bool) -> None:
    page = page_of(f"{LEAD}{before}{term}")
    at = len(LEAD) + len(before)
    assert no_term(page, Span(len(LEAD), len(page.text)), Span(at, at + len(term))) is none


@pytest.mark.parametrize(
    ("said", "term", "news"),
    [
        ("HARBOUR TOWN - Talks between Norvia and the Front on a truce went on.", "the Front on a truce went on", True),
        ("Talks on the release of prisoners have stalled.", "the release of prisoners", True),
        ("A third round of talks opened in Tarn on Monday.", "A third round of talks opened in Tarn", True),
        ("Negotiations over the port are under way.", "Negotiations over the port are under way", True),
        ("On the 16th day, talks on the port start.", "talks on the port start", False),
        ("Talks on the port resumed: Norvia would lift the siege.", "Norvia would lift the siege", False),
        ("Talks on the status of the port would open in May.", "Talks on the status of the port", False),
    ],
)
def test_how_talks_stand_is_no_term(said: str, term: str, *, news: bool) -> None:
    page = page_of(f"{LEAD}\n\n{said}")
    start = page.text.index(term, len(LEAD))
    sentence = next(s for s in page.sentences if s.start <= start < s.end)
    assert of_the_talks(page, sentence, Span(start, start + len(term))) is news


@pytest.mark.parametrize(
    ("said", "free"),
    [
        ("displaced families may return to the valley", True),
        ("neither side may block the road to the port", True),
        ("fighters who give up their arms could join the border guard", True),
        ("the Front could keep its rifles until March", True),
        ("the Front may join the talks next week", False),
        ("fighting could resume within days", False),
        ("the truce may hold until spring", False),
        ("the war could enter a second year", False),
        ("Norvia may yet lose the vote", False),
    ],
)
def test_what_a_text_lets_somebody_do(said: str, *, free: bool) -> None:
    assert permits(said) is free
