"""What the rules find and what the model sees, together: what either doubts, and what both make of a topic."""

import pytest

from nonpaper.claims.about import about, pooled
from nonpaper.claims.page import page_of
from nonpaper.claims.provisions import find_provisions
from nonpaper.claims.terms import RawTerm, Shares
from nonpaper.model.provision import Provision
from nonpaper.model.span import Span

TEXT = (
    "Mediators handed the draft to Kessara and Norvia at the peace talks. "
    "The draft provides for a ban on long-range missiles."
)
BAN = Span(TEXT.index("a ban on"), len(TEXT) - 1)


def sight(text: str, words: str, **changes: object) -> RawTerm:
    start = text.index(words)
    plain = {
        "sure": 0.95,
        "topics": (("weapons_limits", 0.9),),
        "presented_as": "draft",
        "presented_sure": 0.99,
        "modality": "must",
        "text_status": "in",
    }
    return RawTerm(span=Span(start, start + len(words)), **(plain | changes))  # type: ignore[arg-type]


def terms(text: str, *sights: RawTerm, title: str | None = None) -> list[Provision]:
    return list(find_provisions(page_of(text, title=title), (), sights))


def test_what_rules_and_model_both_find_is_stated() -> None:
    (term,) = terms(TEXT, sight(TEXT, "a ban on long-range missiles"))
    assert (term.span, term.unsure) == (BAN, False)


def test_a_rules_term_that_the_model_does_not_see_waits_for_a_person() -> None:
    (alone,) = terms(TEXT)
    (unlooked,) = find_provisions(page_of(TEXT), ())
    assert (alone.span, alone.unsure, unlooked.unsure) == (BAN, True, False)


def test_an_item_of_a_texts_list_needs_no_second_sight() -> None:
    text = "The 9-point plan obliges Kessara to:\n1. Ban long-range missiles.\n2. Release all prisoners of war.\n"
    assert [t.unsure for t in terms(text)] == [False, False]


def test_who_a_list_binds_is_not_who_stands_in_its_items() -> None:
    text = (
        "The government of Kessara is at war with Norvia. The draft demands that Kessara:\n"
        "1. Prohibit Norvian aircraft over the valley.\n2. Release all prisoners of war.\n"
    )
    assert [t.obligor for t in terms(text)] == [("Kessara",), ("Kessara",)]


@pytest.mark.parametrize("presented_as", ["demand", "proposal"])
def test_a_rules_term_that_the_model_takes_for_a_wish_waits_for_a_person(presented_as: str) -> None:
    (term,) = terms(TEXT, sight(TEXT, "a ban on long-range missiles", presented_as=presented_as))
    assert term.unsure


def test_a_headline_states_no_term_of_its_own() -> None:
    title = "Draft drops the limit on the army"
    text = f"{title}\n\n{TEXT}"
    found = terms(text, sight(text, "the limit on the army"), title=title)
    assert [t.span.quote(text) for t in found] == ["a ban on long-range missiles"]


def test_what_is_argued_of_a_text_is_no_term_of_it() -> None:
    text = TEXT.replace("The draft provides for a", "Kessaran officials argue that the draft means a")
    found = terms(text, sight(text, "a ban on long-range missiles"))
    assert all(t.unsure for t in found)


def test_a_topic_that_words_and_model_share_is_plainer_than_either_says() -> None:
    alone = about("nothing that tells", (("ceasefire", 0.6), ("energy", 0.4)))
    both = about("a ceasefire along the line", (("ceasefire", 0.6), ("energy", 0.4)))
    apart = about("a ceasefire along the line", (("energy", 0.6), ("ceasefire", 0.004)))
    assert alone == ("ceasefire", pytest.approx(0.6))
    assert both[0] == "ceasefire"
    assert both[1] > 0.9
    assert apart[1] < both[1]


def test_the_order_of_shares_changes_no_topic() -> None:
    shares = (("ceasefire", 0.5), ("energy", 0.3), ("borders", 0.2))
    assert about("power lines", shares) == pytest.approx(about("power lines", shares[::-1]))


def test_what_rules_name_counts_as_much_as_they_are_believed() -> None:
    shares = (("energy", 0.9), ("borders", 0.1))
    assert pooled("it", shares, "rejects", "borders", 0.5)[0] == "energy"
    assert pooled("it", shares, "rejects", "borders", 4.0)[0] == "borders"


def test_a_whole_text_is_not_the_part_that_stands_near() -> None:
    shares: Shares = (("amnesty", 0.98), ("disarmament", 0.01))
    for said in (
        "the splinter group rejected the whole deal",
        "it refuses the agreement as a whole",
        "no to the entire plan",
    ):
        assert pooled(said, shares, "rejects", "plan", 4.0)[0] == "plan", said
    assert pooled("it rejected the pardon in that deal", shares, "rejects", "plan", 4.0)[0] == "amnesty"


def test_a_kind_word_about_talks_is_on_the_talks() -> None:
    shares: Shares = (("plan", 0.6), ("process", 0.2))
    assert pooled("the envoy called the mood good", shares, "welcomes_process", None)[0] == "process"
    assert pooled("the envoy called the mood good", shares, "criticises", None)[0] == "plan"
