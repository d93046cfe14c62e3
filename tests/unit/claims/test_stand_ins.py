"""Names are read as one word, and every place still points to the name itself."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from eval.swap import changes
from nonpaper.claims.attribution.pieces import to_pieces
from nonpaper.claims.page import page_of, stand_ins
from nonpaper.claims.shipped import shipped

WORDS = ["Kessara", "Norvian", "said", "plan", "the", "army", "\n", "“", "”", "é", "22-point"]


@given(st.lists(st.sampled_from(WORDS), max_size=30), st.data())
def test_pieces_lie_in_the_text_in_order_and_names_keep_their_place(words: list[str], data: st.DataObject) -> None:
    text, names, at = "", [], 0
    for word in words:
        if word in ("Kessara", "Norvian") and data.draw(st.booleans()):
            names.append((at, at + len(word), "Russia"))
        text += word + " "
        at = len(text)
    tokenizer = shipped()._tokenizer
    pieces = to_pieces(tokenizer, text, names)
    assert all(0 <= s < e <= len(text) for s, e in zip(pieces.starts.tolist(), pieces.ends.tolist(), strict=True))
    assert pieces.starts.tolist() == sorted(pieces.starts.tolist())
    held = {(s, e) for s, e in zip(pieces.starts.tolist(), pieces.ends.tolist(), strict=True)}
    assert {(s, e) for s, e, _ in names} <= held
    if not names:
        assert pieces.ids.tolist() == to_pieces(tokenizer, text).ids.tolist()


def test_states_and_their_people_stand_in_for_one_another() -> None:
    page = page_of("The government of Kessara met the government of Norvia. Kessaran envoys spoke to Norvians.")
    assert [word for _, _, word in stand_ins(page)] == ["Russia", "Russia", "Russian", "Russians"]


def test_swapping_two_parties_swaps_the_result() -> None:
    total, changed = changes()
    assert total > 100
    assert len(changed) <= total // 100, changed
