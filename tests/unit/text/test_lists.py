"""Lists with and without markers."""

from __future__ import annotations

from nonpaper.text.lists import ListBlock, list_blocks


def shape(text: str) -> list[tuple[str | None, list[tuple[str | None, str]]]]:
    return [(block.lead and block.lead.quote(text), items(text, block)) for block in list_blocks(text)]


def items(text: str, block: ListBlock) -> list[tuple[str | None, str]]:
    return [(item.number, item.span.quote(text)) for item in block.items]


def test_numbered_after_a_lead() -> None:
    text = "The talks went on. The plan calls for:\n1. A ceasefire.\n2. A vote.\n\nNorvia said no."
    assert shape(text) == [("The plan calls for:", [("1", "A ceasefire."), ("2", "A vote.")])]


def test_bullets_and_markers() -> None:
    text = "Terms:\n• No bases\n• No arms"
    (block,) = list_blocks(text)
    assert [item.marker and item.marker.quote(text) for item in block.items] == ["•", "•"]
    assert items(text, block) == [(None, "No bases"), (None, "No arms")]


def test_named_points_need_no_neighbours() -> None:
    assert shape("Point 6: The army is cut.") == [(None, [("6", "The army is cut.")])]


def test_comment_between_numbers_does_not_end_a_list() -> None:
    text = "The plan:\n1. A ceasefire.\nThis is new.\n2. A vote.\nThis is old."
    assert shape(text)[0] == ("The plan:", [("1", "A ceasefire."), ("2", "A vote.")])


def test_a_list_inside_an_item_is_led_by_it() -> None:
    text = "1. It bans:\n- mines\n- drones\n2. It allows ships."
    assert shape(text) == [
        (None, [("1", "It bans:"), ("2", "It allows ships.")]),
        ("It bans:", [(None, "mines"), (None, "drones")]),
    ]


def test_bare_lines_after_a_colon() -> None:
    text = (
        "The plan would require that Kessara:\nCut its army by half.\nHand over all mines.\n"
        "These steps would take a year. Nobody has agreed to them.\n"
    )
    assert shape(text) == [
        ("The plan would require that Kessara:", [(None, "Cut its army by half."), (None, "Hand over all mines.")])
    ]


def test_bare_lines_end_where_full_stops_return() -> None:
    text = "It aims to:\nEnd the war\nOpen the ports\nNorvia has not replied."
    assert shape(text) == [("It aims to:", [(None, "End the war"), (None, "Open the ports")])]


def test_bare_lines_end_at_a_blank_line() -> None:
    text = "It aims to:\nEnd the war\nOpen the ports\n\nNorvia shrugs"
    assert len(list_blocks(text)[0].items) == 2


def test_bare_lines_may_be_set_apart() -> None:
    text = "It aims to:\n\nEnd the war\n\nOpen the ports\n\nMeanwhile nothing moves."
    assert len(list_blocks(text)[0].items) == 2


def test_a_name_with_a_colon_leads_nothing() -> None:
    assert shape("Ann Vale:\nA writer on the lakes") == []


def test_numbers_run_on_in_a_line() -> None:
    text = "It lists them. 2. The army is cut. So is the navy. 3. Troops leave."
    assert shape(text) == [("It lists them.", [("2", "The army is cut. So is the navy."), ("3", "Troops leave.")])]


def test_prose_has_no_lists() -> None:
    assert shape("In 2031. 5 envoys met.\nPoint 3 is a promise.\n1.5 million fled.\n- And so on") == []
