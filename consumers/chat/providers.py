"""The providers of language models, by LangChain's names. Data alone: the command line reads it."""

from __future__ import annotations

PROVIDERS = {
    "ollama": "langchain-ollama",
    "openai": "langchain-openai",
    "azure_openai": "langchain-openai",
    "anthropic": "langchain-anthropic",
    "google_genai": "langchain-google-genai",
    "google_vertexai": "langchain-google-vertexai",
    "mistralai": "langchain-mistralai",
    "groq": "langchain-groq",
    "deepseek": "langchain-deepseek",
    "xai": "langchain-xai",
    "cohere": "langchain-cohere",
    "together": "langchain-together",
    "fireworks": "langchain-fireworks",
    "bedrock_converse": "langchain-aws",
    "openrouter": "langchain-openrouter",
    "huggingface": "langchain-huggingface",
    "nvidia": "langchain-nvidia-ai-endpoints",
}
"""Providers by LangChain's names, and the package that each needs."""
