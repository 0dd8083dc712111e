"""The pictures of the documents, and sheets of models for people to look at."""
