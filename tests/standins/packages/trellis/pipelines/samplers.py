"""``FlowEulerGuidanceIntervalSampler``: the same calls from ``sample`` to ``sample_once``."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import standin


class FlowEulerGuidanceIntervalSampler:
    def __init__(self, sigma_min: float) -> None:
        self.sigma_min = sigma_min
        self.step = 0

    def sample_once(
        self, model: Any, x_t: Any, t: float, t_prev: float, cond: Any = None, **kwargs: Any
    ) -> SimpleNamespace:
        if set(kwargs) != {"neg_cond", "cfg_strength", "cfg_interval"}:
            raise TypeError(f"{model.name}.forward() got an unexpected keyword argument: {kwargs}")
        standin.step(self.step)
        self.step += 1
        return SimpleNamespace(pred_x_prev=x_t, pred_x_0=x_t)

    def sample(
        self,
        model: Any,
        noise: Any,
        cond: Any,
        neg_cond: Any,
        steps: int = 50,
        rescale_t: float = 1.0,
        cfg_strength: float = 3.0,
        cfg_interval: tuple[float, float] = (0.0, 1.0),
        verbose: bool = True,
        **kwargs: Any,
    ) -> SimpleNamespace:
        standin.record("trellis.sample", model=model.name, steps=steps, cfg_strength=cfg_strength)
        self.step = 0
        kwargs = {
            "neg_cond": neg_cond,
            "cfg_strength": cfg_strength,
            "cfg_interval": cfg_interval,
            **kwargs,
        }
        sample = noise
        for number in range(steps):
            t, t_prev = 1 - number / steps, 1 - (number + 1) / steps
            sample = self.sample_once(model, sample, t, t_prev, cond, **kwargs).pred_x_prev
        return SimpleNamespace(samples=sample)
