"""Cues: the words of a sentence that may signal an attribution; those that are negated, asked, wished for or
still to come are left out.
"""

from qawl.cues.candidates import Candidate, candidates

__all__ = ["Candidate", "candidates"]
