"""A Whisper of 1 MB with random weights, in CTranslate2's form, made by the real packages.

It hears nonsense, in the time and order in which the real one hears words.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

LANGUAGES = ("en", "de")
TIMES = 1_501
"""Tokens of times: every 20 ms of 30 s."""


def make(folder: Path) -> Path:
    """Write the model's files into ``folder``."""
    import ctranslate2
    import torch
    from transformers import WhisperFeatureExtractor, WhisperForConditionalGeneration

    torch.manual_seed(0)
    tokenizer = _tokenizer()
    model = WhisperForConditionalGeneration(_config(tokenizer))
    model.generation_config.update(
        alignment_heads=[[0, 0]], no_timestamps_token_id=_last(tokenizer)
    )
    source = folder / "transformers"
    model.save_pretrained(source)
    tokenizer.save(str(source / "tokenizer.json"))
    WhisperFeatureExtractor(feature_size=80).save_pretrained(source)
    made = folder / "tiny"
    ctranslate2.converters.TransformersConverter(
        str(source), copy_files=["tokenizer.json", "preprocessor_config.json"]
    ).convert(str(made), quantization="int8")
    return made


def _tokenizer() -> Any:
    from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers

    letters = sorted(pre_tokenizers.ByteLevel.alphabet())
    tokenizer = Tokenizer(models.BPE({letter: at for at, letter in enumerate(letters)}, []))
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    special = ["<|endoftext|>", "<|startoftranscript|>", *(f"<|{name}|>" for name in LANGUAGES)]
    special += ["<|translate|>", "<|transcribe|>", "<|startoflm|>", "<|startofprev|>"]
    special += ["<|nospeech|>", "<|notimestamps|>"]
    special += [f"<|{at * 0.02:.2f}|>" for at in range(TIMES)]
    tokenizer.add_special_tokens([AddedToken(token, special=True) for token in special])
    return tokenizer


def _last(tokenizer: Any) -> int:
    return int(tokenizer.token_to_id("<|notimestamps|>"))


def _config(tokenizer: Any) -> Any:
    from transformers import WhisperConfig

    start, end = (tokenizer.token_to_id(f"<|{n}|>") for n in ("startoftranscript", "endoftext"))
    return WhisperConfig(
        vocab_size=tokenizer.get_vocab_size(),
        d_model=64,
        encoder_layers=1,
        decoder_layers=1,
        encoder_attention_heads=2,
        decoder_attention_heads=2,
        encoder_ffn_dim=64,
        decoder_ffn_dim=64,
        num_mel_bins=80,
        decoder_start_token_id=start,
        bos_token_id=end,
        eos_token_id=end,
        pad_token_id=end,
        suppress_tokens=[],
        begin_suppress_tokens=[],
    )
