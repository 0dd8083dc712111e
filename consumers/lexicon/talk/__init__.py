"""What is said to somebody: questions, small talk, consent, other languages."""
