"""How the models of sayso are made: data, nets, training, export. Needs torch; nothing under ``src`` does."""
