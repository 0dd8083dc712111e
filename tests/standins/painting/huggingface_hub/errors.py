class HfHubHTTPError(OSError):
    pass


class GatedRepoError(HfHubHTTPError):
    pass


class LocalEntryNotFoundError(FileNotFoundError, ValueError):
    pass
