"""How the verifier of claims and its sentence vectors are made."""
