"""Words by themselves: tokens, word classes, numbers, measures, nouns, looks."""
