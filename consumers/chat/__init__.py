"""Asking a chat model: a kit for the stages that have an engine on a language model.

What belongs here: models by name (``models``), an answer that fits a schema (``asking``), bounds of
what a model may take (``bounds``), and what was said, for the log (``inquiry``). What a stage asks
and what it makes of the answer is the stage's. LangChain is imported inside functions.
"""
