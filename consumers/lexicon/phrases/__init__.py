"""One noun phrase: what it names, how many, what they are like; and the recipe of such a thing."""
