"""Sessions as people mean them: any point of them, wherever their past lies, and forks of it."""
