"""What the network is trained to lower: tags, links and classes, each where it is marked or where teachers say it.

All masked and dense: no loss looks into a tensor to decide what to do next.
"""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor

from nonpaper.claims.terms.codes import CLASSES
from training.network import Network, pooled
from training.tables import NO_NEAR, UNMARKED, Sizes, Table

LINK_WEIGHT = 0.4
TAG_WEIGHT = 3.0
CLASS_WEIGHT = 0.5
NEVER = -1e9

Shared = tuple[Tensor, Tensor]
"""Vectors after the shared layers, and which are no padding."""
Scores = dict[str, Tensor]
"""What a network says of a batch, by name; choices are over the last axis."""


def rooms(batch: Table) -> Sizes:
    """How many spans of each kind a batch's windows have room for."""
    cues, sources = batch["source_near"].shape[1:]
    said = (batch["cue_near"].shape[1], cues, sources)
    if "items" not in batch:
        return Sizes(*said)
    kinds = [batch[tag].shape[1] for tag in CLASSES]
    return Sizes(*said, *kinds, batch["act_near"].shape[2], batch["held_near"].shape[2])


def through(network: Network, batch: Table) -> Shared:
    """A batch through the shared layers."""
    return network.shared(batch["ids"], batch["shapes"], batch["size"])


def attribution_scores(network: Network, batch: Table, shared: Shared) -> Scores:
    """Roles [b, n, 3, 3] and links [b, c, p + 1] of who said what."""
    return said_of(network, batch, network.for_attribution(*shared), shared[1])


def said_of(network: Network, batch: Table, hidden: Tensor, inside: Tensor) -> Scores:
    """The same from attribution's vectors [b, n, 384]."""
    roles = network.tags(hidden, inside)
    with torch.autocast(hidden.device.type, enabled=False):
        room = rooms(batch)
        spans = pooled(hidden.float(), batch["spans"])
        content, cue, source = spans.split([room.content, room.cue, room.source], 1)
        return {
            "roles": roles.unflatten(2, (-1, 3)),
            "cue": network.link(0, content, cue, batch["cue_near"]),
            "source": network.link(1, cue, source, batch["source_near"]),
        }


def attribution_loss(scores: Scores, batch: Table) -> Tensor:
    """What attribution loses where it is marked."""
    links = [choice_loss(scores[name], batch[f"{name}_right"]) for name in ("cue", "source")]
    return TAG_WEIGHT * tag_loss(scores["roles"], batch["roles"]) + LINK_WEIGHT * torch.stack(links).sum()


def terms_scores(network: Network, batch: Table, shared: Shared) -> Scores:
    """Rows [b, n, 5, 3], classes [b, k, codes], links [b, c, p + 1] and acts [b, p, a, kinds] of terms and stances."""
    return marked_of(network, batch, network.for_terms(*shared), shared[1])


def marked_of(network: Network, batch: Table, hidden: Tensor, inside: Tensor) -> Scores:
    """The same from terms' vectors [b, n, 384]."""
    rows = network.rows(hidden, inside)
    with torch.autocast(hidden.device.type, enabled=False):
        room = rooms(batch)
        spans = pooled(hidden.float(), batch["items"])
        p, s, c, actor, holder = spans.split([room.p, room.s, room.c, room.actor, room.holder], 1)
        scores = {"rows": rows.unflatten(2, (-1, 3))}
        for tag, items in (("p", p), ("s", s), ("c", c)):
            scores |= {f"{tag}.{name}": found for name, found in network.classes(tag, items).items()}
        scores["acts"] = network.acts(p, actor, batch["act_near"])
        scores["held"] = network.chosen("held", s, holder, batch["held_near"])
        scores["tied"] = network.chosen("tied", c, torch.cat([p, s], 1), batch["tied_near"])
        return scores


def terms_loss(scores: Scores, batch: Table) -> Tensor:
    """What terms lose where they are marked."""
    means = [
        class_loss(scores[f"{tag}.{name}"], batch[tag][:, :, i])
        for tag, classes in CLASSES.items()
        for i, name in enumerate(classes)
    ]
    means += [choice_loss(scores[name], batch[f"{name}_right"]) for name in ("held", "tied")]
    means.append(act_loss(scores["acts"], batch))
    return TAG_WEIGHT * tag_loss(scores["rows"], batch["rows"]) + CLASS_WEIGHT * torch.stack(means).sum()


def tag_loss(scores: Tensor, labels: Tensor) -> Tensor:
    """Cross-entropy of O, B and I [b, n, rows, 3] where they are marked [b, rows, n]."""
    wanted = labels.transpose(1, 2).long()
    return mean_where(_crossed(scores, wanted), wanted != UNMARKED)


def class_loss(scores: Tensor, codes: Tensor) -> Tensor:
    """Cross-entropy of the codes [b, k] of what is there."""
    return mean_where(_crossed(scores, codes.long()), codes != UNMARKED)


def _crossed(scores: Tensor, wanted: Tensor) -> Tensor:
    return -scores.float().log_softmax(-1).gather(-1, wanted.clamp(min=0).unsqueeze(-1)).squeeze(-1)


def choice_loss(scores: Tensor, right: Tensor) -> Tensor:
    """For each child that chooses, minus the log of what its right parents [b, c, p + 1] together are given."""
    logs = scores.float().log_softmax(-1).masked_fill(~right, NEVER)
    return mean_where(-logs.logsumexp(-1), right.any(-1))


def act_loss(scores: Tensor, batch: Table) -> Tensor:
    """Of each provision that has actors near, each actor and kind by itself."""
    pairs = batch["act_near"] != NO_NEAR
    each = F.binary_cross_entropy_with_logits(scores.float(), batch["acts"].float(), reduction="none")
    return mean_where((each * pairs.unsqueeze(-1)).sum((2, 3)), pairs.any(2))


def taught(scores: Scores, shares: Scores, batch: Table, names: tuple[str, ...]) -> Tensor:
    """Cross-entropy with what teachers say: their shares of tags and of choices, where there is one to make."""
    total = scores[names[0]].new_zeros(())
    for name in names:
        each = -(shares[name].float() * scores[name].float().log_softmax(-1).clamp(min=-30)).sum(-1)
        total = total + WORTH.get(name, CLASS_WEIGHT) * mean_where(each, there(name, batch))
    return total


WORTH = {"roles": TAG_WEIGHT, "rows": TAG_WEIGHT, "cue": LINK_WEIGHT, "source": LINK_WEIGHT}
SAID = ("roles", "cue", "source")
"""What teachers of attribution say."""
MARKED = ("rows", *(f"{tag}.{name}" for tag, classes in CLASSES.items() for name in classes))
"""What teachers of terms say."""


def there(name: str, batch: Table) -> Tensor:
    """Where a batch has something to be said of: pieces [b, n, 1], children or items [b, c]."""
    if name in {"roles", "rows"}:
        place = torch.arange(batch["ids"].shape[1], device=batch["ids"].device)
        return (place < batch["size"].unsqueeze(1)).unsqueeze(2)
    if name in {"cue", "source"}:
        return batch[f"{name}_right"].any(-1)
    return batch[name[0]][:, :, 0] != UNMARKED


def mean_where(each: Tensor, inside: Tensor) -> Tensor:
    """The mean over what counts; nothing where nothing does."""
    counted = inside.expand_as(each)
    return each.masked_fill(~counted, 0).sum() / counted.sum().clamp(min=1)
