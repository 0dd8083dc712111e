"""Wishes that can not be had together: the smallest set of them, proven or only not found."""
