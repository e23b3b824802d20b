"""yrke: Norwegian careers, looked up in the terminal."""

__version__ = "0.1.0"
