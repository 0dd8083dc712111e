"""Loading, as ``trellis/pipelines/base.py`` and ``trellis/models`` do it."""

from __future__ import annotations

import json
import os
from typing import Any

import standin
import torch


class Model:
    def __init__(self, name: str) -> None:
        self.name, self.device = name, torch.device("cpu")

    def to(self, device: Any) -> None:
        self.device = device

    def eval(self) -> None:
        pass


class Pipeline:
    def __init__(self, models: dict[str, Model] | None = None) -> None:
        if models is None:
            return
        self.models = models

    @staticmethod
    def from_pretrained(path: str) -> Pipeline:
        standin.record("trellis.from_pretrained", path=path)
        standin.check_weights()
        if os.path.exists(f"{path}/pipeline.json"):
            config_file = f"{path}/pipeline.json"
        else:
            from huggingface_hub import hf_hub_download

            config_file = hf_hub_download(path, "pipeline.json")
        with open(config_file) as file:
            args = json.load(file)["args"]
        models = {}
        for name, part in args["models"].items():
            try:
                models[name] = _model(f"{path}/{part}")
            except Exception:  # noqa: BLE001 - as the real one
                models[name] = _model(part)
        pipeline = Pipeline(models)
        pipeline._pretrained_args = args
        return pipeline

    @property
    def device(self) -> Any:
        return next(iter(self.models.values())).device

    def to(self, device: Any) -> None:
        for model in self.models.values():
            model.to(device)

    def cuda(self) -> None:
        self.to(torch.device("cuda"))


def _model(path: str) -> Model:
    if os.path.exists(f"{path}.json") and os.path.exists(f"{path}.safetensors"):
        return Model(path)
    from huggingface_hub import hf_hub_download

    owner, name, *rest = path.split("/")
    hf_hub_download(f"{owner}/{name}", f"{'/'.join(rest)}.json")
    hf_hub_download(f"{owner}/{name}", f"{'/'.join(rest)}.safetensors")
    return Model(path)
