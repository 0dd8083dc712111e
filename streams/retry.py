"""How often each stage is tried and how long it may take, unless the settings say otherwise.

The values alone; ``streams.step`` says what a policy means and ``streams.deadline`` keeps the time.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from schemas.flow import Stage
from streams.step import RetryPolicy

_DEADLINES_S = {
    Stage.IMAGE: 1800.0,
    Stage.MESH: 1800.0,  # a generative model on a busy GPU, its first load included
    Stage.ASR: 600.0,  # grows with the recording
    # Stages that may ask a chat model, without a GPU.
    **dict.fromkeys(
        (Stage.AGENT, Stage.PROMPT, Stage.DECOMPOSE, Stage.PATCH, Stage.COMPOSE), 300.0
    ),
}
_LIGHT_S = 120.0

RETRIES: Mapping[Stage, RetryPolicy] = MappingProxyType(
    {stage: RetryPolicy(deadline_s=_DEADLINES_S.get(stage, _LIGHT_S)) for stage in Stage}
)
"""The policy of every stage, where nothing is set."""
