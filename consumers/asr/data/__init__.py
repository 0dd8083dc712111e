"""The embedded language model and dictionary: ``python -m ops.asr.build_language_model``."""
