"""Tools that build and measure the embedded speech recognizer. Nothing here runs in the product."""
