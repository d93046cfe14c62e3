"""Where sentences and paragraphs begin and end."""

from __future__ import annotations

import pytest

from nonpaper.text.sentences import paragraphs, sentences


def told(text: str) -> list[str]:
    return [span.quote(text) for span in sentences(text)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Norvia said no.", "Kessara said yes."),
        ("The envoy of the U.S. said so.", "It was late."),
        ("They met in the U.S.", "The talks were short."),
        ("Mr. Vale met Gen. Orr.", "Dr. Esk did not."),
        ("J. R. Vale signed.", "Nobody else did."),
        ("The cap is 2.5 million.", "It was 3.1 before."),
        ('"We will not sign."', "She left."),
        ("“We will not sign.”", "She left."),
        ("Will they sign?", "No!"),
        ("It lapses on Nov. 20.", "After that nothing holds."),
        ("Der Text vom 3. Mai gilt nicht.", "Er ist alt."),
        ("Sie lehnt ab…", "Mehr nicht."),
        ("It met at 9 p.m. Merrow time.", "Then it rose."),
        ("See Art. 7 of the draft.", "Nothing else."),
        ("The unit is called Blue Co.", "It left on Monday."),
    ],
)
def test_two_sentences(first: str, second: str) -> None:
    assert told(f"{first} {second}") == [first, second]


@pytest.mark.parametrize(
    "one",
    [
        'He asked "why?" and left.',
        "The plan (see no. 4) is dead.",
        "He waited... and signed.",
        "About 1.2 million fled, i.e. half of them.",
        "She spoke to J. Vale of Merrow.",
    ],
)
def test_one_sentence(one: str) -> None:
    assert told(one) == [one]


def test_lines_without_a_stop_stand_alone() -> None:
    text = "Talks resume in Dalmar\nOutlet: Harbour Post\n\nThe envoys met.\nThey left."
    assert told(text) == ["Talks resume in Dalmar", "Outlet: Harbour Post", "The envoys met.", "They left."]


def test_hard_wrapped_lines_are_joined() -> None:
    text = (
        "The draft that was shown to the envoys in Dalmar would cap the\n"
        "army of Kessara at sixty thousand people, according to two of\n"
        "them. A third said that no number is in the text, and that the\n"
        "matter is left to the presidents.\n"
        "\n"
        "Norvia denies having seen any text at all, on paper or on any\n"
        "other medium known to it.\n"
    )
    assert len(paragraphs(text)) == 2
    assert len(sentences(text)) == 3


def test_list_items_are_sentences_without_their_markers() -> None:
    assert told("It calls for:\n1. A ceasefire\n2. A vote.\n- no arms") == [
        "It calls for:",
        "A ceasefire",
        "A vote.",
        "no arms",
    ]


def test_other_scripts() -> None:
    assert len(told("双方同意停火。没有签字。")) == 2
    assert len(told("قال لا. ثم غادر؟ نعم")) >= 2


def test_numbers_that_open_a_sentence_stay_with_it() -> None:
    text = "It has points. 2. The army is cut. 3. Troops leave."
    assert told(text)[1:] == ["2. The army is cut.", "3. Troops leave."]


@pytest.mark.parametrize("text", ["", " \n\t ", "\n\n\n"])
def test_nothing_in_nothing_out(text: str) -> None:
    assert sentences(text) == paragraphs(text) == ()
